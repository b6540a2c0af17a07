import { writeSync } from 'node:fs'
import { Kysely } from 'kysely'
import { migrate } from '../../server/db/migrations.ts'
import { openPostgres } from '../../server/db/postgres.ts'
import { openSqlite } from '../../server/db/sqlite.ts'
import type { AnyTables } from '../../server/db/tables.ts'

/** Brings the database of argument 1 forward as a start does; after as many statements as 2 says it dies, or waits to be killed. */
const [place = '', most = '0', how = 'dies'] = process.argv.slice(2)
const engine = place.startsWith('postgres:')
  ? openPostgres({ url: place, connections: 2 })
  : openSqlite({ file: place })
let ran = 0
const db = new Kysely<AnyTables>({
  dialect: engine.dialect,
  log: () => {
    if (++ran !== Number(most)) return
    if (how === 'dies') process.kill(process.pid, 'SIGKILL')
    // In one go: from here on nothing happens in this process any more.
    writeSync(1, 'here')
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
  },
})
await engine.alone(db, async () => {
  await migrate(db, new Date())
  await engine.wall(db)
})
process.send?.(ran)
await db.destroy()
process.disconnect?.()
process.exit(0)
