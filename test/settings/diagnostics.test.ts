import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Database } from '../../extension/db/database.ts'
import { diagnosticsOf } from '../../extension/settings/diagnostics.ts'
import { problemCodes } from '../../shared/problem.ts'
import { clients, connected, sessionOf } from '../e2e/seed.ts'
import { drafts, fullClient } from '../e2e/seed-content.ts'
import { freshDatabase } from '../support/device.ts'

const around = {
  now: new Date('2027-02-06T13:20:00.000Z'),
  version: '0.1.0',
  userAgent: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/148.0.0.0 Safari/537.36 Edg/148.0.1',
  language: 'en',
  chosen: false,
  room: { used: 1, free: 2, keptForGood: true },
}

/** A device on which every table has rows. */
async function full(db: Database): Promise<void> {
  const { contoso } = await fullClient(db)
  await drafts(db, contoso)
  await connected(db, 2)
  await db.outbox.limit(1).modify({ state: 'rejected', code: 'OP_REFUSED' })
  await db.sessions.put(sessionOf('admin.microsoft.com', { connector: 'microsoft-365', problem: 'PAGE_CHANGED' }))
  const at = '2027-02-06T13:00:00.000Z'
  await db.dismissed.put({ id: contoso, fingerprint: contoso })
  await db.unreadable.put({ scope: contoso, id: 'row', rev: 3, text: '{}' })
  await db.fileMappings.put({ signature: 'names', from: 'Slack', plan: '{}', usedAt: at })
  await db.settings.put({ key: 'paused', connectors: ['slack'] })
  await db.derived.put({ scope: contoso, of: 'entries', mark: '0.1.0 2027-02-06', value: '{}' })
  const row = { id: 'c', kind: 'conflict', type: 'subscription', by: contoso, at, resolved: false, rev: 9 } as const
  await db.confirmed.put({ scope: contoso, id: 'c', row: { ...row, rec: contoso, reason: 'delete-vs-edit' } })
}

/** Every text in a row becomes the canary, and every name of a property beside the row's own; keys stay, or it is no row. */
function poisoned(value: unknown, canary: string, deep = false): unknown {
  if (typeof value === 'string') return canary
  if (Array.isArray(value)) return value.map((each) => poisoned(each, canary, true))
  if (typeof value !== 'object' || value === null) return value
  const fields = Object.entries(value).map(([name, each]) => [name, poisoned(each, canary, true)])
  return Object.fromEntries(deep ? [...fields, [canary, canary]] : fields)
}

async function poison(db: Database, canary: string): Promise<void> {
  for (const table of db.tables) {
    const keys = new Set([table.schema.primKey.keyPath].flat())
    for (const row of await table.toArray()) {
      const bad = Object.entries(row).map(([name, value]) => [name, keys.has(name) ? value : poisoned(value, canary)])
      await table.put({ ...Object.fromEntries(bad), [canary]: canary })
    }
  }
}

/** What stands in keys and stays, as a row is found by it: ids, and names in a listing. */
async function keyTexts(db: Database): Promise<string[]> {
  const ours = new Set(['connector', 'client', 'binding', 'rate', 'alias', ...db.tables.map(({ name }) => name)])
  const all = await Promise.all(db.tables.map(async (table) => (await table.toCollection().primaryKeys()).flat()))
  const texts = all.flat().filter((part): part is string => typeof part === 'string' && part.length > 3)
  return texts.filter((part) => /[0-9A-Z @.]/.test(part) && !ours.has(part))
}

test('no value of a full database is in the file, whichever field it stands in', async () => {
  const db = freshDatabase()
  await full(db)
  expect(await Promise.all(db.tables.map((table) => table.count())), 'each table has rows').not.toContain(0)
  const names = await keyTexts(db)
  await fc.assert(
    fc.asyncProperty(fc.stringMatching(/^[a-z]{3}[A-Za-z0-9@. ]{5,20}[a-z]$/), async (text) => {
      const canary = `Canary ${text}`
      await poison(db, canary)
      const file = JSON.stringify(await diagnosticsOf(db, { ...around, userAgent: canary }))
      expect(file).not.toContain('Canary')
      expect(names.filter((name) => file.includes(name))).toEqual([])
    }),
    { numRuns: 5 },
  )
})

test('it tells what a fault is found by: counts, codes, versions, which connectors drift and which are paused', async () => {
  const db = freshDatabase()
  await full(db)
  const told = await diagnosticsOf(db, around)
  expect(told.browser).toBe('Edge 148')
  expect(told.records.subscription).toBeGreaterThan(3)
  expect(told.changes).toMatchObject({ 'rejected OP_REFUSED': 1 })
  expect(told.server).toMatchObject({ connected: true, problem: null, syncedAt: '2027-02-06T12:58:00.000Z' })
  const shown = told.connectors.map(({ id, paused, problems }) => [id, paused, problems])
  expect(shown).toContainEqual(['slack', true, {}])
  expect(shown).toContainEqual(['microsoft-365', false, { PAGE_CHANGED: 1 }])
})

test('a device that has nothing yet makes a file as well', async () => {
  const db = freshDatabase()
  expect(await diagnosticsOf(db, around)).toMatchObject({ records: {}, server: { connected: false, problem: null } })
})

test('every problem code is a word of ours', async () => {
  const db = freshDatabase()
  await clients(db)
  const visits = problemCodes.map((problem) => sessionOf('www.figma.com', { connector: 'figma', problem }))
  await db.sessions.bulkPut(visits)
  const [figma] = (await diagnosticsOf(db, around)).connectors
  expect(Object.keys(figma?.problems ?? {}).sort()).toEqual([...problemCodes].sort())
})
