import { defineConnector } from '../connector-kit/define.ts'
import * as from from '../connector-kit/sources.ts'
import { constant, day, email, json, rule } from '../connector-kit/sources.ts'

const api = (path: string) =>
  ['api.1password.com', 'api.1password.eu', 'api.1password.ca'].map((host) => `${host}/v1beta1/${path}`)

// https://developer.1password.com/docs/users-api/about-users-api names these three hosts;
// https://developer.1password.com/docs/users-api/list-users: a page is { results, next_page_token }. What the web app itself asks is encrypted from end to end, so most of
// its pages have nothing here and are left to the generic reader of what is shown.
export default defineConnector({
  id: 'onepassword',
  version: 1,
  name: '1Password administration',
  vendor: '1password.com',
  priority: 100,
  matches: ['https://*.1password.com/*', 'https://*.1password.eu/*', 'https://*.1password.ca/*'],
  // e.g. https://api.1password.com/v1beta1/accounts/XLQMR47VZPBKJHSG/users
  responses: { users: api('accounts/{account}/users'), user: api('accounts/{account}/users/{user}') },
  account: { id: [from.url('account')] },
  records: ['users:/results', 'user:/'].map((rows) =>
    rule(
      'assignment',
      rows,
      { key: ['accountId'], where: [{ path: 'email', present: true }] },
      {
        person: json('display_name'),
        email: json('email', email),
        accountId: json('id'),
        product: constant('1Password'),
        status: json('state', from.accountStatus({ ACTIVE: 'active', SUSPENDED: 'suspended' })),
        assignedOn: json('create_time', day),
      },
    ),
  ),
})
