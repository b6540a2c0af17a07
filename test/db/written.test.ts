import 'fake-indexeddb/auto'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { Database } from '../../extension/db/database.ts'
import { derive, derivedOf } from '../../extension/db/derived.ts'
import { dropRecords, putRecords } from '../../extension/db/listing.ts'
import { watched } from '../../extension/db/live.ts'
import type { StoredRecord } from '../../extension/db/schema.ts'
import { emptyRecord } from '../../shared/inventory/fold.ts'
import { newId, type Uuid } from '../../shared/model/id.ts'

const databases: Database[] = []
const open = () => {
  const db = new Database(newId())
  databases.push(db)
  return db
}
afterEach(() => Promise.all(databases.splice(0).map((db) => db.delete())))

const [ash, birch] = [newId(), newId()]
const record = (scope: Uuid): StoredRecord => ({
  ...emptyRecord(newId(), 'subscription'),
  scope,
  vendor: 'vendor.example',
})
const put = (db: Database, ...records: StoredRecord[]) =>
  db.transaction('rw', db.records, db.listing, () => putRecords(db, [], records))
const markOf = async (db: Database, scope: Uuid) => (await db.written.get(scope))?.mark

describe('whoever writes records marks their scope', () => {
  const ways: Record<string, (db: Database, one: StoredRecord) => Promise<unknown>> = {
    put: (db, one) => db.records.put({ ...one, vendor: 'other.example' }),
    bulkPut: (db, one) => db.records.bulkPut([{ ...one, vendor: 'other.example' }]),
    update: (db, one) => db.records.update([one.scope, one.id], { vendor: 'other.example' }),
    modify: (db, one) => db.records.where('[scope+id]').equals([one.scope, one.id]).modify({ vendor: 'other.example' }),
    drop: (db, one) => db.transaction('rw', db.records, db.listing, () => dropRecords(db, [one])),
    'delete by range': (db, one) => db.records.where('[scope+id]').between([one.scope], [one.scope, []]).delete(),
  }
  test.each(Object.entries(ways))('by %s, and no other scope', async (_, write) => {
    const db = open()
    const [one, other] = [record(ash), record(birch)]
    await put(db, one, other)
    const before = [await markOf(db, ash), await markOf(db, birch)]
    expect(before[0]).toBeDefined()
    await write(db, one)
    expect(await markOf(db, ash)).not.toBe(before[0])
    expect(await markOf(db, birch)).toBe(before[1])
  })

  test('a write that is taken back leaves the mark as it was', async () => {
    const db = open()
    await put(db, record(ash))
    const before = await markOf(db, ash)
    const failing = db.transaction('rw', db.records, async () => {
      await db.records.put(record(ash))
      throw new Error('taken back')
    })
    await expect(failing).rejects.toThrow('taken back')
    expect(await markOf(db, ash)).toBe(before)
  })

  test('a query that watches the mark answers again', async () => {
    const db = open()
    const seen: (string | undefined)[] = []
    const watching = watched(() => markOf(db, ash)).subscribe((mark) => seen.push(mark))
    await vi.waitFor(() => expect(seen).toEqual([undefined]))
    await put(db, record(ash))
    await vi.waitFor(() => expect(seen).toEqual([undefined, expect.any(String)]))
    watching.unsubscribe()
  })
})

describe('what is derived is kept until it would be another', () => {
  const wish = { client: ash, of: 'entries', today: '2026-11-28', build: '1.0.0' } as const

  test('made once; again after a write of this client, on another day, and by another build', async () => {
    const db = open()
    await put(db, record(ash), record(birch))
    const make = vi.fn(async () => ({ rows: make.mock.calls.length }))
    expect(await derive(db, wish, make)).toEqual({ rows: 1 })
    expect(await derive(db, wish, make)).toEqual({ rows: 1 })
    await put(db, record(birch))
    expect(await derive(db, wish, make)).toEqual({ rows: 1 })
    await put(db, record(ash))
    expect(await derive(db, wish, make)).toEqual({ rows: 2 })
    expect(await derive(db, { ...wish, today: '2026-11-29' }, make)).toEqual({ rows: 3 })
    expect(await derive(db, { ...wish, build: '1.0.1' }, make)).toEqual({ rows: 4 })
  })

  test('also after a write of the workspace: a name or a rate is of every client', async () => {
    const db = open()
    await db.settings.put({ key: 'device', id: newId(), name: '', workspace: birch, adopted: false })
    await put(db, record(ash))
    const make = vi.fn(async () => 'made')
    await derive(db, wish, make)
    await put(db, record(birch))
    await derive(db, wish, make)
    expect(make).toHaveBeenCalledTimes(2)
  })

  test('what is written while it is being made is not missed', async () => {
    const db = open()
    await put(db, record(ash))
    const make = vi.fn(async () => {
      const count = await db.records.count()
      if (make.mock.calls.length === 1) await put(db, record(ash))
      return count
    })
    expect(await derive(db, wish, make)).toBe(1)
    expect(await derive(db, wish, make)).toBe(2)
  })

  test('asked twice at once it is made once; a failure is not kept', async () => {
    const db = open()
    await put(db, record(ash))
    const make = vi.fn(async () => 'made')
    await Promise.all([derive(db, wish, make), derive(db, wish, make)])
    expect(make).toHaveBeenCalledTimes(1)
    await put(db, record(ash))
    await expect(derive(db, wish, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await derive(db, wish, make)).toBe('made')
  })

  test('of a client that goes nothing stays, nor comes back from what was under way', async () => {
    const db = open()
    await put(db, record(ash))
    const wipe = () =>
      db.transaction('rw', db.records, db.listing, async () => {
        await db.records.where('[scope+id]').between([ash], [ash, []]).delete()
        await db.listing.where('[scope+type+name+id]').between([ash], [ash, []]).delete()
      })
    await derive(db, wish, async () => 'kept')
    expect(await derivedOf(db, ash, 'entries')).toMatchObject({ value: 'kept' })
    await wipe()
    expect(await derivedOf(db, ash, 'entries')).toBeUndefined()
    await put(db, record(ash))
    await derive(db, wish, async () => {
      await wipe()
      return 'late'
    })
    expect(await derivedOf(db, ash, 'entries')).toBeUndefined()
  })
})
