import { defineConnector } from '../connector-kit/define.ts'
import * as from from '../connector-kit/sources.ts'
import { constant, email, join, json, onlyWhen, rule } from '../connector-kit/sources.ts'

// https://developers.figma.com/docs/rest-api/scim-endpoints (Organization and Enterprise only)
// https://developers.figma.com/docs/rest-api/scim-supported-schemas: seatType, userName, active.
// Admin settings open within the file browser (https://help.figma.com/hc/en-us/articles/360039829474) and ask for other
// answers, which are not documented; plan, seats bought and price stand in none that is.
const seat = { path: 'roles.0.type', in: ['seatType'] }

export default defineConnector({
  id: 'figma',
  version: 1,
  name: 'Figma admin',
  vendor: 'figma.com',
  priority: 100,
  matches: ['https://www.figma.com/files/*'],
  responses: {
    // e.g. https://www.figma.com/scim/v2/98765/Users?startIndex=1
    users: 'www.figma.com/scim/v2/{tenant}/Users',
  },
  account: { id: [from.url('tenant')] },
  records: [
    rule(
      'assignment',
      'users:/Resources',
      { key: ['accountId'], total: '/totalResults' },
      {
        person: [json('displayName'), join(' ', json('name.givenName'), json('name.familyName'))],
        email: json('userName', email),
        accountId: json('id'),
        product: constant('Figma'),
        plan: onlyWhen(seat, json('roles.0.value')),
        status: json('active', from.words({ true: 'active', false: 'deprovisioned' })),
      },
    ),
  ],
})
