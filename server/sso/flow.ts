import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { z } from 'zod'
import type { Database } from '../db/database.ts'
import { tokenHash } from '../devices/token.ts'
import type { Deps, Env } from '../http/env.ts'
import { seal, unseal } from '../webhooks/sealed.ts'
import type { Identity } from './issuer.ts'

const lifeSeconds = 600
/** For as long what an issuer has just proven opens what a password would. */
export const proofSeconds = 300

/** A person, and in which of their sessions something was asked for. */
const Own = z.strictObject({ person: z.string(), session: z.string() })
export type Own = z.infer<typeof Own>

/** A sign-in that this browser has begun: what binds the answer to it, and what it is for. */
const Flow = z.strictObject({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  /** Where it leads; one of our own pages. */
  next: z.string(),
  /** Whose identity it becomes; absent where somebody signs in. */
  link: Own.optional(),
  /** Who has to show that it is them; absent where somebody signs in. */
  prove: Own.optional(),
})
export type Flow = z.infer<typeof Flow>

const Proven = z.strictObject({
  issuer: z.string(),
  subject: z.string(),
  email: z.string().optional(),
  verified: z.boolean(),
})

type Sealing = Pick<Deps, 'secret' | 'random' | 'clock' | 'baseUrl'>
type Name = 'stocktake.sso' | 'stocktake.identity' | 'stocktake.proof'

/** On another port or host name of the same site nobody can plant a cookie of this name. */
const prefixOf = (baseUrl: string) => (baseUrl.startsWith('https:') ? 'host' : undefined)

function keep(
  context: Context<Env>,
  deps: Sealing,
  name: Name,
  what: Flow | z.infer<typeof Proven> | Own,
  seconds = lifeSeconds,
): void {
  const { secret, random, clock, baseUrl } = deps
  const text = JSON.stringify({ until: clock().getTime() + seconds * 1000, what })
  const prefix = prefixOf(baseUrl)
  setCookie(context, name, seal(text, { secret, random, whose: name, use: 'single sign-on' }), {
    path: '/',
    httpOnly: true,
    // The issuer sends the browser back from another site, by a link.
    sameSite: 'Lax',
    secure: prefix !== undefined,
    maxAge: seconds,
    ...(prefix && { prefix }),
  })
}

function kept<T>(context: Context<Env>, deps: Sealing, name: Name, schema: z.ZodType<T>): T | undefined {
  const { secret, clock, baseUrl } = deps
  const prefix = prefixOf(baseUrl)
  const cookie = prefix ? getCookie(context, name, prefix) : getCookie(context, name)
  const text = cookie === undefined ? undefined : unseal(cookie, { secret, whose: name, use: 'single sign-on' })
  if (text === undefined) return undefined
  // Only we can have sealed it, though perhaps an earlier version of us.
  const read = z.object({ until: z.number(), what: schema }).safeParse(JSON.parse(text))
  return read.success && read.data.until > clock().getTime() ? read.data.what : undefined
}

function forget(context: Context<Env>, { baseUrl }: Sealing, name: Name): void {
  const prefix = prefixOf(baseUrl)
  deleteCookie(context, name, { path: '/', secure: prefix !== undefined, ...(prefix && { prefix }) })
}

/** Sealed, so that nobody but this server reads or makes one; no script of a page sees it. */
export const keepFlow = (context: Context<Env>, deps: Sealing, flow: Flow): void =>
  keep(context, deps, 'stocktake.sso', flow)

/** What this browser has begun, where the answer names it; anything else leaves what was begun as it is. */
export function flowOf(context: Context<Env>, deps: Sealing): Flow | undefined {
  const flow = kept(context, deps, 'stocktake.sso', Flow)
  return flow && flow.state === context.req.query('state') ? flow : undefined
}
export const forgetFlow = (context: Context<Env>, deps: Sealing): void => forget(context, deps, 'stocktake.sso')

/** True once: also where the same answer comes several times at once, to any node. */
export async function useUp({ people }: Database, { state }: Flow, now: Date): Promise<boolean> {
  await people.deleteFrom('sso_used').where('expires_at', '<=', now.toISOString()).execute()
  const expires_at = new Date(now.getTime() + lifeSeconds * 1000).toISOString()
  const used = await people
    .insertInto('sso_used')
    .values({ hash: tokenHash(state), expires_at })
    .onConflict((conflict) => conflict.doNothing())
    .returning('hash')
    .executeTakeFirst()
  return used !== undefined
}

/** For the page of an invitation: who this browser has just proven to be, though nobody here knows them yet. */
export const keepIdentity = (
  context: Context<Env>,
  deps: Sealing,
  { issuer, subject, email, verified }: Identity,
): void =>
  keep(context, deps, 'stocktake.identity', { issuer, subject, verified, ...(email !== undefined && { email }) })

export function provenIdentity(context: Context<Env>, deps: Sealing): Identity | undefined {
  const proven = kept(context, deps, 'stocktake.identity', Proven)
  return proven && { ...proven, email: proven.email }
}
export const forgetIdentity = (context: Context<Env>, deps: Sealing): void =>
  forget(context, deps, 'stocktake.identity')

/** That it is them, said by the issuer a moment ago: for this browser, and for the session in which it was asked. */
export const keepProof = (context: Context<Env>, deps: Sealing, own: Own): void =>
  keep(context, deps, 'stocktake.proof', own, proofSeconds)

export function isProven(context: Context<Env>, deps: Sealing, { person, session }: Own): boolean {
  const proof = kept(context, deps, 'stocktake.proof', Own)
  return proof?.person === person && proof.session === session
}
export const forgetProof = (context: Context<Env>, deps: Sealing): void => forget(context, deps, 'stocktake.proof')
