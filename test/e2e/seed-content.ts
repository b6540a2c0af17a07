import type { Database } from '../../extension/db/database.ts'
import type { Uuid } from '../../shared/model/id.ts'
import type { Fields } from '../../shared/model/observation.ts'
import { accept, clients, correct, draftOf, sessionOf } from './seed.ts'

const eur = (minor: number) => ({ minor, currency: 'EUR' })
const usd = (minor: number) => ({ minor, currency: 'USD' })
const month = { count: 1, unit: 'month' }
const year = { count: 1, unit: 'year' }

const tenant = { vendor: 'microsoft.com', id: '3f7c0a52-8d1e-4b6f-9a31-5be2c04d7e10', name: 'contoso.onmicrosoft.com' }
export const m365 = { host: 'admin.microsoft.com', vendor: 'microsoft.com', account: tenant }
export const slack = {
  host: 'contoso.slack.com',
  vendor: 'slack.com',
  account: { vendor: 'slack.com', id: 'T024BE7LD', name: 'Contoso' },
}
const github = { host: 'github.com', vendor: 'github.com', account: { vendor: 'github.com', id: 'contoso-eng' } }
const zoom = {
  host: 'zoom.us',
  vendor: 'zoom.us',
  account: { vendor: 'zoom.us', id: 'acc-88121', name: 'Contoso Manufacturing' },
}
const other = { host: 'billing.lumenboard.example', vendor: 'lumenboard.example', account: null }

type Line = [where: typeof m365 | typeof slack | typeof github | typeof other, fields: Fields, at?: string]

export const business = {
  product: 'Microsoft 365 Business Premium',
  sku: 'SPB',
  seatsPurchased: 120,
  seatsAssigned: 112,
  seatsActive: 97,
  totalPrice: eur(2_472_00),
  unitPrice: eur(20_60),
  billingPeriod: month,
  renewsOn: '2027-03-12',
  autoRenews: true,
  status: 'active',
}
export const enterprise = {
  product: 'Microsoft 365 E5',
  sku: 'SPE_E5',
  seatsPurchased: 25,
  seatsAssigned: 31,
  totalPrice: eur(14_250_00),
  billingPeriod: year,
  startsOn: '2026-07-01',
  endsOn: '2027-06-30',
  autoRenews: true,
  status: 'active',
}

const inventory: Line[] = [
  [m365, business],
  [m365, enterprise],
  [
    m365,
    {
      product: 'Power BI Pro',
      sku: 'POWER_BI_PRO',
      seatsPurchased: 40,
      seatsAssigned: 38,
      unitPrice: eur(9_40),
      status: 'active',
    },
  ],
  [
    m365,
    {
      product: 'Visio Plan 2',
      sku: 'VISIOCLIENT',
      seatsPurchased: 6,
      seatsAssigned: 2,
      totalPrice: eur(83_40),
      renewsOn: '2027-02-20',
      autoRenews: false,
      status: 'active',
    },
  ],
  [
    slack,
    {
      product: 'Slack',
      plan: 'Business+',
      seatsPurchased: 180,
      seatsAssigned: 164,
      totalPrice: usd(32_400_00),
      billingPeriod: year,
      renewsOn: '2027-04-30',
      autoRenews: true,
      status: 'active',
    },
  ],
  [
    github,
    {
      product: 'GitHub Enterprise Cloud',
      seatsPurchased: 60,
      seatsAssigned: 60,
      unitPrice: usd(21_00),
      billingPeriod: month,
      status: 'active',
    },
  ],
  [
    github,
    {
      product: 'GitHub Copilot Business',
      seatsAssigned: 44,
      seatsActive: 29,
      unitPrice: usd(19_00),
      billingPeriod: month,
    },
  ],
  [
    zoom,
    {
      product: 'Zoom Workplace Pro',
      seatsPurchased: 80,
      seatsAssigned: 51,
      totalPrice: usd(12_784_00),
      billingPeriod: year,
      renewsOn: '2027-01-31',
      status: 'past-due',
    },
  ],
  [other, { product: 'Lumenboard Team', unlimited: true, totalPrice: { minor: 149_00, currency: null } }],
  [
    { ...other, host: 'my.tessel.example', vendor: 'tessel.example' },
    { product: 'Tessel Backup', seatsPurchased: 12, endsOn: '2028-11-30' },
  ],
]

/** A client that has been worked for: what was accepted, from several consoles, some of it long ago. */
export async function fullClient(db: Database): Promise<{ contoso: Uuid; northwind: Uuid }> {
  const known = await clients(db)
  for (const [where, fields] of inventory)
    await accept(db, { ...where, fields, source: where.account ? 'json' : 'generic', at: '2026-11-04T10:12:00.000Z' })
  return known
}

/** Drafts of an open admin console: new ones, changed ones, and one that somebody had corrected. */
export async function drafts(db: Database, contoso: Uuid): Promise<Uuid> {
  await correct(db, contoso, { ...m365, fields: enterprise }, 'seatsPurchased', 30)
  const visit = sessionOf(m365.host, { found: 143, unchanged: 2, total: 160, connector: 'microsoft-365' })
  const seen: Fields[] = [
    { ...business, seatsPurchased: 140, seatsAssigned: 131, totalPrice: eur(2_884_00) },
    {
      product: 'Microsoft Defender for Business',
      sku: 'MDE_SMB',
      seatsPurchased: 120,
      seatsAssigned: 84,
      unitPrice: eur(2_80),
      billingPeriod: month,
      renewsOn: '2027-11-02',
      autoRenews: true,
      status: 'active',
    },
    {
      product: 'Teams Rooms Pro',
      sku: 'MTR_PREM',
      seatsPurchased: 3,
      seatsAssigned: 3,
      status: 'trialing',
      endsOn: '2027-02-28',
    },
    { ...enterprise, seatsPurchased: 28, seatsAssigned: 31 },
  ]
  await db.sessions.put(visit)
  await db.drafts.bulkPut(await Promise.all(seen.map((fields) => draftOf(visit.id, { ...m365, fields }))))
  return visit.id
}

/** Drafts of other pages: people, an invoice, and a console that nobody has heard of. */
export async function otherDrafts(db: Database): Promise<void> {
  const visit = sessionOf(other.host, { tab: 1, found: 3, openedAt: '2027-02-05T09:00:00.000Z' })
  const at = '2027-02-05T09:01:00.000Z'
  const people: Fields[] = [
    {
      person: 'Amara Okafor',
      email: 'amara.okafor@example.com',
      product: 'Slack',
      status: 'active',
      lastActiveOn: '2027-02-04',
      role: 'Admin',
      mfa: true,
    },
    {
      person: 'Jonas Lindqvist',
      email: 'jonas.lindqvist@example.com',
      product: 'Slack',
      status: 'inactive',
      lastActiveOn: '2026-08-19',
    },
  ]
  const invoice: Fields = {
    number: 'LB-2027-00193',
    issuedOn: '2027-02-01',
    dueOn: '2027-03-03',
    total: usd(1_788_00),
    status: 'open',
  }
  const plan: Fields = {
    product: 'Lumenboard Business',
    seatsPurchased: 24,
    unitPrice: usd(14_50),
    billingPeriod: month,
    renewsOn: '2027-05-01',
  }
  await db.sessions.put(visit)
  await db.drafts.bulkPut(
    await Promise.all([
      ...people.map((fields) => draftOf(visit.id, { ...slack, fields, type: 'assignment', source: 'page', at })),
      draftOf(visit.id, { ...other, fields: plan, source: 'generic', at }),
      draftOf(visit.id, { ...other, fields: invoice, type: 'invoice', source: 'generic', at }),
    ]),
  )
}
