import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { Instant } from '../../shared/model/day.ts'
import { Uuid } from '../../shared/model/id.ts'
import { fail, type Outcome, ok } from '../../shared/problem.ts'
import { parsed, readJson } from '../http/body.ts'
import { type Described, documented } from '../http/documented.ts'
import type { Deps, MemberEnv } from '../http/env.ts'
import { answer } from '../http/problem.ts'
import { Scope } from '../workspaces/scope.ts'
import { changeAccess, removeMember } from './access.ts'
import { Role } from './role.ts'
import { membersIn, revokeDeviceOf } from './store.ts'

const Clients = z.enum(['all', 'granted'])
export const MembersResponse = z.strictObject({
  members: z.array(
    z.strictObject({
      id: Uuid,
      name: z.string(),
      email: z.string(),
      /** Whether it was shown that the member reads what is sent there: by a mailed invitation, or single sign-on. */
      emailProved: z.boolean(),
      role: Role,
      clients: Clients,
      /** Those that are granted, where not all are seen. */
      granted: z.array(Uuid),
      since: Instant,
      devices: z.array(z.strictObject({ id: Uuid, name: z.string(), pairedAt: Instant, seenAt: Instant })),
    }),
  ),
})
/** `granted` is the whole list of clients; what is absent stays. */
const AccessRequest = z.strictObject({
  role: Role.optional(),
  clients: Clients.optional(),
  granted: z.array(Uuid).max(2000).optional(),
})

const path = { member: 'The id of a member of the workspace.' }
const listed: Described = {
  id: 'listMembers',
  summary: 'Who is a member of the workspace, as what, of which clients, and through which devices.',
  answers: MembersResponse,
  problems: ['FORBIDDEN'],
}
const changed: Described = {
  id: 'changeAccess',
  summary: 'Changes a member’s role or clients; their devices download anew what they may see from then on.',
  path,
  takes: AccessRequest,
  answers: z.strictObject({ changed: Uuid }),
  problems: ['FORBIDDEN', 'LAST_OWNER'],
}
const removed: Described = {
  id: 'removeMember',
  summary: 'Ends a membership: from that second none of the member’s devices opens anything.',
  path,
  answers: z.strictObject({ removed: Uuid }),
  problems: ['FORBIDDEN', 'LAST_OWNER'],
}
const revoked: Described = {
  id: 'revokeMembersDevice',
  summary: 'Takes a device of a member its access.',
  path: { ...path, device: 'The id of a device of that member.' },
  answers: z.strictObject({ revoked: Uuid }),
  problems: ['FORBIDDEN'],
}

export function memberRoutes({ database, clock }: Deps) {
  type Asked = Context<MemberEnv>
  const within = <T>(context: Asked, mode: 'open' | 'read', work: (scope: Scope) => Promise<Outcome<T>>) => {
    const member = context.get('member')
    return Scope[mode](database, member, member.workspace, work)
  }
  /** The ids of the path; whatever is not one is not found (T24). */
  const named = <T>(context: Asked, names: string[], work: (scope: Scope, ids: Uuid[]) => Promise<Outcome<T>>) => {
    const ids = z.array(Uuid).safeParse(names.map((name) => context.req.param(name)))
    return ids.success ? within(context, 'open', (scope) => work(scope, ids.data)) : Promise.resolve(fail('NOT_FOUND'))
  }
  return new Hono<MemberEnv>()
    .get('/', documented(listed), async (context) => {
      const found = await within(context, 'read', async (scope) => {
        const members = await membersIn(scope)
        return members.ok ? ok({ members: members.value }) : members
      })
      return answer(context, found)
    })
    .patch('/:member', documented(changed), async (context) => {
      const json = await readJson(context)
      const change = json.ok ? parsed(AccessRequest, json.value) : json
      if (!change.ok) return answer(context, change)
      const { role, clients, granted } = change.value
      const said = { ...(role && { role }), ...(clients && { clients }), ...(granted && { granted }) }
      const done = await named(context, ['member'], async (scope, [id = '']) => {
        const outcome = await changeAccess(scope, id, said, clock())
        return outcome.ok ? ok({ changed: id }) : outcome
      })
      return answer(context, done)
    })
    .delete('/:member', documented(removed), async (context) => {
      const done = await named(context, ['member'], async (scope, [id = '']) => {
        const outcome = await removeMember(scope, id, clock())
        return outcome.ok ? ok({ removed: id }) : outcome
      })
      return answer(context, done)
    })
    .delete('/:member/devices/:device', documented(revoked), async (context) => {
      const done = await named(context, ['member', 'device'], async (scope, [member = '', device = '']) =>
        revokeDeviceOf(scope, member, device, clock()),
      )
      return answer(context, done)
    })
}
