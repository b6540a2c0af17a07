import type { Kysely } from 'kysely'
import type { Database } from '../db/database.ts'
import type { PeopleTables } from '../db/tables.ts'
import { seenEveryMs } from '../devices/store.ts'
import { plainSigns } from '../devices/token.ts'
import type { Deps } from '../http/env.ts'

type Keys = Pick<Deps, 'baseUrl' | 'secret' | 'random'>
export type Person = { id: string; name: string; email: string }

/**
 * Passwords and sessions by better-auth. Its own routes are not mounted: our pages call what they need, so nothing that
 * we do not use can be reached (T28). Loaded at the first page, as devices that sync never need it.
 */
async function load({ baseUrl, secret, random }: Keys, people: Kysely<PeopleTables>, proved = false) {
  const [{ betterAuth }, { twoFactor }, { sessionStarter }] = await Promise.all([
    import('better-auth'),
    import('better-auth/plugins/two-factor'),
    import('./session-starter.ts'),
  ])
  return betterAuth({
    baseURL: baseUrl,
    secret,
    database: { db: people, type: 'sqlite' },
    user: { modelName: 'people' },
    // As often as a device's: a page that is looked at must not cost a write each time.
    session: { modelName: 'sessions', updateAge: seenEveryMs / 1000 },
    account: { modelName: 'credentials', accountLinking: { enabled: false } },
    verification: { modelName: 'verifications' },
    emailAndPassword: {
      enabled: true,
      minPasswordLength: 12,
      maxPasswordLength: 200,
      ...(proved && { password: { verify: async () => true } }),
    },
    plugins: [
      twoFactor({
        issuer: 'Stocktake',
        schema: { twoFactor: { modelName: 'second_factors' } },
        // Between password and code; a lock of its own would be a second rule beside our counters.
        twoFactorCookieMaxAge: 5 * 60,
        accountLockout: { enabled: false },
        backupCodeOptions: {
          customBackupCodesGenerate: () => Array.from({ length: 10 }, () => shownCode(plainSigns(random, 10))),
        },
      }),
      sessionStarter,
    ],
    advanced: {
      cookiePrefix: 'stocktake',
      database: { generateId: 'uuid' },
      // Where somebody sits is not kept, and the header that it would be read from is anybody's word.
      ipAddress: { disableIpTracking: true },
    },
    // Our own counters hold for every node and every page (attempts.ts).
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
  })
}

const loaded = new WeakMap<Database, ReturnType<typeof load>>()

export function authOf(deps: Keys & Pick<Deps, 'database'>): ReturnType<typeof load> {
  const known = loaded.get(deps.database) ?? load(deps, deps.database.people)
  loaded.set(deps.database, known)
  return known
}

/**
 * The same within a transaction, so that what it changes and what is noted of it are one (T36). The password was proved
 * before (password.ts), and is not asked for again: it takes longer than anybody should wait for a transaction.
 */
export const authWithin = (deps: Keys, tx: Kysely<PeopleTables>): ReturnType<typeof load> => load(deps, tx, true)

/** What better-auth refuses, as its answer or undefined; anything else that is thrown is a fault of ours. */
export async function unlessRefused<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer
  } catch (error) {
    if (error instanceof Error && error.name === 'APIError') return undefined
    throw error
  }
}

/** A backup code, of which people may type small letters and no dash: 50 bits. */
export const shownCode = (signs: string): string => `${signs.slice(0, 5)}-${signs.slice(5)}`

export type Session = { id: string; person: Person }

/** Whose session the cookies of this request carry, and which of theirs. */
export async function openSession(deps: Deps, headers: Headers): Promise<Session | undefined> {
  if (!headers.has('cookie')) return undefined
  const auth = await authOf(deps)
  const found = await auth.api.getSession({ headers })
  if (!found) return undefined
  const { id, name, email } = found.user
  return { id: found.session.id, person: { id, name, email } }
}

export const signedInPerson = async (deps: Deps, headers: Headers): Promise<Person | undefined> =>
  (await openSession(deps, headers))?.person

export function withCookies(response: Response, headers: Headers): Response {
  for (const cookie of headers.getSetCookie()) response.headers.append('set-cookie', cookie)
  return response
}
