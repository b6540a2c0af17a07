import { Hono } from 'hono'
import { z } from 'zod'
import { Instant } from '../../shared/model/day.ts'
import { Uuid } from '../../shared/model/id.ts'
import { ok, problem } from '../../shared/problem.ts'
import { type Described, documented } from '../http/documented.ts'
import type { Deps, MemberEnv } from '../http/env.ts'
import { answer, answerProblem, notFound } from '../http/problem.ts'
import { devicesOf, revokeDevice } from './store.ts'

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
const revoked: Described = {
  id: 'revokeDevice',
  summary: 'Takes a device its access: its token is worthless from that second.',
  path: { device: 'The id of a device of this member.' },
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
    .delete('/:device', documented(revoked), async (context) => {
      const id = Uuid.safeParse(context.req.param('device'))
      if (!id.success) return notFound(context)
      const gone = await revokeDevice(database.people, context.get('member'), id.data, clock())
      return gone ? answer(context, ok({ revoked: id.data })) : answerProblem(context, problem('NOT_FOUND'))
    })
