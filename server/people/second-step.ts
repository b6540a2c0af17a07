import type { Context } from 'hono'
import { getSignedCookie } from 'hono/cookie'
import { fail, type Outcome, ok } from '../../shared/problem.ts'
import { addressOf } from '../http/address.ts'
import type { Deps, Env } from '../http/env.ts'
import { giveBack, mayTry } from './attempts.ts'
import { authOf, shownCode, unlessRefused } from './auth.ts'
import { backupCodesLeft, takeCode } from './second-factor.ts'

/** A code has 20 bits, so it gets fewer guesses than a password. */
export const guesses = { most: 5, minutes: 15 }

/** Who has given the password in this browser and not yet the code; they have no session (T26, T28). */
export async function askedForCode(context: Context<Env>, deps: Deps): Promise<string | undefined> {
  const { createAuthCookie, internalAdapter } = await (await authOf(deps)).$context
  const challenge = await getSignedCookie(context, deps.secret, createAuthCookie('two_factor').name)
  const found = challenge ? await internalAdapter.findVerificationValue(challenge) : undefined
  return found && new Date(found.expiresAt).getTime() > Date.now() ? found.value : undefined
}

/** The second step of a sign-in: a code of the app, or one of the backup codes. Gives the session's cookies. */
export async function giveCode(context: Context<Env>, deps: Deps, person: string, typed: string) {
  const { database, clock } = deps
  const counted = [`second step of ${person}`, `second step from ${addressOf(context)}`]
  for (const about of counted) if (!(await mayTry(database, about, guesses, clock()))) return fail('RATE_LIMITED')
  const taken = await take(context, deps, person, typed.toUpperCase().replaceAll(/[^0-9A-Z]/g, ''))
  if (taken.ok) for (const about of counted) await giveBack(database, about)
  return taken
}

async function take(context: Context<Env>, deps: Deps, person: string, code: string): Promise<Outcome<Headers>> {
  const auth = await authOf(deps)
  const { name } = (await auth.$context).createAuthCookie('two_factor')
  // Of the browser's cookies this one alone: another session that it may have is not what the code is for.
  const cookie =
    context.req
      .header('cookie')
      ?.split('; ')
      .find((each) => each.startsWith(`${name}=`)) ?? ''
  const headers = new Headers({ cookie, 'user-agent': context.req.header('user-agent') ?? '' })
  const asked = { body: { code }, headers, returnHeaders: true } as const
  if (!/^\d{6}$/.test(code)) {
    // Sealed with another key than this server's, none of them opens anything.
    if ((await backupCodesLeft(deps, person)) === undefined) return fail('WRONG_CODE')
    const answer = await unlessRefused(auth.api.verifyBackupCode({ ...asked, body: { code: shownCode(code) } }))
    return answer ? ok(answer.headers) : fail('WRONG_CODE')
  }
  if (!(await takeCode(deps, deps.database.people, person, code))) return fail('WRONG_CODE')
  const answer = await unlessRefused(auth.api.verifyTOTP(asked))
  return answer ? ok(answer.headers) : fail('WRONG_CODE')
}
