import Sqlite from 'better-sqlite3'
import { describe, expect, test, vi } from 'vitest'
import { openDatabase } from '../../server/db/database.ts'
import { stepNames } from '../../server/db/migrations.ts'
import { testFolder } from '../support/folder.ts'
import { migrateUntil } from '../support/migrating.ts'

vi.setConfig({ testTimeout: 120_000 })
const folder = testFolder()

/** How many moments are tried, spread over all statements: each costs a process. */
const moments = Number(process.env.STOCKTAKE_KILLS ?? 10)

describe('migrations killed in the middle (F19, T38)', () => {
  test('leave the old tables or the new ones at each statement, and a restart brings them forward', async () => {
    const all = await migrateUntil(folder.at('whole.sqlite'), Number.MAX_SAFE_INTEGER)
    if (all === 'killed') throw new Error('it was not to be killed')
    const tablesOf = (file: string) => {
      const sqlite = new Sqlite(file, { readonly: true })
      const tables = sqlite
        .prepare("select type, name, sql from sqlite_schema where name <> 'migrations' order by name")
        .all()
      const exists = sqlite.prepare("select 1 from sqlite_schema where name = 'migrations'").get()
      const steps = exists ? sqlite.prepare('select name from migrations order by number').pluck().all() : []
      const whole = sqlite.pragma('integrity_check', { simple: true })
      sqlite.close()
      return { tables, steps, whole }
    }
    // What the tables look like after each step, by themselves.
    const after = new Map<number, unknown>()
    for (let steps = 0; steps <= stepNames().length; steps++) {
      const file = folder.at(`after-${steps}.sqlite`)
      await (await openDatabase({ file }, new Date(), { as: 'restore', steps })).close()
      after.set(steps, tablesOf(file).tables)
    }
    const killAt = Array.from({ length: moments }, (_, index) => 1 + Math.floor((index * (all - 1)) / moments))
    for (const statements of new Set(killAt)) {
      const file = folder.at(`killed-${statements}.sqlite`)
      expect(await migrateUntil(file, statements)).toBe('killed')
      const found = tablesOf(file)
      expect(found.whole).toBe('ok')
      expect(found.steps).toEqual(stepNames().slice(0, found.steps.length))
      expect([statements, found.tables]).toEqual([statements, after.get(found.steps.length)])
      await (await openDatabase({ file })).close()
      expect(tablesOf(file)).toEqual(tablesOf(folder.at('whole.sqlite')))
    }
  })

  test('a step that is not the one that this version knows is refused untouched, with a sentence', async () => {
    const file = folder.at('other.sqlite')
    await (await openDatabase({ file })).close()
    const change = (text: string) => {
      const sqlite = new Sqlite(file)
      sqlite.exec(text)
      sqlite.close()
    }
    change("update migrations set checksum = 'x' where number = 2")
    await expect(openDatabase({ file })).rejects.toThrow(/Step 2 .* is not the one.*Nothing was changed/s)
    change("update migrations set checksum = null, name = 'something else' where number = 2")
    await expect(openDatabase({ file })).rejects.toThrow(/Step 2/)
  })

  test('a database of the first versions, which kept no sums, gets them', async () => {
    const file = folder.at('former.sqlite')
    await (await openDatabase({ file })).close()
    const sqlite = new Sqlite(file)
    sqlite.exec('alter table migrations drop column checksum')
    sqlite.close()
    await (await openDatabase({ file })).close()
    const again = new Sqlite(file, { readonly: true })
    expect(again.prepare('select count(*) from migrations where checksum is null').pluck().get()).toBe(0)
    again.close()
  })
})
