import { defineConnector } from '../connector-kit/define.ts'
import * as from from '../connector-kit/sources.ts'
import { constant, count, day, email, firstTrue, json, onlyWhen, rule, setting } from '../connector-kit/sources.ts'

// https://docs.gitlab.com/api/group_members/, https://docs.gitlab.com/api/namespaces/, https://docs.gitlab.com/api/license/
// GitLab at an address of its own has any host: there the generic reader reads the same answers.
const dedicated = '{tenant}.gitlab-dedicated.com/api/v4'
const free = { path: 'plan.code', notIn: ['free', null] }
const statuses = from.words({
  ...from.meaning('suspended', 'blocked', 'banned', 'ldap_blocked'),
  ...from.meaning('invited', 'awaiting', 'invited', 'created', 'blocked_pending_approval'),
  active: 'active',
  deactivated: 'inactive',
})
const member = {
  person: [json('name'), json('username')],
  email: [json('email', email), json('public_email', email)],
  accountId: json('id'),
  product: constant('GitLab'),
  status: json('state', statuses),
  lastActiveOn: json('last_activity_on', day),
}

export default defineConnector({
  id: 'gitlab',
  version: 1,
  name: 'GitLab',
  vendor: 'gitlab.com',
  priority: 100,
  matches: ['https://gitlab.com/groups/*', 'https://*.gitlab-dedicated.com/admin*'],
  pages: ['gitlab.com/groups/{group}/**', '{tenant}.gitlab-dedicated.com/**'],
  responses: {
    // e.g. https://gitlab.com/api/v4/groups/9970/billable_members?per_page=20
    billable: 'gitlab.com/api/v4/groups/{id}/billable_members',
    subscription: 'gitlab.com/api/v4/namespaces/{id}/gitlab_subscription',
    group: 'gitlab.com/api/v4/groups/{id}',
    license: `${dedicated}/license`,
    users: `${dedicated}/users`,
    // What the admin area itself asks for: { currentLicense { plan usersInLicenseCount billableUsersCount } }
    graphql: '{tenant}.gitlab-dedicated.com/api/graphql',
  },
  // The page names the group by its path, the answers by path or number.
  account: {
    id: [
      from.url('group', { ...from.lower, except: ['new'] }),
      from.url('tenant', from.lower),
      from.url('id', from.lower),
    ],
  },
  records: [
    rule(
      'subscription',
      'subscription:/',
      { key: ['product'], where: [{ path: 'plan', present: true }] },
      {
        product: constant('GitLab'),
        plan: json('plan.name'),
        sku: json('plan.code'),
        // Of the free plan nothing is bought, and 0 stands there.
        seatsPurchased: onlyWhen(free, json('usage.seats_in_subscription', count)),
        seatsAssigned: json('usage.seats_in_use', count),
        startsOn: onlyWhen(free, json('billing.subscription_start_date', day)),
        endsOn: onlyWhen(free, json('billing.subscription_end_date', day)),
        autoRenews: onlyWhen(free, json('plan.auto_renew', from.yesNo)),
        status: json('plan.trial', from.status({ true: 'trialing' })),
      },
    ),
    rule('assignment', 'billable:/', ['accountId'], member),
    setting('group:/', 'mfa', 'Two-factor authentication required of all members', 'require_two_factor_authentication'),
    rule(
      'subscription',
      'graphql:/data/*',
      { key: ['product'], where: [{ path: '@key', in: ['currentLicense'] }] },
      {
        product: constant('GitLab'),
        plan: json('plan'),
        seatsPurchased: json('usersInLicenseCount', count),
        seatsAssigned: json('billableUsersCount', count),
        startsOn: json('startsAt', day),
        endsOn: json('expiresAt', day),
      },
    ),
    rule('subscription', 'license:/', ['product'], {
      product: constant('GitLab'),
      plan: json('plan'),
      seatsPurchased: json('user_limit', count),
      seatsAssigned: json('active_users', count),
      startsOn: json('starts_at', day),
      endsOn: json('expires_at', day),
      status: json('expired', from.status({ true: 'expired', false: 'active' })),
    }),
    rule(
      'assignment',
      'users:/',
      { key: ['accountId'], where: [{ path: 'bot', notIn: [true] }] },
      {
        ...member,
        role: firstTrue({ is_admin: 'admin', is_auditor: 'auditor' }),
        mfa: json('two_factor_enabled', from.yesNo),
      },
    ),
  ],
})
