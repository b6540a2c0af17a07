import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { openDatabase } from '../../../server/db/database.ts'
import { beside, type Row, timed } from '../measure.ts'
import { editOf, opsOf } from './ops.ts'
import { bundledServer, startProcess } from './process.ts'
import { makeRecords } from './records.ts'
import type { Ready } from './server.entry.ts'
import { WireDevice } from './wire-device.ts'

const clients = 2000
const ofClient = 5000

/** `npm run bench -- sync-large [--rows N]`: one client among N rows of others, beside the same client among 10,000. */
export async function syncLarge(): Promise<Row[]> {
  const at = process.argv.indexOf('--rows')
  const rows = Number((at > 0 ? process.argv[at + 1] : undefined) ?? 1_000_000)
  const [small, large] = [await among(10_000, 2), await among(rows, clients)]
  try {
    const [pushes, pulls]: [number[][], number[][]] = [
      [[], []],
      [[], []],
    ]
    for (let round = 0; round < 60; round++)
      for (const [place, one] of [small, large].entries()) {
        pushes[place]?.push(await timed(() => one.push(round)))
        pulls[place]?.push(await timed(() => one.pull()))
      }
    const size = rows.toLocaleString('en')
    const named = (what: string) => `${what}, among ${size} rows of ${clients.toLocaleString('en')} clients, ms`
    const target = '≤ 1.5 ×'
    return [
      { ...beside(named('20 edits pushed'), pushes[1] ?? [], 'among 10,000', pushes[0] ?? []), target },
      { ...beside(named('a page pulled'), pulls[1] ?? [], 'among 10,000', pulls[0] ?? []), target },
    ]
  } finally {
    await small.stop()
    await large.stop()
  }
}

/** A server on a database that holds so much of others, and one client of 5,000 records in it. */
async function among(rows: number, of: number) {
  const folder = mkdtempSync(join(tmpdir(), 'stocktake-large-'))
  const file = join(folder, 'stocktake.sqlite')
  await (await openDatabase({ file })).close()
  const seconds = await timed(() => fill(file, rows, of))
  console.error(`${rows} rows of ${of} clients made in ${Math.round(seconds / 1000)} s`)
  const server = await startProcess<Ready>(await bundledServer(), ['1'], folder)
  const { url, workspace, tokens } = server.ready
  const [token = ''] = tokens
  const client = randomUUID()
  const common = { op: randomUUID(), n: 1, rec: client, base: 0, at: new Date().toISOString() }
  const name = { ...common, kind: 'set', type: 'client', field: 'name', value: 'Acme' } as const
  await new WireDevice(url, token, randomUUID(), workspace).push([name])
  const device = new WireDevice(url, token, randomUUID(), client)
  const ops = await opsOf('captured', client, makeRecords(ofClient))
  await device.push(ops)
  let n = ops.length
  const push = async (round: number): Promise<void> => {
    const some = ops.slice(round * 20, round * 20 + 20)
    await device.push(some.map((op) => editOf('captured', ++n, op, ofClient, 1000 + round)))
  }
  /** The same page each time, from the middle of the client. */
  const pull = () => device.ask(`/${client}/changes?protocol=1&schema=4&after=2000&floor=0&limit=500`)
  const stop = async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  return { push, pull, stop }
}

/** Rows of other clients, made by SQL: as long as real ones, and as many in each table. */
function fill(file: string, rows: number, of: number): void {
  const database = new Sqlite(file)
  database.pragma('synchronous = OFF')
  database.pragma('foreign_keys = OFF')
  const each = Math.floor(rows / of)
  const run = (text: string) => database.prepare(text).run({ of, each, long: 'x'.repeat(560) })
  const uuid = "lower(hex(randomblob(4)) || '-0000-4000-8000-' || printf('%012x', n.n))"
  const count = '(with recursive n(n) as (select 1 union all select n + 1 from n where n < @each) select n from n)'
  database.exec("insert into workspaces (id, name, created_at) values ('filler', 'Filler', '2026-01-01T00:00:00.000Z')")
  run(`with recursive n(n) as (select 1 union all select n + 1 from n where n < @of)
    insert into scopes (scope, workspace, id, kind, epoch, seq, min_retained, purged_to, logged, chain)
      select n, 'filler', ${uuid}, 'client', ${uuid}, @each, 0, 0, @each, '' from n where @each + length(@long) > 0`)
  for (let scope = 1; scope <= of; scope++)
    database.transaction(() => {
      run(
        `insert into rows (scope, kind, id, rev, rec, type, open, body)
          select ${scope}, 'record', ${uuid}, n, ${uuid}, 'lot', 0, @long from ${count} n where @of > 0`,
      )
      run(`insert into records (scope, id, type, rev, deleted, deleted_by, deleted_at, body)
        select ${scope}, ${uuid}, 'lot', n, 0, null, null, @long from ${count} n where @of > 0`)
      run(`insert into log (scope, nr, at, member, paired, device, n, op, kind, rec, field, payload, payload_hash, st, rev, code, hash)
        select ${scope}, n, '2026-01-01T00:00:00.000Z', null, null, null, n, ${uuid}, 'set', null, 'note',
        @long, 'filler', 'applied', n, null, ${uuid} from ${count} n where @of > 0`)
    })()
  database.pragma('wal_checkpoint(truncate)')
  database.close()
}
