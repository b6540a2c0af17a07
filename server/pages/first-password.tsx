/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { Person } from '../people/auth.ts'
import { NewPassword, Page, Wrong } from './page.tsx'

export const FirstPasswordPage = ({ person, wrong }: { person: Person; wrong?: boolean }) => (
  <Page title="Set a password">
    <section>
      <h1>Set a password</h1>
      <p>{`For ${person.email}. It ends every other session, and signs you in beside the firm’s own sign-in from now on.`}</p>
      <form method="post" action="/account/first-password">
        <Wrong>{wrong && 'The password has between 12 and 200 characters. Nothing was changed.'}</Wrong>
        {/* Read by password managers alone: which account it is that they keep. */}
        <input type="hidden" name="email" autocomplete="username" value={person.email} />
        <NewPassword name="new_password" label="Password" />
        <div class="actions">
          <button type="submit" class="main">
            Set the password
          </button>
          <a href="/account">Back to your account</a>
        </div>
      </form>
    </section>
  </Page>
)
