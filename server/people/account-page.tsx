/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { Context } from 'hono'
import { sentenceOf } from '../../shared/problem.ts'
import type { Deps, Env } from '../http/env.ts'
import { mayRunScript } from '../http/page.ts'
import { AccountPage, type Done, type Refused } from '../pages/account.tsx'
import { readForm } from '../pages/form.ts'
import { Passkeys } from '../pages/passkeys.tsx'
import { SecondFactor } from '../pages/second-factor.tsx'
import { SsoSection } from '../sso/account-section.tsx'
import { openSession, type Session } from './auth.ts'
import { devicesOfPerson } from './memberships.ts'
import { passkeysOf } from './passkeys.ts'
import { hasPassword, provePassword } from './password.ts'
import { backupCodesLeft, hasSecondFactor } from './second-factor.ts'
import { sessionsOf } from './sessions.ts'
import { browserWords } from './user-agent.ts'

export type Form = Record<string, string>
type Act = (session: Session, form: Form, context: Context<Env>) => Promise<Response>
type Extra = { said?: Done | undefined; refused?: Refused }

/** The whole page of a person, as all of its forms come back to it. */
export async function accountPage(deps: Deps, session: Session, context: Context<Env>, { said, refused }: Extra = {}) {
  const { people } = deps.database
  mayRunScript(context)
  const { id } = session.person
  const [password, on] = [await hasPassword(deps.database, id), await hasSecondFactor(people, id)]
  return (
    <AccountPage
      person={session.person}
      devices={await devicesOfPerson(people, id)}
      sessions={await sessionsOf(people, session)}
      password={password}
      said={said}
      refused={refused}
    >
      <SsoSection deps={deps} person={id} password={password} />
      {password && (
        <>
          <SecondFactor
            on={on}
            left={on ? await backupCodesLeft(deps, id) : 0}
            wrong={refused?.form === 'second factor' ? refused.why : undefined}
          />
          <Passkeys
            passkeys={await passkeysOf(people, id)}
            name={browserWords(context.req.header('user-agent') ?? '')}
            wrong={refused?.form === 'passkeys' ? refused.why : undefined}
          />
        </>
      )}
    </AccountPage>
  )
}

/** For whoever is signed in; everybody else is asked to do so first. */
export const signedIn = (deps: Deps, act: Act) => async (context: Context<Env>) => {
  const session = await openSession(deps, context.req.raw.headers)
  if (!session) return context.redirect('/sign-in?next=%2Faccount', 303)
  return act(session, context.req.method === 'GET' ? {} : await readForm(context), context)
}

/** For whoever has typed their password into this very form as well. */
export const withPassword = (deps: Deps, of: Refused['form'], act: Act) =>
  signedIn(deps, async (session, form, context) => {
    const proved = await provePassword(deps, session.person.id, form.password ?? '')
    if (proved.ok) return act(session, form, context)
    const refused: Refused = { form: of, why: sentenceOf(proved.problem) }
    const status = proved.problem.code === 'RATE_LIMITED' ? 429 : 403
    return context.html(await accountPage(deps, session, context, { refused }), status)
  })

export const said = (context: Context<Env>, done: Done): Response => context.redirect(`/account?done=${done}`, 303)
