import type { Table } from 'dexie'
import type { Uuid } from '../../../shared/model/id.ts'

/** Some 20 ms of reading; the screen paints between two of them. */
const page = 2000

/** One client's rows of a table, a page at a time. */
export async function* inPages<T extends { id: Uuid }>(
  table: Table<T, [Uuid, Uuid]>,
  client: Uuid,
): AsyncGenerator<T[], void> {
  for (let after = ''; ; ) {
    const rows = await table
      .where('[scope+id]')
      .between([client, after], [client, '\uffff'], false)
      .limit(page)
      .toArray()
    const last = rows.at(-1)
    if (!last) return
    yield rows
    after = last.id
  }
}

export const countOf = (table: Table<{ id: Uuid }, [Uuid, Uuid]>, client: Uuid): Promise<number> =>
  table.where('[scope+id]').between([client, ''], [client, '\uffff']).count()
