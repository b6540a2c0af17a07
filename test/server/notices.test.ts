import { randomUUID } from 'node:crypto'
import { afterEach, describe, expect, test } from 'vitest'
import { noticesOf } from '../../server/sync/notices.ts'
import { limits } from '../../shared/sync.ts'
import { type Followed, follow } from '../support/notices.ts'
import { Writer } from '../support/ops.ts'
import type { TestDevice } from '../support/server.ts'
import { codeOf, twoWorkspaces } from '../support/two-workspaces.ts'

const two = twoWorkspaces()
const open: Followed[] = []
const following = async (device: TestDevice, scope: string) => {
  const followed = await follow(device, scope)
  open.push(followed)
  return followed
}
afterEach(async () => {
  for (const followed of open.splice(0)) await followed.stop()
})

describe('notices', () => {
  test('tell the head at once, and each new one; never of another scope', async () => {
    const inA = await following(two.server.a.device, two.ofA)
    const inB = await following(two.server.b.device, two.ofB)
    expect(await inA.next()).toBe(0)
    expect(await inB.next()).toBe(0)
    const { metrics } = two.server.deps.operation
    expect(await metrics.registry.metrics()).toContain('stocktake_notice_streams 2')
    await two.inA.set({ rec: randomUUID() }, 'product', 'One')
    expect(await inA.next()).toBe(1)
    await two.inB.set({ rec: randomUUID() }, 'product', 'One')
    expect(await inB.next()).toBe(1)
    await two.inA.set({ rec: randomUUID() }, 'product', 'Two')
    expect(await inA.next()).toBe(2)
  })

  test('are not told of a push that changed nothing', async () => {
    const rec = randomUUID()
    await two.inA.set({ rec }, 'product', 'One')
    const heads = await following(two.server.a.device, two.ofA)
    expect(await heads.next()).toBe(1)
    await two.inA.set({ rec, base: 1 }, 'product', 'One')
    await two.inA.set({ rec, base: 1 }, 'product', 'Two')
    expect(await heads.next()).toBe(2)
  })

  test('end with the access: a revoked device hears of nothing after that second', async () => {
    const heads = await following(two.server.a.device, two.ofA)
    expect(await heads.next()).toBe(0)
    const other = await two.server.a.pair('Other browser')
    await two.server.database.people
      .updateTable('devices')
      .set({ revoked_at: '2026-03-01T09:00:00Z' })
      .where('id', '=', two.server.a.device.id)
      .execute()
    expect(await new Writer(other, two.ofA).set({ rec: randomUUID() }, 'product', 'One')).toMatchObject({
      st: 'applied',
    })
    expect(await heads.next()).toBeUndefined()
  })

  test('are open three times a device and no more; a closed one makes room', async () => {
    const { device } = two.server.a
    for (let i = 0; i < limits.noticesOfDevice; i++) await (await following(device, two.ofA)).next()
    expect(await codeOf(await device.get(`/v1/scopes/${two.ofA}/notices`))).toEqual({
      status: 429,
      code: 'RATE_LIMITED',
    })
    await open.pop()?.stop()
    await expect.poll(() => noticesOf(two.server.database).open.get(device.id)).toBe(limits.noticesOfDevice - 1)
    expect(await (await following(device, two.ofA)).next()).toBe(0)
  })

  test('end when the server stops (F65)', async () => {
    const heads = await following(two.server.a.device, two.ofA)
    await heads.next()
    noticesOf(two.server.database).end()
    expect(await heads.next()).toBeUndefined()
  })
})
