import type { Uuid } from '../../shared/model/id.ts'
import type { Scope } from '../workspaces/scope.ts'

/**
 * What an owner or admin gave to others goes with their right to give it, for good: keys, invitations, and where alerts
 * are sent. Only a webhook can be switched on again, by another admin, who then answers for where it leads.
 */
export async function endAuthority({ tx, row }: Scope, member: Uuid, now: Date): Promise<void> {
  await tx
    .updateTable('api_keys')
    .set({ revoked_at: now.toISOString() })
    .where('workspace', '=', row.workspace)
    .where('member', '=', member)
    .where('revoked_at', 'is', null)
    .execute()
  await tx.deleteFrom('invitations').where('workspace', '=', row.workspace).where('invited_by', '=', member).execute()
  await tx
    .updateTable('webhooks')
    .set({ state: 'disabled', why: 'maker-left' })
    .where('workspace', '=', row.workspace)
    .where('created_by', '=', member)
    .where('state', '=', 'active')
    .execute()
}
