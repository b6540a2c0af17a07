import { hash } from 'node:crypto'
import type { LogRow } from '../db/tables.ts'
import type { Scope } from '../workspaces/scope.ts'

export type Act = Omit<LogRow, 'scope' | 'nr' | 'hash'>

/** What the chain hashes: everything but the payload itself, which may go after its time; its hash stays. */
const sealed = (before: string, nr: number, act: Act): string =>
  hash('sha256', JSON.stringify([before, nr, ...sealedColumns.map((column) => act[column])]), 'base64url')

const sealedColumns = [
  'at',
  'member',
  'paired',
  'device',
  'n',
  'op',
  'kind',
  'rec',
  'field',
  'payload_hash',
  'st',
  'rev',
  'code',
] as const satisfies (keyof Act)[]

/** R7: one row an act, each hashed with the one before, so that a cut or a change shows. */
export function chained(scope: Scope, acts: Act[]): { rows: LogRow[]; logged: number; chain: string } {
  let { logged, chain } = scope.row
  const rows = acts.map((act): LogRow => {
    logged += 1
    chain = sealed(chain, logged, act)
    return { scope: scope.key, nr: logged, ...act, hash: chain }
  })
  return { rows, logged, chain }
}

/** The number of the first row that does not follow from the one before it, or undefined where the chain is whole. */
export async function brokenLink(scope: Scope): Promise<number | undefined> {
  let [before, last] = ['', 0]
  for await (const row of logRows(scope)) {
    if (!follows(before, last, row)) return last + 1
    before = row.hash
    last = row.nr
  }
  return last === scope.row.logged && before === scope.row.chain ? undefined : last + 1
}

/** Whether a row is the next one after the one with this hash and number. */
export const follows = (before: string, last: number, row: LogRow): boolean =>
  row.nr === last + 1 && row.hash === sealed(before, row.nr, row)

/** The whole chain in its order, a few rows at a time: it may be of any length. */
export async function* logRows(scope: Scope): AsyncGenerator<LogRow> {
  for (let after = 0; ; ) {
    const log = scope.tx.selectFrom('log').selectAll().where('scope', '=', scope.key)
    const rows = await log.where('nr', '>', after).orderBy('nr').limit(500).execute()
    yield* rows
    const last = rows.at(-1)
    if (!last) return
    after = last.nr
  }
}

export const hashOf = (payload: string): string => hash('sha256', payload, 'base64url')
