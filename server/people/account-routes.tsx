/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { DeviceName } from '../../shared/connect.ts'
import { Uuid } from '../../shared/model/id.ts'
import { type Outcome, sentenceOf } from '../../shared/problem.ts'
import type { Deps, Env } from '../http/env.ts'
import { AccountPage, type Done, done, type Refused } from '../pages/account.tsx'
import { readForm } from '../pages/form.ts'
import { openSession, type Session } from './auth.ts'
import { devicesOfPerson } from './memberships.ts'
import { renameOwnDevice, revokeOwnDevice, revokeOwnDevices } from './own-acts.ts'
import { changePassword, hasPassword, passwordLength, provePassword } from './password.ts'
import { endOtherSessions, endSession, sessionsOf } from './sessions.ts'

const Said = z
  .enum(Object.keys(done) as [Done, ...Done[]])
  .optional()
  .catch(undefined) // it has some
const Own = z.object({ workspace: Uuid, device: Uuid })
const NewPassword = z.string().min(passwordLength.min).max(passwordLength.max)

type Form = Record<string, string>
type Act = (session: Session, form: Form, context: Context<Env>) => Promise<Response>

/** Where a signed-in person looks after their own account; nobody else's is reached from here. */
export function accountRoutes(deps: Deps) {
  const { database } = deps

  const page = async (session: Session, extra: { said?: Done | undefined; refused?: Refused }) => (
    <AccountPage
      person={session.person}
      devices={await devicesOfPerson(database.people, session.person.id)}
      sessions={await sessionsOf(database.people, session)}
      password={await hasPassword(database, session.person.id)}
      {...extra}
    />
  )
  const signedIn = (act: Act) => async (context: Context<Env>) => {
    const session = await openSession(deps, context.req.raw.headers)
    if (!session) return context.redirect('/sign-in?next=%2Faccount', 303)
    return act(session, context.req.method === 'GET' ? {} : await readForm(context), context)
  }
  const said = (context: Context<Env>, done: Done) => context.redirect(`/account?done=${done}`, 303)
  /** What is not there any more was done already, or is nobody's business. */
  const saidOf = (context: Context<Env>, outcome: Outcome<null>, done: Done) =>
    outcome.ok ? said(context, done) : context.redirect('/account', 303)

  return new Hono<Env>()
    .get(
      '/account',
      signedIn(async (session, _, context) =>
        context.html(await page(session, { said: Said.parse(context.req.query('done')) })),
      ),
    )
    .post(
      '/account/sessions/end',
      signedIn(async (session, form, context) =>
        saidOf(context, await endSession(deps, session, form.session ?? ''), 'session'),
      ),
    )
    .post(
      '/account/sessions/end-others',
      signedIn(async (session, _, context) => saidOf(context, await endOtherSessions(deps, session), 'sessions')),
    )
    .post(
      '/account/devices/rename',
      signedIn(async (session, form, context) => {
        const [own, name] = [Own.safeParse(form), DeviceName.safeParse(form.name)]
        if (!own.success) return context.redirect('/account', 303)
        const why = 'A name has between 1 and 80 characters. Nothing was changed.'
        if (!name.success) return context.html(await page(session, { refused: { form: 'devices', why } }), 422)
        return saidOf(context, await renameOwnDevice(deps, session.person.id, own.data, name.data), 'renamed')
      }),
    )
    .post(
      '/account/devices/disconnect',
      signedIn(async (session, form, context) => {
        const own = Own.safeParse(form)
        if (!own.success) return context.redirect('/account', 303)
        return saidOf(context, await revokeOwnDevice(deps, session.person.id, own.data), 'device')
      }),
    )
    .post(
      '/account/devices/disconnect-all',
      signedIn(async (session, _, context) =>
        saidOf(context, await revokeOwnDevices(deps, session.person.id), 'devices'),
      ),
    )
    .post(
      '/account/password',
      signedIn(async (session, form, context) => {
        const refused = async (why: string, status: 403 | 422 | 429) =>
          context.html(await page(session, { refused: { form: 'password', why } }), status)
        const next = NewPassword.safeParse(form.new_password)
        if (!next.success) return refused('The new password has at least 12 characters. Nothing was changed.', 422)
        const proved = await provePassword(deps, session.person.id, form.password ?? '')
        if (!proved.ok) return refused(sentenceOf(proved.problem), proved.problem.code === 'RATE_LIMITED' ? 429 : 403)
        return saidOf(context, await changePassword(deps, session, next.data), 'password')
      }),
    )
}
