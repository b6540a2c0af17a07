import type { Transaction } from 'kysely'
import type { Pairing } from '../../shared/connect.ts'
import type { Uuid } from '../../shared/model/id.ts'
import { fail, type Outcome, ok } from '../../shared/problem.ts'
import type { PeopleTables } from '../db/tables.ts'
import { addDevice } from '../devices/store.ts'
import type { Random } from '../devices/token.ts'
import { activeMember } from '../people/memberships.ts'

/** The end of both ways to connect: the membership is looked at once more, then the device gets its token (T26 ⑧). */
export async function pairDevice(
  tx: Transaction<PeopleTables>,
  { workspace, member, name }: { workspace: Uuid; member: Uuid; name: string },
  random: Random,
  now: Date,
): Promise<Outcome<Pairing>> {
  const active = await activeMember(tx, workspace, member)
  if (!active) return fail('MEMBERSHIP_REVOKED')
  const { id, token } = await addDevice(tx, { workspace, member, name }, random, now)
  const { workspaceName, ...who } = active
  return ok({ token, device: id, workspace: { id: workspace, name: workspaceName }, member: who, deviceName: name })
}
