import { Hono } from 'hono'
import { z } from 'zod'
import { Uuid } from '../../shared/model/id.ts'
import { ok } from '../../shared/problem.ts'
import { parsed, readJson } from '../http/body.ts'
import { type Described, documented } from '../http/documented.ts'
import type { Deps, MemberEnv } from '../http/env.ts'
import { answer, notFound } from '../http/problem.ts'
import { Scope } from '../workspaces/scope.ts'
import { InvitationMade, InvitationRequest, InvitationsResponse } from './model.ts'
import { sendInvitation } from './send.ts'
import { listInvitations, withdraw } from './store.ts'

const made: Described = {
  id: 'invite',
  summary:
    'Invites an e-mail address to the workspace, for seven days; mails the link, or answers with it this once. For owners and admins.',
  takes: InvitationRequest,
  answers: InvitationMade,
  status: 201,
  problems: ['FORBIDDEN', 'NOT_FOUND', 'ALREADY_MEMBER', 'LIMIT_REACHED', 'RATE_LIMITED'],
}
const listed: Described = {
  id: 'listInvitations',
  summary: 'Who was invited and did not come yet, as what. For owners and admins.',
  answers: InvitationsResponse,
  problems: ['FORBIDDEN'],
}
const withdrawn: Described = {
  id: 'withdrawInvitation',
  summary: 'Takes an invitation back: from that second its link opens nothing. For owners and admins.',
  path: { invitation: 'The id of an invitation of the workspace.' },
  answers: z.strictObject({ withdrawn: Uuid }),
  problems: ['FORBIDDEN'],
}

export const invitationRoutes = (deps: Deps) =>
  new Hono<MemberEnv>()
    .post('/', documented(made), async (context) => {
      const json = await readJson(context)
      const asked = json.ok ? parsed(InvitationRequest, json.value) : json
      if (!asked.ok) return answer(context, asked)
      return answer(context, await sendInvitation(deps, context.get('member'), asked.value), 201)
    })
    .get('/', documented(listed), async (context) => {
      const member = context.get('member')
      const found = await Scope.read(deps.database, member, member.workspace, async (scope) => {
        const invitations = await listInvitations(scope)
        return invitations.ok ? ok({ invitations: invitations.value }) : invitations
      })
      return answer(context, found)
    })
    .delete('/:invitation', documented(withdrawn), async (context) => {
      const id = Uuid.safeParse(context.req.param('invitation'))
      if (!id.success) return notFound(context)
      const member = context.get('member')
      const done = await Scope.open(deps.database, member, member.workspace, (scope) =>
        withdraw(scope, id.data, deps.clock()),
      )
      return answer(context, done)
    })
