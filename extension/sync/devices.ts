import { z } from 'zod'
import { Instant } from '../../shared/model/day.ts'
import { Uuid } from '../../shared/model/id.ts'
import type { ProblemCode } from '../../shared/problem.ts'
import type { Database } from '../db/database.ts'
import { getSetting, putSetting } from '../settings/store.ts'
import { type Answer, ask, type Server } from './http.ts'

const Devices = z.object({
  devices: z
    .array(z.object({ id: Uuid, name: z.string().max(200), pairedAt: Instant, seenAt: Instant, thisOne: z.boolean() }))
    .max(1000),
})
export type Device = z.infer<typeof Devices>['devices'][number]
const Renamed = z.object({ renamed: Uuid })
const Revoked = z.object({ revoked: Uuid })

/** The person's own devices, as the server has them. Null where this one is not connected. */
export async function listDevices(db: Database, wish: Pick<Server, 'fetch'> = {}): Promise<Answer<Device[]> | null> {
  const paired = await getSetting(db, 'server')
  if (!paired) return null
  const answer = await ask({ ...wish, url: paired.url, token: paired.token }, { path: '/v1/devices', schema: Devices })
  return answer.ok ? { ok: true, value: answer.value.devices } : answer
}

/** What the server calls a device; this one remembers its own name as well. */
export async function renameDevice(
  db: Database,
  { id, thisOne }: Device,
  name: string,
  wish: Pick<Server, 'fetch'> = {},
): Promise<Answer<unknown> | null> {
  const paired = await getSetting(db, 'server')
  if (!paired) return null
  const server = { ...wish, url: paired.url, token: paired.token }
  const body = JSON.stringify({ name })
  const answer = await ask(server, { path: `/v1/devices/${id}`, method: 'PATCH', body, schema: Renamed })
  const device = answer.ok && thisOne ? await getSetting(db, 'device') : undefined
  if (device) await putSetting(db, { ...device, name })
  return answer
}

/** What a server says to a device that has no access any more. */
const without: readonly ProblemCode[] = ['UNAUTHENTICATED', 'MEMBERSHIP_REVOKED']

/** Takes this device its access: its token opens nothing from then on. False where the server did not hear of it. */
export async function revokeThisDevice(server: Server): Promise<boolean> {
  const listed = await ask(server, { path: '/v1/devices', schema: Devices })
  if (!listed.ok) return without.includes(listed.problem.code)
  const own = listed.value.devices.find(({ thisOne }) => thisOne)
  if (!own) return false
  return (await ask(server, { path: `/v1/devices/${own.id}`, method: 'DELETE', schema: Revoked })).ok
}
