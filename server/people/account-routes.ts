import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { DeviceName } from '../../shared/connect.ts'
import { Uuid } from '../../shared/model/id.ts'
import type { Outcome } from '../../shared/problem.ts'
import type { Deps, Env } from '../http/env.ts'
import { type Done, done } from '../pages/account.tsx'
import { Password } from './account.ts'
import { accountPage, said, signedIn, withPassword } from './account-page.tsx'
import { renameOwnDevice, revokeOwnDevice, revokeOwnDevices } from './own-acts.ts'
import { changePassword } from './password.ts'
import { endOtherSessions, endSession } from './sessions.ts'

const Said = z
  .enum(Object.keys(done) as [Done, ...Done[]]) // it has some
  .optional()
  .catch(undefined)
const Own = z.object({ workspace: Uuid, device: Uuid })

/** What is not there any more was done already, or is nobody's business. */
const saidOf = (context: Context<Env>, outcome: Outcome<null>, done: Done) =>
  outcome.ok ? said(context, done) : context.redirect('/account', 303)

/** Where a signed-in person looks after their own account; nobody else's is reached from here. */
export const accountRoutes = (deps: Deps) =>
  new Hono<Env>()
    .get(
      '/account',
      signedIn(deps, async (session, _, context) =>
        context.html(await accountPage(deps, session, context, { said: Said.parse(context.req.query('done')) })),
      ),
    )
    .post(
      '/account/sessions/end',
      signedIn(deps, async (session, form, context) =>
        saidOf(context, await endSession(deps, session, form.session ?? ''), 'session'),
      ),
    )
    .post(
      '/account/sessions/end-others',
      signedIn(deps, async (session, _, context) => saidOf(context, await endOtherSessions(deps, session), 'sessions')),
    )
    .post(
      '/account/devices/rename',
      signedIn(deps, async (session, form, context) => {
        const [own, name] = [Own.safeParse(form), DeviceName.safeParse(form.name)]
        if (!own.success) return context.redirect('/account', 303)
        const why = 'A name has between 1 and 80 characters. Nothing was changed.'
        if (!name.success)
          return context.html(await accountPage(deps, session, context, { refused: { form: 'devices', why } }), 422)
        return saidOf(context, await renameOwnDevice(deps, session.person.id, own.data, name.data), 'renamed')
      }),
    )
    .post(
      '/account/devices/disconnect',
      signedIn(deps, async (session, form, context) => {
        const own = Own.safeParse(form)
        if (!own.success) return context.redirect('/account', 303)
        return saidOf(context, await revokeOwnDevice(deps, session.person.id, own.data), 'device')
      }),
    )
    .post(
      '/account/devices/disconnect-all',
      signedIn(deps, async (session, _, context) =>
        saidOf(context, await revokeOwnDevices(deps, session.person.id), 'devices'),
      ),
    )
    .post(
      '/account/password',
      withPassword(deps, 'password', async (session, form, context) => {
        const next = Password.safeParse(form.new_password)
        if (next.success) return saidOf(context, await changePassword(deps, session, next.data), 'password')
        const why = 'The new password has between 12 and 200 characters. Nothing was changed.'
        return context.html(await accountPage(deps, session, context, { refused: { form: 'password', why } }), 422)
      }),
    )
