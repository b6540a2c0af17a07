import { type Kysely, sql } from 'kysely'
import type { AnyTables } from './tables.ts'

/** Who a transaction is while it touches what belongs to a scope: neither owner of the tables nor able to sign in. */
export const rowsRole = 'stocktake_rows'

/**
 * T20, the second wall, in PostgreSQL alone: what belongs to a scope is reached only by a transaction that named it,
 * even where a query forgets its `where`. Tables are found by their columns, so a new one is behind it as well. The
 * owner of the tables reaches content only after saying so (`unconfined`): backups, restores.
 */
export async function buildWall(db: Kysely<AnyTables>): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(db)
  await run(`do $$ begin create role ${rowsRole} nologin;
    exception when duplicate_object or unique_violation then null; end $$`)
  await run(`grant ${rowsRole} to current_user`)
  await run(`do $$ begin execute format('grant usage on schema %I to ${rowsRole}', current_schema()); end $$`)
  await run(`do $$ begin execute format(
    'grant select, insert, update, delete on all tables in schema %I to ${rowsRole}', current_schema()); end $$`)
  const [byScope, byWorkspace] = [await tablesWith(db, 'scope'), await tablesWith(db, 'workspace')]
  for (const table of byScope) {
    if (table === 'scopes') continue
    await run(`alter table ${table} enable row level security`)
    await run(`alter table ${table} force row level security`)
    const both = byWorkspace.includes(table)
    await policy(
      db,
      table,
      'of_scope',
      rowsRole,
      both ? `${ofWorkspace} and (${ofScope} or ${wholeWorkspace})` : ofScope,
    )
    await policy(db, table, 'of_owner', 'current_user', `(select current_setting('stocktake.unconfined', true)) = 'on'`)
  }
  for (const table of byWorkspace) {
    await run(`alter table ${table} enable row level security`)
    // Policies of one table are alternatives: one that looks at the workspace alone would open every client's rows.
    if (table !== 'scopes' && byScope.includes(table)) await run(`drop policy if exists of_workspace on ${table}`)
    else await policy(db, table, 'of_workspace', rowsRole, ofWorkspace)
  }
}

const theWorkspace = `(select current_setting('stocktake.workspace', true))`
const theScopes = `(select nullif(current_setting('stocktake.scopes', true), ''))::bigint[]`
const ofWorkspace = `workspace = ${theWorkspace}`
/**
 * Contained, and not equal: the query's own `scope =` is to find the rows. Of two conditions on one column the planner takes
 * so few rows for the answer, while a table is new, that it reads a whole scope where a key would do.
 */
const ofScope = `array[scope] <@ (${theScopes})`
/** Whoever opened the workspace's own scope may see what it keeps of all its clients: deliveries of webhooks. */
const wholeWorkspace = `(select exists (select from scopes own where own.workspace = ${theWorkspace}
  and own.kind = 'workspace' and own.scope = any (${theScopes})))`

async function policy(db: Kysely<AnyTables>, table: string, name: string, role: string, rule: string) {
  await sql.raw(`drop policy if exists ${name} on ${table}`).execute(db)
  await sql.raw(`create policy ${name} on ${table} to ${role} using (${rule}) with check (${rule})`).execute(db)
}

async function tablesWith(db: Kysely<AnyTables>, column: string): Promise<string[]> {
  const { rows } = await sql<{ table_name: string }>`select c.table_name from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = current_schema() and c.column_name = ${column} and t.table_type = 'BASE TABLE'
    and c.data_type in ('bigint', 'text') order by c.table_name`.execute(db)
  // An account's OAuth scope is a column of that name as well.
  return rows.map(({ table_name }) => table_name).filter((table) => table !== 'credentials')
}
