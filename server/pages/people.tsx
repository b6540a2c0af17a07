/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { Person } from '../people/auth.ts'
import { Field, Hidden, NewPassword, Page, Wrong } from './page.tsx'
import { PasskeySignIn } from './passkeys.tsx'

type Typed = { values?: Record<string, string>; wrong?: string | undefined; next: string }

export const FirstRunPage = ({ values = {}, wrong, next }: Typed) => (
  <Page title="Set up this server">
    <section>
      <h1>Set up this server</h1>
      <p>Make the first account. It owns the workspace, and can let colleagues in later.</p>
      <form method="post" action="/first-run">
        <Hidden values={{ next }} />
        <Wrong>{wrong}</Wrong>
        <Field
          name="token"
          label="First-run token"
          hint="The server printed it when it started. It works once."
          autocomplete="off"
          autofocus
          value={values.token}
        />
        <Field
          name="workspace"
          label="Workspace"
          hint="Your firm’s name, as colleagues know it."
          autocomplete="organization"
          maxlength={500}
          value={values.workspace}
        />
        <Field name="name" label="Your name" autocomplete="name" maxlength={500} value={values.name} />
        <Field name="email" label="E-mail" type="email" autocomplete="username" value={values.email} />
        <NewPassword name="password" label="Password" />
        <div class="actions">
          <button type="submit" class="main">
            Make the account
          </button>
        </div>
      </form>
    </section>
  </Page>
)

type SignIn = Typed & {
  /** The firm's own sign-in, where there is one, and where it leads. */ sso?:
    | { name: string; next: string }
    | undefined
}

/** Whoever shows it lets its one script run (mayRunScript). */
export const SignInPage = ({ values = {}, wrong, next, sso }: SignIn) => (
  <Page title="Sign in">
    <section>
      <h1>Sign in</h1>
      <p>To your firm’s Stocktake server.</p>
      <form method="post" action="/sign-in">
        <Hidden values={{ next }} />
        <Wrong>{wrong}</Wrong>
        <Field name="email" label="E-mail" type="email" autocomplete="username" autofocus value={values.email} />
        <Field name="password" label="Password" type="password" autocomplete="current-password" maxlength={200} />
        <div class="actions">
          <button type="submit" class="main">
            Sign in
          </button>
          {sso && (
            <a class="button" href={`/sso/sign-in?${new URLSearchParams({ next: sso.next })}`}>
              {`Sign in with ${sso.name}`}
            </a>
          )}
        </div>
      </form>
    </section>
    <PasskeySignIn next={next} />
  </Page>
)

type Listed = { workspace: string; device: string; name: string; pairedOn: string; seenOn: string }

type Home = { person: Person; devices: Listed[]; administers: boolean }

export const HomePage = ({ person, devices, administers }: Home) => (
  <Page title="Your devices">
    <section>
      <h1>Your devices</h1>
      <p>
        {`Signed in as ${person.name} (${person.email}). `}
        <a href="/account">Your account</a>
      </p>
      {devices.length === 0 ? (
        <p>None yet. In the extension’s popup, choose “Connect to a server” and give this address.</p>
      ) : (
        <ul>
          {devices.map(({ workspace, device, name, pairedOn, seenOn }) => (
            <li>
              <span>
                {name}
                <small>{`paired ${pairedOn}, last seen ${seenOn}`}</small>
              </span>
              <form method="post" action="/devices/disconnect">
                <Hidden values={{ workspace, device }} />
                <button type="submit" aria-label={`Disconnect ${name}`}>
                  Disconnect
                </button>
              </form>
            </li>
          ))}
        </ul>
      )}
    </section>
    {administers && (
      <section>
        <h2>Your colleagues</h2>
        <p class="last">
          Who is a member, as what, and of which clients: <a href="/members">the members page</a>.
        </p>
      </section>
    )}
    <section>
      <h2>A device that shows a code?</h2>
      <p>
        Type it on <a href="/device">the code page</a>.
      </p>
      <form method="post" action="/sign-out">
        <button type="submit">Sign out</button>
      </form>
    </section>
  </Page>
)
