import '../support/device.ts'
import { Dexie } from 'dexie'
import { expect, test } from 'vitest'
import { Database } from '../../extension/db/database.ts'
import { guard } from '../../extension/db/open.ts'
import { storageProblem, stored, storedValue } from '../../extension/db/storage-problem.ts'
import { fail, type ProblemCode } from '../../shared/problem.ts'

const next = new Database('any').verno + 1

/** The next version of the extension, with one table more. */
function newer(name: string) {
  const db = new Dexie(name)
  db.version(next).stores({ later: 'id' })
  return db
}

test('C10: an older build does not write a newer database', async () => {
  const later = newer('c10-older')
  await later.open()
  later.close()
  const told: ProblemCode[] = []
  const db = guard(new Database('c10-older'), (code) => told.push(code))
  expect(await storedValue(() => db.settings.put({ key: 'activeClient', client: 'x' }))).toMatchObject({
    ok: false,
    problem: { code: 'NEWER_DATABASE' },
  })
  expect(told).toEqual(['NEWER_DATABASE'])
  const check = newer('c10-older')
  await check.open()
  expect(check.verno).toBe(next)
  check.close()
})

test('C10: an open context gives way to an upgrade and stays closed', async () => {
  const told: ProblemCode[] = []
  const db = guard(new Database('c10-upgrade'), (code) => told.push(code))
  await db.open()
  const later = newer('c10-upgrade')
  await later.open()
  expect(told).toEqual(['NEWER_DATABASE'])
  expect(await storedValue(() => db.settings.count())).toMatchObject({ ok: false })
  expect(db.isOpen()).toBe(false)
  later.close()
})

test('C10: its own version opens', async () => {
  const first = guard(new Database('c10-same'), () => expect.unreachable())
  await first.settings.put({ key: 'activeClient', client: 'x' })
  first.close()
  const second = guard(new Database('c10-same'), () => expect.unreachable())
  expect(await second.settings.count()).toBe(1)
  second.close()
})

test('C9: a full disk is an outcome, a bug of ours is not', async () => {
  const full = () => Promise.reject(new DOMException('full', 'QuotaExceededError'))
  expect(await storedValue(full)).toEqual(fail('DEVICE_FULL'))
  expect(storageProblem(new Dexie.AbortError('aborted', new DOMException('full', 'QuotaExceededError')))).toBe(
    'DEVICE_FULL',
  )
  await expect(stored(() => Promise.reject(new TypeError('ours')))).rejects.toThrow('ours')
})
