import { defineConnector } from '../connector-kit/define.ts'
import * as from from '../connector-kit/sources.ts'
import { constant, count, day, email, json, onlyWhen, rule, setting, status } from '../connector-kit/sources.ts'

// https://docs.sentry.io/api/organizations/ and, for the subscription that the console itself asks for, its public source:
// https://github.com/getsentry/sentry/blob/master/static/gsApp/types/index.tsx
const paid = { path: 'isFree', notIn: [true] }
const open = { path: 'status', notIn: ['closed'] }
const states = { active: 'active', trialing: 'trialing', past_due: 'past-due', closed: 'canceled' }

export default defineConnector({
  id: 'sentry',
  version: 1,
  name: 'Sentry settings',
  vendor: 'sentry.io',
  priority: 100,
  matches: ['https://*.sentry.io/settings/*', 'https://sentry.io/settings/*'],
  responses: {
    // e.g. https://us.sentry.io/api/0/organizations/acme/members/
    members: '*.sentry.io/api/0/organizations/{org}/members',
    organization: '*.sentry.io/api/0/organizations/{org}',
    customer: '*.sentry.io/api/0/customers/{org}',
  },
  account: { id: [from.url('org', from.lower)], name: [from.within('organization', json('/name'))] },
  records: [
    rule(
      'subscription',
      'customer:/',
      { key: ['product'], where: [{ path: 'planDetails', present: true }] },
      {
        product: constant('Sentry'),
        plan: json('planDetails.name'),
        sku: json('plan'),
        // Without a limit of members the number of licenses means nothing.
        seatsPurchased: onlyWhen({ path: 'planDetails.maxMembers', present: true }, json('totalLicenses', count)),
        seatsAssigned: json('usedLicenses', count),
        billingPeriod: onlyWhen(paid, json('billingInterval', { name: 'billingPeriod' })),
        startsOn: onlyWhen(paid, json('contractPeriodStart', day)),
        endsOn: onlyWhen(paid, json('contractPeriodEnd', day)),
        autoRenews: onlyWhen(open, onlyWhen(paid, json('cancelAtPeriodEnd', from.flag({ true: false, false: true })))),
        status: [json('isSuspended', status({ true: 'suspended' })), json('status', status(states))],
      },
    ),
    rule('assignment', 'members:/', ['accountId'], {
      person: [json('name'), json('user.name')],
      email: json('email', email),
      accountId: json('id'),
      product: constant('Sentry'),
      status: [
        json('pending', from.words({ true: 'invited' })),
        json('user.isActive', from.words({ true: 'active', false: 'inactive' })),
      ],
      lastActiveOn: json('user.lastActive', day),
      assignedOn: json('dateCreated', day),
      role: [json('orgRole'), json('role')],
      mfa: json('user.has2fa', from.yesNo),
    }),
    setting('organization:/', 'mfa', 'Two-factor authentication required of all members', 'require2FA'),
  ],
})
