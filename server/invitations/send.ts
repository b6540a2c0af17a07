import { fail, type Outcome, ok } from '../../shared/problem.ts'
import type { Deps } from '../http/env.ts'
import { mayTry } from '../people/attempts.ts'
import type { Member } from '../workspaces/member.ts'
import { Scope } from '../workspaces/scope.ts'
import { letterOf } from './letter.tsx'
import type { Invitation, InvitationMade, InvitationRequest } from './model.ts'
import { invite } from './store.ts'

const invitationsOfOne = { most: 60, minutes: 60 }
/** An address that never asked for anything is not to be flooded by whoever types it. */
const mailsToOne = { most: 5, minutes: 60 }

/** What /v1 and the members page do alike: makes the invitation, and mails its link where that can be. */
export async function sendInvitation(
  deps: Deps,
  member: Member,
  asked: InvitationRequest,
): Promise<Outcome<InvitationMade>> {
  const { database, clock, random, mail, baseUrl } = deps
  // By the member, so that nobody uses up what others may.
  const counted = [
    [`invitations by ${member.id}`, invitationsOfOne],
    [`invitations by ${member.id} to ${asked.email.toLowerCase()}`, mailsToOne],
  ] as const
  for (const [about, allowance] of counted)
    if (!(await mayTry(database, about, allowance, clock()))) return fail('RATE_LIMITED')
  const made = await Scope.open(database, member, member.workspace, (scope) => invite(scope, asked, random, clock()))
  if (!made.ok) return made
  const { invitation, token } = made.value
  const link = `${baseUrl}/invitation/${token}`
  if (!mail) return ok({ invitation, mail: 'not-configured', link })
  const { id, email: to } = invitation
  const sent = await mail.send(letterOf({ id, to, link, ...(await namesOf(deps, member)) }))
  if (sent.is !== 'sent') return ok({ invitation, mail: sent.is, link })
  await noteMailed(deps, member, invitation)
  return ok({ invitation: { ...invitation, mailed: true }, mail: 'sent' })
}

const noteMailed = ({ database, clock }: Deps, { workspace }: Member, { id }: Invitation) =>
  database.people
    .updateTable('invitations')
    .set({ mailed_at: clock().toISOString() })
    .where('workspace', '=', workspace)
    .where('id', '=', id)
    .execute()

const namesOf = ({ database }: Deps, { workspace, id }: Member) =>
  database.people
    .selectFrom('members')
    .innerJoin('people', 'people.id', 'members.person')
    .innerJoin('workspaces', 'workspaces.id', 'members.workspace')
    .select(['people.name as by', 'workspaces.name as workspace'])
    .where('members.workspace', '=', workspace)
    .where('members.id', '=', id)
    .executeTakeFirstOrThrow()
