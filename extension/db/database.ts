import { Dexie, type Table } from 'dexie'
import type { Uuid } from '../../shared/model/id.ts'
import type { Setting } from '../settings/settings.ts'
import type { ConfirmedRow, Draft, OutboxOp, ScopeState, Session, StoredObservation, StoredRecord } from './schema.ts'

/** Everything this device keeps. Every row of a client is keyed by its scope first, so no query can miss it. */
export class Database extends Dexie {
  declare drafts: Table<Draft, Uuid>
  declare sessions: Table<Session, Uuid>
  /** Drafts that a person dismissed: the same content is not proposed again. */
  declare dismissed: Table<{ id: Uuid; fingerprint: Uuid }, Uuid>
  declare observations: Table<StoredObservation, [Uuid, Uuid]>
  declare confirmed: Table<ConfirmedRow, [Uuid, Uuid]>
  declare records: Table<StoredRecord, [Uuid, Uuid]>
  declare outbox: Table<OutboxOp, [Uuid, number]>
  declare scopes: Table<ScopeState, Uuid>
  declare settings: Table<Setting, string>

  constructor(name = 'stocktake') {
    // C2: a committed transaction survives a crash of the machine.
    super(name, { chromeTransactionDurability: 'strict' })
    this.version(1).stores({
      drafts: 'id, session, host',
      sessions: 'id, tab, openedAt',
      dismissed: 'id',
      observations: '[scope+id], [scope+rec]',
      confirmed: '[scope+id], [scope+row.kind]',
      records: '[scope+id], [scope+type]',
      outbox: '[scope+n], op, [scope+state], [scope+rec]',
      scopes: 'scope',
      settings: 'key',
    })
  }
}
