import { defineConnector } from '../connector-kit/define.ts'
import * as from from '../connector-kit/sources.ts'
import { constant, day, email, json, rule, setting } from '../connector-kit/sources.ts'

// https://datadoghq.dev/datadog-api-client-ruby/DatadogAPIClient/V2/UserAttributes.html (mfa_enabled, last_login_time),
// https://docs.datadoghq.com/api/latest/users/, https://docs.datadoghq.com/api/latest/organizations/
// Datadog bills what is measured (hosts, gigabytes), so usage is no subscription of seats, and is not read as one.
const sites = ['*.datadoghq.com', '*.datadoghq.eu', '*.ddog-gov.com']
const api = (path: string) => sites.map((site) => `${site}/api/${path}`)
const statuses = from.words({ Active: 'active', Pending: 'invited', Disabled: 'suspended' })
const people = {
  key: ['accountId'],
  where: [{ path: 'attributes.service_account', notIn: [true] }],
  total: '/meta/page/total_filtered_count',
  account: { id: [json('relationships.org.data.id')] },
}
const onOff = { true: 'enabled', false: 'disabled' }

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
    organization: api('v1/org/{id}'),
  },
  // People relate to the organization's id, organizations tell their public_id only: by two ids one client would be two.
  // So an organization names no account, and the list of managed ones is not read: whose they are would be unknown.
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
    rule(
      'subscription',
      'organization:/org',
      { key: ['product'], where: [{ path: 'subscription.type', present: true }] },
      {
        product: constant('Datadog'),
        plan: json('subscription.type', from.words({ free: 'Free', pro: 'Pro' })),
        status: json('subscription.type', from.status({ trial: 'trialing' })),
      },
    ),
    setting('organization:/org', 'sso', 'SAML single sign-on', 'settings.saml.enabled', onOff),
    setting('organization:/org', 'sso', 'SAML strict mode: sign-in by SAML only', 'settings.saml_strict_mode.enabled'),
  ],
})
