import { z } from 'zod'
import { Instant } from '../../shared/model/day.ts'
import { Uuid } from '../../shared/model/id.ts'
import { Role } from '../members/role.ts'

/** All clients of the workspace, or these; owners and admins see all in any case. */
const Clients = z.union([z.literal('all'), z.array(Uuid).max(2000)])

export const InvitationRequest = z.strictObject({ email: z.email().max(320), role: Role, clients: Clients })
export type InvitationRequest = z.infer<typeof InvitationRequest>

export const Invitation = z.strictObject({
  id: Uuid,
  email: z.string(),
  role: Role,
  clients: Clients,
  /** The member who invites: it opens for as long as that member may invite. */
  by: Uuid,
  madeAt: Instant,
  expiresAt: Instant,
  /** Whether a mail server took the link for the address. */
  mailed: z.boolean(),
})
export type Invitation = z.infer<typeof Invitation>

export const InvitationMade = z.strictObject({
  invitation: Invitation,
  mail: z.enum(['sent', 'refused', 'later', 'not-configured']),
  /** To be handed over in another way, where it was not mailed. It is shown this once. */
  link: z.url().optional(),
})
export type InvitationMade = z.infer<typeof InvitationMade>
export const InvitationsResponse = z.strictObject({ invitations: z.array(Invitation) })

export const mostInvitations = 200
export const lifeDays = 7
