import type { Transaction } from 'kysely'
import type { Uuid } from '../../shared/model/id.ts'
import { fail, type Outcome, ok } from '../../shared/problem.ts'
import { type Noted, note } from '../audit/note.ts'
import type { PeopleTables } from '../db/tables.ts'
import { renameDevice, revokeDevice } from '../devices/store.ts'
import type { Deps } from '../http/env.ts'
import { Scope } from '../workspaces/scope.ts'
import type { Membership } from './memberships.ts'

type Within = Pick<Deps, 'database' | 'clock'>
type Change<T> = (tx: Transaction<PeopleTables>) => Promise<Outcome<T>>

/**
 * T36: what a person changes of their own account is noted once in each workspace that they are in, in the transaction
 * that changes it.
 */
export const changeAccount = <T>(
  { database, clock }: Within,
  person: string,
  noted: Pick<Noted, 'kind' | 'about'>,
  change: Change<T>,
): Promise<Outcome<T>> =>
  Scope.ofPerson(
    database,
    person,
    async (tx, memberships) => {
      const changed = await change(tx)
      return changed.ok ? ok({ of: memberships, value: changed.value }) : changed
    },
    (scope, member) => note(scope, { ...noted, member }, clock()),
  )

type Own = { workspace: string; device: Uuid }

/** A device is of one workspace, and noted there alone. */
const changeDevice = (
  { database, clock }: Within,
  person: string,
  { workspace, device }: Own,
  kind: string,
  change: (tx: Transaction<PeopleTables>, of: Membership) => Promise<boolean>,
): Promise<Outcome<null>> =>
  Scope.ofPerson(
    database,
    person,
    async (tx, memberships) => {
      const of = memberships.find((membership) => membership.workspace === workspace)
      return of && (await change(tx, of)) ? ok({ of: [of], value: null }) : fail('NOT_FOUND')
    },
    (scope, member) => note(scope, { kind, about: { member, device }, member }, clock()),
  )

export const renameOwnDevice = (deps: Within, person: string, own: Own, name: string): Promise<Outcome<null>> =>
  changeDevice(deps, person, own, 'device-renamed', (tx, { workspace, member }) =>
    renameDevice(tx, { workspace, id: member }, own.device, name),
  )

export const revokeOwnDevice = (deps: Within, person: string, own: Own): Promise<Outcome<null>> =>
  changeDevice(deps, person, own, 'device-revoked', (tx, { workspace, member }) =>
    revokeDevice(tx, { workspace, id: member }, own.device, deps.clock()),
  )

/** Every device of a person, in every workspace. Noted where there were any. */
export const revokeOwnDevices = ({ database, clock }: Within, person: string): Promise<Outcome<null>> =>
  Scope.ofPerson(
    database,
    person,
    async (tx, memberships) => {
      const at = clock().toISOString()
      const of: Membership[] = []
      for (const membership of memberships) {
        const { numUpdatedRows } = await tx
          .updateTable('devices')
          .set({ revoked_at: at })
          .where('workspace', '=', membership.workspace)
          .where('member', '=', membership.member)
          .where('revoked_at', 'is', null)
          .executeTakeFirst()
        if (numUpdatedRows > 0n) of.push(membership)
      }
      return ok({ of, value: null })
    },
    (scope, member) => note(scope, { kind: 'devices-revoked', about: { member }, member }, clock()),
  )
