import { type QueryExecutorProvider, sql } from 'kysely'
import type { Engine } from './engine.ts'

export type Column = { name: string; key: number }
export type Table = { name: string; columns: Column[] }

/** Which tables there are now, whoever added them: the referenced before those that refer to them. */
export async function tablesOf(db: QueryExecutorProvider, engine: Engine['name']): Promise<Table[]> {
  const [columns, references] = engine === 'sqlite' ? sqlite : postgres
  const { rows } = await columns.execute(db)
  const { rows: refers } = await references.execute(db)
  const tables = new Map<string, Table>()
  for (const { table, name, key } of rows) {
    const known = tables.get(table) ?? { name: table, columns: [] }
    known.columns.push({ name, key: Number(key) })
    tables.set(table, known)
  }
  return inOrder(tables, refers)
}

type Described = { table: string; name: string; key: number | string }
type Refers = { from: string; to: string }

const sqlite = [
  sql<Described>`select t.name as "table", c.name as name, c.pk as key from sqlite_schema t, pragma_table_info(t.name) c
    where t.type = 'table' and t.name not like 'sqlite_%' order by t.name, c.cid`,
  sql<Refers>`select t.name as "from", f."table" as "to" from sqlite_schema t, pragma_foreign_key_list(t.name) f
    where t.type = 'table'`,
] as const
const postgres = [
  sql<Described>`select c.relname as "table", a.attname as name,
      coalesce(array_position(i.indkey::int2[], a.attnum) + 1, 0) as key
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      left join pg_index i on i.indrelid = c.oid and i.indisprimary
    where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace order by c.relname, a.attnum`,
  sql<Refers>`select f.relname as "from", t.relname as "to" from pg_constraint k join pg_class f on f.oid = k.conrelid
      join pg_class t on t.oid = k.confrelid
    where k.contype = 'f' and k.connamespace = current_schema()::regnamespace`,
] as const

function inOrder(tables: Map<string, Table>, refers: Refers[]): Table[] {
  const order = new Set<Table>()
  const visit = (name: string, from: string[]): void => {
    const table = tables.get(name)
    if (!table || order.has(table) || from.includes(name)) return
    for (const { to } of refers.filter((each) => each.from === name && each.to !== name)) visit(to, [...from, name])
    order.add(table)
  }
  for (const name of tables.keys()) visit(name, [])
  return [...order]
}
