/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { PropsWithChildren } from 'hono/jsx'
import { Hidden, Page } from './page.tsx'

type Asking = {
  title: string
  /** What the button does, in its own words. */
  does: string
  action: string
  values: Record<string, string | string[]>
  /** Where one goes who would rather not. */
  back: string
}

/** Before something ends: what, and what that means. The same form comes again, with the word that it is meant. */
export const Confirm = ({ title, does, action, values, back, children }: PropsWithChildren<Asking>) => (
  <Page title={title}>
    <section>
      <h1>{title}</h1>
      {children}
      <form method="post" action={action}>
        <Hidden values={{ ...values, confirmed: 'yes' }} />
        <div class="actions">
          <button type="submit" class="ends">
            {does}
          </button>
          <a class="button" href={back}>
            Cancel
          </a>
        </div>
      </form>
    </section>
  </Page>
)
