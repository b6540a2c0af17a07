import { type Condition, defineConnector } from '../connector-kit/define.ts'
import * as from from '../connector-kit/sources.ts'
import { constant, day, email, join, json, rule, said } from '../connector-kit/sources.ts'

// The admin console has a host of its own, acme-admin.okta.com; both are the organization acme.
const api = (path: string) => [`{org}-admin.okta.com/api/v1/${path}`, `{org}.okta.com/api/v1/${path}`]

const passwords = { key: [json('id')], where: [{ path: 'type', in: ['PASSWORD'] }] }
// A rule says how to sign in and how long that lasts: two controls.
const active = { path: 'status', in: ['ACTIVE'] }
const signOn = (condition: Condition) => ({ key: [json('id'), 'area'], where: [active, condition] })
const people = from.accountStatus({
  ...from.meaning('active', 'ACTIVE', 'RECOVERY', 'PASSWORD_EXPIRED'),
  ...from.meaning('invited', 'STAGED', 'PROVISIONED'),
  ...from.meaning('suspended', 'SUSPENDED', 'LOCKED_OUT'),
  DEPROVISIONED: 'deprovisioned',
})
// Of a product's user, PROVISIONED means that the account there was made.
const productUsers = from.accountStatus({
  ...from.meaning('active', 'ACTIVE', 'PROVISIONED'),
  STAGED: 'invited',
  SUSPENDED: 'suspended',
  DEPROVISIONED: 'deprovisioned',
})
const checked = from.flag({
  ...from.meaning(true, 'COMPLETED', 'VERIFIED'),
  ...from.meaning(false, 'NOT_STARTED', 'IN_PROGRESS'),
})
// 0 switches the rule off.
const unlessZero = (path: string, say: string) => json(path, { ...said(say), except: ['0'] })
const onOff = from.words({ ACTIVE: 'enabled', INACTIVE: 'disabled' })

export default defineConnector({
  id: 'okta',
  version: 1,
  name: 'Okta admin console',
  vendor: 'okta.com',
  priority: 100,
  matches: ['https://*.okta.com/*'],
  pages: ['{org}-admin.okta.com/**', '{org}.okta.com/**'],
  responses: {
    apps: api('apps'),
    appUsers: api('apps/{app}/users'),
    users: api('users'),
    policies: api('policies'),
    rules: api('policies/{policy}/rules'),
    domains: api('domains'),
  },
  account: { id: [from.url('org')] },
  records: [
    rule('product', 'apps:/', ['productId'], {
      name: json('label'),
      productId: json('id'),
      status: json('status', from.words({ ACTIVE: 'active', INACTIVE: 'inactive' })),
      signOn: json('signOnMode'),
    }),
    rule('assignment', 'users:/', ['accountId'], {
      person: join(' ', json('profile.firstName'), json('profile.lastName')),
      email: [json('profile.email', email), json('profile.login', email)],
      accountId: json('id'),
      product: constant('Okta'),
      status: json('status', people),
      lastActiveOn: json('lastLogin', day),
    }),
    // Who may use which product; the product is named by the id that the list of apps gives it.
    rule('assignment', 'appUsers:/', ['accountId', 'sku'], {
      accountId: json('id'),
      email: [json('credentials.userName', email), json('profile.email', email)],
      sku: from.url('app'),
      status: json('status', productUsers),
    }),
    rule('control', 'policies:/', passwords, {
      title: json('name', said('Password policy: {}')),
      area: constant('password-policy'),
      state: json('status', onOff),
      detail: join(
        ', ',
        json('settings.password.complexity.minLength', said('minimum length {}')),
        json('settings.password.age.historyCount', said('last {} not reusable')),
        unlessZero('settings.password.age.maxAgeDays', 'expires after {} days'),
        unlessZero('settings.password.lockout.maxAttempts', 'locked after {} attempts'),
      ),
    }),
    rule('control', 'rules:/', signOn({ path: 'actions.signon.requireFactor', present: true }), {
      title: json('name', said('Sign-on rule: {}')),
      area: constant('mfa'),
      state: json('actions.signon.requireFactor', from.words({ true: 'enforced', false: 'disabled' })),
      detail: json('actions.signon.factorPromptMode', said('asked {}')),
    }),
    rule('control', 'rules:/', signOn({ path: 'actions.signon.session.maxSessionIdleMinutes', notIn: [0, null] }), {
      title: json('name', said('Sign-on rule: {}')),
      area: constant('session'),
      state: constant('enabled'),
      detail: join(
        ', ',
        unlessZero('actions.signon.session.maxSessionIdleMinutes', 'idle {} minutes'),
        unlessZero('actions.signon.session.maxSessionLifetimeMinutes', 'lifetime {} minutes'),
      ),
    }),
    rule('domain', 'domains:/domains', ['name'], {
      name: json('domain'),
      verified: json('validationStatus', checked),
    }),
  ],
})
