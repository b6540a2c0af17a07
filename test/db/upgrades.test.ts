import '../support/device.ts'
import { Dexie } from 'dexie'
import { expect, test } from 'vitest'
import { Database } from '../../extension/db/database.ts'
import { newId } from '../../shared/model/id.ts'
import { observe } from '../../shared/model/observation.ts'
import { sightingOf } from '../support/sightings.ts'

/** What version 1 kept, as it kept it. */
async function writtenByVersion1(name: string, rows: Record<string, unknown[]>) {
  const db = new Dexie(name)
  db.version(1).stores({
    drafts: 'id, session, host',
    sessions: 'id, tab, openedAt',
    dismissed: 'id',
    observations: '[scope+id], [scope+rec]',
    confirmed: '[scope+id], [scope+row.kind]',
    unreadable: '[scope+id]',
    records: '[scope+id]',
    listing: '[scope+type+name+id]',
    outbox: '[scope+op], [scope+state+order], [scope+rec]',
    scopes: 'scope',
    settings: 'key',
  })
  for (const [table, kept] of Object.entries(rows)) await db.table(table).bulkPut(kept)
  db.close()
}

test('version 2: records know the page that last showed them, also what was captured before', async () => {
  const client = newId()
  const pages = [
    ['2026-11-02T10:00:00.000Z', 'https://admin.example.com/new'],
    ['2026-11-01T10:00:00.000Z', 'https://admin.example.com/old'],
  ] as const
  const observations = await Promise.all(
    pages.map(async ([at, url]) => {
      const sighting = sightingOf({ product: 'Desk' })
      const observation = await observe(client, { ...sighting, capture: { ...sighting.capture, at, url } })
      return { scope: client, id: observation.id, rec: observation.rec, rev: 0, observation }
    }),
  )
  const id = observations[0]?.rec ?? ''
  const [record, other] = [id, newId()].map((rec) => ({ scope: client, id: rec, type: 'subscription', cells: {} }))
  const visit = { id: newId(), tab: 1, openedAt: '2026-11-01T10:00:00.000Z', url: 'https://admin.example.com/a?b#c' }
  await writtenByVersion1('upgrade-2', { observations, records: [record, other], sessions: [visit] })

  const db = new Database('upgrade-2')
  expect(await db.records.get([client, id])).toEqual({
    ...record,
    page: { url: 'https://admin.example.com/new', at: '2026-11-02T10:00:00.000Z' },
  })
  expect(await db.records.get([client, other?.id ?? ''])).toEqual(other)
  expect(await db.sessions.where('page').equals('https://admin.example.com/a').count()).toBe(1)
  db.close()
})
