/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import { Hono } from 'hono'
import { problem, sentenceOf } from '../../shared/problem.ts'
import type { Deps, Env } from '../http/env.ts'
import { readForm, safeNext } from '../pages/form.ts'
import { BackupCodesPage, SecondStepPage, SetUpPage } from '../pages/second-factor.tsx'
import { said, signedIn, withPassword } from './account-page.tsx'
import { giveBack, mayTry } from './attempts.ts'
import { withCookies } from './auth.ts'
import {
  beginSecondFactor,
  begunSecondFactor,
  confirmSecondFactor,
  endSecondFactor,
  renewBackupCodes,
} from './second-factor.ts'
import { askedForCode, giveCode, guesses } from './second-step.ts'

const wrongCode = sentenceOf(problem('WRONG_CODE'))

/** The code of an app: on a person's account page, and as the second step of a sign-in. */
export function secondFactorRoutes(deps: Deps) {
  const { database, clock } = deps
  return new Hono<Env>()
    .post(
      '/account/second-factor/begin',
      withPassword(deps, 'second factor', async (_session, _form, context) => {
        const uri = await beginSecondFactor(deps, context.req.raw.headers)
        return uri.ok ? context.html(<SetUpPage uri={uri.value} />) : context.redirect('/account', 303)
      }),
    )
    .post(
      '/account/second-factor/confirm',
      signedIn(deps, async (session, { code = '' }, context) => {
        const { headers } = context.req.raw
        const about = `first code of ${session.person.id}`
        const again = async (wrong: string, status: 403 | 429) => {
          const uri = await begunSecondFactor(deps, session.person.id, headers)
          return uri ? context.html(<SetUpPage uri={uri} wrong={wrong} />, status) : context.redirect('/account', 303)
        }
        if (!(await mayTry(database, about, guesses, clock()))) return again(sentenceOf(problem('RATE_LIMITED')), 429)
        const on = await confirmSecondFactor(deps, session, headers, code.replaceAll(/\s/g, ''))
        if (!on.ok) return again(wrongCode, 403)
        await giveBack(database, about)
        return withCookies(await context.html(<BackupCodesPage codes={on.value.value} first />), on.value.cookies)
      }),
    )
    .post(
      '/account/second-factor/off',
      withPassword(deps, 'second factor', async (session, _form, context) => {
        const off = await endSecondFactor(deps, session, context.req.raw.headers)
        if (!off.ok) return context.redirect('/account', 303)
        return withCookies(said(context, 'second-factor-off'), off.value.cookies)
      }),
    )
    .post(
      '/account/second-factor/backup-codes',
      withPassword(deps, 'second factor', async (session, _form, context) => {
        const codes = await renewBackupCodes(deps, session, context.req.raw.headers)
        if (!codes.ok) return context.redirect('/account', 303)
        return context.html(<BackupCodesPage codes={codes.value} first={false} />)
      }),
    )
    .get('/sign-in/code', async (context) => {
      const next = safeNext(context.req.query('next'))
      if (!(await askedForCode(context, deps))) return context.redirect('/sign-in', 303)
      return context.html(<SecondStepPage next={next} />)
    })
    .post('/sign-in/code', async (context) => {
      const { code = '', ...form } = await readForm(context)
      const next = safeNext(form.next)
      const person = await askedForCode(context, deps)
      if (!person) return context.redirect(`/sign-in?next=${encodeURIComponent(next)}`, 303)
      const given = await giveCode(context, deps, person, code)
      if (given.ok) return withCookies(context.redirect(next, 303), given.value)
      if (given.problem.code === 'WRONG_CODE')
        return context.html(<SecondStepPage next={next} wrong={wrongCode} />, 403)
      const wrong = 'Too many wrong codes. Nothing was changed. Wait a quarter of an hour, then try again.'
      return context.html(<SecondStepPage next={next} wrong={wrong} />, 429)
    })
}
