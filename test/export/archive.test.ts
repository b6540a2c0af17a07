import { describe, expect, test } from 'vitest'
import type { Database } from '../../extension/db/database.ts'
import { archiveOf } from '../../extension/export/client/archive.ts'
import { atOnce, type Progress } from '../../extension/export/running.ts'
import { ClientArchive } from '../../shared/client-archive.ts'
import { beliefOf } from '../../shared/inventory/belief.ts'
import { applyEdits, emptyRecord, foldObservation } from '../../shared/inventory/fold.ts'
import { grouped } from '../../shared/inventory/grouped.ts'
import type { PeopleMode } from '../../shared/model/client.ts'
import type { Uuid } from '../../shared/model/id.ts'
import { clients } from '../e2e/seed.ts'
import { slack } from '../e2e/seed-content.ts'
import { freshDatabase } from '../support/device.ts'
import { canaries, names, twoClients } from '../support/two-clients.ts'

const at = new Date('2027-02-06T13:20:00.000Z')
const seeded = async (mode?: PeopleMode) => {
  const db = freshDatabase()
  return { db, ...(await twoClients(db, mode)) }
}

const archived = async (db: Database, id: Uuid) => {
  const { file, ...counts } = await archiveOf(db, id, at, atOnce())
  const text = await file.text()
  return { text, counts, read: ClientArchive.parse(JSON.parse(text)) }
}

describe('the archive of a client', () => {
  test('holds everything of it and nothing of another (T18, T19)', async () => {
    const { db, id, other } = await seeded()
    const { text, counts, read } = await archived(db, id)
    expect(read.client).toMatchObject({ id, name: 'Contoso Manufacturing', currency: 'EUR' })
    expect(counts).toEqual({
      records: await db.records.where('scope').equals(id).count(),
      observations: await db.observations.where('scope').equals(id).count(),
      conflicts: 2,
    })
    expect([read.records.length, read.observations.length]).toEqual([counts.records, counts.observations])
    expect(read.accounts.map(({ id }) => id)).toContain(slack.account.id)
    expect(text).not.toMatch(canaries)
    expect(text).not.toContain(other)
    const others = (await archived(db, other)).text
    for (const canary of ['Canary Suite', 'Canary Bird', 'CANARY']) expect(others).toContain(canary)
  })

  test('is enough to know everything again: what was seen and what was edited folds to what it says', async () => {
    const { db, id } = await seeded()
    const { read } = await archived(db, id)
    const seen = grouped(read.observations, ({ value }) => value.rec)
    for (const { id, type, edits, fields, seen: by } of read.records) {
      const folded = (seen.get(id) ?? []).reduce(
        (record, { value, rev }) => foldObservation(record, value, rev),
        emptyRecord(id, type),
      )
      expect(beliefOf({ ...applyEdits(folded, { edits, deleted: 0, rev: 0 }), type }).values).toEqual(fields)
      for (const { observation, fields } of by) {
        const shown = read.observations.find(({ id }) => id === observation)?.value.sighting.evidence ?? {}
        expect(Object.keys(shown)).toEqual(expect.arrayContaining(fields))
      }
    }
  })

  test.each(['pseudonymous', 'counts-only'] as const)('names nobody where people are shown %s', async (mode) => {
    const { db, id } = await seeded(mode)
    const { text, read } = await archived(db, id)
    expect(text).not.toMatch(names)
    expect(text).not.toMatch(/@contoso/)
    expect([read.people, read.conflicts.map(({ value }) => value)]).toEqual([
      mode,
      expect.arrayContaining([undefined, 120]),
    ])
    const seat = read.records.find(({ type, fields }) => type === 'assignment' && fields.product === 'Slack')
    expect(seat?.fields.person).toEqual(mode === 'pseudonymous' ? expect.stringMatching(/^#/) : undefined)
  })

  test('tells how far it is, and stops where it is given up', async () => {
    const { db, id } = await seeded()
    const told: Progress[] = []
    await archiveOf(db, id, at, { signal: new AbortController().signal, onProgress: (each) => told.push(each) })
    expect(told.map(({ is }) => is)).toEqual(['records', 'records', 'observations', 'observations'])
    expect(told.every(({ done, all }) => done === 0 || done === all)).toBe(true)
    const stop = new AbortController()
    const running = { signal: stop.signal, onProgress: () => stop.abort() }
    await expect(archiveOf(db, id, at, running)).rejects.toThrow(/abort/i)
  })
})

test('a client without anything has an archive as well', async () => {
  const db = freshDatabase()
  const { contoso } = await clients(db)
  const { read } = await archived(db, contoso)
  expect([read.records, read.observations, read.accounts]).toEqual([[], [], []])
})
