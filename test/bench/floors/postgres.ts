import pg from 'pg'
import type { BenchRecord } from '../sync/records.ts'

/**
 * Floor: the same records into one table of 17 columns with one key, by unnest of arrays, 500 a statement, each committed
 * to the disk. Nothing is parsed, checked, merged or logged, and there is no HTTP. Milliseconds.
 */
export async function unnestFloor(url: string, records: BenchRecord[]): Promise<number> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const names = Object.keys(records[0] ?? {})
    const typeOf = (name: string) => (typeof records[0]?.[name as keyof BenchRecord] === 'number' ? 'bigint' : 'text') // its own key
    await client.query('drop table if exists floor')
    await client.query(
      `create table floor (${names.map((name) => `"${name}" ${typeOf(name)}${name === 'id' ? ' primary key' : ''}`).join(', ')})`,
    )
    const columns = names.map((name, at) => `$${at + 1}::${typeOf(name)}[]`).join(', ')
    const rows = records.map((record) => Object.values(record))
    const start = performance.now()
    for (let from = 0; from < rows.length; from += 500) {
      const some = rows.slice(from, from + 500)
      await client.query(
        `insert into floor select * from unnest(${columns})`,
        names.map((_, at) => some.map((row) => row[at])),
      )
    }
    return performance.now() - start
  } finally {
    await client.end()
  }
}
