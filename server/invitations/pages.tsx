/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import { type Context, Hono } from 'hono'
import { type Problem, problem, sentenceOf } from '../../shared/problem.ts'
import { addressOf } from '../http/address.ts'
import type { Deps, Env } from '../http/env.ts'
import { secretAddress } from '../http/page.ts'
import { readForm } from '../pages/form.ts'
import { InvitationPage, NoInvitation, OtherAccount } from '../pages/invitation.tsx'
import { Said } from '../pages/page.tsx'
import { NewAccount, passwordHash } from '../people/account.ts'
import { giveBack, mayTry, signInAllowance } from '../people/attempts.ts'
import { type Person, signedInPerson } from '../people/auth.ts'
import { startSession } from '../people/routes.tsx'
import { accept, type Invited, invitedBy } from './accept.ts'

const path = '/invitation/:token'

export function invitationPages(deps: Deps) {
  const { database, clock } = deps
  /** The invitation that the address names; or the page that says why there is none. */
  const asked = async (context: Context<Env>): Promise<{ token: string; invited: Invited } | Response> => {
    const counted = `invitation from ${addressOf(context)}`
    if (!(await mayTry(database, counted, signInAllowance, clock())))
      return context.html(<Said title="Too many requests">{sentenceOf(problem('RATE_LIMITED'))}</Said>, 429)
    const token = context.req.param('token') ?? ''
    const invited = await invitedBy(database, token, clock())
    if (!invited) return context.html(<NoInvitation />, 404)
    await giveBack(database, counted)
    return { token, invited }
  }
  const refused = (context: Context<Env>, { code, ...said }: Problem) =>
    code === 'NOT_FOUND'
      ? context.html(<NoInvitation />, 404)
      : context.html(<Said title="This invitation was not accepted">{sentenceOf({ code, ...said })}</Said>, 409)

  return new Hono<Env>()
    .use(path, secretAddress)
    .get(path, async (context) => {
      const found = await asked(context)
      if (found instanceof Response) return found
      const person = await signedInPerson(deps, context.req.raw.headers)
      if (person && !isFor(found.invited, person)) return context.html(<OtherAccount {...found} person={person} />, 403)
      return context.html(<InvitationPage {...found} person={person} />)
    })
    .post(path, async (context) => {
      const found = await asked(context)
      if (found instanceof Response) return found
      const { token, invited } = found
      const person = await signedInPerson(deps, context.req.raw.headers)
      if (person && !isFor(invited, person)) return context.html(<OtherAccount {...found} person={person} />, 403)
      if (person) {
        const done = await accept(database, invited.workspace, token, { person: person.id }, clock())
        return done.ok ? context.redirect('/', 303) : refused(context, done.problem)
      }
      if (invited.hasAccount) return context.redirect(`/sign-in?next=${encodeURIComponent(context.req.path)}`, 303)
      const values = await readForm(context)
      const account = NewAccount.safeParse(values)
      if (!account.success) {
        const wrong = `Please check ${account.error.issues[0]?.path[0] === 'name' ? 'your name' : 'the password (at least 12 characters)'}.`
        return context.html(<InvitationPage {...found} values={values} wrong={wrong} />, 422)
      }
      const { name, password } = account.data
      const who = { name, password: await passwordHash(password) }
      const done = await accept(database, invited.workspace, token, who, clock())
      if (!done.ok) return refused(context, done.problem)
      const { email } = invited
      return (await startSession(context, deps, { email, password }, '/')) ?? context.redirect('/sign-in', 303)
    })
}

const isFor = (invited: Invited, person: Person): boolean => person.email.toLowerCase() === invited.email
