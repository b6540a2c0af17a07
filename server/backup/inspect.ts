import { z } from 'zod'
import type { LogRow } from '../db/tables.ts'
import type { Secret } from '../secret.ts'
import { follows } from '../sync/log.ts'
import { Damaged, type Head, type Value } from './format.ts'
import { partsOf } from './read.ts'

export type Inspected = {
  head: Head
  tables: Record<string, number>
  workspaces: { id: string; name: string; clients: number }[]
  scopes: { id: string; workspace: string; kind: string; head: number; epoch: string; broken?: number }[]
}

/** As much of each table as an operator wants to see of it; whatever else is in a row is not looked at. */
const Workspace = z.object({ id: z.string(), name: z.string() })
const ScopeRow = z.object({
  scope: z.number(),
  id: z.string(),
  workspace: z.string(),
  kind: z.string(),
  epoch: z.string(),
  seq: z.number(),
  logged: z.number(),
  chain: z.string(),
  gone_at: z.string().nullable().default(null),
})
type ScopeRow = z.infer<typeof ScopeRow>

/** Reads all of it, checks its checksum and every audit chain in it, and touches nothing. */
export async function inspect(file: string, passphrase: Secret | undefined): Promise<Inspected> {
  const tables: Record<string, number> = {}
  const workspaces = new Map<string, { id: string; name: string; clients: number }>()
  const chains = new Map<number, { row: ScopeRow; before: string; last: number; broken?: number }>()
  let [head, table, columns]: [Head | undefined, string, string[]] = [undefined, '', []]
  for await (const part of partsOf(file, passphrase)) {
    if ('head' in part) head = part.head
    else if ('table' in part) {
      table = part.table
      columns = part.columns
      tables[table] = 0
    } else {
      tables[table] = (tables[table] ?? 0) + 1
      const row = named(columns, part.row)
      if (table === 'workspaces') {
        const workspace = shaped(Workspace, row)
        workspaces.set(workspace.id, { ...workspace, clients: 0 })
      } else if (table === 'scopes') {
        const scope = shaped(ScopeRow, row)
        chains.set(scope.scope, { row: scope, before: '', last: 0 })
        const workspace = workspaces.get(scope.workspace)
        if (workspace && scope.kind === 'client' && scope.gone_at === null) workspace.clients += 1
      } else if (table === 'log') {
        const chain = chains.get(Number(row.scope))
        if (!chain) throw new Damaged('it has a log row of no scope.')
        const { hash, nr } = row as LogRow // the columns of the log, as this server wrote them; `follows` hashes what it finds
        if (chain.broken === undefined && !follows(chain.before, chain.last, row as LogRow))
          chain.broken = chain.last + 1
        chain.before = hash
        chain.last = nr
      }
    }
  }
  if (!head) throw new Damaged('it has no head.')
  const scopes = [...chains.values()].map(({ row, before, last, broken }) => {
    const cut = last === row.logged && before === row.chain ? undefined : last + 1
    const found = broken ?? cut
    const { id, workspace, kind, epoch, seq } = row
    return { id, workspace, kind, epoch, head: seq, ...(found === undefined ? {} : { broken: found }) }
  })
  return { head, tables, workspaces: [...workspaces.values()], scopes }
}

export const named = (columns: string[], row: Value[]): Record<string, Value> =>
  Object.fromEntries(columns.map((column, index) => [column, row[index] ?? null]))

function shaped<T>(schema: z.ZodType<T>, row: unknown): T {
  const parsed = schema.safeParse(row)
  if (!parsed.success) throw new Damaged('a row of it has not the expected shape.')
  return parsed.data
}
