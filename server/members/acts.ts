import { z } from 'zod'
import { Uuid } from '../../shared/model/id.ts'
import { fail, type Outcome, ok } from '../../shared/problem.ts'
import { administers, isBelow } from '../workspaces/may.ts'
import type { Scope } from '../workspaces/scope.ts'
import { type AccessChange, changeAccess, removeMember } from './access.ts'
import { type ListedMember, type Overview, seen } from './overview.ts'
import { Role } from './role.ts'
import { revokeDeviceOf } from './store.ts'

/** What the forms of a member's page ask for. */
const Act = z.discriminatedUnion('act', [
  z.object({
    act: z.literal('access'),
    role: Role,
    clients: z.enum(['all', 'granted']),
    client: z.array(Uuid).max(2000),
  }),
  z.object({ act: z.literal('revoke'), device: Uuid }),
  z.object({ act: z.literal('remove') }),
])
export type Act = z.infer<typeof Act>

export function actOf({ client = [], ...texts }: Record<string, string[]>): Outcome<Act> {
  const said = Object.entries(texts).map(([name, all]) => [name, all.at(-1)])
  const act = Act.safeParse({ ...Object.fromEntries(said), client })
  return act.success ? ok(act.data) : fail('INVALID_REQUEST')
}

/** The change that such a form means. What is granted and not on the page, as of a client that was deleted, stays. */
function changeOf(act: Extract<Act, { act: 'access' }>, member: ListedMember, { clients }: Overview) {
  const { role, clients: all } = act
  if (all === 'all') return { role, clients: all }
  const shown = new Set(clients.map(({ id }) => id))
  return { role, clients: all, granted: [...act.client, ...member.granted.filter((id) => !shown.has(id))] }
}

/** What somebody loses by an act, to be said before it is done; undefined where nobody loses anything. */
export type Ending = { title: string; does: string; says: string; clients: string[] }

export function endingOf(act: Act, member: ListedMember, overview: Overview): Ending | undefined {
  const { workspace, self } = overview
  if (act.act === 'remove')
    return {
      title: `Remove ${member.name} from ${workspace.name}?`,
      does: 'Remove',
      says: 'From that second none of their devices and keys opens anything, and webhooks that they made are switched off. What they recorded stays.',
      clients: [],
    }
  if (act.act === 'revoke') {
    const device = member.devices.find(({ id }) => id === act.device)
    return {
      title: `Revoke “${device?.name ?? 'this device'}” of ${member.name}?`,
      does: 'Revoke',
      says: 'It opens nothing from then on. What it has not sent yet stays on it until it is connected again.',
      clients: [],
    }
  }
  const after = seen(overview, { ...member, ...changeOf(act, member, overview) })
  const lost = seen(overview, member).filter((client) => !after.includes(client))
  const steps = self.id === member.id && isBelow(act.role, member.role)
  const ends = administers(member.role) && !administers(act.role)
  if (lost.length === 0 && !steps && !ends) return undefined
  return {
    title: steps
      ? 'Give up your own part?'
      : ends
        ? `Lower the role of ${member.name}?`
        : `Take clients from ${member.name}?`,
    does: steps ? 'Give it up' : ends ? 'Lower it' : 'Take them away',
    says: [
      steps && `Only ${member.role === 'owner' ? 'another owner' : 'another owner or admin'} can give it back.`,
      ends && 'API keys and invitations that they made end for good, and webhooks that they made are switched off.',
      lost.length > 0 &&
        'Their devices lock these clients. Changes that they have not sent yet can still be saved there as a file.',
    ]
      .filter(Boolean)
      .join(' '),
    clients: lost.map(({ name }) => name),
  }
}

/** By the same functions as under /v1, which ask for the right and write the note of it. */
export async function carryOut(
  scope: Scope,
  act: Act,
  member: ListedMember,
  overview: Overview,
  now: Date,
): Promise<Outcome<unknown>> {
  if (act.act === 'remove') return removeMember(scope, member.id, now)
  if (act.act === 'revoke') return revokeDeviceOf(scope, member.id, act.device, now)
  const change: AccessChange = changeOf(act, member, overview)
  return isNew(change, member) ? changeAccess(scope, member.id, change, now) : ok(null)
}

/** A form that is sent as it was must not make every device download anew. */
const isNew = ({ role, clients, granted = [] }: AccessChange, member: ListedMember): boolean =>
  role !== member.role ||
  clients !== member.clients ||
  (clients === 'granted' && [...granted].sort().join() !== [...member.granted].sort().join())
