import { defineConnector } from '../connector-kit/define.ts'
import * as from from '../connector-kit/sources.ts'
import { constant, count, day, email, json, onlyWhen, rule, said, words } from '../connector-kit/sources.ts'

// https://github.com/bitwarden/server, src/Api: the response models of organizations, their users, policies and domains.
const api = (path: string) =>
  ['vault.bitwarden.com/api', 'vault.bitwarden.eu/api', 'api.bitwarden.com', 'api.bitwarden.eu'].map(
    (host) => `${host}/organizations/{org}/${path}`,
  )
const product = constant('Bitwarden')
// Stripe's words. Who cancels at the end of the period keeps it until then.
const states = {
  trialing: 'trialing',
  active: 'active',
  past_due: 'past-due',
  unpaid: 'past-due',
  canceled: 'canceled',
}
const goesOn = { path: 'subscription.cancelAtEndDate', in: [false] }
const alive = { path: 'subscription.status', in: ['active', 'trialing', 'past_due'] }
const policies = {
  ...{
    0: 'Require two-step login',
    1: 'Master password requirements',
    2: 'Password generator',
    3: 'Single organization',
  },
  ...{ 4: 'Require single sign-on authentication', 8: 'Account recovery administration', 9: 'Vault timeout' },
  ...{ 10: 'Remove individual vault export', 14: 'Remove unlock with PIN' },
}
const areas = { 0: 'mfa', 1: 'password-policy', 2: 'password-policy', 4: 'sso', 9: 'session', 10: 'dlp' }
const verified = { path: 'verifiedDate', present: true }

export default defineConnector({
  id: 'bitwarden',
  version: 1,
  name: 'Bitwarden admin console',
  vendor: 'bitwarden.com',
  priority: 100,
  matches: ['https://vault.bitwarden.com/*', 'https://vault.bitwarden.eu/*'],
  responses: {
    // e.g. https://vault.bitwarden.com/api/organizations/4b1c…/subscription
    subscription: api('subscription'),
    users: api('users'),
    policies: api('policies'),
    domains: api('domain'),
  },
  account: { id: [from.url('org')], name: [from.within('subscription', json('/name'))] },
  records: [
    rule('subscription', 'subscription:/', ['product'], {
      product,
      plan: json('plan.name'),
      seatsPurchased: json('seats', count),
      billingPeriod: json('plan.isAnnual', from.period({ true: 'year', false: 'month' })),
      startsOn: json('subscription.periodStartDate', day),
      endsOn: json('subscription.periodEndDate', { name: 'lastDay' }),
      renewsOn: onlyWhen(alive, onlyWhen(goesOn, json('subscription.periodEndDate', day))),
      autoRenews: onlyWhen(alive, json('subscription.cancelAtEndDate', from.flag({ true: false, false: true }))),
      status: json('subscription.status', from.status(states)),
    }),
    rule('assignment', 'users:/data', ['accountId'], {
      person: json('name'),
      email: json('email', email),
      accountId: json('id'),
      product,
      // 1 has accepted, and waits for somebody to confirm it.
      status: json('status', from.accountStatus({ 0: 'invited', 2: 'active', '-1': 'suspended' })),
      role: json('type', words({ 0: 'owner', 1: 'admin', 2: 'user', 3: 'manager', 4: 'custom' })),
      mfa: json('twoFactorEnabled', from.yesNo),
    }),
    rule('control', 'policies:/data', ['title'], {
      title: json('type', words(policies)),
      area: [json('type', words(areas)), constant('other')],
      state: json('enabled', words({ true: 'enabled', false: 'disabled' })),
      detail: [json('data.minLength', said('minimum length {}')), json('data.minutes', said('{} minutes'))],
    }),
    rule('domain', 'domains:/data', ['name'], {
      name: json('domainName'),
      verified: [
        onlyWhen(verified, json('object', from.flag({ organizationDomain: true }))),
        onlyWhen({ ...verified, present: false }, json('object', from.flag({ organizationDomain: false }))),
      ],
    }),
  ],
})
