import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'

/** Floor: the same bytes into one table of better-sqlite3, synchronous=FULL, one transaction a batch. Milliseconds. */
export function insertFloor(batches: string[][]): number {
  const folder = mkdtempSync(join(tmpdir(), 'stocktake-floor-'))
  const database = new Sqlite(join(folder, 'floor.sqlite'))
  try {
    database.pragma('journal_mode = WAL')
    database.pragma('synchronous = FULL')
    database.exec('create table rows (scope text, id integer, body text, primary key (scope, id)) without rowid')
    const insert = database.prepare('insert into rows values (?, ?, ?)')
    const start = performance.now()
    let id = 0
    for (const batch of batches)
      database.transaction(() => {
        for (const body of batch) insert.run('scope', ++id, body)
      })()
    return performance.now() - start
  } finally {
    database.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
