/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { DeviceName } from '../../shared/connect.ts'
import { addressOf } from '../http/address.ts'
import type { Deps, Env } from '../http/env.ts'
import { mayReturnTo } from '../http/page.ts'
import { ApprovePage, CodePage } from '../pages/connect.tsx'
import { readForm } from '../pages/form.ts'
import { Said } from '../pages/page.tsx'
import { giveBack, mayTry } from '../people/attempts.ts'
import { signedInPerson } from '../people/auth.ts'
import { membershipsOf } from '../people/memberships.ts'
import { issueCode } from './code.ts'
import { claimDeviceCode, decideDeviceCode } from './device-code.ts'
import { isExtensionAddress } from './redirect.ts'

/** RFC 6749 and 7636 as far as an extension needs them: S256 only. */
const ConnectRequest = z.object({
  redirect_uri: z.string().refine(isExtensionAddress),
  state: z.string().min(1).max(500),
  code_challenge: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  code_challenge_method: z.literal('S256'),
  device_name: DeviceName,
})

/** ⑥ Five guesses at a code; all addresses together are watched. */
const guesses = { most: 5, minutes: 15 }
const guessesOfAll = { most: 100, minutes: 15 }

export function connectPages(deps: Deps) {
  const { database, random, clock } = deps

  const signedIn = async (context: Context<Env>) => {
    const person = await signedInPerson(deps, context.req.raw.headers)
    return person && { person, memberships: await membershipsOf(database.people, person.id) }
  }
  const toSignIn = (context: Context<Env>) => {
    const { pathname, search } = new URL(context.req.url)
    return context.redirect(`/sign-in?next=${encodeURIComponent(pathname + search)}`, 303)
  }

  return new Hono<Env>()
    .get('/connect', async (context) => {
      const asked = ConnectRequest.safeParse(context.req.query())
      // Not sent back: an address that is not an extension's gets nothing from us, not even an error.
      if (!asked.success) return context.html(<BadRequest />, 400)
      const who = await signedIn(context)
      if (!who) return toSignIn(context)
      if (who.memberships.length === 0) return context.html(<NoWorkspace />, 403)
      mayReturnTo(context, asked.data.redirect_uri)
      const { device_name } = asked.data
      return context.html(<ApprovePage action="/connect" hidden={asked.data} device={device_name} {...who} />)
    })
    .post('/connect', async (context) => {
      const form = await readForm(context)
      const asked = ConnectRequest.safeParse(form)
      if (!asked.success) return context.html(<BadRequest />, 400)
      const who = await signedIn(context)
      const chosen = who?.memberships.find(({ workspace }) => workspace === form.workspace)
      const { redirect_uri, state, code_challenge: challenge, device_name } = asked.data
      const back = new URL(redirect_uri)
      back.searchParams.set('state', state)
      mayReturnTo(context, redirect_uri)
      if (!who || form.decision !== 'allow') {
        back.searchParams.set('error', 'access_denied')
        return context.redirect(back.href, 303)
      }
      if (!chosen) return context.html(<NoWorkspace />, 403)
      const { workspace, member } = chosen
      const approved = { workspace, member, device_name, challenge, redirect_uri }
      back.searchParams.set('code', await issueCode(database, approved, random, clock()))
      return context.redirect(back.href, 303)
    })
    .get('/device', async (context) => {
      const who = await signedIn(context)
      return who ? context.html(<CodePage />) : toSignIn(context)
    })
    .post('/device', async (context) => {
      const { user_code = '' } = await readForm(context)
      const who = await signedIn(context)
      if (!who) return context.redirect('/sign-in?next=/device', 303)
      if (who.memberships.length === 0) return context.html(<NoWorkspace />, 403)
      const counted = [`device guess ${addressOf(context)}`, `device guess by ${who.person.id}`]
      for (const about of counted)
        if (!(await mayTry(database, about, guesses, clock())))
          return context.html(<CodePage wrong="Too many wrong codes. Wait a quarter of an hour." />, 429)
      const claimed = await claimDeviceCode(database, user_code, who.person.id, clock())
      if (!claimed) {
        if (!(await mayTry(database, 'device guess by anybody', guessesOfAll, clock())))
          deps.log({ at: clock().toISOString(), event: 'alarm', code: 'DEVICE_CODE_GUESSING' })
        return context.html(<CodePage wrong="This code is wrong, used, or older than five minutes." />, 400)
      }
      for (const about of counted) await giveBack(database, about)
      const { user_code: code, device_name, place } = claimed
      const hidden = { user_code: code }
      return context.html(
        <ApprovePage action="/device/decide" hidden={hidden} device={device_name} place={place} {...who} />,
      )
    })
    .post('/device/decide', async (context) => {
      const { user_code = '', decision, workspace } = await readForm(context)
      const who = await signedIn(context)
      if (!who) return context.redirect('/sign-in?next=/device', 303)
      const chosen = who.memberships.find((membership) => membership.workspace === workspace)
      if (decision === 'allow' && !chosen) return context.html(<NoWorkspace />, 403)
      const allowed = decision === 'allow' && chosen ? { workspace: chosen.workspace, member: chosen.member } : null
      const decided = { code: user_code, person: who.person.id, for: allowed }
      if (!(await decideDeviceCode(database, decided, clock())))
        return context.html(<CodePage wrong="This code is wrong, used, or older than five minutes." />, 400)
      return context.html(
        allowed ? (
          <Said title="The device is connected">You can close this page and go back to the extension.</Said>
        ) : (
          <Said title="Refused">The device got nothing. You can close this page.</Said>
        ),
      )
    })
}

const BadRequest = () => (
  <Said title="This is not a request of the extension">
    Nothing was changed. Start “Connect to a server” again in the extension’s popup.
  </Said>
)

const NoWorkspace = () => (
  <Said title="You are not in a workspace">
    Nothing was changed. Ask an owner of the workspace to let you in, then start again.
  </Said>
)
