import type { Pairing } from '../../shared/connect.ts'
import type { Uuid } from '../../shared/model/id.ts'
import { fail, type Outcome, ok } from '../../shared/problem.ts'
import type { Database } from '../db/database.ts'
import { openScope, thisDevice } from '../db/scopes.ts'
import { putSetting, removeSetting } from '../settings/store.ts'
import { adoptWorkspace } from './adopt-workspace.ts'

/** Remembers the server, and gives the inventory of this device to the workspace that it now belongs to. */
export function pair(db: Database, url: string, pairing: Pairing, now: Date): Promise<Outcome<{ workspace: Uuid }>> {
  const { workspace, member, token, deviceName } = pairing
  return db.transaction('rw', [db.settings, db.scopes, db.outbox, db.records, db.listing], async () => {
    const device = await thisDevice(db)
    if (device.adopted && device.workspace !== workspace.id) return fail('OTHER_WORKSPACE')
    await adoptWorkspace(db, device.workspace, workspace.id)
    await openScope(db, workspace.id, 'workspace')
    await putSetting(db, { ...device, name: deviceName, workspace: workspace.id, adopted: true })
    await putSetting(db, {
      key: 'server',
      url,
      token,
      member: member.name || member.email,
      pairedAt: now.toISOString(),
      workspace: workspace.name,
    })
    await removeSetting(db, 'syncState')
    return ok({ workspace: workspace.id })
  })
}
