/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { Deps } from '../http/env.ts'
import { identityOf } from './identities.ts'

/** The account page's part about the firm's own sign-in; nothing where none is configured. */
export async function SsoSection({ deps: { database, sso }, person }: { deps: Deps; person: string }) {
  if (!sso) return null
  const { issuer, name } = sso.config
  const identity = await identityOf(database.people, person, issuer)
  return (
    <section>
      <h2>{name}</h2>
      {identity ? (
        <>
          <p>{`Linked on ${identity.linked_at.slice(0, 10)}${identity.email ? ` as ${identity.email}` : ''}. You sign in with it or as before.`}</p>
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
  )
}
