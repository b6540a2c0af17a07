import { inDays, type PracticeConsole } from '../console.ts'
import type { Tenant } from '../tenants.ts'

const organization = ({ github, size, name }: Tenant) => ({
  login: github,
  id: 900_000 + size,
  name,
  two_factor_requirement_enabled: size === 1,
  plan: { name: 'team', space: 976_562_499, private_repos: 999_999, filled_seats: 9 * size, seats: 10 * size },
})

const seats = ({ people }: Tenant, today: Date) => ({
  total_seats: 6,
  seats: people.slice(0, 6).map(({ email, name, idle }, at) => ({
    created_at: inDays(today, -200 + at).toISOString(),
    last_activity_at: inDays(today, -idle).toISOString(),
    plan_type: 'business',
    assignee: { login: email.split('@')[0]?.replace('.', '-'), id: 40 + at, type: 'User', name, email },
  })),
})

export const github: PracticeConsole = {
  id: 'github',
  name: 'GitHub organization settings',
  host: () => 'github.com',
  views: [
    {
      path: '/organizations/{org}/billing',
      title: 'Billing and licensing',
      requests: [{ url: 'api.github.com/orgs/{org}', by: 'fetch' }],
      rows: '',
      columns: [
        { label: 'Plan', path: 'plan.name' },
        { label: 'Seats', path: 'plan.seats' },
        { label: 'Used', path: 'plan.filled_seats' },
      ],
    },
    {
      path: '/organizations/{org}/settings/copilot/seat_management',
      title: 'Copilot access',
      requests: [{ url: 'api.github.com/orgs/{org}/copilot/billing/seats', by: 'fetch' }],
      rows: 'seats',
      columns: [
        { label: 'User', path: 'assignee.login' },
        { label: 'Last use', path: 'last_activity_at' },
      ],
    },
  ],
  answer(address, tenant, today) {
    if (address === `api.github.com/orgs/${tenant.github}`) return { json: organization(tenant) }
    return address === `api.github.com/orgs/${tenant.github}/copilot/billing/seats`
      ? { json: seats(tenant, today) }
      : undefined
  },
}
