import { describe, expect, test } from 'vitest'
import { thisDevice } from '../../extension/db/scopes.ts'
import { arranged, found, sumOf } from '../../extension/inventory/arranged.ts'
import { entriesOf } from '../../extension/inventory/entries.ts'
import { entryColumns, usualView } from '../../extension/inventory/entry-columns.tsx'
import { entryFilters } from '../../extension/inventory/entry-filters.ts'
import { createClient } from '../../extension/records/clients.ts'
import { editField, stateRecord } from '../../extension/records/edit.ts'
import { wholeOf } from '../../extension/records/whole.ts'
import { fitting } from '../../extension/ui/list/arrange.ts'
import { newId } from '../../shared/model/id.ts'
import type { Fields } from '../../shared/model/observation.ts'
import { accept } from '../support/accepted.ts'
import { freshDatabase } from '../support/device.ts'
import { sightingOf } from '../support/sightings.ts'

const today = '2026-11-27'
const month = { count: 1, unit: 'month' }
const money = (minor: number, currency = 'EUR') => ({ minor, currency })

async function listOf(all: { vendor?: string; fields: Fields }[], currency: string | null = 'EUR') {
  const db = freshDatabase()
  const client = await createClient(db, 'Zoo')
  const { workspace } = await thisDevice(db)
  if (currency) await editField(db, workspace, client, 'currency', currency)
  const rates = { on: today, base: 'EUR', rates: { USD: '2' }, source: 'ECB', kind: 'spot' }
  await stateRecord(db, workspace, 'rate', rates, newId())
  for (const [at, { vendor = 'example.com', fields }] of all.entries())
    await accept(db, { ...sightingOf(fields, { key: `k${at}` }), vendor })
  const whole = await wholeOf(db, client, today)
  return { entries: entriesOf(whole, today), money: { currency: currency ?? undefined, rates: whole.rates, today } }
}

const all = [
  { vendor: 'zoom.us', fields: { product: 'Meet', unitPrice: money(1_000), seatsPurchased: 2, billingPeriod: month } },
  {
    fields: {
      product: 'Desk',
      plan: 'Pro',
      totalPrice: money(60_000, 'USD'),
      billingPeriod: { count: 1, unit: 'year' },
    },
  },
  { fields: { product: 'Desk', plan: 'Team', totalPrice: money(100, 'CHF'), billingPeriod: month } },
  { fields: { product: 'Ärchive', renewsOn: '2026-12-24', autoRenews: true } },
  {
    fields: {
      product: 'Chat',
      sku: 'C-1',
      endsOn: '2027-06-30',
      autoRenews: false,
      seatsPurchased: 5,
      seatsAssigned: 7,
    },
  },
]
const told = (rows: ReturnType<typeof arranged>) =>
  rows.map((row) =>
    row.is === 'row'
      ? `${row.level}: ${row.row.product.name} ${row.row.plan ?? ''}`.trim()
      : `${row.level} ${row.name}`,
  )
const columns = entryColumns(today, 'EUR')
const usual = usualView(columns)
const by = (column: string, down = false) => ({ ...usual, group: null, order: { by: column, down } })
const entriesIn = (rows: ReturnType<typeof arranged>) => rows.flatMap((row) => (row.is === 'row' ? [row.row] : []))

describe('the list', () => {
  test('by name is a tree; a product has a head only where it has several', async () => {
    const { entries } = await listOf(all)
    const names = ['1 example.com', '1: Ärchive', '1: Chat C-1', '2 Desk', '2: Desk Pro', '2: Desk Team']
    expect(told(arranged(entries, columns, usual))).toEqual([...names, '1 Zoom', '1: Meet'])
    const down = told(arranged(entries, columns, { ...usual, order: { by: 'name', down: true } }))
    expect(down.slice(0, 3)).toEqual(['1 Zoom', '1: Meet', '1 example.com'])
  })

  test('by cost is by the client’s currency: what cannot be converted or has no price stands at the end', async () => {
    const { entries } = await listOf(all)
    const rows = entriesIn(arranged(entries, columns, by('price', true)))
    expect(rows.map(({ plan, product }) => plan ?? product.name)).toEqual([
      'Pro', // 600 USD are 300 EUR
      'Meet', // 240 EUR
      'Team', // 12 CHF, without a rate
      'Ärchive',
      'C-1',
    ])
  })

  test('by day is by the next day, what has none at the end', async () => {
    const { entries } = await listOf(all)
    const days = entriesIn(arranged(entries, columns, by('due'))).map(({ due }) => due)
    expect(days).toEqual([
      { on: '2026-12-24', how: 'renews' },
      { on: '2027-06-30', how: 'ends' },
      undefined,
      undefined,
      undefined,
    ])
  })

  test('other groups stand where their first row does', async () => {
    const { entries } = await listOf(all)
    const rows = arranged(entries, columns, { ...by('due'), group: 'due' })
    expect(rows.flatMap((row) => (row.is === 'head' ? [row.name] : []))).toEqual(['Dec 2026', 'Jun 2027', 'not shown'])
    expect(entriesIn(rows)).toHaveLength(5)
  })

  test('each filter lets through what it says', async () => {
    const { entries } = await listOf(all)
    const filters = entryFilters(entries, today)
    const shown = (id: string) => fitting(entries, filters, [id]).map(({ plan, product }) => plan ?? product.name)
    expect(shown('due-30')).toEqual(['Ärchive'])
    expect(shown('due-unknown').sort()).toEqual(['Meet', 'Pro', 'Team'])
    expect(shown('due-late')).toEqual([])
    expect(shown('seats-over')).toEqual(['C-1'])
    expect(shown('seats-free')).toEqual([])
    expect(shown('price-unknown').sort()).toEqual(['C-1', 'Ärchive'])
  })

  test('every word is looked for in product, plan, SKU and vendor, without case and accents', async () => {
    const { entries } = await listOf(all)
    const names = (search: string) => found(entries, search).map(({ product, plan }) => plan ?? product.name)
    expect(names('archive')).toEqual(['Ärchive'])
    expect(names('DESK pro')).toEqual(['Pro'])
    expect(names('chat c-1')).toEqual(['C-1'])
    expect(names('zoom')).toEqual(['Meet'])
    expect(names('desk meet')).toEqual([])
  })

  test('a sum is in the client’s currency and names what it is without', async () => {
    const { entries, money } = await listOf(all)
    const { total, unpriced, count } = sumOf(entries, money)
    expect([total.minor, total.currency, total.leftOut.length, unpriced, count]).toEqual([54_000n, 'EUR', 1, 2, 5])
  })

  test('a price stands in the client’s currency with the original beside it, or as it is without a rate', async () => {
    const { entries } = await listOf(all)
    const price = (plan: string) => entries.find((one) => (one.plan ?? one.product.name) === plan)?.price
    expect(price('Pro')).toMatchObject({ is: 'known', money: money(60_000, 'USD'), converted: money(30_000) })
    expect(price('Team')).toMatchObject({ is: 'known', money: money(1_200, 'CHF'), converted: undefined })
    expect(price('C-1')).toEqual({ is: 'unknown', why: 'no-price' })
  })

  test('what ended or is tried costs nothing, and is not without a price', async () => {
    const { entries, money: wish } = await listOf([
      { fields: { product: 'Old', status: 'canceled', totalPrice: money(500), billingPeriod: month } },
      { fields: { product: 'New', status: 'trialing' } },
    ])
    expect(entries.map(({ price }) => price.is).sort()).toEqual(['ended', 'trial'])
    expect(sumOf(entries, wish)).toMatchObject({ unpriced: 0, total: { minor: 0n } })
  })
})

test('of purchases and what the console shows of them together, the pool has the position and one of both the price', async () => {
  const { entries } = await listOf([
    { fields: { product: 'Suite', sku: 'S', seatsPurchased: 30, seatsAssigned: 28 } },
    {
      fields: {
        product: 'Suite',
        sku: 'S',
        subscriptionId: 'a',
        seatsPurchased: 10,
        totalPrice: money(100),
        billingPeriod: month,
      },
    },
    {
      fields: {
        product: 'Suite',
        sku: 'S',
        subscriptionId: 'b',
        seatsPurchased: 20,
        totalPrice: money(200),
        billingPeriod: month,
      },
    },
  ])
  expect(entries.map(({ part, seats, price }) => [part, seats.purchased, seats.assigned, price.is]).sort()).toEqual([
    ['pool', 30, 28, 'sum-of-purchases'],
    ['purchase', 10, undefined, 'known'],
    ['purchase', 20, undefined, 'known'],
  ])
})
