/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { PropsWithChildren } from 'hono/jsx'
import { Page, Wrong } from '../pages/page.tsx'

/** Between our form and the issuer, for a moment; or longer, where a browser does not go on by itself. */
export const LeavingPage = ({ to, name }: { to: string; name: string }) => (
  <Page title={`On to ${name}`}>
    <section>
      <h1>{`On to ${name}`}</h1>
      <p>Sign in there as yourself. You come back to your account by itself.</p>
      <a class="button main" href={to}>
        Continue
      </a>
    </section>
  </Page>
)

export const NotDonePage = ({ back, children }: PropsWithChildren<{ back: string }>) => (
  <Page title="This was not done">
    <section>
      <h1>This was not done</h1>
      <Wrong>{children}</Wrong>
      <div class="actions">
        <a class="button" href={back}>
          Back to your account
        </a>
      </div>
    </section>
  </Page>
)
