import { defineConnector } from '../connector-kit/define.ts'
import { constant, email, json, rule } from '../connector-kit/sources.ts'

// https://developers.notion.com/reference/get-users (members only: guests are not listed)
// Settings open within the workspace, and ask for answers that are not documented; plan, price and the workspace's id
// stand in none that is.
export default defineConnector({
  id: 'notion',
  version: 1,
  name: 'Notion',
  vendor: 'notion.so',
  priority: 100,
  matches: ['https://www.notion.so/*', 'https://app.notion.com/*'],
  responses: {
    // e.g. https://api.notion.com/v1/users?page_size=100
    users: 'api.notion.com/v1/users',
  },
  records: [
    rule(
      'assignment',
      'users:/results',
      { key: ['accountId'], where: [{ path: 'type', in: ['person'] }] },
      {
        person: json('name'),
        email: json('person.email', email),
        accountId: json('id'),
        product: constant('Notion'),
      },
    ),
  ],
})
