/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import { type Context, Hono } from 'hono'
import { fail, type Outcome, ok, type Problem, sentenceOf } from '../../shared/problem.ts'
import { addressOf } from '../http/address.ts'
import type { Deps, Env } from '../http/env.ts'
import { mayRunScript } from '../http/page.ts'
import { notFound } from '../http/problem.ts'
import { safeNext } from '../pages/form.ts'
import { SignInPage } from '../pages/people.tsx'
import { giveBack, mayTry, signInAllowance } from '../people/attempts.ts'
import { startSessionOf } from '../people/auth.ts'
import { firstPasswordPath } from './first-password.tsx'
import { type Flow, flowOf, forgetFlow, keepFlow, keepIdentity, keepProof, proofSeconds, useUp } from './flow.ts'
import { linkOwn, personOf, unlinkOwn } from './identities.ts'
import type { Identity, Issuer } from './issuer.ts'
import { LeavingPage, NotDonePage } from './pages.tsx'
import { freshPerson, ownSession } from './session.ts'

const callbackPath = '/sso/callback'
const accountPath = '/account'

/** Where somebody may go whom nobody here knows yet: the page of an invitation, which decides by itself. */
const isInvitation = (next: string): boolean => /^\/invitation\/[\w-]{43}$/.test(next)
/** It travels in a cookie, and browsers drop one that is larger than 4 kB. */
const nextOf = (asked = ''): string => (isInvitation(asked) ? asked : asked.length < 2000 ? safeNext(asked) : '/')

/** The firm's own sign-in: there and back, and as which of a person's identities. */
export function ssoRoutes(deps: Deps) {
  const { database, clock } = deps

  /** A link, as a form's redirect would be held to our own addresses by the policy of its page. */
  const signIn = async (context: Context<Env>, sso: Issuer) => {
    const next = nextOf(context.req.query('next'))
    const asked = await begin(context, sso, { next })
    return asked.ok ? context.redirect(asked.value, 303) : signInPage(context, sso, asked.problem, next)
  }

  /** Asks, and has the browser keep what the answer is bound to. */
  const begin = async (
    context: Context<Env>,
    sso: Issuer,
    flow: Pick<Flow, 'next' | 'link' | 'prove'>,
  ): Promise<Outcome<string>> => {
    const asked = await sso.ask(deps.baseUrl + callbackPath, flow.prove && proofSeconds)
    if (!asked.ok) return asked
    keepFlow(context, deps, { ...asked.value.kept, ...flow })
    return ok(asked.value.url)
  }

  /** Who came back, once, and only to the browser that had asked. */
  const answered = async (context: Context<Env>, sso: Issuer, flow: Flow): Promise<Outcome<Identity>> => {
    const about = `sso from ${addressOf(context)}`
    if (!(await mayTry(database, about, signInAllowance, clock()))) return fail('RATE_LIMITED')
    if (!(await useUp(database, flow, clock()))) return fail('SSO_NOT_BEGUN')
    // As the issuer knows our address, whatever a proxy has made of it.
    const callback = new URL(callbackPath + new URL(context.req.url).search, deps.baseUrl)
    const identity = await sso.identity(callback, flow)
    if (identity.ok) await giveBack(database, about)
    if (!identity.ok) return identity
    return isOfDomain(identity.value, sso.config.domains) ? identity : fail('IDENTITY_DOMAIN')
  }

  /** A session like any other; who is not known is only handed on to an invitation. */
  const letIn = async (context: Context<Env>, identity: Identity, next: string): Promise<Outcome<string>> => {
    const person = await personOf(database.people, identity)
    if (person === undefined) {
      if (!isInvitation(next)) return fail('IDENTITY_UNKNOWN')
      keepIdentity(context, deps, identity)
      return ok(next)
    }
    const headers = await startSessionOf(deps, person, context.req.header('user-agent'))
    for (const cookie of headers.getSetCookie()) context.header('set-cookie', cookie, { append: true })
    return ok(next)
  }

  /** Only in the session in which it was asked for. */
  const own = async (context: Context<Env>, identity: Identity, { link, prove }: Flow): Promise<Outcome<unknown>> => {
    const asked = link ?? prove
    const present = await ownSession(deps, context.req.raw.headers)
    if (!asked || present?.person !== asked.person || present.session !== asked.session) return fail('SSO_NOT_BEGUN')
    if (link) return linkOwn(database, link.person, identity, clock())
    if ((await personOf(database.people, identity)) !== asked.person) return fail('IDENTITY_OTHER')
    if (!isFresh(identity)) return fail('IDENTITY_NOT_FRESH')
    return ok(keepProof(context, deps, asked))
  }

  /** Not a redirect: the policy of the page with the form would hold it, and all that follow, to our own addresses. */
  const leave = async (context: Context<Env>, sso: Issuer, flow: Pick<Flow, 'next' | 'link' | 'prove'>) => {
    const asked = await begin(context, sso, flow)
    if (!asked.ok) return accountProblem(context, asked.problem)
    context.header('refresh', `0; url=${asked.value}`)
    return context.html(<LeavingPage to={asked.value} name={sso.config.name} />)
  }

  const signInPage = (context: Context<Env>, sso: Issuer, problem: Problem, next: string) => {
    tell(context, deps, problem)
    mayRunScript(context)
    return context.html(
      <SignInPage wrong={sentenceOf(problem)} next={safeNext(next)} sso={{ name: sso.config.name, next }} />,
      statusOf(problem),
    )
  }
  const accountProblem = (context: Context<Env>, problem: Problem) => {
    tell(context, deps, problem)
    return context.html(<NotDonePage back={accountPath}>{sentenceOf(problem)}</NotDonePage>, statusOf(problem))
  }

  const whereConfigured =
    (work: (context: Context<Env>, sso: Issuer) => Promise<Response>) =>
    (context: Context<Env>): Response | Promise<Response> =>
      deps.sso ? work(context, deps.sso) : notFound(context)

  return new Hono<Env>()
    .get('/sso/sign-in', whereConfigured(signIn))
    .get(
      callbackPath,
      whereConfigured(async (context, sso) => {
        const flow = flowOf(context, deps)
        if (!flow) return signInPage(context, sso, fail('SSO_NOT_BEGUN').problem, '/')
        forgetFlow(context, deps)
        const identity = await answered(context, sso, flow)
        if (flow.link ?? flow.prove) {
          const done = identity.ok ? await own(context, identity.value, flow) : identity
          return done.ok ? context.redirect(flow.next, 303) : accountProblem(context, done.problem)
        }
        const done = identity.ok ? await letIn(context, identity.value, flow.next) : identity
        return done.ok ? context.redirect(done.value, 303) : signInPage(context, sso, done.problem, flow.next)
      }),
    )
    .post(
      '/sso/link',
      whereConfigured(async (context, sso) => {
        const fresh = await freshPerson(deps, context.req.raw.headers)
        if (!fresh) return context.redirect('/sign-in', 303)
        if (!fresh.ok) return accountProblem(context, fresh.problem)
        return leave(context, sso, { next: accountPath, link: fresh.value })
      }),
    )
    .post(
      '/sso/prove',
      whereConfigured(async (context, sso) => {
        const present = await ownSession(deps, context.req.raw.headers)
        if (!present) return context.redirect('/sign-in', 303)
        const { person, session } = present
        return leave(context, sso, { next: firstPasswordPath, prove: { person, session } })
      }),
    )
    .post(
      '/sso/unlink',
      whereConfigured(async (context, sso) => {
        const fresh = await freshPerson(deps, context.req.raw.headers)
        if (!fresh) return context.redirect('/sign-in', 303)
        if (!fresh.ok) return accountProblem(context, fresh.problem)
        const gone = await unlinkOwn(database, fresh.value.person, sso.config.issuer, clock())
        return gone.ok ? context.redirect(accountPath, 303) : accountProblem(context, gone.problem)
      }),
    )
}

/** Said by the issuer's clock, which may differ a little from ours; one that does not say when is not believed. */
const isFresh = ({ signedInAt }: Identity): boolean =>
  signedInAt !== undefined && Math.abs(Date.now() / 1000 - signedInAt) < proofSeconds + 30

/** An issuer may serve more firms than one. */
function isOfDomain({ email = '', verified }: Identity, domains: string[]): boolean {
  return domains.length === 0 || (verified && domains.includes(email.split('@')[1] ?? ''))
}

/** All of these answer with a status that a page may have. */
const statusOf = ({ status }: Problem) => status as 400 | 403 | 404 | 409 | 429 | 503

/** What lies between the two servers is for whoever runs them to mend: a word of the library's or of OAuth's. */
function tell(context: Context<Env>, { log, clock }: Deps, { code, detail }: Problem): void {
  context.set('problem', code)
  if (detail === undefined) return
  log({ at: clock().toISOString(), event: 'alarm', request: context.get('requestId'), code: detail })
}
