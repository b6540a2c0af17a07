import { inDays, type PracticeConsole } from '../console.ts'
import type { Tenant } from '../tenants.ts'

const host = ({ okta }: Tenant) => `${okta}-admin.okta.com`

const apps = ['Expense Desk', 'Payroll Bridge', 'Patient Portal', 'Slack', 'Zoom'].map((label, at) => ({
  id: `0oa${at}k4d7`,
  name: label.toLowerCase().replace(' ', '_'),
  label,
  status: at === 1 ? 'INACTIVE' : 'ACTIVE',
  signOnMode: at % 2 === 0 ? 'SAML_2_0' : 'OPENID_CONNECT',
}))

const users = ({ people }: Tenant, today: Date) =>
  people.map(({ id, name, email, idle, suspended }) => ({
    id: `00u${id}`,
    status: suspended ? 'SUSPENDED' : 'ACTIVE',
    lastLogin: inDays(today, -idle).toISOString(),
    profile: { firstName: name.split(' ')[0], lastName: name.split(' ')[1], email, login: email },
  }))

export const okta: PracticeConsole = {
  id: 'okta',
  name: 'Okta admin console',
  host,
  views: [
    {
      path: '/admin/apps/active',
      title: 'Applications',
      requests: [{ url: '{host}/api/v1/apps', by: 'fetch' }],
      rows: '',
      columns: [
        { label: 'Application', path: 'label' },
        { label: 'Status', path: 'status' },
        { label: 'Sign-on mode', path: 'signOnMode' },
      ],
    },
    {
      path: '/admin/users',
      title: 'People',
      requests: [{ url: '{host}/api/v1/users', by: 'fetch' }],
      rows: '',
      columns: [
        { label: 'First name', path: 'profile.firstName' },
        { label: 'Last name', path: 'profile.lastName' },
        { label: 'Status', path: 'status' },
      ],
    },
  ],
  answer(address, tenant, today) {
    if (address.endsWith('/api/v1/apps')) return { json: apps }
    return address.endsWith('/api/v1/users') ? { json: users(tenant, today) } : undefined
  },
}
