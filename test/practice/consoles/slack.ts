import type { PracticeConsole } from '../console.ts'
import type { Tenant } from '../tenants.ts'

const host = ({ slack }: Tenant) => `${slack.subdomain}.slack.com`

const team = ({ slack, name }: Tenant) => ({ ok: true, team: { id: slack.team, name, domain: slack.subdomain } })

const members = ({ slack, people }: Tenant) => ({
  ok: true,
  members: people.map(({ id, name, email, suspended, admin, idle }) => ({
    id: `U${id.toUpperCase()}`,
    team_id: slack.team,
    name: email.split('@')[0],
    deleted: suspended === true,
    real_name: name,
    profile: { real_name: name, email, team: slack.team },
    is_admin: admin === true,
    is_owner: admin === true,
    is_primary_owner: admin === true,
    is_restricted: false,
    is_ultra_restricted: false,
    is_bot: false,
    has_2fa: idle < 30,
  })),
})

const billable = ({ people }: Tenant) => ({
  ok: true,
  billable_info: Object.fromEntries(
    people.map(({ id, idle, suspended }) => [
      `U${id.toUpperCase()}`,
      { billing_active: idle < 30 && suspended !== true },
    ]),
  ),
})

export const slack: PracticeConsole = {
  id: 'slack',
  name: 'Slack administration',
  host,
  views: [
    {
      path: '/admin/billing',
      title: 'Billing',
      requests: [
        { url: '{host}/api/team.billing.info', by: 'fetch' },
        { url: '{host}/api/team.info', by: 'fetch' },
      ],
      rows: '',
      columns: [{ label: 'Plan', path: 'plan' }],
    },
    {
      path: '/admin',
      title: 'Members',
      requests: [
        { url: '{host}/api/users.list', by: 'fetch' },
        { url: '{host}/api/team.billableInfo', by: 'xhr' },
        { url: '{host}/api/team.info', by: 'fetch' },
      ],
      rows: 'members',
      columns: [
        { label: 'Full name', path: 'real_name' },
        { label: 'Email', path: 'profile.email' },
      ],
    },
  ],
  answer(address, tenant) {
    const [, method] = address.split('/api/')
    if (method === 'team.billing.info') return { json: { ok: true, plan: 'plus' } }
    if (method === 'team.info') return { json: team(tenant) }
    if (method === 'users.list') return { json: members(tenant) }
    return method === 'team.billableInfo' ? { json: billable(tenant) } : undefined
  },
}
