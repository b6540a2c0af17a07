import { Kysely } from 'kysely'
import { migrate } from '../../server/db/migrations.ts'
import { openSqlite } from '../../server/db/sqlite.ts'
import type { AnyTables } from '../../server/db/tables.ts'

/** Migrates the file of argument 1 and dies after as many statements as argument 2 says. */
const [file = '', most = '0'] = process.argv.slice(2)
let ran = 0
const db = new Kysely<AnyTables>({
  dialect: openSqlite({ file }).dialect,
  log: () => {
    if (++ran === Number(most)) process.kill(process.pid, 'SIGKILL')
  },
})
await migrate(db, new Date())
process.send?.(ran)
await db.destroy()
process.disconnect?.()
process.exit(0)
