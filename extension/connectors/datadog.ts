import { defineConnector } from '../connector-kit/define.ts'
import * as from from '../connector-kit/sources.ts'
import { constant, day, email, json, rule } from '../connector-kit/sources.ts'

// https://docs.datadoghq.com/api/latest/users/, https://docs.datadoghq.com/api/latest/organizations/
// Datadog bills what is measured (hosts, gigabytes), so usage is no subscription of seats, and is not read as one.
const sites = ['*.datadoghq.com', '*.datadoghq.eu', '*.ddog-gov.com']
const api = (path: string) => sites.map((site) => `${site}/api/${path}`)
const statuses = from.words({ Active: 'active', Pending: 'invited', Disabled: 'suspended' })
const people = {
  key: ['accountId'],
  where: [{ path: 'attributes.service_account', notIn: [true] }],
  total: '/meta/page/total_filtered_count',
}
const saml = (setting: string) => ({
  key: ['title'],
  where: [{ path: `settings.${setting}.enabled`, present: true }],
})
// The organization's public id and the id that people relate to are two.
const publicId = { account: { id: [json('public_id')], name: [json('name')] } }

export default defineConnector({
  id: 'datadog',
  version: 1,
  name: 'Datadog organization settings',
  vendor: 'datadoghq.com',
  priority: 100,
  matches: sites.map((site) => `https://${site}/organization-settings/*`),
  responses: {
    // e.g. https://app.datadoghq.com/api/v2/users?page[size]=50
    users: api('v2/users'),
    organizations: api('v1/org'),
    organization: api('v1/org/{id}'),
  },
  account: { id: [json('relationships.org.data.id')] },
  records: [
    rule('assignment', 'users:/data', people, {
      person: json('attributes.name'),
      email: json('attributes.email', email),
      accountId: json('id'),
      product: constant('Datadog'),
      status: json('attributes.status', statuses),
      lastActiveOn: json('attributes.last_login_time', day),
      assignedOn: json('attributes.created_at', day),
      mfa: json('attributes.mfa_enabled', from.yesNo),
    }),
    ...['organizations:/orgs', 'organization:/org'].flatMap((rows) => [
      rule(
        'control',
        rows,
        { ...saml('saml'), ...publicId },
        {
          title: constant('SAML single sign-on'),
          area: constant('sso'),
          state: json('settings.saml.enabled', from.words({ true: 'enabled', false: 'disabled' })),
        },
      ),
      rule(
        'control',
        rows,
        { ...saml('saml_strict_mode'), ...publicId },
        {
          title: constant('SAML strict mode: sign-in by SAML only'),
          area: constant('sso'),
          state: json('settings.saml_strict_mode.enabled', from.words({ true: 'enforced', false: 'disabled' })),
        },
      ),
    ]),
  ],
})
