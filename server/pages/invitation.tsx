/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { Invited } from '../invitations/accept.ts'
import type { AtSso } from '../invitations/by-sso.ts'
import type { Person } from '../people/auth.ts'
import { Field, NewPassword, Page, Said, Wrong } from './page.tsx'
import { clientCount, roleWords } from './words.ts'

type Shown = {
  token: string
  invited: Invited
  sso?: AtSso | undefined
  person?: Person | undefined
  values?: Record<string, string>
  wrong?: string
}

export const InvitationPage = ({ token, invited, sso, person, values = {}, wrong }: Shown) => (
  <Page title="Invitation">
    <section>
      <h1>{`Join ${invited.workspaceName}`}</h1>
      <p>{`${invited.by} invites you to the firm’s Stocktake server.`}</p>
      <Terms {...invited} />
      {person ? (
        <form method="post" action={`/invitation/${token}`}>
          <Submit>Accept</Submit>
        </form>
      ) : invited.hasAccount ? (
        <>
          <p>This address has an account on this server. Sign in, and you come back here.</p>
          {(sso?.identity || sso?.other) && (
            <p class="wrong">
              {`${sso.name} is not linked to that account yet. Sign in with the password; then link it under Account.`}
            </p>
          )}
          <div class="actions">
            <a class="button main" href={`/sign-in?next=${encodeURIComponent(`/invitation/${token}`)}`}>
              Sign in to accept
            </a>
          </div>
        </>
      ) : (
        <form method="post" action={`/invitation/${token}`}>
          <Wrong>{wrong}</Wrong>
          <Field name="name" label="Your name" autocomplete="name" maxlength={500} autofocus value={values.name} />
          {/* Read by password managers alone: which account it is that they keep. */}
          <input type="hidden" name="email" autocomplete="username" value={invited.email} />
          {sso?.identity ? (
            <p>{`${sso.name} says that this address is yours. You will sign in with it, without a password here.`}</p>
          ) : (
            <NewPassword name="password" label="Password" />
          )}
          <Submit>Make the account and accept</Submit>
          {sso && !sso.identity && <BySso {...sso} token={token} />}
        </form>
      )}
    </section>
    <section>
      <h2>You did not expect this?</h2>
      <p class="last">Close this page. Nothing happens, and the link runs out by itself.</p>
    </section>
  </Page>
)

const BySso = ({ name, other, token }: AtSso & { token: string }) => (
  <>
    {other && <p class="wrong">{`${name} let you in as ${other}; the invitation is for another address.`}</p>}
    <div class="actions">
      <a class="button" href={`/sso/sign-in?${new URLSearchParams({ next: `/invitation/${token}` })}`}>
        {`Use ${name} instead of a password`}
      </a>
    </div>
  </>
)

const Submit = ({ children }: { children: string }) => (
  <div class="actions">
    <button type="submit" class="main">
      {children}
    </button>
  </div>
)

const Terms = ({ email, role, clients }: Invited) => (
  <dl>
    <dt>For</dt>
    <dd>{email}</dd>
    <dt>As</dt>
    <dd>
      {roleWords[role].name}
      <small>{roleWords[role].may}</small>
    </dd>
    <dt>Sees</dt>
    <dd>{clientCount(clients)}</dd>
  </dl>
)

/** Nothing happens by itself: which of the two addresses is meant is the person's to say. */
export const OtherAccount = ({ invited, person }: { invited: Invited; person: Person }) => (
  <Page title="Invitation for another address">
    <section>
      <h1>This invitation is for another address</h1>
      <p>{`You are signed in as ${person.email}, and ${invited.by} invited ${invited.email} to ${invited.workspaceName}.`}</p>
      <p>Nothing was changed. Sign out and open the link again, or ask for an invitation to your own address.</p>
      <form method="post" action="/sign-out">
        <div class="actions">
          <button type="submit">Sign out</button>
        </div>
      </form>
    </section>
  </Page>
)

/** The same whether it was used, withdrawn, ran out, or never was. */
export const NoInvitation = () => (
  <Said title="This invitation is not valid">
    It was accepted already, was withdrawn, or is older than seven days. If you have accepted it,{' '}
    <a href="/sign-in">sign in</a>. If not, ask whoever invited you for another one.
  </Said>
)
