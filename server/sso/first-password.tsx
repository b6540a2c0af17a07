/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import { type Context, Hono } from 'hono'
import { problem, sentenceOf } from '../../shared/problem.ts'
import type { Deps, Env } from '../http/env.ts'
import { FirstPasswordPage } from '../pages/first-password.tsx'
import { Password } from '../people/account.ts'
import { said, signedIn } from '../people/account-page.tsx'
import { setFirstPassword } from '../people/password.ts'
import { forgetProof, isProven } from './flow.ts'
import { NotDonePage } from './pages.tsx'

export const firstPasswordPath = '/account/first-password'

/**
 * A first password for whom the firm's issuer alone has let in. A session is no proof of who sits there (T28), and there
 * is no old password to type: the issuer has said so just now, to this browser (routes.tsx).
 */
export function firstPasswordRoutes(deps: Deps) {
  const unproven = (context: Context<Env>) =>
    context.html(<NotDonePage back="/account">{sentenceOf(problem('IDENTITY_NOT_FRESH'))}</NotDonePage>, 403)

  return new Hono<Env>()
    .get(
      firstPasswordPath,
      signedIn(deps, async ({ id, person }, _, context) => {
        if (!isProven(context, deps, { person: person.id, session: id })) return unproven(context)
        return context.html(<FirstPasswordPage person={person} />)
      }),
    )
    .post(
      firstPasswordPath,
      signedIn(deps, async (session, form, context) => {
        const { id, person } = session
        if (!isProven(context, deps, { person: person.id, session: id })) return unproven(context)
        const asked = Password.safeParse(form.new_password)
        if (!asked.success) return context.html(<FirstPasswordPage person={person} wrong />, 422)
        const set = await setFirstPassword(deps, session, asked.data)
        forgetProof(context, deps)
        return set.ok ? said(context, 'password-set') : context.redirect('/account', 303)
      }),
    )
}
