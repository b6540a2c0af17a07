import { equal, fieldOf, foldObservation } from '../../shared/inventory/fold.ts'
import { keptOf } from '../../shared/inventory/people/kept.ts'
import type { InventoryRecord } from '../../shared/inventory/record.ts'
import type { PeopleMode } from '../../shared/model/client.ts'
import type { VendorAccount } from '../../shared/model/evidence.ts'
import type { Uuid } from '../../shared/model/id.ts'
import { type Fields, type Questions, recordIdOf, type Sighting } from '../../shared/model/observation.ts'
import { type Outcome, ok } from '../../shared/problem.ts'
import type { Reading } from '../connector-kit/run.ts'
import type { AskingSighting } from '../connector-kit/sighting.ts'
import type { Database } from '../db/database.ts'
import type { Draft, Session, StoredRecord } from '../db/schema.ts'
import { seenOn } from '../db/seen-on.ts'
import { stored } from '../db/storage-problem.ts'
import { boundClient } from '../records/binding.ts'
import { peopleModeOf } from '../records/people-mode.ts'
import { getSetting } from '../settings/store.ts'
import { draftIdOf, fingerprintOf } from './fingerprint.ts'
import { isAnswered } from './questions.ts'

type Received = { proposed: number; unchanged: number }
/** A sighting with the ids that it needs, hashed before the transaction (C3). */
type Identified = {
  sighting: Sighting
  questions: Questions | undefined
  draft: Uuid
  dismissed: boolean
  record: [Uuid, Uuid] | null
  /** What accepting it would keep, by how the client's people are kept. */
  kept: Sighting
  /** The active client, where the page does not say whose it is. */
  client: Uuid | null
}

/**
 * What a visit showed becomes drafts, in one transaction with the row of the visit. What is known already and unchanged
 * makes no noise: only the time at which it was seen moves on, and that without an op.
 */
export const receiveReading = (db: Database, session: Session, reading: Reading): Promise<Outcome<Received>> =>
  stored(async () => {
    const identified = await identify(db, session.host, reading.sightings)
    return db.transaction('rw', [db.sessions, db.drafts, db.records], async () => {
      const received = await propose(db, session, identified)
      await db.sessions.put({
        ...session,
        connector: reading.connector?.id ?? null,
        found: reading.found,
        unchanged: received.unchanged,
        problem: reading.problem,
        total: reading.total,
        understood: reading.understood,
        taught: reading.taught,
        missing: reading.missing,
      })
      return ok(received)
    })
  })

async function identify(db: Database, host: string, sightings: AskingSighting[]): Promise<Identified[]> {
  const clients = await clientsOf(db, sightings)
  const active = (await getSetting(db, 'activeClient'))?.client ?? null
  const drafts = await Promise.all(sightings.map((sighting) => draftIdOf(host, sighting, active)))
  const refused = await db.dismissed.bulkGet(drafts)
  const modes = await modesOf(db, [...clients.values(), active])
  return Promise.all(
    drafts.flatMap((draft, place) => {
      const sighting = sightings[place]
      const client = sighting === undefined ? null : clientOf(sighting, clients, active)
      return sighting ? [identified(sighting, draft, refused[place]?.fingerprint, client, modes.get(client))] : []
    }),
  )
}

async function modesOf(db: Database, clients: (Uuid | null)[]): Promise<Map<Uuid | null, PeopleMode>> {
  const known = [...new Set(clients)].flatMap((client) => client ?? [])
  return new Map(await Promise.all(known.map(async (client) => [client, await peopleModeOf(db, client)] as const)))
}

async function identified(
  { questions, ...sighting }: AskingSighting,
  draft: Uuid,
  refused: Uuid | undefined,
  client: Uuid | null,
  mode: PeopleMode | undefined,
): Promise<Identified> {
  const dismissed = refused !== undefined && refused === (await fingerprintOf(sighting))
  const record: Identified['record'] = client === null ? null : [client, await recordIdOf(client, sighting)]
  const kept = record && mode ? keptOf(mode, sighting, record[1]) : sighting
  return { sighting, questions, draft, dismissed, record, kept, client: sighting.vendorAccount ? null : client }
}

/** A page that does not show its account is compared with what the active client has. */
const clientOf = ({ vendorAccount }: Sighting, clients: Map<string, Uuid | null>, active: Uuid | null): Uuid | null =>
  vendorAccount ? (clients.get(accountKey(vendorAccount)) ?? null) : active

const accountKey = ({ vendor, id }: VendorAccount): string => JSON.stringify([vendor, id])

/** One look-up an account, not one a sighting: a page of 2,000 people is one account. */
async function clientsOf(db: Database, sightings: Sighting[]): Promise<Map<string, Uuid | null>> {
  const accounts = new Map<string, VendorAccount>()
  for (const { vendorAccount } of sightings) if (vendorAccount) accounts.set(accountKey(vendorAccount), vendorAccount)
  const bound = [...accounts].map(async ([key, account]) => [key, await boundClient(db, account)] as const)
  return new Map(await Promise.all(bound))
}

async function propose(db: Database, session: Session, found: Identified[]): Promise<Received> {
  const drafts = await db.drafts.bulkGet(found.map(({ draft }) => draft))
  const records = await recordsOf(db, found)
  const put: Draft[] = []
  const gone: Uuid[] = []
  const looked: StoredRecord[] = []
  for (const [place, { sighting, questions, draft: id, dismissed, record, kept, client }] of found.entries()) {
    const known = record ? records.get(record[1]) : undefined
    if (known && isOld(known, kept) && !isAsking(known, questions)) {
      looked.push(lookedAgain(known, kept))
      gone.push(id)
    } else if (!dismissed)
      put.push(
        asking(
          drafts[place] ? again(drafts[place], session, sighting) : first(id, session, sighting, client),
          questions,
        ),
      )
  }
  await db.records.bulkPut(looked)
  await db.drafts.bulkDelete(gone)
  await db.drafts.bulkPut(put)
  return { proposed: put.length, unchanged: looked.length }
}

async function recordsOf(db: Database, found: Identified[]): Promise<Map<Uuid, StoredRecord>> {
  const keys = found.flatMap(({ record }) => (record ? [record] : []))
  const records = await db.records.bulkGet(keys)
  return new Map(records.flatMap((record) => (record ? [[record.id, record]] : [])))
}

/** Accepting it would not change what any field is believed to be. A deleted thing that is seen again is news. */
function isOld(record: InventoryRecord, sighting: Sighting): boolean {
  if (record.deleted !== 0) return false
  const after = foldObservation(record, { id: record.id, rec: record.id, sighting }, 0)
  return Object.entries(after.cells).every(([field, cell]) => {
    const present = Object.hasOwn(record.cells, field) ? record.cells[field] : undefined
    return present !== undefined && equal(present.value, cell.value)
  })
}

/** A question is answered where one of its readings is believed already. */
const isAsking = (record: InventoryRecord, questions: Questions = {}): boolean =>
  Object.entries(questions).some(([field, question]) => !isAnswered(question, fieldOf(record, field)?.value))

/** What the draft shows by now is asked no longer. */
function asking(draft: Draft, questions: Questions | undefined): Draft {
  const { questions: former, ...plain } = draft
  const open = Object.entries({ ...former, ...questions }).filter(
    ([field]) => !Object.hasOwn(draft.sighting.fields, field),
  )
  return open.length > 0 ? { ...plain, questions: Object.fromEntries(open) } : plain
}

const whereOf = ({ id, tab, host }: Session) => ({ session: id, tab, host })

const first = (id: Uuid, session: Session, sighting: Sighting, client: Uuid | null): Draft => {
  const seenAt = sighting.capture.at
  return { id, ...whereOf(session), client, sighting, firstSeenAt: seenAt, seenAt }
}

/** A page that shows less of the same thing (a list after its details) does not make the draft poorer. */
function again(present: Draft, session: Session, sighting: Sighting): Draft {
  const richer = tellsMore(present.sighting.fields, sighting.fields) ? present.sighting : sighting
  return { ...present, ...whereOf(session), sighting: richer, seenAt: sighting.capture.at }
}

/** The former fields say all that the new ones say, and more. */
function tellsMore(former: Fields, fields: Fields): boolean {
  const names = Object.keys(fields)
  const within = names.every((name) => {
    const [before, now] = [Object.hasOwn(former, name) ? former[name] : undefined, fields[name]]
    return before !== undefined && now !== undefined && equal(before, now)
  })
  return within && Object.keys(former).length > names.length
}

const lookedAgain = (record: StoredRecord, { capture }: Sighting): StoredRecord =>
  seenOn({ ...record, lookedAt: later(record.lookedAt, capture.at) }, capture)

const later = (a: string | undefined, b: string): string => (a !== undefined && Date.parse(a) > Date.parse(b) ? a : b)
