import { defineConnector } from '../connector-kit/define.ts'
import * as from from '../connector-kit/sources.ts'
import { email, firstTrue, json, rule, words } from '../connector-kit/sources.ts'

// https://api.slack.com/methods/team.billing.info, …/team.billableInfo, …/users.list, …/team.info
const plans = words({ free: 'Free', std: 'Pro', plus: 'Business+', compliance: 'Enterprise', enterprise: 'Enterprise' })
// Slackbot is listed as a member and says of itself that it is no bot.
const realPeople = { path: 'is_bot', in: [false] }
const notSlackbot = { path: 'id', notIn: ['USLACKBOT'] }
const people = { key: ['accountId'], where: [realPeople, notSlackbot] }
const planned = { key: ['product'], where: [{ path: 'plan', present: true }] }
const roles = { is_primary_owner: 'primary owner', is_owner: 'owner', is_admin: 'admin' }
const guests = { is_ultra_restricted: 'single-channel guest', is_restricted: 'guest' }

export default defineConnector({
  id: 'slack',
  version: 1,
  name: 'Slack administration',
  vendor: 'slack.com',
  priority: 100,
  matches: ['https://*.slack.com/*'],
  pages: ['app.slack.com/manage/{team}/**', 'app.slack.com/client/{team}/**'],
  responses: {
    // e.g. https://acme.slack.com/api/team.billing.info
    billing: '*.slack.com/api/team.billing.info',
    billable: '*.slack.com/api/team.billableInfo',
    users: '*.slack.com/api/users.list',
    team: '*.slack.com/api/team.info',
  },
  account: {
    id: [from.within('team', json('/team/id')), from.within('users', json('/members/0/team_id')), from.url('team')],
    name: [from.within('team', json('/team/name'))],
  },
  records: [
    rule('subscription', 'billing:/', planned, {
      product: from.constant('Slack'),
      plan: json('plan', plans),
      sku: json('plan'),
    }),
    rule('assignment', 'users:/members', people, {
      person: [json('profile.real_name'), json('real_name'), json('name')],
      email: json('profile.email', email),
      accountId: json('id'),
      product: from.constant('Slack'),
      status: firstTrue({ deleted: 'deprovisioned', is_invited_user: 'invited' }),
      role: firstTrue({ ...roles, ...guests }),
      mfa: json('has_2fa', from.yesNo),
    }),
    // Slack bills for active members only: its word decides wherever the account is not closed.
    rule('assignment', 'billable:/billable_info/*', ['accountId'], {
      accountId: json('@key'),
      product: from.constant('Slack'),
      status: json('billing_active', words({ true: 'active', false: 'inactive' })),
    }),
    rule('assignment', 'users:/members', people, {
      accountId: json('id'),
      status: json('deleted', words({ false: 'active' })),
    }),
  ],
})
