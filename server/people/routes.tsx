/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import { type Context, Hono } from 'hono'
import { Uuid } from '../../shared/model/id.ts'
import { problem, sentenceOf } from '../../shared/problem.ts'
import { addressOf } from '../http/address.ts'
import type { Deps, Env } from '../http/env.ts'
import { readForm, safeNext } from '../pages/form.ts'
import { FirstRunPage, HomePage, SignInPage } from '../pages/people.tsx'
import { administers } from '../workspaces/may.ts'
import { giveBack, mayTry, signInAllowance } from './attempts.ts'
import { authOf, signedInPerson, withCookies } from './auth.ts'
import { FirstAccount, hasAccounts, makeFirstAccount } from './first-run.ts'
import { devicesOfPerson, membershipsOf } from './memberships.ts'
import { revokeOwnDevice } from './own-acts.ts'

const fieldWords: Record<string, string> = {
  name: 'your name',
  email: 'the e-mail address',
  password: 'the password (at least 12 characters)',
  workspace: 'the workspace',
}

export function peopleRoutes(deps: Deps) {
  const { database, clock } = deps
  return new Hono<Env>()
    .get('/', async (context) => {
      const next = safeNext(context.req.query('next'))
      if (!(await hasAccounts(database))) return context.html(<FirstRunPage next={next} />)
      const person = await signedInPerson(deps, context.req.raw.headers)
      if (!person) return context.redirect('/sign-in')
      const memberships = await membershipsOf(database.people, person.id)
      const ruling = memberships.some(({ role }) => administers(role))
      const devices = await devicesOfPerson(database.people, person.id)
      return context.html(<HomePage person={person} devices={devices} administers={ruling} />)
    })
    .post('/first-run', async (context) => {
      const values = await readForm(context)
      const next = safeNext(values.next)
      const again = (wrong: string, status: 403 | 422 | 429) =>
        context.html(<FirstRunPage values={values} wrong={wrong} next={next} />, status)
      if (!(await mayTry(database, `first run ${addressOf(context)}`, signInAllowance, clock())))
        return again(sentenceOf(problem('RATE_LIMITED')), 429)
      const asked = FirstAccount.safeParse(values)
      if (!asked.success) {
        await giveBack(database, `first run ${addressOf(context)}`)
        const [field] = asked.error.issues[0]?.path ?? []
        return again(`Please check ${fieldWords[String(field)] ?? 'the first-run token'}.`, 422)
      }
      const made = await makeFirstAccount(database, asked.data, clock())
      if (!made.ok)
        return again('This is not the token that the server printed at its last start, or it was used.', 403)
      return (await startSession(context, deps, asked.data, next)) ?? context.redirect('/sign-in', 303)
    })
    .get('/sign-in', async (context) => {
      const next = safeNext(context.req.query('next'))
      if (!(await hasAccounts(database))) return context.redirect(`/?next=${encodeURIComponent(next)}`)
      return context.html(<SignInPage next={next} sso={ssoOf(deps, next)} />)
    })
    .post('/sign-in', async (context) => {
      const values = await readForm(context)
      return signIn(
        context,
        deps,
        { email: values.email ?? '', password: values.password ?? '' },
        safeNext(values.next),
      )
    })
    .post('/sign-out', async (context) => {
      const auth = await authOf(deps)
      const { headers } = await auth.api.signOut({ headers: context.req.raw.headers, returnHeaders: true })
      return withCookies(context.redirect('/sign-in', 303), headers)
    })
    .post('/devices/disconnect', async (context) => {
      const { workspace = '', device } = await readForm(context)
      const person = await signedInPerson(deps, context.req.raw.headers)
      if (!person) return context.redirect('/sign-in', 303)
      const id = Uuid.safeParse(device)
      if (id.success) await revokeOwnDevice(deps, person.id, { workspace, device: id.data })
      return context.redirect('/', 303)
    })
}

const ssoOf = ({ sso }: Deps, next: string) => sso && { name: sso.config.name, next }

type Credentials = { email: string; password: string }

/** Ten tries by account and by address; an unknown account answers like a wrong password, and as late (T40). */
async function signIn(context: Context<Env>, deps: Deps, { email, password }: Credentials, next: string) {
  const { database, clock } = deps
  const counted = [`sign-in ${email.trim().toLowerCase()}`, `sign-in from ${addressOf(context)}`]
  const page = (wrong: string, status: 401 | 429) =>
    context.html(<SignInPage values={{ email }} wrong={wrong} next={next} sso={ssoOf(deps, next)} />, status)
  for (const about of counted)
    if (!(await mayTry(database, about, signInAllowance, clock())))
      return page('Too many tries. Nothing was changed. Wait a quarter of an hour, then try again.', 429)
  const response = await startSession(context, deps, { email: email.trim(), password }, next)
  if (!response) return page('E-mail and password do not belong together. Nothing was changed. Try again.', 401)
  for (const about of counted) await giveBack(database, about)
  return response
}

/** The cookie of a session, and on to where the person wanted to go; undefined where the password is not theirs. */
export async function startSession(context: Context<Env>, deps: Deps, { email, password }: Credentials, next: string) {
  const auth = await authOf(deps)
  try {
    // Their headers name the browser, by which a person knows the session again.
    const browser = new Headers({ 'user-agent': context.req.header('user-agent') ?? '' })
    const signIn = { body: { email, password }, headers: browser, returnHeaders: true } as const
    const { headers, response } = await auth.api.signInEmail(signIn)
    // Who has a second factor has no session yet, only a cookie that says of whom the code is asked.
    const to = 'twoFactorRedirect' in response ? `/sign-in/code?next=${encodeURIComponent(next)}` : next
    return withCookies(context.redirect(to, 303), headers)
  } catch (error) {
    // better-auth throws what it refuses; anything else is a fault of ours.
    if (error instanceof Error && error.name === 'APIError') return undefined
    throw error
  }
}
