import { expect, test } from 'vitest'
import { DevicesResponse } from '../../server/devices/routes.ts'
import { codeOf, twoWorkspaces } from '../support/two-workspaces.ts'

const two = twoWorkspaces()
const listOf = async (device = two.server.a.device) =>
  DevicesResponse.parse(await (await device.get('/v1/devices')).json()).devices
const revoke = (id: string, token = two.server.a.device.token) =>
  two.server.request(`/v1/devices/${id}`, { method: 'DELETE', headers: { authorization: `Bearer ${token}` } })

test('lists the member’s own devices and says which one asks', async () => {
  two.server.pass(1000)
  const second = await two.server.a.pair('Second browser')
  expect((await listOf()).map(({ id, name, thisOne }) => [id, name, thisOne])).toEqual([
    [two.server.a.device.id, 'Work browser', true],
    [second.id, 'Second browser', false],
  ])
  expect(await listOf(two.server.b.device)).toHaveLength(1)
})

test('a revoked device’s token is worthless from that second, and the others are not', async () => {
  const second = await two.server.a.pair('Second browser')
  expect((await revoke(second.id)).status).toBe(200)
  expect(await codeOf(await second.get('/v1/scopes'))).toEqual({ status: 401, code: 'UNAUTHENTICATED' })
  expect((await two.server.a.device.get('/v1/scopes')).status).toBe(200)
  expect(await listOf()).toHaveLength(1)
  expect(await codeOf(await revoke(second.id))).toEqual({ status: 404, code: 'NOT_FOUND' })
})

test('a device may revoke itself', async () => {
  expect((await revoke(two.server.a.device.id)).status).toBe(200)
  expect((await two.server.a.device.get('/v1/devices')).status).toBe(401)
  expect((await two.server.b.device.get('/v1/devices')).status).toBe(200)
})

test('says when each was last seen, to the nearest ten minutes', async () => {
  const seen = async () => (await listOf())[0]?.seenAt
  const first = await seen()
  two.server.pass(9 * 60_000)
  expect(await seen()).toBe(first)
  two.server.pass(60_000)
  await listOf()
  expect(await seen()).toBe(two.server.now().toISOString())
})
