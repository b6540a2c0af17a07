import type { Kysely } from 'kysely'
import { fail, type Outcome, ok } from '../../shared/problem.ts'
import type { PeopleTables } from '../db/tables.ts'
import type { Deps } from '../http/env.ts'
import { authOf, authWithin, type Session, unlessRefused } from './auth.ts'
import { changeAccount } from './own-acts.ts'
import { forgetOthers } from './sessions.ts'
import { stepOf } from './time-code.ts'

/** What a change gives: it puts another session in the place of the one that asked, so its cookies go back. */
type Changed<T> = { cookies: Headers; value: T }
const proved = { password: 'proved before' }

export async function hasSecondFactor(people: Kysely<PeopleTables>, person: string): Promise<boolean> {
  const found = await people.selectFrom('people').select('twoFactorEnabled').where('id', '=', person).executeTakeFirst()
  return found?.twoFactorEnabled === 1
}

/** How many of the backup codes are left; undefined where the key that they are sealed with is another one now. */
export async function backupCodesLeft(deps: Deps, person: string): Promise<number | undefined> {
  const auth = await authOf(deps)
  const left = await auth.api.viewBackupCodes({ body: { userId: person } }).catch(() => undefined)
  return left?.backupCodes.length
}

/** A new secret for an app, which counts for nothing until its first code was typed. The password was proved. */
export async function beginSecondFactor(deps: Deps, headers: Headers): Promise<Outcome<string>> {
  const auth = await authWithin(deps, deps.database.people)
  const begun = await unlessRefused(auth.api.enableTwoFactor({ body: { ...proved, method: 'totp' }, headers }))
  return begun?.method === 'totp' ? ok(begun.totpURI) : fail('WRONG_CODE')
}

/** The secret once more, where a first code was mistyped; never of one that is on. */
export async function begunSecondFactor(deps: Deps, person: string, headers: Headers): Promise<string | undefined> {
  if ((await rowOf(deps.database.people, person))?.verified !== 0) return undefined
  const auth = await authWithin(deps, deps.database.people)
  return (await unlessRefused(auth.api.getTOTPURI({ body: proved, headers })))?.totpURI
}

/** On, by the first code of the app; every other session ends. Gives the backup codes, which are shown this once. */
export const confirmSecondFactor = (deps: Deps, session: Session, headers: Headers, code: string) => {
  const { person } = session
  return changeAccount(
    deps,
    person.id,
    { kind: 'second-factor-on' },
    async (tx): Promise<Outcome<Changed<string[]>>> => {
      if ((await rowOf(tx, person.id))?.verified !== 0) return fail('WRONG_CODE')
      if (!(await takeCode(deps, tx, person.id, code))) return fail('WRONG_CODE')
      // Who came in by the password alone is out, or it would promise what it does not hold.
      await forgetOthers(tx, session)
      const auth = await authWithin(deps, tx)
      const on = await unlessRefused(auth.api.verifyTOTP({ body: { code }, headers, returnHeaders: true }))
      if (!on) return fail('WRONG_CODE')
      const { backupCodes } = await auth.api.viewBackupCodes({ body: { userId: person.id } })
      return ok({ cookies: on.headers, value: backupCodes })
    },
  )
}

/** Off. The password was proved. */
export const endSecondFactor = (deps: Deps, { person }: Session, headers: Headers) =>
  changeAccount(deps, person.id, { kind: 'second-factor-off' }, async (tx): Promise<Outcome<Changed<null>>> => {
    if (!(await hasSecondFactor(tx, person.id))) return fail('NOT_FOUND')
    const auth = await authWithin(deps, tx)
    const off = await unlessRefused(auth.api.disableTwoFactor({ body: proved, headers, returnHeaders: true }))
    return off ? ok({ cookies: off.headers, value: null }) : fail('NOT_FOUND')
  })

/** Ten others in the place of those there are. The password was proved. */
export const renewBackupCodes = (deps: Deps, { person }: Session, headers: Headers) =>
  changeAccount(deps, person.id, { kind: 'backup-codes-renewed' }, async (tx): Promise<Outcome<string[]>> => {
    const auth = await authWithin(deps, tx)
    const made = await unlessRefused(auth.api.generateBackupCodes({ body: proved, headers }))
    return made ? ok(made.backupCodes) : fail('NOT_FOUND')
  })

const rowOf = (people: Kysely<PeopleTables>, person: string) =>
  people
    .selectFrom('second_factors')
    .select(['id', 'secret', 'verified'])
    .where('userId', '=', person)
    .executeTakeFirst()

/**
 * RFC 6238 §5.2: each code is taken once, so whoever read it over a shoulder is late. better-auth would take it for as
 * long as it fits. It reads the machine's clock, so this does as well.
 */
export async function takeCode(deps: Deps, people: Kysely<PeopleTables>, person: string, code: string) {
  const row = await rowOf(people, person)
  if (!row) return false
  const { symmetricDecrypt } = await import('better-auth/crypto')
  // Sealed with another key than this server's, it is no secret of anybody's any more.
  const secret = await symmetricDecrypt({ key: deps.secret, data: row.secret }).catch(() => undefined)
  const step = secret === undefined ? undefined : stepOf(secret, code, new Date())
  if (step === undefined) return false
  const { numUpdatedRows } = await people
    .updateTable('second_factors')
    .set({ used_step: step })
    .where('id', '=', row.id)
    .where(({ or, eb }) => or([eb('used_step', 'is', null), eb('used_step', '<', step)]))
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
