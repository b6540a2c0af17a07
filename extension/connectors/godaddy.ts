import { defineConnector } from '../connector-kit/define.ts'
import * as from from '../connector-kit/sources.ts'
import { constant, day, json, onlyWhen, rule } from '../connector-kit/sources.ts'

// https://developer.godaddy.com/doc: domains, subscriptions, certificates, orders. What the console's own hosts answer is
// not documented and left to the generic reader; no answer names the account but those of /v2/customers.
const api = (path: string) => `api.godaddy.com/${path}`

const states = from.status({ ACTIVE: 'active', CANCELED: 'canceled', EXPIRED: 'expired', SUSPENDED: 'suspended' })
const listed = { key: ['subscriptionId'], total: '/pagination/total' }

export default defineConnector({
  id: 'godaddy',
  version: 1,
  name: 'GoDaddy',
  vendor: 'godaddy.com',
  priority: 100,
  matches: ['https://account.godaddy.com/*', 'https://dcc.godaddy.com/*', 'https://certs.godaddy.com/*'],
  responses: {
    // e.g. https://api.godaddy.com/v1/domains?limit=100
    domains: api('v1/domains'),
    domain: [api('v1/domains/{domain}'), api('v2/customers/{customer}/domains/{domain}')],
    subscriptions: api('v1/subscriptions'),
    certificate: api('v1/certificates/{certificate}'),
  },
  account: { id: [from.url('customer')] },
  records: [
    ...['domains:/', 'domain:/'].map((rows) =>
      rule('domain', rows, ['name'], {
        name: json('domain'),
        registrar: constant('GoDaddy'),
        registeredOn: json('createdAt', day),
        expiresOn: [json('expires', day), json('expiresAt', day)],
        autoRenews: json('renewAuto', from.yesNo),
        locked: json('locked', from.yesNo),
        status: json('status'),
      }),
    ),
    rule('subscription', 'subscriptions:/subscriptions', listed, {
      subscriptionId: json('subscriptionId'),
      product: json('product.label'),
      sku: json('product.pfid'),
      billingPeriod: json('product.renewalPeriodUnit', from.periods('product.renewalPeriod')),
      endsOn: json('expiresAt', { name: 'lastDay' }),
      renewsOn: onlyWhen({ path: 'renewAuto', in: [true] }, json('billing.renewAt', day)),
      autoRenews: json('renewAuto', from.yesNo),
      status: json('status', states),
    }),
    rule('certificate', 'certificate:/', [json('certificateId')], {
      subject: json('commonName'),
      serial: json('serialNumber'),
      startsOn: json('validStart', day),
      endsOn: json('validEnd', day),
    }),
  ],
})
