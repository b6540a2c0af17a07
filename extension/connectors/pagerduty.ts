import { defineConnector } from '../connector-kit/define.ts'
import * as from from '../connector-kit/sources.ts'
import { constant, count, day, email, json, rule } from '../connector-kit/sources.ts'

// https://developer.pagerduty.com/api-reference/4c10cb38f7381-list-licenses
// https://registry.terraform.io/providers/pagerduty/pagerduty/3.14.4/docs/data-sources/license: current_value is in use,
// allocations_available are left. The API's html_url names pages under
// {subdomain}.pagerduty.com. Its answers name no account: only a page by its subdomain does.
// Abilities say what the account may use, and not what is switched on, so they are no settings. Price stands nowhere.
const api = (path: string) => [`api.pagerduty.com/${path}`, `api.eu.pagerduty.com/${path}`]
const product = constant('PagerDuty')
const subdomain = { ...from.lower, except: ['api', 'app', 'www', 'identity'] }

export default defineConnector({
  id: 'pagerduty',
  version: 1,
  name: 'PagerDuty',
  vendor: 'pagerduty.com',
  priority: 100,
  matches: ['https://*.pagerduty.com/account*', 'https://*.pagerduty.com/users*'],
  pages: ['{account}.pagerduty.com/**', '{account}.eu.pagerduty.com/**'],
  responses: {
    // e.g. https://api.pagerduty.com/licenses
    licenses: api('licenses'),
    allocations: api('license_allocations'),
    users: api('users'),
  },
  account: { id: [from.url('account', subdomain)] },
  records: [
    rule('subscription', 'licenses:/licenses', ['sku'], {
      product,
      plan: json('name'),
      sku: json('id'),
      seatsAssigned: json('current_value', count),
      seatsAvailable: json('allocations_available', count),
    }),
    rule('assignment', 'users:/users', ['accountId'], {
      person: json('name'),
      email: json('email', email),
      accountId: json('id'),
      product,
      status: json('invitation_sent', from.words({ true: 'invited' })),
      role: json('role'),
    }),
    rule(
      'assignment',
      'allocations:/license_allocations',
      { key: ['accountId'], total: '/total' },
      {
        accountId: json('user.id'),
        product,
        plan: json('license.name'),
        sku: json('license.id'),
        assignedOn: json('allocated_at', day),
      },
    ),
  ],
})
