import type { Database } from '../db/database.ts'
import { seenEveryMs } from '../devices/store.ts'
import type { Deps } from '../http/env.ts'

export type Person = { id: string; name: string; email: string }

/**
 * Passwords and sessions by better-auth. Its own routes are not mounted: our pages call what they need, so nothing that
 * we do not use can be reached (T28). Loaded at the first page, as devices that sync never need it.
 */
async function load({ database, baseUrl, secret }: Pick<Deps, 'database' | 'baseUrl' | 'secret'>) {
  const { betterAuth } = await import('better-auth')
  return betterAuth({
    baseURL: baseUrl,
    secret,
    database: { db: database.people, type: 'sqlite' },
    user: { modelName: 'people' },
    // As often as a device's: a page that is looked at must not cost a write each time.
    session: { modelName: 'sessions', updateAge: seenEveryMs / 1000 },
    account: { modelName: 'credentials', accountLinking: { enabled: false } },
    verification: { modelName: 'verifications' },
    emailAndPassword: { enabled: true, minPasswordLength: 12, maxPasswordLength: 200 },
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

export function authOf(deps: Pick<Deps, 'database' | 'baseUrl' | 'secret'>): ReturnType<typeof load> {
  const known = loaded.get(deps.database) ?? load(deps)
  loaded.set(deps.database, known)
  return known
}

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
