import { Hono } from 'hono'
import { z } from 'zod'
import { DeviceName } from '../../shared/connect.ts'
import { Instant } from '../../shared/model/day.ts'
import { Uuid } from '../../shared/model/id.ts'
import { fail, ok } from '../../shared/problem.ts'
import { note } from '../audit/note.ts'
import { parsed, readJson } from '../http/body.ts'
import { type Described, documented } from '../http/documented.ts'
import type { Deps, MemberEnv } from '../http/env.ts'
import { answer, notFound } from '../http/problem.ts'
import { Scope } from '../workspaces/scope.ts'
import { devicesOf, renameDevice, revokeDevice } from './store.ts'

export const DevicesResponse = z.strictObject({
  devices: z.array(
    z.strictObject({ id: Uuid, name: z.string(), pairedAt: Instant, seenAt: Instant, thisOne: z.boolean() }),
  ),
})

const listed: Described = {
  id: 'listDevices',
  summary: 'The devices that this member has paired.',
  answers: DevicesResponse,
}
const path = { device: 'The id of a device of this member.' }
const RenameRequest = z.strictObject({ name: DeviceName })
const renamed: Described = {
  id: 'renameDevice',
  summary: 'Gives a device another name.',
  path,
  takes: RenameRequest,
  answers: z.strictObject({ renamed: Uuid }),
}
const revoked: Described = {
  id: 'revokeDevice',
  summary: 'Takes a device its access: its token is worthless from that second.',
  path,
  answers: z.strictObject({ revoked: Uuid }),
}

export const deviceRoutes = ({ database, clock }: Deps) =>
  new Hono<MemberEnv>()
    .get('/', documented(listed), async (context) => {
      const member = context.get('member')
      const rows = await devicesOf(database.people, member)
      const devices = rows.map(({ id, name, created_at, seen_at }) => ({
        id,
        name,
        pairedAt: created_at,
        seenAt: seen_at,
        thisOne: id === member.device,
      }))
      return answer(context, ok({ devices }))
    })
    .patch('/:device', documented(renamed), async (context) => {
      const id = Uuid.safeParse(context.req.param('device'))
      if (!id.success) return notFound(context)
      const json = await readJson(context)
      const asked = json.ok ? parsed(RenameRequest, json.value) : json
      if (!asked.ok) return answer(context, asked)
      const member = context.get('member')
      const done = await Scope.open(database, member, member.workspace, async (scope) => {
        if (!(await renameDevice(scope.tx, member, id.data, asked.value.name))) return fail('NOT_FOUND')
        await note(scope, { kind: 'device-renamed', about: { member: member.id, device: id.data } }, clock())
        return ok({ renamed: id.data })
      })
      return answer(context, done)
    })
    .delete('/:device', documented(revoked), async (context) => {
      const id = Uuid.safeParse(context.req.param('device'))
      if (!id.success) return notFound(context)
      const member = context.get('member')
      const done = await Scope.open(database, member, member.workspace, async (scope) => {
        if (!(await revokeDevice(scope.tx, member, id.data, clock()))) return fail('NOT_FOUND')
        await note(scope, { kind: 'device-revoked', about: { member: member.id, device: id.data } }, clock())
        return ok({ revoked: id.data })
      })
      return answer(context, done)
    })
