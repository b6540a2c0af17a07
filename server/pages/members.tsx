/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { Invitation } from '../invitations/model.ts'
import type { ListedClient, ListedMember, Overview } from '../members/overview.ts'
import type { Membership } from '../people/memberships.ts'
import { mayInvite, seesAll } from '../workspaces/may.ts'
import { Done, Hidden, Page, Said } from './page.tsx'
import { clientCount, roleWords } from './words.ts'

/** What the page says after an act, by a word in its address. */
const doneWords = {
  changed: 'The role and clients are as you set them.',
  removed: 'The member was removed, and none of their devices opens anything any more.',
  revoked: 'The device was revoked.',
  withdrawn: 'The invitation was withdrawn.',
} as const
export type DoneWord = keyof typeof doneWords
export const isDone = (word: string | undefined): word is DoneWord =>
  word !== undefined && Object.hasOwn(doneWords, word)

type Shown = { overview: Overview; now: Date; done: DoneWord | undefined }

export const MembersPage = ({ overview, now, done }: Shown) => {
  const { workspace, members, invitations } = overview
  return (
    <Page title={`Members of ${workspace.name}`} wide>
      <section>
        <header>
          <div>
            <h1>{`Members of ${workspace.name}`}</h1>
            <p>
              <a href="/">Your devices</a>
            </p>
          </div>
          <a class="button main" href={`/members/${workspace.id}/invite`}>
            Invite somebody
          </a>
        </header>
        <Done>{done && doneWords[done]}</Done>
        <div class="table">
          <table>
            <thead>
              <tr>
                <th>Member</th>
                <th>Role</th>
                <th>Clients</th>
                <th class="number">Devices</th>
                <th>Last seen</th>
              </tr>
            </thead>
            <tbody>
              {members.map((member) => (
                <MemberRow overview={overview} member={member} />
              ))}
            </tbody>
          </table>
        </div>
      </section>
      <section>
        <h2>Invited</h2>
        {invitations.length === 0 ? (
          <p class="last">Nobody who has not come yet.</p>
        ) : (
          <ul>
            {invitations.map((invitation) => (
              <Invited overview={overview} invitation={invitation} now={now} />
            ))}
          </ul>
        )}
      </section>
    </Page>
  )
}

const MemberRow = ({ overview, member }: { overview: Overview; member: ListedMember }) => {
  const { id, name, email, role, devices } = member
  const seen = devices
    .map(({ seenAt }) => seenAt)
    .sort()
    .at(-1)
  return (
    <tr>
      <th scope="row">
        <a href={`/members/${overview.workspace.id}/${id}`}>{name}</a>
        {id === overview.self.id && ' (you)'}
        <small>{email}</small>
      </th>
      <td>{roleWords[role].name}</td>
      <td>{clientsOf(member, overview.clients)}</td>
      <td class="number">{devices.length}</td>
      <td>{seen?.slice(0, 10) ?? 'never'}</td>
    </tr>
  )
}

/** A few by their names; more by their number, as a cell is no list. */
function clientsOf(member: ListedMember, clients: ListedClient[]): string {
  if (seesAll(member.role) || member.clients === 'all') return clientCount('all')
  const names = clients.filter(({ id }) => member.granted.includes(id)).map(({ name }) => name)
  return names.length === 0 || names.length > 3 ? clientCount(names.length) : names.join(', ')
}

const Invited = ({ overview, invitation, now }: { overview: Overview; invitation: Invitation; now: Date }) => {
  const { id, email, role, clients, by, expiresAt, mailed } = invitation
  const ranOut = expiresAt <= now.toISOString()
  const maker = overview.members.find((member) => member.id === by)?.name ?? 'somebody'
  const until = `${ranOut ? 'ran out' : 'valid until'} ${expiresAt.slice(0, 10)}`
  return (
    <li>
      <span>
        {email}
        <small>
          {`${roleWords[role].name}, ${clientCount(clients === 'all' ? 'all' : clients.length)}, by ${maker}, `}
          {ranOut ? <strong class="late">{until}</strong> : until}
          {mailed ? ', mailed' : ', not mailed'}
        </small>
      </span>
      {mayInvite(overview.self.role, role) && (
        <form method="post" action={`/members/${overview.workspace.id}/withdraw`}>
          <Hidden values={{ invitation: id }} />
          <button type="submit" aria-label={`Withdraw the invitation to ${email}`}>
            Withdraw…
          </button>
        </form>
      )}
    </li>
  )
}

/** For somebody who is owner or admin in several. */
export const WorkspacesPage = ({ memberships }: { memberships: Membership[] }) =>
  memberships.length === 0 ? (
    <Said title="This is for owners and admins">
      They see who is a member of the workspace, and change it. Nothing was changed. Ask one of them.
    </Said>
  ) : (
    <Page title="Members">
      <section>
        <h1>Members of which workspace?</h1>
        <ul>
          {memberships.map(({ workspace, name, role }) => (
            <li>
              <span>
                <a href={`/members/${workspace}`}>{name}</a>
                <small>{`you are ${roleWords[role].name.toLowerCase()}`}</small>
              </span>
            </li>
          ))}
        </ul>
      </section>
    </Page>
  )
