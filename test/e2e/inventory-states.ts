import type { Page } from '@playwright/test'
import type { Database } from '../../extension/db/database.ts'
import { editField, stateRecord } from '../../extension/records/edit.ts'
import { newId, type Uuid } from '../../shared/model/id.ts'
import type { Fields } from '../../shared/model/observation.ts'
import { findingClient } from './finding-states.ts'
import type { ScreenState } from './screen-states.ts'
import { accept, clients } from './seed.ts'
import { business, m365 } from './seed-content.ts'

const eur = (minor: number) => ({ minor, currency: 'EUR' })

/** One subscription of which everything is known: seen four times, with lots, terms, decisions, people, charges, a conflict. */
export async function workedClient(db: Database): Promise<Uuid> {
  await findingClient(db)
  const client = (await db.settings.get('activeClient')) as { client: Uuid } | undefined // the row of that key
  const scope = client?.client ?? ''
  const see = (at: string, fields: Fields, type: 'subscription' | 'assignment' | 'charge' = 'subscription') =>
    accept(db, { ...m365, type, fields, at: `${at}T10:12:00.000Z` })
  const id = await see('2026-12-15', { ...business, seatsAssigned: 115 })
  const set = (field: string, value: Fields[string]) => editField(db, scope, id, field, value)
  await set('owner', 'amara.okafor@example.com')
  await set('contractStartsOn', '2024-03-12')
  await set('initialTerm', { count: 1, unit: 'year' })
  await set('renewalTerm', { count: 1, unit: 'year' })
  await set('renewalMode', 'tacit')
  await set('noticePeriod', { count: 1, unit: 'month' })
  await set('noticeOnBusinessDay', true)
  await set('postalLeadDays', 3)
  await set('seatsPurchased', 125)
  await set('seatsContracted', 100)
  await see('2027-02-03', {
    ...business,
    seatsPurchased: 130,
    seatsAssigned: 118,
    unitPrice: eur(22_00),
    totalPrice: eur(2_860_00),
  })
  const lot = (fields: Fields) => stateRecord(db, scope, 'lot', { subscription: id, ...fields })
  await lot({
    quantity: 100,
    price: eur(20_60),
    priceBasis: 'per-unit',
    startsOn: '2024-03-12',
    purchaseOrder: 'PO-2024-0117',
    payer: 'client',
    reseller: 'Northlight Systems',
  })
  await lot({
    quantity: 3,
    packSize: 10,
    price: eur(214_00),
    priceBasis: 'per-pack',
    startsOn: '2026-12-01',
    purchaseOrder: 'PO-2026-0841',
    payer: 'msp',
    note: 'For the Gdynia plant',
  })
  const decision = (fields: Fields) => stateRecord(db, scope, 'decision', { subscription: id, ...fields })
  await decision({
    termEndsOn: '2026-03-11',
    choice: 'renew',
    reason: 'Rollout of Intune until the summer',
    decidedBy: 'Amara Okafor',
    decidedOn: '2026-01-28',
  })
  for (const [person, email, status, lastActiveOn] of [
    ['Tomas Brandt', 'tomas.brandt@example.com', 'active', '2027-02-05'],
    ['Ilse Maartens', 'ilse.maartens@example.com', 'active', '2026-10-02'],
    ['Yuki Tanabe', 'yuki.tanabe@example.com', 'suspended', '2027-01-12'],
    ['Front desk', 'frontdesk@example.com', 'invited', undefined],
  ] as const)
    await see(
      '2027-02-03',
      {
        person,
        email,
        product: business.product,
        sku: business.sku,
        status,
        ...(lastActiveOn ? { lastActiveOn } : {}),
      },
      'assignment',
    )
  const charge: Fields = {
    invoiceId: 'E0500Q9X',
    skuId: business.sku,
    description: business.product,
    category: 'purchase',
    billedCost: eur(2_860_00),
    quantity: 130,
    chargePeriodStart: '2027-01-12',
    chargePeriodEnd: '2027-02-12',
    subscription: id,
  }
  await stateRecord(db, scope, 'charge', charge, newId())
  return id
}

const openBusiness = async (page: Page) => {
  await page.getByRole('link', { name: business.product }).first().click()
}

export const inventoryStates: ScreenState[] = [
  { name: 'inventory-empty', screen: 'app#inventory', fill: clients, shows: 'No subscription yet' },
  { name: 'inventory-full', screen: 'app#inventory', fill: workedClient, shows: 'Tessel Backup' },
  {
    name: 'inventory-filtered',
    screen: 'app#inventory',
    fill: workedClient,
    act: async (page) => {
      await page.getByRole('button', { name: 'Group by' }).click()
      await page.getByRole('menuitemradio', { name: 'Next day' }).click()
      await page.getByRole('button', { name: 'Filter' }).click()
      await page.getByRole('menuitemcheckbox', { name: 'given to nobody' }).click()
    },
    shows: 'Filter',
  },
  {
    name: 'inventory-no-hit',
    screen: 'app#inventory',
    fill: workedClient,
    act: (page) => page.getByRole('searchbox').fill('nobody has this'),
    shows: 'Nothing matches',
  },
  {
    name: 'inventory-one',
    screen: 'app#inventory',
    fill: workedClient,
    act: openBusiness,
    shows: 'How was this counted?',
  },
  {
    name: 'inventory-lot',
    screen: 'app#inventory',
    fill: workedClient,
    act: async (page) => {
      await openBusiness(page)
      await page.getByRole('button', { name: /^Edit the lot .*PO-2026-0841/ }).click()
    },
    shows: 'Leave empty what is not known.',
  },
]
