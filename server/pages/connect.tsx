/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { Person } from '../people/auth.ts'
import type { Membership } from '../people/memberships.ts'
import { Field, Hidden, Page, Wrong } from './page.tsx'

type Approval = {
  action: string
  hidden: Record<string, string>
  device: string
  /** From where it asks, where that is not this very browser. */
  place?: string
  person: Person
  memberships: Membership[]
}

/** T26 ⑦: names the device, the place, for whom and to what; and asks whether the person began this. */
export const ApprovePage = ({ action, hidden, device, place, person, memberships }: Approval) => (
  <Page title="Connect a device">
    <section>
      <h1>Did you start this?</h1>
      <p>A device asks to read and write your workspace’s inventory. Allow it only if you began this just now.</p>
      <dl>
        <dt>Device</dt>
        <dd>{device}</dd>
        {place && (
          <>
            <dt>Asks from</dt>
            <dd>{place}</dd>
          </>
        )}
        <dt>In your name</dt>
        <dd>{`${person.name} (${person.email})`}</dd>
        <dt>Workspace</dt>
        <dd>{memberships.map(({ name }) => name).join(', ')}</dd>
      </dl>
      <form method="post" action={action}>
        <Hidden values={hidden} />
        <WorkspaceChoice memberships={memberships} />
        <div class="actions">
          <button type="submit" name="decision" value="allow" class="main">
            Yes, connect it
          </button>
          <button type="submit" name="decision" value="deny">
            No, refuse
          </button>
        </div>
      </form>
    </section>
  </Page>
)

const WorkspaceChoice = ({ memberships }: { memberships: Membership[] }) =>
  memberships.length === 1 ? (
    <Hidden values={{ workspace: memberships[0]?.workspace ?? '' }} />
  ) : (
    <fieldset>
      <legend>Connect it to</legend>
      {memberships.map(({ workspace, name }, index) => (
        <label for={workspace}>
          <input type="radio" id={workspace} name="workspace" value={workspace} checked={index === 0} />
          {name}
        </label>
      ))}
    </fieldset>
  )

export const CodePage = ({ wrong }: { wrong?: string }) => (
  <Page title="Connect a device by code">
    <section>
      <h1>Connect a device by code</h1>
      <p>Type the code that the extension shows. Nobody should ever send you such a code.</p>
      <form method="post" action="/device">
        <Wrong>{wrong}</Wrong>
        <Field name="user_code" label="Code" autocomplete="off" maxlength={20} class="code" autofocus />
        <div class="actions">
          <button type="submit" class="main">
            Continue
          </button>
        </div>
      </form>
    </section>
  </Page>
)
