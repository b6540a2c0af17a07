import { type Belief, beliefOf } from '../../../shared/inventory/belief.ts'
import { historyOf, type Said, type Word } from '../../../shared/inventory/history.ts'
import { type PriceEdits, type PricePoint, priceHistory } from '../../../shared/inventory/money/price-history.ts'
import { isShownAsIs, maskedRecord } from '../../../shared/inventory/people/masked.ts'
import type { PeopleMode } from '../../../shared/model/client.ts'
import type { Uuid } from '../../../shared/model/id.ts'
import { FieldValue } from '../../../shared/model/observation.ts'
import type { Row } from '../../../shared/sync.ts'
import type { Database } from '../../db/database.ts'
import type { OutboxOp, StoredRecord } from '../../db/schema.ts'
import { observationsOf } from '../../records/observations.ts'
import { peopleModeOf } from '../../records/people-mode.ts'

/** What was decided of one term, and by which device. */
export type Decided = { belief: Belief<'decision'>; by: Uuid | undefined; at: string }

/** Everything that this device keeps of one subscription, beside what is derived of the whole inventory. */
export type Dossier = {
  mode: PeopleMode
  record: StoredRecord
  history: Said[]
  prices: PricePoint[]
  /** By the last day of the term, the latest first. */
  decisions: Decided[]
  /** The number of this device in the client's scope: what it says is yours. */
  device: Uuid | undefined
}

export async function dossierOf(db: Database, client: Uuid, id: Uuid): Promise<Dossier | undefined> {
  const stored = await db.records.get([client, id])
  if (stored?.type !== 'subscription') return undefined
  const [mode, seen, words, decisions, scope] = await Promise.all([
    peopleModeOf(db, client),
    observationsOf(db, client, [id]),
    wordsOn(db, client, id),
    decisionsOn(db, client, id),
    db.scopes.get(client),
  ])
  const observations = seen.get(id) ?? []
  // Whoever owns it is somebody too, now and in all that was said before.
  const record = maskedRecord(stored, mode, id)
  const history = historyOf(stored, observations, words).filter(({ field }) => isShownAsIs('subscription', field, mode))
  return {
    mode,
    record,
    history,
    prices: priceHistory(observations, editsIn(history)),
    decisions,
    device: scope?.device,
  }
}

/** Every word on a field that was not refused or taken for another: a former price of a person is a price too. */
const editsIn = (history: Said[]): PriceEdits =>
  // The last word of a field is the one that the others are read by.
  [...history]
    .reverse()
    .flatMap(({ field, value, at, by, is }) =>
      by.kind === 'person' && (is === 'stands' || is === 'former')
        ? [{ field, edit: { value, at, by: by.device, seq: 0 } }]
        : [],
    )

/** Of what people said, all that is still here: what the server confirmed, what this device sent, what lost a conflict. */
async function wordsOn(db: Database, client: Uuid, id: Uuid): Promise<Word[]> {
  const [confirmed, sent, conflicts] = await Promise.all([
    db.confirmed.get([client, id]),
    db.outbox.where('[scope+rec]').equals([client, id]).toArray(),
    db.confirmed.where('[scope+row.kind]').equals([client, 'conflict']).toArray(),
  ])
  return [
    ...(confirmed?.row.kind === 'record' ? Object.entries(confirmed.row.edits) : []).map(
      ([field, { value, at, by }]): Word => ({ field, value, at, by, is: 'said' }),
    ),
    ...sent.flatMap(wordOf),
    ...conflicts.flatMap(({ row }) => (row.kind === 'conflict' && row.rec === id ? lostWord(row) : [])),
  ]
}

function wordOf({ state, device, body }: OutboxOp): Word[] {
  if (body.kind !== 'set' && body.kind !== 'unset') return []
  const value = body.kind === 'set' ? body.value : null
  return [{ field: body.field, value, at: body.at, by: device, is: state === 'rejected' ? 'refused' : 'said' }]
}

function lostWord({ field, value, at, by, resolved }: Extract<Row, { kind: 'conflict' }>): Word[] {
  const lost = value === undefined ? null : FieldValue.safeParse(value).data
  if (field === undefined || lost === undefined) return []
  return [{ field, value: lost, at, by, is: resolved ? 'not-taken' : 'contested' }]
}

async function decisionsOn(db: Database, client: Uuid, subscription: Uuid): Promise<Decided[]> {
  const listed = db.listing.where('[scope+type+name+id]').between([client, 'decision'], [client, 'decision', []])
  const keys = await listed.primaryKeys()
  const records = await db.records.bulkGet(keys.map(([, , , id]): [Uuid, Uuid] => [client, id]))
  const decided = records.flatMap((record): Decided[] => {
    const said = record?.edits.choice
    if (!record || !said || said.value === null) return []
    const belief = beliefOf({ ...record, type: 'decision' })
    return belief.values.subscription === subscription ? [{ belief, by: said.by, at: said.at }] : []
  })
  const last = ({ belief: { values } }: Decided) => values.termEndsOn ?? ''
  return decided.sort((a, b) => (last(a) > last(b) ? -1 : 1))
}
