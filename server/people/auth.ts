import type { Database } from '../db/database.ts'
import type { Deps } from '../http/env.ts'

export type Person = { id: string; name: string; email: string }

/**
 * Passwords and sessions by better-auth. Its own routes are not mounted: our pages call what they need, so nothing that
 * we do not use can be reached (T28). Loaded at the first page, as devices that sync never need it.
 */
async function load({ database, baseUrl, secret }: Pick<Deps, 'database' | 'baseUrl' | 'secret'>) {
  const [{ betterAuth }, { sessionStarter }] = await Promise.all([
    import('better-auth'),
    import('./session-starter.ts'),
  ])
  return betterAuth({
    baseURL: baseUrl,
    secret,
    database: { db: database.people, type: 'sqlite' },
    user: { modelName: 'people' },
    session: { modelName: 'sessions' },
    account: { modelName: 'credentials', accountLinking: { enabled: false } },
    verification: { modelName: 'verifications' },
    emailAndPassword: { enabled: true, minPasswordLength: 12, maxPasswordLength: 200 },
    advanced: { cookiePrefix: 'stocktake', database: { generateId: 'uuid' } },
    // Our own counters hold for every node and every page (attempts.ts).
    rateLimit: { enabled: false },
    plugins: [sessionStarter],
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

/** Whose session the cookies of this request carry. */
export async function signedInPerson(deps: Deps, headers: Headers): Promise<Person | undefined> {
  if (!headers.has('cookie')) return undefined
  const auth = await authOf(deps)
  const session = await auth.api.getSession({ headers })
  return session ? { id: session.user.id, name: session.user.name, email: session.user.email } : undefined
}
