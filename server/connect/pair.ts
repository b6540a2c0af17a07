import type { Transaction } from 'kysely'
import type { Pairing } from '../../shared/connect.ts'
import type { Uuid } from '../../shared/model/id.ts'
import { fail, type Outcome, ok } from '../../shared/problem.ts'
import { note } from '../audit/note.ts'
import type { Database } from '../db/database.ts'
import type { PeopleTables } from '../db/tables.ts'
import { addDevice } from '../devices/store.ts'
import type { Random } from '../devices/token.ts'
import { activeMember } from '../people/memberships.ts'
import { Scope } from '../workspaces/scope.ts'

/** Whose device it will be, once it is shown that they approved it. */
export type Approved = { workspace: Uuid; member: Uuid; name: string }

/**
 * The end of both ways to connect: what shows the approval is used up, the membership is looked at once more (T26 ⑧), the
 * device gets its token, and the workspace's chain a row (T36); all of it or nothing. `Waiting` is what comes before.
 */
export const pairing = <Waiting extends string>(
  database: Database,
  approval: (tx: Transaction<PeopleTables>) => Promise<Outcome<Approved | Waiting>>,
  random: Random,
  now: Date,
): Promise<Outcome<Pairing | Waiting>> =>
  Scope.telling<Pairing | Waiting>(
    database,
    async (tx) => {
      const approved = await approval(tx)
      if (!approved.ok) return approved
      if (typeof approved.value === 'string') return ok({ of: [], value: approved.value })
      const paired = await pairDevice(tx, approved.value, random, now)
      return paired.ok ? ok({ of: [approved.value], value: paired.value }) : paired
    },
    async (scope, member, paired) => {
      if (typeof paired !== 'string')
        await note(scope, { kind: 'device-paired', about: { member, device: paired.device }, member }, now)
    },
  )

async function pairDevice(
  tx: Transaction<PeopleTables>,
  { workspace, member, name }: Approved,
  random: Random,
  now: Date,
): Promise<Outcome<Pairing>> {
  const active = await activeMember(tx, workspace, member)
  if (!active) return fail('MEMBERSHIP_REVOKED')
  const { id, token } = await addDevice(tx, { workspace, member, name }, random, now)
  const { workspaceName, ...who } = active
  return ok({ token, device: id, workspace: { id: workspace, name: workspaceName }, member: who, deviceName: name })
}
