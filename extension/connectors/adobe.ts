import { defineConnector } from '../connector-kit/define.ts'
import * as from from '../connector-kit/sources.ts'
import { constant, count, email, join, json, rule } from '../connector-kit/sources.ts'

// https://adobe-apiplatform.github.io/umapi-documentation/en/RefOverview.html
// The organization's id is part of the Admin Console's own address as well; the answers that its pages ask for are not
// documented, so their products and seats are left to the generic reader.
const api = 'usermanagement.adobe.io/v2/usermanagement'
const organization = (path: (org: string) => string) => ['{org}@AdobeOrg', '{org}%40AdobeOrg'].map(path)

const statuses = from.words({
  ...from.meaning('suspended', 'disabled', 'locked'),
  active: 'active',
  removed: 'deprovisioned',
})
const profiles = { key: ['product', 'plan'], where: [{ path: 'type', in: ['PRODUCT_PROFILE'] }] }

export default defineConnector({
  id: 'adobe',
  version: 1,
  name: 'Adobe Admin Console',
  vendor: 'adobe.com',
  priority: 100,
  matches: ['https://adminconsole.adobe.com/*'],
  pages: organization((org) => `adminconsole.adobe.com/${org}/**`),
  responses: {
    // e.g. https://usermanagement.adobe.io/v2/usermanagement/users/1A2B3C@AdobeOrg/0
    users: organization((org) => `${api}/users/${org}/*`),
    groups: organization((org) => `${api}/groups/${org}/*`),
    // Deprecated, but the only documented answer that tells what was bought.
    products: organization((org) => `${api}/${org}/products`),
  },
  account: { id: [from.url('org')] },
  records: [
    rule('subscription', 'products:/', ['sku'], {
      product: json('name'),
      sku: json('id'),
      seatsPurchased: json('licenseQuota', count),
      unlimited: json('licenseQuota', from.flag({ UNLIMITED: true })),
    }),
    // A profile's quota is its share of what was bought, or an amount of something else than seats: it is not read. Its
    // members are; those of the product are the same people, and are not read a second time.
    rule('subscription', 'groups:/groups', profiles, {
      product: json('productName'),
      plan: json('groupName'),
      seatsAssigned: json('memberCount', count),
    }),
    // `groups` of a person are user groups as well as profiles, and nothing tells them apart: an account, no seat.
    rule('assignment', 'users:/users', ['email'], {
      person: join(' ', json('firstname'), json('lastname')),
      email: json('email', email),
      accountId: json('id'),
      product: constant('Adobe'),
      status: json('status', statuses),
      role: json('adminRoles.0', from.said('admin of {}')),
    }),
  ],
})
