import { equal, fieldOf, foldObservation } from '../../shared/inventory/fold.ts'
import { observeAs } from '../../shared/inventory/people/kept.ts'
import { withoutNames } from '../../shared/inventory/people/masked.ts'
import type { PeopleMode } from '../../shared/model/client.ts'
import { newOrderedId, type Uuid } from '../../shared/model/id.ts'
import { canonical, type Fields, FieldValue, type Observation } from '../../shared/model/observation.ts'
import { fieldSchema } from '../../shared/model/record-type.ts'
import { fail, type Outcome, ok } from '../../shared/problem.ts'
import { addOps, blank, layOver, revive } from '../db/beliefs.ts'
import type { Database } from '../db/database.ts'
import { enqueue, type PartialOp } from '../db/outbox.ts'
import type { Draft, StoredRecord } from '../db/schema.ts'
import { thisDevice } from '../db/scopes.ts'
import { stored } from '../db/storage-problem.ts'
import { bindingIdOf, bindOps, readBinding } from '../records/binding.ts'
import { peopleModeOf } from '../records/people-mode.ts'
import { getSetting } from '../settings/store.ts'
import { withAnswers } from './questions.ts'

type Wish = {
  /** Values that the person put in place of what the page showed. */
  corrections?: Fields
  /** The person says that a page which does not show its account belongs to the active client. */
  confirmed?: boolean
  /** What the person looked at when deciding: nothing else is recorded, and under no other client. */
  seen?: { client: Uuid; fields: Fields }
}
type Accepted = { record: Uuid; client: Uuid }
/** All that takes hashing or randomness, made before the transaction (C3). */
type Prepared = { draft: Draft; observation: Observation; client: Uuid; binding: Uuid | null; at: string }

/** A draft becomes a fact of the active client: observation, record, outbox and binding, all or nothing. */
export const acceptDraft = (db: Database, id: Uuid, wish: Wish = {}): Promise<Outcome<Accepted>> =>
  stored(async () => {
    const draft = await db.drafts.get(id)
    if (!draft) return fail('DRAFT_GONE')
    const client = (await getSetting(db, 'activeClient'))?.client
    if (!client) return fail('NO_CLIENT')
    if (wish.seen && wish.seen.client !== client) return fail('CLIENT_SWITCHED')
    const mode = await peopleModeOf(db, client)
    if (wish.seen && !isAsSeen(draft, wish.seen.fields, mode)) return fail('DRAFT_CHANGED')
    const { sighting, rest } = withAnswers(draft, wish.corrections ?? {})
    const corrections = parseCorrections(draft, rest)
    if (!corrections.ok) return corrections
    const { vendorAccount } = sighting
    if (!vendorAccount && !wish.confirmed) return fail('CLIENT_UNCONFIRMED')
    const observation = await observeAs(mode, client, sighting)
    const binding = vendorAccount ? await bindingIdOf(vendorAccount) : null
    const prepared = { draft, observation, client, binding, at: new Date().toISOString() }
    // Nobody is named by a correction where nobody is shown by name.
    const kept = mode === 'full' ? corrections.value : withoutNames(sighting.type, corrections.value)
    return commit(db, prepared, kept)
  })

/** The screen showed the same values; of who it is, no more than the client's mode shows. */
const isAsSeen = ({ sighting: { type, fields } }: Draft, seen: Fields, mode: PeopleMode): boolean =>
  mode === 'full'
    ? canonical(seen) === canonical(fields)
    : canonical(withoutNames(type, seen)) === canonical(withoutNames(type, fields))

const commit = (db: Database, prepared: Prepared, corrections: Fields): Promise<Outcome<Accepted>> =>
  db.transaction(
    'rw',
    [db.settings, db.drafts, db.scopes, db.outbox, db.observations, db.records, db.listing],
    async () => {
      const { draft, observation, client } = prepared
      const refused = (await draftChanged(db, draft)) ?? (await wrongClient(db, prepared))
      if (refused) return refused
      const record = await db.records.get([client, observation.rec])
      const ops = acceptOps(prepared, record, corrections)
      await bind(db, prepared)
      await db.observations.put({ scope: client, id: observation.id, rec: observation.rec, rev: 0, observation })
      await enqueue(db, { id: client, kind: 'client' }, ops)
      await layOver(db, client, ops)
      await db.drafts.delete(draft.id)
      return ok({ record: observation.rec, client })
    },
  )

/** What is recorded is what the person saw: a draft that was decided, or shows something else since, is not. */
async function draftChanged(db: Database, seen: Draft): Promise<Outcome<never> | undefined> {
  const present = await db.drafts.get(seen.id)
  const same = present && canonical(present.sighting.fields) === canonical(seen.sighting.fields)
  return same ? undefined : fail('DRAFT_GONE')
}

/** The guard: one vendor account, one client, and the client is still there and still the active one. */
async function wrongClient(db: Database, { draft, client, binding }: Prepared): Promise<Outcome<never> | undefined> {
  const { workspace } = await thisDevice(db)
  const active = await getSetting(db, 'activeClient')
  const owner = await db.records.get([workspace, client])
  if (active?.client !== client || !owner || owner.deleted !== 0) return fail('NO_CLIENT')
  const bound = binding ? await readBinding(db, binding) : draft.client
  if (!bound || bound === client) return undefined
  return fail('WRONG_CLIENT', await clientName(db, workspace, bound))
}

async function clientName(db: Database, workspace: Uuid, client: Uuid): Promise<string> {
  const record = await db.records.get([workspace, client])
  const name = record && fieldOf(record, 'name')?.value
  return typeof name === 'string' ? name : client
}

async function bind(db: Database, { draft, client, binding, at }: Prepared): Promise<void> {
  const account = draft.sighting.vendorAccount
  if (!binding || !account || (await readBinding(db, binding))) return
  const { workspace } = await thisDevice(db)
  const former = await db.records.get([workspace, binding])
  const ops = [...revive(former, binding, at), ...bindOps(binding, account, client, former?.rev ?? 0, at)]
  await enqueue(db, { id: workspace, kind: 'workspace' }, ops)
  await layOver(db, workspace, ops)
}

function acceptOps(
  { observation, client, at }: Prepared,
  record: StoredRecord | undefined,
  corrections: Fields,
): PartialOp[] {
  const { rec, sighting } = observation
  const about = { rec, type: sighting.type, base: record?.rev ?? 0, at }
  const { cells } = foldObservation(record ?? blank(client, rec, sighting.type), observation, 0)
  const sets = Object.entries(corrections).map(([field, value]): PartialOp => {
    const captured = Object.hasOwn(cells, field) ? cells[field] : undefined
    return { ...about, op: newOrderedId(), kind: 'set', field, value, ...(captured ? { against: captured.value } : {}) }
  })
  return [...addOps(observation, record, at), ...sets]
}

/** A correction that says what the page says is none. */
function parseCorrections({ sighting }: Draft, corrections: Fields): Outcome<Fields> {
  const parsed: Fields = {}
  for (const [field, value] of Object.entries(corrections)) {
    const checked = fieldSchema(sighting.type, field)?.safeParse(value)
    if (!checked?.success) return fail('BAD_VALUE', field)
    const corrected = FieldValue.parse(checked.data)
    const shown = Object.hasOwn(sighting.fields, field) ? sighting.fields[field] : undefined
    if (shown === undefined || !equal(shown, corrected)) parsed[field] = corrected
  }
  return ok(parsed)
}
