import { hash } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { AnyTables } from './tables.ts'

/** Who a transaction is while it touches what belongs to a scope: neither owner of the tables nor able to sign in. */
export const rowsRole = 'stocktake_rows'

/**
 * T20, the second wall, in PostgreSQL alone: what belongs to a scope is reached only by a transaction that named it,
 * even where a query forgets its `where`. Tables are found by their columns, so a new one is behind it as well. The
 * owner of the tables reaches content only after saying so (`unconfined`): backups, restores.
 *
 * Whole or not at all, and at every start where it is not the one that stands: a server that died after its migrations
 * has left none, and whoever serves meanwhile must never find half of one.
 */
export async function buildWall(db: Kysely<AnyTables>): Promise<void> {
  const { of, statements } = await wallOf(db)
  const value = hash('sha256', [of, ...statements].join('\n'), 'base64url')
  const standing = await db.selectFrom('settings').select('value').where('key', '=', setting).executeTakeFirst()
  if (standing?.value === value) return
  await db.transaction().execute(async (tx) => {
    for (const statement of statements) await sql.raw(statement).execute(tx)
    await tx
      .insertInto('settings')
      .values({ key: setting, value })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
      .execute()
  })
}

/** Which wall stands: a hash of what it was built by. */
const setting = 'wall'

async function wallOf(db: Kysely<AnyTables>): Promise<{ of: string; statements: string[] }> {
  const [byScope, byWorkspace] = [await tablesWith(db, 'scope'), await tablesWith(db, 'workspace')]
  const { rows } = await sql<{ who: string; tables: string }>`select current_user as who,
    (select string_agg(table_name, ' ' order by table_name) from information_schema.tables
     where table_schema = current_schema()) as tables`.execute(db)
  const statements = [
    `do $$ begin create role ${rowsRole} nologin;
      exception when duplicate_object or unique_violation then null; end $$`,
    `grant ${rowsRole} to current_user`,
    `do $$ begin execute format('grant usage on schema %I to ${rowsRole}', current_schema()); end $$`,
    `do $$ begin execute format(
      'grant select, insert, update, delete on all tables in schema %I to ${rowsRole}', current_schema()); end $$`,
    ...byScope
      .filter((table) => table !== 'scopes')
      .flatMap((table) => aroundScope(table, byWorkspace.includes(table))),
    ...byWorkspace.flatMap((table) => aroundWorkspace(table, table !== 'scopes' && byScope.includes(table))),
  ]
  // For whom, over what: any other is another wall.
  return { of: `${rows[0]?.who} ${rows[0]?.tables}`, statements }
}

const aroundScope = (table: string, isOfWorkspace: boolean): string[] => [
  `alter table ${table} enable row level security`,
  `alter table ${table} force row level security`,
  ...policy(
    table,
    'of_scope',
    rowsRole,
    isOfWorkspace ? `${ofWorkspace} and (${ofScope} or ${wholeWorkspace})` : ofScope,
  ),
  ...policy(table, 'of_owner', 'current_user', `(select current_setting('stocktake.unconfined', true)) = 'on'`),
]

/** Policies of one table are alternatives: one that looks at the workspace alone would open every client's rows. */
const aroundWorkspace = (table: string, isOfScope: boolean): string[] => [
  `alter table ${table} enable row level security`,
  ...(isOfScope
    ? [`drop policy if exists of_workspace on ${table}`]
    : policy(table, 'of_workspace', rowsRole, ofWorkspace)),
]

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

const policy = (table: string, name: string, role: string, rule: string): string[] => [
  `drop policy if exists ${name} on ${table}`,
  `create policy ${name} on ${table} to ${role} using (${rule}) with check (${rule})`,
]

async function tablesWith(db: Kysely<AnyTables>, column: string): Promise<string[]> {
  const { rows } = await sql<{ table_name: string }>`select c.table_name from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = current_schema() and c.column_name = ${column} and t.table_type = 'BASE TABLE'
    and c.data_type in ('bigint', 'text') order by c.table_name`.execute(db)
  // An account's OAuth scope is a column of that name as well.
  return rows.map(({ table_name }) => table_name).filter((table) => table !== 'credentials')
}
