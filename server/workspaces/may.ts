import type { Op } from '../../shared/sync.ts'
import type { Role } from '../db/tables.ts'

/** Who sees every client of the workspace, whatever is granted. */
export const seesAll = (role: Role): boolean => role === 'owner' || role === 'admin'

/** Who may change members, devices of others, keys and whatever else concerns the workspace. */
export const administers = (role: Role): boolean => role === 'owner' || role === 'admin'

/** R6: whether a role writes at all. */
export const mayWrite = (role: Role): boolean => role !== 'reader'

const rank: Record<Role, number> = { reader: 0, consultant: 1, lead: 2, admin: 3, owner: 4 }

export const isBelow = (one: Role, other: Role): boolean => rank[one] < rank[other]

/** Who may let somebody in as what, and take that back: nobody above themselves. */
export const mayInvite = (role: Role, as: Role): boolean => administers(role) && !isBelow(role, as)

/** R6: the least role that each kind of change of the workspace's own records asks for. */
const least: Record<Extract<Op['type'], 'client' | 'alias' | 'rate'>, Role> = {
  client: 'lead',
  alias: 'lead',
  rate: 'lead',
}

/** R6 by kind of op. What belongs to a client is any writer's who may open it; clients themselves are for few. */
export function mayDo(role: Role, { kind, type }: Pick<Op, 'kind' | 'type'>): boolean {
  if (!mayWrite(role)) return false
  const held = rank[role]
  if (type === 'client' && kind === 'del') return held >= rank.admin
  return !(type in least) || held >= rank[least[type as keyof typeof least]] // its own keys
}
