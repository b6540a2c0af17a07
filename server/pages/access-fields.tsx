/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { Role } from '../db/tables.ts'
import type { ListedClient } from '../members/overview.ts'
import { Role as Roles } from '../members/role.ts'
import { mayInvite } from '../workspaces/may.ts'
import { roleWords } from './words.ts'

/** The roles that somebody may give. */
export const RoleChoice = ({ by, chosen }: { by: Role; chosen: string | undefined }) => (
  <fieldset>
    <legend>Role</legend>
    {Roles.options
      .filter((role) => mayInvite(by, role))
      .map((role) => (
        <label for={`role-${role}`} class="choice">
          <input type="radio" id={`role-${role}`} name="role" value={role} checked={role === chosen} required />
          <span>
            {roleWords[role].name}
            <small>{roleWords[role].may}</small>
          </span>
        </label>
      ))}
  </fieldset>
)

type Clients = { clients: ListedClient[]; chosen: 'all' | readonly string[] }

/** All clients, or those that are ticked; the list is out of the way where it says nothing. */
export const ClientChoice = ({ clients, chosen }: Clients) => (
  <fieldset class="clients">
    <legend>
      Clients<small>An owner or admin sees all of them in any case.</small>
    </legend>
    <label for="clients-all" class="choice">
      <input type="radio" id="clients-all" name="clients" value="all" checked={chosen === 'all'} />
      <span>All clients, also those to come</span>
    </label>
    <label for="clients-granted" class="choice">
      <input type="radio" id="clients-granted" name="clients" value="granted" checked={chosen !== 'all'} />
      <span>Only these</span>
    </label>
    {clients.length === 0 ? (
      <p class="ticks">The workspace has no clients yet.</p>
    ) : (
      <div class="ticks">
        {clients.map(({ id, name }) => (
          <label for={`client-${id}`} class="choice">
            <input
              type="checkbox"
              id={`client-${id}`}
              name="client"
              value={id}
              checked={chosen !== 'all' && chosen.includes(id)}
            />
            <span>{name}</span>
          </label>
        ))}
      </div>
    )}
  </fieldset>
)
