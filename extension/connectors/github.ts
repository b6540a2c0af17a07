import { defineConnector } from '../connector-kit/define.ts'
import * as from from '../connector-kit/sources.ts'
import { constant, count, day, email, json, rule, setting } from '../connector-kit/sources.ts'

const copilot = constant('GitHub Copilot')
const copilotPlan = json('plan_type', from.words({ business: 'Business', enterprise: 'Enterprise' }))
const having = (path: string, key: string) => ({ key: [key], where: [{ path, present: true }] })
const accounts = { key: ['accountId', 'product'] }
// A seat given to a team is listed again for each of its members.
const seats = {
  ...accounts,
  total: '/total_seats',
  where: [{ path: 'assignee.type', notIn: ['Team', 'Organization'] }],
}
const licensed = { ...accounts, total: '/total_seats_consumed' }

export default defineConnector({
  id: 'github',
  version: 1,
  name: 'GitHub organization settings',
  vendor: 'github.com',
  priority: 100,
  matches: ['https://github.com/organizations/*', 'https://github.com/orgs/*', 'https://github.com/enterprises/*'],
  pages: ['github.com/organizations/{org}/**', 'github.com/orgs/{org}/**', 'github.com/enterprises/{org}/**'],
  responses: {
    // e.g. https://api.github.com/orgs/acme
    organization: 'api.github.com/orgs/{org}',
    copilot: 'api.github.com/orgs/{org}/copilot/billing',
    copilotSeats: [
      'api.github.com/orgs/{org}/copilot/billing/seats',
      'api.github.com/enterprises/{org}/copilot/billing/seats',
    ],
    licenses: 'api.github.com/enterprises/{org}/consumed-licenses',
  },
  account: { id: [from.url('org', from.lower)] },
  records: [
    // Only owners are shown the plan. `collaborators` and `private_repos` beside it are no seats.
    rule('subscription', 'organization:/', having('plan', 'product'), {
      product: constant('GitHub'),
      plan: json('plan.name'),
      seatsPurchased: json('plan.seats', count),
      seatsAssigned: json('plan.filled_seats', count),
    }),
    setting(
      'organization:/',
      'mfa',
      'Two-factor authentication required of all members',
      'two_factor_requirement_enabled',
    ),
    rule('subscription', 'copilot:/', having('seat_breakdown', 'product'), {
      product: copilot,
      plan: copilotPlan,
      seatsPurchased: json('seat_breakdown.total', count),
      seatsActive: json('seat_breakdown.active_this_cycle', count),
    }),
    rule('subscription', 'copilotSeats:/', having('total_seats', 'product'), {
      product: copilot,
      seatsPurchased: json('total_seats', count),
    }),
    rule('assignment', 'copilotSeats:/seats', seats, {
      person: [json('assignee.name'), json('assignee.login')],
      email: json('assignee.email', email),
      accountId: json('assignee.login'),
      product: copilot,
      plan: copilotPlan,
      lastActiveOn: json('last_activity_at', day),
      assignedOn: json('created_at', day),
    }),
    rule('subscription', 'licenses:/', ['product'], {
      product: constant('GitHub Enterprise'),
      seatsPurchased: json('total_seats_purchased', count),
      seatsAssigned: json('total_seats_consumed', count),
    }),
    rule('assignment', 'licenses:/users', licensed, {
      person: [json('github_com_name'), json('github_com_login')],
      email: [json('github_com_verified_domain_emails.0', email), json('github_com_saml_name_id', email)],
      accountId: json('github_com_login'),
      product: constant('GitHub Enterprise'),
      plan: json('license_type'),
      role: json('github_com_member_roles.0'),
      mfa: json('github_com_two_factor_auth', from.yesNo),
    }),
  ],
})
