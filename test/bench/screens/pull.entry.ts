import { Dexie } from 'dexie'
import { Database } from '../../../extension/db/database.ts'
import { openScope } from '../../../extension/db/scopes.ts'
import { putSetting } from '../../../extension/settings/store.ts'
import { syncNow } from '../../../extension/sync/loop.ts'
import { newId } from '../../../shared/model/id.ts'
import { limits, type Row } from '../../../shared/sync.ts'
import { observationOf } from '../large-client.ts'

/** A first pull, with the server's answers at hand as text: what the device itself does, parsed, folded and durable. */
let nth = 0

const rowsOf = (count: number): Row[] =>
  Array.from({ length: count }, (_, at) => {
    const value = observationOf('subscription', at, 0)
    return { kind: 'observation', id: value.id, rev: at + 1, type: 'subscription', value }
  })

function pagesOf(rows: Row[], epoch: string): string[] {
  const pages = Math.ceil(rows.length / limits.changesRows)
  return Array.from({ length: pages }, (_, page) => {
    const some = rows.slice(page * limits.changesRows, (page + 1) * limits.changesRows)
    const next = page * limits.changesRows + some.length
    return JSON.stringify({ epoch, rows: some, next, more: page + 1 < pages, head: rows.length, purged: 0 })
  })
}

/** Milliseconds of one sync that brings `count` rows of one client. */
export async function pull(count: number): Promise<number> {
  const db = new Database(`pull-${nth++}`)
  const [workspace, client, epoch] = [newId(), newId(), newId()]
  await putSetting(db, { key: 'device', id: newId(), name: 'Bench', workspace, adopted: true })
  await openScope(db, workspace, 'workspace')
  await putSetting(db, { key: 'server', url: 'http://127.0.0.1:9', token: 't', member: 'm', pairedAt: at })
  const pages = pagesOf(rowsOf(count), epoch)
  const scopes = [{ id: client, kind: 'client', epoch, head: count }]
  const answer = (url: string): string => {
    const { pathname, searchParams } = new URL(url)
    if (pathname === '/v1/scopes') return JSON.stringify({ workspace, scopes })
    // Of another history: then nothing is compared.
    if (pathname.endsWith('/digest')) return JSON.stringify({ epoch: workspace, head: 0, types: {} })
    return pages[Number(searchParams.get('after')) / limits.changesRows] ?? ''
  }
  const json = { 'content-type': 'application/json' }
  const asked: typeof fetch = async (url) =>
    new Response(answer(String(url)), { headers: { ...json, ...linkAfter(String(url), count) } })
  const start = performance.now()
  const report = await syncNow(db, { fetch: asked })
  const ms = performance.now() - start
  const arrived = await db.records.count()
  if (arrived !== count) throw new Error(`${arrived} of ${count} arrived: ${JSON.stringify(report)}`)
  await db.delete()
  return ms
}

const at = '2026-11-28T10:00:00.000Z'

/** As the server does: what follows is told in the head, so that it is asked for meanwhile. */
function linkAfter(url: string, count: number): Record<string, string> {
  const after = Number(new URL(url).searchParams.get('after') ?? Number.NaN) + limits.changesRows
  return after < count ? { link: `<?after=${after}&floor=${count}>; rel="next"` } : {}
}

/** Floor: the same rows in one bulkPut of a bare Dexie table with three secondary indexes. */
export async function bulkPut(count: number): Promise<number> {
  const db = new Dexie(`floor-${nth++}`, { chromeTransactionDurability: 'strict' })
  db.version(1).stores({ rows: 'id, vendor, renewsOn, status' })
  await db.open()
  const rows = rowsOf(count).flatMap((row) => {
    if (row.kind !== 'observation') return []
    const { vendor, fields } = row.value.sighting
    return [{ ...row, vendor, renewsOn: fields.renewsOn, status: fields.status }]
  })
  const start = performance.now()
  await db.table('rows').bulkPut(rows)
  const ms = performance.now() - start
  await db.delete()
  return ms
}
