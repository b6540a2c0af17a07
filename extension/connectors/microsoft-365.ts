import { defineConnector, type RecordRule } from '../connector-kit/define.ts'
import * as from from '../connector-kit/sources.ts'
import { count, day, email, json, onlyWhen, rule, status } from '../connector-kit/sources.ts'

// https://graph.microsoft.com/v1.0/subscribedSkus, or through the admin center's own host, with the same shape.
const graph = (path: string) =>
  ['graph.microsoft.com/*', 'admin.microsoft.com/**', 'admin.cloud.microsoft/**'].map((base) => `${base}/${path}`)

// A SKU's GUID stands in every answer, its part number only in some: the GUID is the identity, the part number the name.
const sku = json('skuId')
const named = {
  product: [json('skuId', from.microsoftProduct), json('skuPartNumber', from.microsoftProduct)],
  sku: [json('skuPartNumber'), json('skuId', from.microsoftSku), sku],
}

// Microsoft tells the seats per SKU (subscribedSkus), the dates per purchase (directory/subscriptions), and nowhere which
// purchase pays for which seat. Where one live purchase has the SKU, its dates are the SKU's: one record. Where several
// have it, each is a lot of its own, beside the SKU's pool of seats: all seats under the date of one lot would make an
// auditor cancel too late, or the wrong lot. The pool is the one with assigned seats; a total counts it, not its lots.
const states = {
  Enabled: 'active',
  Warning: 'past-due',
  Suspended: 'suspended',
  LockedOut: 'suspended',
  Deleted: 'canceled',
}
const live = ['Enabled', 'Warning']
const purchase = (where: RecordRule['where'], key: RecordRule['key'], size?: 'one' | 'several'): RecordRule => ({
  type: 'subscription',
  rows: 'subscriptions:/value',
  where: where ?? [],
  ...(size ? { group: { by: 'skuId', of: 'id', size } } : {}),
  key,
  fields: {
    ...named,
    subscriptionId: json('commerceSubscriptionId'),
    seatsPurchased: json('totalLicenses', count),
    // "When it moves to the next state if not renewed": the renewal only while it is enabled; later, a deletion.
    renewsOn: onlyWhen({ path: 'status', in: ['Enabled'] }, json('nextLifecycleDateTime', day)),
    status: [
      onlyWhen({ path: 'status', in: ['Enabled'] }, json('isTrial', status({ true: 'trialing' }))),
      json('status', status(states)),
    ],
  },
})

const holder = {
  status: json('^.accountEnabled', from.accountStatus({ true: 'active', false: 'suspended' })),
  lastActiveOn: [
    json('^.signInActivity.lastSuccessfulSignInDateTime', day),
    json('^.signInActivity.lastSignInDateTime', day),
  ],
}

export default defineConnector({
  id: 'microsoft-365',
  version: 1,
  name: 'Microsoft 365 admin center',
  vendor: 'microsoft.com',
  priority: 100,
  matches: ['https://admin.microsoft.com/*', 'https://admin.cloud.microsoft/*', 'https://entra.microsoft.com/*'],
  responses: {
    skus: graph('subscribedSkus'),
    subscriptions: graph('directory/subscriptions'),
    users: graph('users'),
    licenses: graph('users/{user}/licenseDetails'),
    domains: graph('domains'),
    organization: graph('organization'),
  },
  account: {
    // A SKU's id is the tenant's id and the SKU's: 48a80680-…_c7df2760-…; its accountId is something else.
    id: [from.within('organization', json('/value/0/id')), from.within('skus', json('/value/0/id', from.before('_')))],
    name: [from.within('organization', json('/value/0/displayName'))],
  },
  records: [
    purchase([{ path: 'status', in: live }], [sku], 'one'),
    purchase([{ path: 'status', in: live }], [sku, json('id')], 'several'),
    purchase([{ path: 'status', in: ['Suspended', 'LockedOut', 'Deleted'] }], [sku, json('id')]),
    rule('subscription', 'skus:/value', [sku], {
      ...named,
      metric: json('appliesTo', from.words({ User: 'user', Company: 'tenant' })),
      // Seats in their grace period (`warning`) are usable too, so `enabled` is the whole only where there are none.
      seatsPurchased: onlyWhen(
        { path: 'capabilityStatus', in: ['Enabled'] },
        onlyWhen({ path: 'prepaidUnits.warning', in: [0, null] }, json('prepaidUnits.enabled', count)),
      ),
      seatsAssigned: json('consumedUnits', count),
      status: json('capabilityStatus', status(states)),
    }),
    rule('assignment', 'users:/value/*/assignedLicenses', ['accountId', sku], {
      person: json('^.displayName'),
      email: [json('^.mail', email), json('^.userPrincipalName', email)],
      accountId: json('^.id'),
      ...named,
      ...holder,
    }),
    rule('assignment', 'licenses:/value', ['accountId', sku], {
      accountId: from.url('user'),
      ...named,
    }),
    rule('domain', 'domains:/value', ['name'], {
      name: json('id'),
      verified: json('isVerified', from.yesNo),
    }),
    rule('domain', 'organization:/value/*/verifiedDomains', ['name'], {
      name: json('name'),
      verified: from.constant(true),
    }),
  ],
})
