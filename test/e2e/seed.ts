import { Dexie } from 'dexie'
import { IDBKeyRange, indexedDB } from 'fake-indexeddb'
import { Database } from '../../extension/db/database.ts'
import type { Draft, Session } from '../../extension/db/schema.ts'
import { thisDevice } from '../../extension/db/scopes.ts'
import { createClient, setActiveClient } from '../../extension/records/clients.ts'
import { editField } from '../../extension/records/edit.ts'
import { acceptDraft } from '../../extension/review/accept.ts'
import { newVisit } from '../../extension/review/new-visit.ts'
import { putSetting } from '../../extension/settings/store.ts'
import type { Confidence, EvidenceSource, VendorAccount } from '../../shared/model/evidence.ts'
import { idFrom, newId, type Uuid } from '../../shared/model/id.ts'
import { type Fields, type FieldValue, recordIdOf, type Sighting } from '../../shared/model/observation.ts'
import type { CapturedType } from '../../shared/model/record-type.ts'

Object.assign(Dexie.dependencies, { indexedDB, IDBKeyRange })

/** What the screens are looked at with. Made by the extension's own code, so that no screen shows what it never could. */
export type Dump = Record<string, unknown[]>

export const now = '2027-02-06T13:20:00.000Z'
export const tab = 4711

const confidences: Record<EvidenceSource, Confidence> = {
  json: 'high',
  page: 'medium',
  generic: 'low',
  import: 'low',
  person: 'stated',
}

type Seen = {
  host: string
  vendor: string
  account: VendorAccount | null
  fields: Fields
  type?: CapturedType
  source?: EvidenceSource
  at?: string
  excerpts?: Record<string, string>
}

export function sightingOf(seen: Seen): Sighting {
  const { host, vendor, account, fields, type = 'subscription', source = 'json', at = now, excerpts = {} } = seen
  const evidence = Object.entries(fields).map(([field, value]) => {
    const excerpt = excerpts[field] ?? excerptOf(value)
    const locator = source === 'json' ? `value/0/${field}` : `table “Subscriptions”, column ${field}`
    return [field, { source, locator, excerpt: excerpt.slice(0, 120), confidence: confidences[source] }]
  })
  const key = String(fields.email ?? fields.number ?? fields.invoiceId ?? fields.sku ?? fields.product ?? fields.name)
  const capture = {
    id: newId(),
    at,
    url: `https://${host}/billing/subscriptions`,
    connector: { id: 'seed', version: 1 },
  }
  return { type, key, vendor, vendorAccount: account, fields, evidence: Object.fromEntries(evidence), capture }
}

export async function draftOf(session: Uuid, seen: Seen): Promise<Draft> {
  const sighting = sightingOf(seen)
  const id = await idFrom(seen.account?.id ?? seen.host, sighting.vendor, sighting.type, sighting.key)
  const seenAt = sighting.capture.at
  return { id, session, tab, host: seen.host, client: null, sighting, firstSeenAt: seenAt, seenAt }
}

export const sessionOf = (host: string, over: Partial<Session> = {}): Session => ({
  ...newVisit({
    id: newId(),
    tab,
    url: `https://${host}/billing/subscriptions`,
    title: 'Your products',
    openedAt: now,
  }),
  ...over,
})

/** Accepts what was seen into the active client, as a person would have. */
export async function accept(db: Database, seen: Seen): Promise<Uuid> {
  const draft = await draftOf(newId(), seen)
  await db.drafts.put(draft)
  const outcome = await acceptDraft(db, draft.id, { confirmed: true })
  if (!outcome.ok) throw new Error(`${outcome.problem.code}: ${draft.sighting.key}`)
  return outcome.value.record
}

export const correct = async (db: Database, client: Uuid, seen: Seen, field: string, value: string | number) =>
  editField(db, client, await recordIdOf(client, sightingOf(seen)), field, value)

/** As a console would write it: an amount in major units, a period as a word. */
function excerptOf(value: FieldValue): string {
  if (typeof value !== 'object' || Array.isArray(value)) return String(value)
  return typeof value.minor === 'number'
    ? `${value.currency ?? ''} ${(value.minor / 100).toFixed(2)}`.trim()
    : String(value.unit)
}

let count = 0

/** A device as `fill` leaves it, as rows by table. */
export async function dumpOf(fill: (db: Database) => Promise<void>): Promise<Dump> {
  const db = new Database(`seed-${++count}`)
  await fill(db)
  const tables = await Promise.all(db.tables.map(async (table) => [table.name, await table.toArray()]))
  db.close({ disableAutoOpen: true })
  return Object.fromEntries(tables)
}

/** Connected to a server that knows everything but the last `waiting` changes. */
export async function connected(db: Database, waiting: number): Promise<void> {
  const pairedAt = '2027-01-11T08:00:00.000Z'
  await putSetting(db, { key: 'server', url: 'https://stocktake.example.com', token: 't', member: 'm', pairedAt })
  const state = { problem: null, failures: 0, retryAt: null, at: now, syncedAt: '2027-02-06T12:58:00.000Z' }
  await putSetting(db, { key: 'syncState', ...state })
  const ops = await db.outbox.toArray()
  const late = ops.slice(0, ops.length - waiting)
  await db.outbox.bulkPut(late.map((op, at) => ({ ...op, state: 'acked', order: at + 1 })))
  const fresh = ops.slice(ops.length - waiting)
  await db.outbox.bulkPut(fresh.map((op) => ({ ...op, body: { ...op.body, at: '2027-02-06T13:02:00.000Z' } })))
}

const named = async (db: Database, name: string, hue: number): Promise<Uuid> => {
  const client = await createClient(db, name)
  const { workspace } = await thisDevice(db)
  await editField(db, workspace, client, 'hue', hue)
  return client
}

/** The last one is active. Their hues are chosen here, so that pictures do not differ from run to run. */
export const clients = async (db: Database): Promise<Record<'contoso' | 'northwind', Uuid>> => {
  await named(db, 'Fabrikam Health Partners', 205)
  await named(db, 'Tailspin Toys', 310)
  const northwind = await named(db, 'Northwind Traders', 330)
  const contoso = await named(db, 'Contoso Manufacturing', 262)
  return { contoso, northwind }
}

export { setActiveClient }
