import { readMaterial } from '../../extension/connector-kit/run.ts'
import { connectors } from '../../extension/connectors/index.ts'
import { layOver } from '../../extension/db/beliefs.ts'
import { Database } from '../../extension/db/database.ts'
import { enqueue, type PartialOp } from '../../extension/db/outbox.ts'
import { openScope } from '../../extension/db/scopes.ts'
import { createClient } from '../../extension/records/clients.ts'
import { acceptDraft } from '../../extension/review/accept.ts'
import { newVisit } from '../../extension/review/new-visit.ts'
import { receiveReading } from '../../extension/review/receive.ts'
import { putSetting } from '../../extension/settings/store.ts'
import { syncNow } from '../../extension/sync/loop.ts'
import { newId, type Uuid } from '../../shared/model/id.ts'
import { observe, type Sighting } from '../../shared/model/observation.ts'

/** The extension's own device code in a page of the benchmark: the browser's real IndexedDB, the real server. */
const db = new Database()

export type Pairing = { server: string; token: string; workspace: Uuid }

export async function pair({ server, token, workspace }: Pairing): Promise<void> {
  await putSetting(db, { key: 'device', id: newId(), name: 'Bench', workspace, adopted: true })
  await openScope(db, workspace, 'workspace')
  await putSetting(db, { key: 'server', url: server, token, member: 'bench', pairedAt: new Date().toISOString() })
}

export const newClient = (name: string): Promise<Uuid> => createClient(db, name)

/** Accepted subscriptions as a review leaves them, in bulk. Gives the bytes of each op. */
export async function acceptMany(client: Uuid, count: number): Promise<string[]> {
  const observations = await Promise.all(Array.from({ length: count }, (_, n) => observe(client, subscription(n))))
  const at = new Date().toISOString()
  const ops = observations.map(
    (value): PartialOp => ({ op: newId(), kind: 'add', rec: value.rec, type: 'subscription', base: 0, at, value }),
  )
  await db.transaction('rw', [db.scopes, db.outbox, db.observations, db.records, db.listing], async () => {
    const rows = observations.map((observation) => ({
      scope: client,
      id: observation.id,
      rec: observation.rec,
      rev: 0,
      observation,
    }))
    await db.observations.bulkPut(rows)
    await enqueue(db, { id: client, kind: 'client' }, ops)
    await layOver(db, client, ops)
  })
  return ops.map((op) => JSON.stringify(op))
}

/** Milliseconds of one sync until everything that was asked for is done. */
export async function sync(): Promise<number> {
  const start = performance.now()
  const report = await syncNow(db)
  if (report.problem || report.stopped.length) throw new Error(JSON.stringify(report))
  return performance.now() - start
}

export const countOf = (client: Uuid): Promise<number> =>
  db.records.where('[scope+id]').between([client, ''], [client, '~']).count()

/** Capture → draft, from the text of a response to drafts that are durable. Milliseconds each, and the drafts. */
export async function capture(text: string, url: string, page: string): Promise<{ ms: number; drafts: number }> {
  const at = new Date().toISOString()
  const start = performance.now()
  const material = { url: page, title: 'Bench', lang: 'en', at, responses: [{ url, text }], page: null }
  const reading = readMaterial(material, connectors, newId())
  const session = newVisit({ id: newId(), tab: 1, url: page, title: 'Bench', openedAt: at })
  const received = await receiveReading(db, session, reading)
  if (!received.ok) throw new Error(received.problem.code)
  return { ms: performance.now() - start, drafts: received.value.proposed }
}

/** Accept → durable: one strict transaction a draft. Milliseconds of each. */
export async function acceptEach(limit: number): Promise<number[]> {
  const samples: number[] = []
  for (const { id } of await db.drafts.limit(limit).toArray()) {
    const start = performance.now()
    const accepted = await acceptDraft(db, id, { confirmed: true })
    if (!accepted.ok) throw new Error(accepted.problem.code)
    samples.push(performance.now() - start)
  }
  return samples
}

/** Floor of a commit: the same rows put into a bare IndexedDB store, one strict transaction each. */
export async function commitFloor(bodies: string[]): Promise<number[]> {
  const bare = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('floor', 1)
    request.onupgradeneeded = () => request.result.createObjectStore('rows', { autoIncrement: true })
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  const samples: number[] = []
  for (const body of bodies) {
    const start = performance.now()
    await new Promise<void>((resolve, reject) => {
      const transaction = bare.transaction('rows', 'readwrite', { durability: 'strict' })
      transaction.objectStore('rows').put(body)
      transaction.oncomplete = () => resolve()
      transaction.onerror = () => reject(transaction.error)
    })
    samples.push(performance.now() - start)
  }
  bare.close()
  return samples
}

function subscription(n: number): Sighting {
  const product = `Product ${n}`
  const fields = {
    product,
    plan: n % 3 ? 'Business' : 'Enterprise',
    sku: `SKU-${n}`,
    seatsPurchased: (n * 7) % 400,
    seatsAssigned: (n * 5) % 400,
    totalPrice: { minor: 100 * ((n * 13) % 9000), currency: 'EUR' },
    renewsOn: `2027-${String((n % 12) + 1).padStart(2, '0')}-01`,
    status: 'active' as const,
  }
  const evidence = Object.entries(fields).map(([field, value]) => {
    const excerpt = typeof value === 'object' ? '1,234.00' : String(value)
    return [
      field,
      { source: 'json' as const, locator: `subscriptions/${n}/${field}`, excerpt, confidence: 'high' as const },
    ]
  })
  return {
    type: 'subscription',
    key: `sku ${n}`,
    vendor: `vendor-${n % 200}.example`,
    vendorAccount: { vendor: `vendor-${n % 200}.example`, id: `account-${n % 200}` },
    fields,
    evidence: Object.fromEntries(evidence),
    capture: {
      id: newId(),
      at: '2026-11-20T10:00:00.000Z',
      url: 'https://admin.example.com/subscriptions',
      connector: { id: 'bench', version: 1 },
    },
  }
}
