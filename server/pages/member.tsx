/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { ListedMember, Overview } from '../members/overview.ts'
import { mayInvite } from '../workspaces/may.ts'
import { ClientChoice, RoleChoice } from './access-fields.tsx'
import { Hidden, Page, Wrong } from './page.tsx'

type Shown = { overview: Overview; member: ListedMember; wrong?: string }

/** One member: role and clients, devices, and the end of it. */
export const MemberPage = ({ overview, member, wrong }: Shown) => {
  const { workspace, self } = overview
  const action = `/members/${workspace.id}/${member.id}`
  // Whom somebody may not let in, they do not change either.
  const may = mayInvite(self.role, member.role)
  return (
    <Page title={member.name}>
      <p class="back">
        <a href={`/members/${workspace.id}`}>{`Members of ${workspace.name}`}</a>
      </p>
      <section>
        <h1>{member.id === self.id ? `${member.name} (you)` : member.name}</h1>
        <p>{`${member.email}, member since ${member.since.slice(0, 10)}`}</p>
        {!member.emailProved && (
          <p>Nothing was ever sent to this address, so only whoever handed over the invitation knows whose it is.</p>
        )}
        <Wrong>{wrong}</Wrong>
        {may ? (
          <form method="post" action={action}>
            <Hidden values={{ act: 'access' }} />
            <RoleChoice by={self.role} chosen={member.role} />
            <ClientChoice clients={overview.clients} chosen={member.clients === 'all' ? 'all' : member.granted} />
            <div class="actions">
              <button type="submit" class="main">
                Save
              </button>
            </div>
          </form>
        ) : (
          <p class="last">Only an owner changes an owner.</p>
        )}
      </section>
      <Devices member={member} action={action} />
      {may && (
        <section>
          <h2>{member.id === self.id ? 'Leave the workspace' : 'Remove from the workspace'}</h2>
          <p>
            From that second none of their devices and keys opens anything, and webhooks that they made are switched
            off. What they recorded stays.
          </p>
          <form method="post" action={action}>
            <Hidden values={{ act: 'remove' }} />
            <button type="submit">{member.id === self.id ? 'Leave…' : 'Remove…'}</button>
          </form>
        </section>
      )}
    </Page>
  )
}

const Devices = ({ member, action }: { member: ListedMember; action: string }) => (
  <section>
    <h2>Devices</h2>
    {member.devices.length === 0 ? (
      <p class="last">None is connected.</p>
    ) : (
      <ul>
        {member.devices.map(({ id, name, pairedAt, seenAt }) => (
          <li>
            <span>
              {name}
              <small>{`paired ${pairedAt.slice(0, 10)}, last seen ${seenAt.slice(0, 10)}`}</small>
            </span>
            <form method="post" action={action}>
              <Hidden values={{ act: 'revoke', device: id }} />
              <button type="submit" aria-label={`Revoke ${name}`}>
                Revoke…
              </button>
            </form>
          </li>
        ))}
      </ul>
    )}
  </section>
)
