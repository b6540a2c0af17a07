import { defineConnector } from '../connector-kit/define.ts'
import * as from from '../connector-kit/sources.ts'
import { constant, day, json, rule } from '../connector-kit/sources.ts'

// https://api.gandi.net/docs/domains/ and https://api.gandi.net/docs/certificate/. The list tells the renewal as a flag, the details as an object.
const api = (path: string) => `api.gandi.net/v5/${path}`
const named = { key: ['name'], account: { id: [json('sharing_id'), json('sharing_space.id')] } }

export default defineConnector({
  id: 'gandi',
  version: 1,
  name: 'Gandi',
  vendor: 'gandi.net',
  priority: 100,
  matches: ['https://admin.gandi.net/*'],
  responses: {
    // e.g. https://api.gandi.net/v5/domain/domains?per_page=100
    domains: api('domain/domains'),
    domain: api('domain/domains/{domain}'),
    certificates: api('certificate/issued-certs'),
  },
  account: { id: [from.within('domains', json('/0/sharing_id'))] },
  records: [
    ...['domains:/', 'domain:/'].map((rows) =>
      rule('domain', rows, named, {
        name: json('fqdn'),
        registrar: constant('Gandi'),
        registeredOn: json('dates.registry_created_at', day),
        expiresOn: json('dates.registry_ends_at', day),
        autoRenews: [json('autorenew', from.yesNo), json('autorenew.enabled', from.yesNo)],
        // A status of the registry, of which there may be several.
        status: json('status.0'),
      }),
    ),
    rule('certificate', 'certificates:/', [json('id')], {
      subject: json('cn'),
      endsOn: json('dates.ends_at', day),
    }),
  ],
})
