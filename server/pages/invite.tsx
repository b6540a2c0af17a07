/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { InvitationMade } from '../invitations/model.ts'
import type { Overview } from '../members/overview.ts'
import { ClientChoice, RoleChoice } from './access-fields.tsx'
import { Field, Page, Wrong } from './page.tsx'

type Said = { email?: string | undefined; role?: string | undefined; clients: 'all' | string[] }
type Shown = { overview: Overview; said?: Said; wrong?: string }

export const InvitePage = ({ overview, said = { role: 'consultant', clients: [] }, wrong }: Shown) => (
  <Page title="Invite somebody">
    <Back overview={overview} />
    <section>
      <h1>Invite somebody</h1>
      <p>They get a link for their address alone, which works once and for seven days.</p>
      <form method="post" action={`/members/${overview.workspace.id}/invite`}>
        <Wrong>{wrong}</Wrong>
        <Field
          name="email"
          label="E-mail"
          type="email"
          autocomplete="off"
          maxlength={320}
          autofocus={said.email === undefined}
          value={said.email}
        />
        <RoleChoice by={overview.self.role} chosen={said.role} />
        <ClientChoice clients={overview.clients} chosen={said.clients} />
        <div class="actions">
          <button type="submit" class="main">
            Invite
          </button>
        </div>
      </form>
    </section>
  </Page>
)

const Back = ({ overview: { workspace } }: { overview: Overview }) => (
  <p class="back">
    <a href={`/members/${workspace.id}`}>{`Members of ${workspace.name}`}</a>
  </p>
)

const whyNot: Record<Exclude<InvitationMade['mail'], 'sent'>, string> = {
  'not-configured': 'This server sends no mail, so hand the link over yourself.',
  refused: 'The mail server does not take mail for this address. Check it, or hand the link over yourself.',
  later: 'The mail server could not be used just now, so hand the link over yourself.',
}

/** The link is here this once: only its hash is kept. */
export const InvitedPage = ({ overview, made }: { overview: Overview; made: InvitationMade }) => (
  <Page title="Invited">
    <Back overview={overview} />
    <section>
      <h1>{`${made.invitation.email} is invited`}</h1>
      {made.mail === 'sent' ? (
        <p class="last">The link was mailed to that address, and is known to nobody else.</p>
      ) : (
        <>
          <p>{whyNot[made.mail]}</p>
          <label for="link">
            Link<small>Shown this once. Whoever has it can join in that person’s place.</small>
          </label>
          <textarea id="link" class="link" readonly rows={2} autofocus>
            {made.link}
          </textarea>
        </>
      )}
    </section>
  </Page>
)
