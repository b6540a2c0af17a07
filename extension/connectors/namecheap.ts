import { defineConnector } from '../connector-kit/define.ts'
import * as from from '../connector-kit/sources.ts'
import { constant, day, json, rule } from '../connector-kit/sources.ts'

// https://www.namecheap.com/support/api/methods/domains/get-list/ documents XML, which the panel does not ask. What the
// panel's own list answers is not documented; its four fields are as open-source clients of it name them.
const listed = { key: ['name'], where: [{ path: 'ExpireDateTime', present: true }], total: '/TotalItems' }

export default defineConnector({
  id: 'namecheap',
  version: 1,
  name: 'Namecheap',
  vendor: 'namecheap.com',
  priority: 100,
  matches: ['https://ap.www.namecheap.com/*'],
  responses: {
    // e.g. https://ap.www.namecheap.com/api/v1/ncpl/gatewaydomainlist/getdomainsonly
    domains: 'ap.www.namecheap.com/api/v1/ncpl/gatewaydomainlist/getdomainsonly',
  },
  records: [
    // A domain that is only served here and registered elsewhere has no day on which it expires.
    rule('domain', 'domains:/Data', listed, {
      name: json('DomainName'),
      registrar: constant('Namecheap'),
      expiresOn: json('ExpireDateTime', day),
      autoRenews: json('AutoRenew', from.yesNo),
    }),
  ],
})
