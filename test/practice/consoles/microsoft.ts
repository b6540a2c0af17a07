import { inDays, type PracticeConsole } from '../console.ts'
import type { Tenant } from '../tenants.ts'

type Sku = { skuId: string; part: string; bought: number; used: number; renews: number; trial?: boolean }

// The GUIDs and part numbers are Microsoft's own, so that the product names are the real ones.
const skus: Sku[] = [
  { skuId: 'cbdc14ab-d96c-4c30-b9f4-6ada7cdc1d46', part: 'SPB', bought: 25, used: 22, renews: 41 },
  { skuId: '3b555118-da6a-4418-894f-7df1e2096870', part: 'O365_BUSINESS_ESSENTIALS', bought: 12, used: 5, renews: 41 },
  { skuId: 'f8a1db68-be16-40ed-86d5-cb42ce701560', part: 'POWER_BI_PRO', bought: 6, used: 6, renews: 203 },
  { skuId: 'c5928f49-12ba-48f7-ada3-0d743a3601d5', part: 'VISIOCLIENT', bought: 4, used: 1, renews: 12 },
]

const subscribedSkus = ({ microsoft, size, name }: Tenant) => ({
  '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#subscribedSkus',
  value: skus.map(({ skuId, part, bought, used }) => ({
    accountName: name,
    accountId: microsoft,
    appliesTo: 'User',
    capabilityStatus: 'Enabled',
    consumedUnits: used * size,
    id: `${microsoft}_${skuId}`,
    skuId,
    skuPartNumber: part,
    subscriptionIds: [purchaseId(microsoft, skuId)],
    prepaidUnits: { enabled: bought * size, suspended: 0, warning: 0, lockedOut: 0 },
    servicePlans: [],
  })),
})

const purchaseId = (tenant: string, sku: string) => `${sku.slice(0, 8)}-${tenant.slice(9)}`

const directorySubscriptions = ({ microsoft, size }: Tenant, today: Date) => ({
  '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#directory/subscriptions',
  value: skus.map(({ skuId, part, bought, renews }) => ({
    id: purchaseId(microsoft, skuId),
    commerceSubscriptionId: purchaseId(microsoft, skuId),
    createdDateTime: inDays(today, renews - 365).toISOString(),
    isTrial: false,
    nextLifecycleDateTime: inDays(today, renews).toISOString(),
    ocpSubscriptionId: null,
    ownerId: null,
    ownerTenantId: null,
    ownerType: null,
    serviceStatus: [],
    skuId,
    skuPartNumber: part,
    status: 'Enabled',
    totalLicenses: bought * size,
  })),
})

const users = ({ people, size }: Tenant, today: Date) => ({
  '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#users',
  value: people.map(({ name, email, idle, suspended }, at) => ({
    id: `7f4e2d10-0000-4000-8000-${String(size * 1000 + at).padStart(12, '0')}`,
    displayName: name,
    mail: email,
    userPrincipalName: email,
    accountEnabled: suspended !== true,
    assignedLicenses: [{ disabledPlans: [], skuId: skus[at % 3 === 2 ? 2 : 0]?.skuId }],
    signInActivity: { lastSignInDateTime: inDays(today, -idle).toISOString() },
  })),
})

const organization = ({ microsoft, name, domain }: Tenant) => ({
  value: [
    {
      id: microsoft,
      displayName: name,
      verifiedDomains: [{ capabilities: 'Email', isDefault: true, isInitial: false, name: domain, type: 'Managed' }],
    },
  ],
})

const domains = ({ domain }: Tenant) => ({
  value: [
    { id: domain, authenticationType: 'Managed', isDefault: true, isVerified: true },
    { id: `shop.${domain}`, authenticationType: 'Managed', isDefault: false, isVerified: false },
  ],
})

const graph = 'graph.microsoft.com/v1.0'

export const microsoft: PracticeConsole = {
  id: 'microsoft',
  name: 'Microsoft 365 admin center',
  host: () => 'admin.microsoft.com',
  views: [
    {
      path: '/licenses',
      title: 'Licenses',
      requests: [
        { url: `${graph}/subscribedSkus`, by: 'fetch' },
        { url: `${graph}/directory/subscriptions`, by: 'fetch' },
        { url: `${graph}/organization`, by: 'xhr' },
      ],
      rows: 'value',
      columns: [
        { label: 'Product', path: 'skuPartNumber' },
        { label: 'Total', path: 'prepaidUnits.enabled' },
        { label: 'Assigned', path: 'consumedUnits' },
      ],
    },
    {
      path: '/users',
      title: 'Active users',
      requests: [
        { url: `${graph}/users`, by: 'xhr' },
        { url: `${graph}/organization`, by: 'fetch' },
      ],
      rows: 'value',
      columns: [
        { label: 'Display name', path: 'displayName' },
        { label: 'Username', path: 'userPrincipalName' },
      ],
    },
    {
      path: '/domains',
      title: 'Domains',
      requests: [
        { url: `${graph}/domains`, by: 'fetch' },
        { url: `${graph}/organization`, by: 'fetch' },
      ],
      rows: 'value',
      columns: [
        { label: 'Domain name', path: 'id' },
        { label: 'Verified', path: 'isVerified' },
      ],
    },
  ],
  answer(address, tenant, today) {
    if (address === `${graph}/subscribedSkus`) return { json: subscribedSkus(tenant) }
    if (address === `${graph}/directory/subscriptions`) return { json: directorySubscriptions(tenant, today) }
    if (address === `${graph}/users`) return { json: users(tenant, today) }
    if (address === `${graph}/organization`) return { json: organization(tenant) }
    return address === `${graph}/domains` ? { json: domains(tenant) } : undefined
  },
}
