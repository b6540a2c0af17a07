import type { Kysely, Transaction } from 'kysely'
import { fail, type Outcome, ok } from '../../shared/problem.ts'
import type { PeopleTables } from '../db/tables.ts'
import type { Deps } from '../http/env.ts'
import type { Session } from './auth.ts'
import { changeAccount } from './own-acts.ts'
import { browserWords } from './user-agent.ts'

export type ListedSession = { id: string; browser: string; since: string; used: string; thisOne: boolean }

/** The living sessions of a person, this one first. better-auth dates them by the machine's own clock. */
export async function sessionsOf(people: Kysely<PeopleTables>, { id, person }: Session): Promise<ListedSession[]> {
  const rows = await people
    .selectFrom('sessions')
    .select(['id', 'userAgent', 'createdAt', 'updatedAt'])
    .where('userId', '=', person.id)
    .where('expiresAt', '>', new Date().toISOString())
    .orderBy('updatedAt', 'desc')
    .execute()
  const listed = rows.map((row) => ({
    id: row.id,
    browser: browserWords(row.userAgent ?? ''),
    since: row.createdAt,
    used: row.updatedAt,
    thisOne: row.id === id,
  }))
  return listed.sort((a, b) => Number(b.thisOne) - Number(a.thisOne))
}

export const endSession = (deps: Deps, { person }: Session, ended: string): Promise<Outcome<null>> =>
  changeAccount(deps, person.id, { kind: 'session-ended' }, async (tx) => {
    const { numDeletedRows } = await tx
      .deleteFrom('sessions')
      .where('userId', '=', person.id)
      .where('id', '=', ended)
      .executeTakeFirst()
    return numDeletedRows === 1n ? ok(null) : fail('NOT_FOUND')
  })

export const endOtherSessions = (deps: Deps, session: Session): Promise<Outcome<null>> =>
  changeAccount(deps, session.person.id, { kind: 'other-sessions-ended' }, async (tx) => {
    await forgetOthers(tx, session)
    return ok(null)
  })

/**
 * T27: every other session, and whatever one of them has under way: a sign-in between password and code, and the codes
 * by which a device would be connected.
 */
export async function forgetOthers(tx: Transaction<PeopleTables>, { id, person }: Session): Promise<void> {
  await tx.deleteFrom('sessions').where('userId', '=', person.id).where('id', '<>', id).execute()
  await tx.deleteFrom('verifications').where('value', '=', person.id).execute()
  await tx
    .updateTable('device_codes')
    .set({ state: 'denied' })
    .where('claimed_by', '=', person.id)
    .where('state', 'in', ['waiting', 'approved'])
    .execute()
  await tx
    .deleteFrom('connect_codes')
    .where('used_at', 'is', null)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('members')
          .select('members.id')
          .whereRef('members.workspace', '=', 'connect_codes.workspace')
          .whereRef('members.id', '=', 'connect_codes.member')
          .where('members.person', '=', person.id),
      ),
    )
    .execute()
}
