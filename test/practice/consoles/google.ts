import { inDays, type PracticeConsole } from '../console.ts'
import type { Tenant } from '../tenants.ts'

const subscriptions = ({ google, size, domain }: Tenant, today: Date) => ({
  kind: 'reseller#subscriptions',
  subscriptions: [
    {
      kind: 'reseller#subscription',
      customerId: google,
      customerDomain: domain,
      subscriptionId: `${google}-7001`,
      skuId: '1010020028',
      skuName: 'Google Workspace Business Standard',
      billingMethod: 'ONLINE',
      status: 'ACTIVE',
      plan: {
        planName: 'ANNUAL_MONTHLY_PAY',
        isCommitmentPlan: true,
        commitmentInterval: {
          startTime: String(inDays(today, -305).getTime()),
          endTime: String(inDays(today, 60).getTime()),
        },
      },
      seats: {
        kind: 'subscriptions#seats',
        numberOfSeats: 14 * size,
        licensedNumberOfSeats: 12 * size,
        maximumNumberOfSeats: 14 * size,
      },
      renewalSettings: { kind: 'subscriptions#renewalSettings', renewalType: 'AUTO_RENEW_YEARLY_PAY' },
      trialSettings: { isInTrial: false },
    },
    {
      kind: 'reseller#subscription',
      customerId: google,
      customerDomain: domain,
      subscriptionId: `${google}-7002`,
      skuId: '1010330004',
      skuName: 'Google Voice Standard',
      status: 'ACTIVE',
      plan: { planName: 'FLEXIBLE', isCommitmentPlan: false },
      seats: { kind: 'subscriptions#seats', licensedNumberOfSeats: 5 * size, maximumNumberOfSeats: 50_000 },
      trialSettings: { isInTrial: false },
    },
  ],
})

const users = ({ google, people }: Tenant, today: Date) => ({
  kind: 'admin#directory#users',
  users: people.map(({ id, name, email, idle, suspended, admin }) => ({
    id,
    customerId: google,
    primaryEmail: email,
    name: { fullName: name, givenName: name.split(' ')[0], familyName: name.split(' ')[1] },
    isAdmin: admin === true,
    isDelegatedAdmin: false,
    lastLoginTime: inDays(today, -idle).toISOString(),
    suspended: suspended === true,
    archived: false,
    isEnrolledIn2Sv: idle < 90,
  })),
})

export const google: PracticeConsole = {
  id: 'google',
  name: 'Google Admin console',
  host: () => 'admin.google.com',
  views: [
    {
      path: '/ac/billing/subscriptions',
      title: 'Subscriptions',
      requests: [{ url: 'reseller.googleapis.com/apps/reseller/v1/subscriptions', by: 'xhr' }],
      rows: 'subscriptions',
      columns: [
        { label: 'Subscription', path: 'skuName' },
        { label: 'Assigned', path: 'seats.licensedNumberOfSeats' },
        { label: 'Status', path: 'status' },
      ],
    },
    {
      path: '/ac/users',
      title: 'Users',
      requests: [{ url: 'admin.googleapis.com/admin/directory/v1/users', by: 'fetch' }],
      rows: 'users',
      columns: [
        { label: 'Name', path: 'name.fullName' },
        { label: 'Email', path: 'primaryEmail' },
      ],
    },
  ],
  answer(address, tenant, today) {
    if (address.endsWith('/apps/reseller/v1/subscriptions')) return { json: subscriptions(tenant, today) }
    return address.endsWith('/admin/directory/v1/users') ? { json: users(tenant, today) } : undefined
  },
}
