import { describe, expect, test } from 'vitest'
import { thisDevice } from '../../extension/db/scopes.ts'
import { arranged, found, sumOf } from '../../extension/inventory/arranged.ts'
import { entriesOf } from '../../extension/inventory/entries.ts'
import { createClient } from '../../extension/records/clients.ts'
import { editField, stateRecord } from '../../extension/records/edit.ts'
import { wholeOf } from '../../extension/records/whole.ts'
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
    row.is === 'entry'
      ? `${row.under}: ${row.entry.product.name} ${row.entry.plan ?? ''}`.trim()
      : `${row.is} ${row.name}`,
  )

describe('the list', () => {
  test('by name is a tree; a product has a head only where it has several', async () => {
    const { entries, money } = await listOf(all)
    expect(told(arranged(entries, 'name', money))).toEqual([
      'vendor example.com',
      'vendor: Ärchive',
      'vendor: Chat C-1',
      'product Desk',
      'product: Desk Pro',
      'product: Desk Team',
      'vendor Zoom',
      'vendor: Meet',
    ])
  })

  test('by cost is by the client’s currency: what cannot be converted or has no price stands at the end', async () => {
    const { entries, money } = await listOf(all)
    expect(
      arranged(entries, 'cost', money).flatMap((row) =>
        row.is === 'entry' ? [row.entry.plan ?? row.entry.product.name] : [],
      ),
    ).toEqual([
      'Pro', // 600 USD are 300 EUR
      'Meet', // 240 EUR
      'Team', // 12 CHF, without a rate
      'Ärchive',
      'C-1',
    ])
  })

  test('by day is by the next day, what has none at the end', async () => {
    const { entries, money } = await listOf(all)
    const days = arranged(entries, 'day', money).map((row) => (row.is === 'entry' ? row.entry.due : null))
    expect(days).toEqual([
      { on: '2026-12-24', how: 'renews' },
      { on: '2027-06-30', how: 'ends' },
      undefined,
      undefined,
      undefined,
    ])
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
