/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { Deps } from '../http/env.ts'
import { identityOf } from './identities.ts'

/** `password`: whether they have one here. */
type Asked = { deps: Deps; person: string; password: boolean }

/** The account page's part about the firm's own sign-in; nothing where none is configured. */
export async function SsoSection({ deps: { database, sso }, person, password }: Asked) {
  if (!sso) return null
  const { issuer, name } = sso.config
  const identity = await identityOf(database.people, person, issuer)
  return (
    <>
      {identity && !password && <NoPassword name={name} />}
      <section>
        <h2>{name}</h2>
        {identity ? (
          <>
            <p>{`Linked on ${identity.linked_at.slice(0, 10)}${identity.email ? ` as ${identity.email}` : ''}. You sign in with it${password ? ' or as before' : ''}.`}</p>
            <form method="post" action="/sso/unlink">
              <button type="submit">{`Unlink ${name}`}</button>
            </form>
          </>
        ) : (
          <>
            <p>{`Link it once, then sign in with ${name} instead of your password.`}</p>
            <form method="post" action="/sso/link">
              <button type="submit">{`Link ${name}`}</button>
            </form>
          </>
        )}
      </section>
    </>
  )
}

/** There is none to be changed, so it is their identity that they show again. */
const NoPassword = ({ name }: { name: string }) => (
  <section>
    <h2>Password</h2>
    <p>
      {`You have none here: ${name} signs you in. With one you also get in while ${name} does not answer, and can add a passkey, ask for the code of an app, or unlink ${name}. First you sign in there again, to show that it is you.`}
    </p>
    <form method="post" action="/sso/prove">
      <button type="submit">Set a password</button>
    </form>
  </section>
)
