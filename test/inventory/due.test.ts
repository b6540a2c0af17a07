import { expect, test, vi } from 'vitest'
import { dueNow, keepDue } from '../../extension/inventory/due.ts'
import { createClient } from '../../extension/records/clients.ts'
import { editField } from '../../extension/records/edit.ts'
import { accept } from '../support/accepted.ts'
import { freshDatabase } from '../support/device.ts'
import { sightingOf } from '../support/sightings.ts'

const [today, build] = ['2026-11-28', '1.0.0']

async function withDesk() {
  const db = freshDatabase()
  const client = await createClient(db, 'Zoo')
  const desk = await accept(db, sightingOf({ product: 'Desk', renewsOn: '2026-12-05' }, { key: 'Desk' }))
  const wish = { client, today, build }
  const look = async () => {
    const { mark, due, known } = await dueNow(db, wish)
    if (mark !== undefined) await keepDue(db, wish, { due, known, mark })
    return { names: due.map(({ name }) => name), isKept: mark === undefined }
  }
  return { db, client, desk, wish, look }
}

test('what is due is looked up once, and again when something was written, on another day, by another build', async () => {
  const { db, client, desk, wish, look } = await withDesk()
  expect(await look()).toEqual({ names: ['Desk'], isKept: false })
  const read = vi.spyOn(db.records, 'bulkGet')
  expect(await look()).toEqual({ names: ['Desk'], isKept: true })
  expect(read).not.toHaveBeenCalled()
  expect((await dueNow(db, { ...wish, today: '2026-11-29' })).mark).toBeDefined()
  expect((await dueNow(db, { ...wish, build: '1.0.1' })).mark).toBeDefined()
  await editField(db, client, desk, 'renewsOn', '2028-01-01')
  expect(await look()).toEqual({ names: [], isKept: false })
  expect(await look()).toEqual({ names: [], isKept: true })
})

test('what was written while it was looked up makes it looked up anew', async () => {
  const { db, client, desk, wish } = await withDesk()
  const { mark = '', ...before } = await dueNow(db, wish)
  await editField(db, client, desk, 'renewsOn', '2028-01-01')
  await keepDue(db, wish, { ...before, mark })
  expect(await dueNow(db, wish)).toMatchObject({ due: [], mark: expect.any(String) })
})

test('two clients’ days are kept apart', async () => {
  const { db, client, look } = await withDesk()
  await look()
  const other = await createClient(db, 'Mill')
  expect((await dueNow(db, { client: other, today, build })).due).toEqual([])
  expect((await dueNow(db, { client, today, build })).due).toHaveLength(1)
})

test('on a full disk it is found all the same', async () => {
  const { db, look } = await withDesk()
  const full = vi.spyOn(db.derived, 'put').mockRejectedValue(new DOMException('full', 'QuotaExceededError'))
  expect(await look()).toEqual({ names: ['Desk'], isKept: false })
  expect(await look()).toEqual({ names: ['Desk'], isKept: false })
  full.mockRestore()
})

test('what surely ended hides nothing that is still to come; what may have renewed stays', async () => {
  const { db, client, look } = await withDesk()
  const ended = { product: 'Old', endsOn: '2021-12-31', renewalMode: 'none' } as const
  await accept(db, sightingOf(ended, { key: 'Old' }))
  await accept(db, sightingOf({ ...ended, product: 'Last', endsOn: today }, { key: 'Last' }))
  await accept(db, sightingOf({ product: 'Maybe', renewsOn: '2026-11-01' }, { key: 'Maybe' }))
  expect((await look()).names).toEqual(['Maybe', 'Last', 'Desk'])
  expect((await dueNow(db, { client, today, build })).known).toBe(4)
})
