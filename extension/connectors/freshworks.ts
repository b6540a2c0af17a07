import { defineConnector } from '../connector-kit/define.ts'
import * as from from '../connector-kit/sources.ts'
import { constant, day, email, join, json, rule } from '../connector-kit/sources.ts'

// https://developers.freshdesk.com/api/#agents and https://api.freshservice.com/#agents
// What was bought stands in no documented answer: the account's number of agents is of those that are there.
const kinds = from.words({ true: 'Occasional', false: 'Full time' })

export default defineConnector({
  id: 'freshworks',
  version: 1,
  name: 'Freshdesk and Freshservice',
  vendor: 'freshworks.com',
  priority: 100,
  matches: ['freshdesk', 'freshservice'].flatMap((name) => [
    `https://*.${name}.com/a/admin*`,
    `https://*.${name}.com/admin*`,
  ]),
  responses: {
    // e.g. https://acme.freshdesk.com/api/v2/agents?per_page=100
    desk: '{account}.freshdesk.com/api/v2/agents',
    service: '{account}.freshservice.com/api/v2/agents',
    account: '{account}.freshdesk.com/api/v2/account',
  },
  account: { id: [from.url('account', from.lower)], name: [from.within('account', json('/account_name'))] },
  records: [
    rule('assignment', 'desk:/', ['accountId'], {
      person: json('contact.name'),
      email: json('contact.email', email),
      accountId: json('id'),
      product: constant('Freshdesk'),
      plan: json('occasional', kinds),
      // False before the agent is verified, and what else it may mean is not documented.
      status: json('contact.active', from.words({ true: 'active' })),
      lastActiveOn: [json('last_active_at', day), json('contact.last_login_at', day)],
      assignedOn: json('created_at', day),
    }),
    rule('assignment', 'service:/agents', ['accountId'], {
      person: join(' ', json('first_name'), json('last_name')),
      email: json('email', email),
      accountId: json('id'),
      product: constant('Freshservice'),
      plan: json('occasional', kinds),
      status: json('active', from.words({ true: 'active', false: 'inactive' })),
      lastActiveOn: [json('last_active_at', day), json('last_login_at', day)],
      assignedOn: json('created_at', day),
    }),
  ],
})
