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
  const rows = await scope.tx.selectFrom('log').selectAll().where('scope', '=', scope.key).orderBy('nr').execute()
  let before = ''
  for (const [index, row] of rows.entries()) {
    if (row.nr !== index + 1 || row.hash !== sealed(before, row.nr, row)) return index + 1
    before = row.hash
  }
  return rows.length === scope.row.logged && before === scope.row.chain ? undefined : rows.length + 1
}

export const hashOf = (payload: string): string => hash('sha256', payload, 'base64url')
