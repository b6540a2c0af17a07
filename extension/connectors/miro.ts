import { defineConnector } from '../connector-kit/define.ts'
import * as from from '../connector-kit/sources.ts'
import { constant, count, day, email, json, rule } from '../connector-kit/sources.ts'

// https://developers.miro.com/reference/enterprise-get-organization (Enterprise only)
// Miro's examples for developers link settings as miro.com/app/settings/…; those ask for other answers, which are not
// documented.
const product = constant('Miro')

export default defineConnector({
  id: 'miro',
  version: 1,
  name: 'Miro admin console',
  vendor: 'miro.com',
  priority: 100,
  matches: ['https://miro.com/app/settings/*'],
  responses: {
    // e.g. https://api.miro.com/v2/orgs/3074457345618265000/members?limit=100
    organization: 'api.miro.com/v2/orgs/{org}',
    members: 'api.miro.com/v2/orgs/{org}/members',
  },
  account: { id: [from.url('org')], name: [from.within('organization', json('/name'))] },
  records: [
    rule(
      'subscription',
      'organization:/',
      { key: ['product'], where: [{ path: 'plan', present: true }] },
      {
        product,
        plan: json('plan'),
        seatsPurchased: json('fullLicensesPurchased', count),
      },
    ),
    rule('assignment', 'members:/data', ['accountId'], {
      email: json('email', email),
      accountId: json('id'),
      product,
      plan: json('license'),
      status: json('active', from.words({ true: 'active', false: 'suspended' })),
      lastActiveOn: json('lastActivityAt', day),
      assignedOn: json('licenseAssignedAt', day),
      role: json('role'),
    }),
  ],
})
