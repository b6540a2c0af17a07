import { defineConnector } from '../connector-kit/define.ts'
import * as from from '../connector-kit/sources.ts'
import { constant, day, email, json, rule } from '../connector-kit/sources.ts'

// https://developer.zendesk.com/api-reference/ticketing/users/users/
// Plan, seats and price stand in no documented answer, nor do Admin Center's own addresses.
const api = (path: string) => [`{account}.zendesk.com/api/v2/${path}`, `{account}.zendesk.com/api/v2/${path}.json`]
// Every customer who ever wrote is an end-user; agents and admins are the team.
const team = { key: ['accountId'], where: [{ path: 'role', in: ['agent', 'admin'] }] }
// role_type, as https://developer.zendesk.com/api-reference/ticketing/users/users/ numbers it (0 is a custom agent, 4 an admin).
const kinds = from.words({ 1: 'light agent', 2: 'chat agent', 3: 'contributor', 5: 'billing admin' })

export default defineConnector({
  id: 'zendesk',
  version: 1,
  name: 'Zendesk Admin Center',
  vendor: 'zendesk.com',
  priority: 100,
  matches: ['https://*.zendesk.com/admin*'],
  pages: ['{account}.zendesk.com/**'],
  responses: {
    // e.g. https://acme.zendesk.com/api/v2/users.json?role[]=agent&role[]=admin
    users: [...api('users'), ...api('users/search')],
  },
  account: { id: [from.url('account', from.lower)] },
  records: [
    rule('assignment', 'users:/users', team, {
      person: json('name'),
      email: json('email', email),
      accountId: json('id'),
      product: constant('Zendesk'),
      status: [
        json('active', from.words({ false: 'deprovisioned' })),
        json('suspended', from.words({ true: 'suspended', false: 'active' })),
      ],
      lastActiveOn: json('last_login_at', day),
      assignedOn: json('created_at', day),
      role: [json('role_type', kinds), json('role')],
      mfa: json('two_factor_auth_enabled', from.yesNo),
    }),
  ],
})
