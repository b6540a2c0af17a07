/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import { Hono } from 'hono'
import { DeviceName } from '../../shared/connect.ts'
import { problem, sentenceOf } from '../../shared/problem.ts'
import { addressOf } from '../http/address.ts'
import type { Deps, Env } from '../http/env.ts'
import { mayRunScript } from '../http/page.ts'
import { pageFile } from '../pages/files.ts'
import { readForm, safeNext } from '../pages/form.ts'
import { SignInPage } from '../pages/people.tsx'
import { accountPage, said, signedIn } from './account-page.tsx'
import { giveBack, mayTry, signInAllowance } from './attempts.ts'
import { authOf, withCookies } from './auth.ts'
import { NewPasskey, readAnswer, UsedPasskey } from './passkey-answers.ts'
import { addPasskey, passkeyToMake, passkeyToUse, personByPasskey, removePasskey } from './passkeys.ts'
import { provePassword } from './password.ts'
import { relyingParty } from './relying-party.ts'
import { ssoOf } from './routes.tsx'

const script = pageFile('passkeys.mjs')
/** What the script says, where there is no page to say it on. */
const wrong = (code: Parameters<typeof problem>[0]) => ({ wrong: sentenceOf(problem(code)) })
const nameless = {
  wrong: 'This server is reached by a number, and a passkey needs a name. Nothing was changed. Use your password.',
}
/** More than people need, fewer than would fill a table. */
const asking = { most: 60, minutes: 15 }

/** Passkeys: added and removed on a person's account page, used on the sign-in page. */
export function passkeyRoutes(deps: Deps) {
  const { database, baseUrl, clock } = deps
  return new Hono<Env>()
    .get('/passkeys.js', (context) =>
      context.body(script, 200, {
        'content-type': 'text/javascript; charset=utf-8',
        'x-content-type-options': 'nosniff',
      }),
    )
    .post(
      '/account/passkeys/options',
      signedIn(deps, async ({ person }, form, context) => {
        const rp = relyingParty(context, baseUrl)
        if (!rp) return context.json(nameless, 403)
        const proved = await provePassword(deps, person.id, form.password ?? '')
        if (!proved.ok)
          return context.json(wrong(proved.problem.code), proved.problem.code === 'RATE_LIMITED' ? 429 : 403)
        return context.json(await passkeyToMake(deps, person, rp))
      }),
    )
    .post(
      '/account/passkeys',
      signedIn(deps, async (session, form, context) => {
        const [rp, name] = [relyingParty(context, baseUrl), DeviceName.safeParse(form.name)]
        const answer = readAnswer(NewPasskey, form.credential)
        const refused = async (why: string, status: 403 | 409 | 422) =>
          context.html(await accountPage(deps, session, context, { refused: { form: 'passkeys', why } }), status)
        if (!name.success) return refused('A name has between 1 and 80 characters. Nothing was changed.', 422)
        if (!rp || !answer) return refused(wrong('PASSKEY_REFUSED').wrong, 403)
        const added = await addPasskey(deps, session, rp, { answer, name: name.data })
        if (added.ok) return said(context, 'passkey-added')
        return refused(sentenceOf(added.problem), added.problem.code === 'LIMIT_REACHED' ? 409 : 403)
      }),
    )
    .post(
      '/account/passkeys/remove',
      signedIn(deps, async (session, form, context) => {
        const removed = await removePasskey(deps, session, form.passkey ?? '')
        return removed.ok ? said(context, 'passkey-removed') : context.redirect('/account', 303)
      }),
    )
    .post('/sign-in/passkey/options', async (context) => {
      const rp = relyingParty(context, baseUrl)
      if (!rp) return context.json(nameless, 403)
      if (!(await mayTry(database, `passkey asked from ${addressOf(context)}`, asking, clock())))
        return context.json(wrong('RATE_LIMITED'), 429)
      return context.json(await passkeyToUse(deps, rp))
    })
    .post('/sign-in/passkey', async (context) => {
      const form = await readForm(context)
      const [next, rp] = [safeNext(form.next), relyingParty(context, baseUrl)]
      const about = `passkey from ${addressOf(context)}`
      const refused = (why: string, status: 403 | 429) => {
        mayRunScript(context)
        return context.html(<SignInPage wrong={why} next={next} sso={ssoOf(deps, next)} />, status)
      }
      if (!(await mayTry(database, about, signInAllowance, clock())))
        return refused('Too many tries. Nothing was changed. Wait a quarter of an hour, then try again.', 429)
      const answer = readAnswer(UsedPasskey, form.credential)
      const person = rp && answer && (await personByPasskey(deps, rp, answer))
      if (!person?.ok) return refused(wrong('PASSKEY_REFUSED').wrong, 403)
      const auth = await authOf(deps)
      const { headers } = await auth.api.startSession({
        body: { person: person.value },
        headers: new Headers({ 'user-agent': context.req.header('user-agent') ?? '' }),
        returnHeaders: true,
      })
      await giveBack(database, about)
      await giveBack(database, `passkey asked from ${addressOf(context)}`)
      return withCookies(context.redirect(next, 303), headers)
    })
}
