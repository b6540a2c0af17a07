import { Dexie, type Table } from 'dexie'
import type { Uuid } from '../../shared/model/id.ts'
import type { RecordType } from '../../shared/model/record-type.ts'
import type { Setting } from '../settings/settings.ts'
import type {
  ConfirmedRow,
  Derived,
  DerivedName,
  Draft,
  FileMapping,
  Listing,
  OutboxOp,
  ScopeState,
  Session,
  StoredObservation,
  StoredRecord,
  UnreadableRow,
  Written,
} from './schema.ts'
import { rememberPages } from './upgrades.ts'
import { markWritten } from './written.ts'

/** Everything this device keeps. Every row of a client is keyed by its scope first, so no query can miss it. */
export class Database extends Dexie {
  declare drafts: Table<Draft, Uuid>
  declare sessions: Table<Session, Uuid>
  /** Drafts that a person dismissed: the same content is not proposed again. */
  declare dismissed: Table<{ id: Uuid; fingerprint: Uuid }, Uuid>
  declare observations: Table<StoredObservation, [Uuid, Uuid]>
  declare confirmed: Table<ConfirmedRow, [Uuid, Uuid]>
  declare unreadable: Table<UnreadableRow, [Uuid, string]>
  declare records: Table<StoredRecord, [Uuid, Uuid]>
  declare listing: Table<Listing, [Uuid, RecordType, string, Uuid]>
  declare outbox: Table<OutboxOp, [Uuid, Uuid]>
  declare scopes: Table<ScopeState, Uuid>
  declare settings: Table<Setting, string>
  declare fileMappings: Table<FileMapping, [string, string]>
  declare written: Table<Written, Uuid>
  declare derived: Table<Derived, [Uuid, DerivedName]>

  constructor(name = 'stocktake') {
    // C2: a committed transaction survives a crash of the machine.
    // Without a cache: watched queries would keep and clone every row that they read, a hundred thousand seats each time.
    super(name, { chromeTransactionDurability: 'strict', cache: 'disabled' })
    this.version(1).stores({
      drafts: 'id, session, host',
      sessions: 'id, tab, openedAt',
      dismissed: 'id',
      observations: '[scope+id], [scope+rec]',
      confirmed: '[scope+id], [scope+row.kind]',
      unreadable: '[scope+id]',
      records: '[scope+id]',
      listing: '[scope+type+name+id]',
      outbox: '[scope+op], [scope+state+order], [scope+rec]',
      scopes: 'scope',
      settings: 'key',
    })
    this.version(2).stores({ sessions: 'id, tab, openedAt, page' }).upgrade(rememberPages)
    this.version(3).stores({ fileMappings: '[signature+from], usedAt' })
    this.version(4).stores({ written: 'scope', derived: '[scope+of]' })
    this.use(markWritten)
  }
}
