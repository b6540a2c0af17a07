import { defineConnector } from '../connector-kit/define.ts'
import * as from from '../connector-kit/sources.ts'
import { count, day, email, json, onlyWhen, rule } from '../connector-kit/sources.ts'

const statuses = from.words({ active: 'active', inactive: 'suspended', closed: 'deprovisioned' })
// The number beside an unlimited license means nothing.
const limited = (path: string) => onlyWhen({ path: 'hasUnlimitedSeats', notIn: [true] }, json(path, count))

// https://developer.atlassian.com/cloud/admin/organization/rest/ and, for seats,
// https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-application-roles/
// Atlassian documents seats per site only (application roles); prices and renewals stand in no documented answer.
export default defineConnector({
  id: 'atlassian',
  version: 1,
  name: 'Atlassian Administration',
  vendor: 'atlassian.com',
  priority: 100,
  matches: ['https://admin.atlassian.com/*', 'https://*.atlassian.net/*'],
  pages: ['admin.atlassian.com/o/{account}/**', '{account}.atlassian.net/**'],
  responses: {
    // e.g. https://api.atlassian.com/admin/v1/orgs/2f1e…/users, or by the console's own gateway
    users: ['api.atlassian.com/admin/v1/orgs/{account}/users', 'admin.atlassian.com/**/admin/v1/orgs/{account}/users'],
    roles: ['{account}.atlassian.net/rest/api/3/applicationrole', '{account}.atlassian.net/rest/api/2/applicationrole'],
  },
  account: { id: [from.url('account')] },
  records: [
    rule('subscription', 'roles:/', ['sku'], {
      product: json('name'),
      sku: json('key'),
      seatsPurchased: limited('numberOfSeats'),
      seatsAssigned: json('userCount', count),
      seatsAvailable: limited('remainingSeats'),
      unlimited: json('hasUnlimitedSeats', from.yesNo),
    }),
    // One product on two sites is two seats. Apps and other machines are in the list of users too.
    rule(
      'assignment',
      'users:/data/*/product_access',
      { key: ['accountId', 'sku', json('url')], where: [{ path: '^.account_type', in: ['atlassian', 'customer'] }] },
      {
        person: json('^.name'),
        email: json('^.email', email),
        accountId: json('^.account_id'),
        product: json('name'),
        sku: json('key'),
        status: json('^.account_status', statuses),
        lastActiveOn: json('last_active', day),
      },
    ),
  ],
})
