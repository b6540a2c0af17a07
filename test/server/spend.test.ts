import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { CostsResponse } from '../../server/inventory/costs.ts'
import { ForecastResponse } from '../../server/inventory/forecast.ts'
import { PricesResponse } from '../../server/inventory/prices.ts'
import { SpendResponse } from '../../server/inventory/spend.ts'
import { addMonths, dayNumber, dayOf } from '../../shared/model/calendar.ts'
import type { Day } from '../../shared/model/day.ts'
import type { Fields } from '../../shared/model/observation.ts'
import type { CapturedType } from '../../shared/model/record-type.ts'
import { observed, sightingOf, Writer } from '../support/ops.ts'
import { codeOf, twoWorkspaces } from '../support/two-workspaces.ts'

const two = twoWorkspaces()
const get = async (path: string, client = two.ofA, device = two.server.a.device) =>
  (await device.get(`/v1/clients/${client}/${path}`)).json()

const seen = (type: CapturedType, key: string, fields: Fields, at = '2026-02-01T10:00:00Z', vendor = 'slack.com') =>
  observed(two.ofA, {
    type,
    key,
    vendor,
    vendorAccount: { vendor, id: 'account-1' },
    fields,
    evidence: Object.fromEntries(
      Object.keys(fields).map((field) => [
        field,
        { source: 'json', locator: `$.${field}`, excerpt: 'x', confidence: 'high' },
      ]),
    ),
    capture: { ...sightingOf().capture, at },
  })
const eur = (minor: number) => ({ minor, currency: 'EUR' })
const month = { count: 1, unit: 'month' }
const lastOf = (first: Day, months: number) => dayOf(addMonths(dayNumber(first), months) - 1)

describe('costs, spend and prices of a client', () => {
  let inWorkspace: Writer
  beforeEach(() => {
    inWorkspace = new Writer(two.server.a.device, two.server.a.device.workspace)
  })
  const today = () => two.server.deps.clock().toISOString().slice(0, 10)
  const rate = async () => {
    const rec = { rec: randomUUID(), type: 'rate' } as const
    const fields = { on: today(), base: 'EUR', rates: { USD: '1.25' }, source: 'ECB', kind: 'spot' }
    for (const [field, value] of Object.entries(fields)) await inWorkspace.set(rec, field, value)
  }
  const inEuro = () => inWorkspace.set({ rec: two.ofA, type: 'client' }, 'currency', 'EUR')

  test('a year in the client’s currency, with what it left out and the rates that it used', async () => {
    await two.inA.add(
      await seen('subscription', 'a', { unitPrice: eur(1_000), seatsPurchased: 3, billingPeriod: month }),
    )
    await two.inA.add(
      await seen('subscription', 'b', { totalPrice: { minor: 12_500, currency: 'USD' }, billingPeriod: month }),
    )
    await two.inA.add(
      await seen('subscription', 'c', { totalPrice: { minor: 900, currency: 'CHF' }, billingPeriod: month }),
    )
    await two.inA.add(await seen('subscription', 'd', { product: 'Unpriced' }))
    const before = CostsResponse.parse(await get('costs'))
    expect(before.annual).toBeNull()
    expect(before.leftOutSums).toEqual([
      { amount: '108.00', currency: 'CHF', count: 1 },
      { amount: '360.00', currency: 'EUR', count: 1 },
      { amount: '1500.00', currency: 'USD', count: 1 },
    ])
    await inEuro()
    await rate()
    const after = CostsResponse.parse(await get('costs'))
    // 12 × 3 × 10.00, and 12 × 125.00 / 1.25
    expect(after.annual).toEqual({ amount: '1560.00', currency: 'EUR' })
    expect(after.subscriptions.map(({ annual, original }) => `${annual.amount} ${original.amount}`).sort()).toEqual([
      '1200.00 1500.00',
      '360.00 360.00',
    ])
    expect(after.leftOut).toMatchObject([{ amount: '108.00', currency: 'CHF', reason: 'no-rate' }])
    expect(after.rates).toEqual([{ from: 'USD', to: 'EUR', on: today(), base: 'EUR', source: 'ECB', kind: 'spot' }])
    expect(after.unpriced.map(({ reason }) => reason)).toEqual(['no-price'])
  })

  test('what was billed, by month, vendor and category, and what for', async () => {
    await inEuro()
    const desk = await seen('subscription', 'a', { product: 'Desk', sku: 'D-1', seatsPurchased: 9 })
    await two.inA.add(desk)
    const charge = await seen('charge', 'c1', {
      skuId: 'D-1',
      category: 'purchase',
      quantity: 10,
      billedCost: eur(36_500),
      billingPeriodStart: '2025-07-01',
      chargePeriodStart: '2025-07-01',
      chargePeriodEnd: '2026-07-01',
    })
    await two.inA.add(charge)
    const bill = await seen(
      'invoice',
      'i1',
      { number: 'i1', total: eur(500), issuedOn: '2026-01-05' },
      undefined,
      'zoom.us',
    )
    await two.inA.add(bill)
    const cash = SpendResponse.parse(await get('spend'))
    expect(cash.months.map(({ key, amount }) => `${key} ${amount?.amount}`)).toEqual(['2025-07 365.00', '2026-01 5.00'])
    expect(cash.vendors.map(({ key, amount }) => `${key} ${amount?.amount}`)).toEqual([
      'slack.com 365.00',
      'zoom.us 5.00',
    ])
    expect(cash.categories.map(({ key }) => key)).toEqual(['not stated', 'purchase'])
    expect(cash.lines).toEqual([
      { is: 'matched', line: charge.rec, subscription: desk.rec, reasons: ['sku', 'vendor'] },
      { is: 'not-in-inventory', line: bill.rec },
    ])
    expect(cash.differences).toMatchObject([
      { subscription: desk.rec, billed: 10, purchased: 9, difference: 1, lines: [charge.rec] },
    ])
    expect(cash.notInInventory).toEqual([
      { vendor: 'zoom.us', sums: [{ amount: '5.00', currency: 'EUR' }], lines: [bill.rec], lastOn: '2026-01-05' },
    ])
    expect(cash.gaps).toEqual([])
    const spread = SpendResponse.parse(await get('spend?view=spread'))
    expect(spread.months).toHaveLength(12)
    expect(spread.months[6]).toMatchObject({ key: '2026-01', amount: { amount: '36.00' } })
    expect(spread.unspread).toEqual([bill.rec])
    expect(await codeOf(await two.server.a.device.get(`/v1/clients/${two.ofA}/spend?view=guess`))).toMatchObject({
      code: 'INVALID_REQUEST',
    })
    // A person says what a bill pays for of which only the total is known; lines of it that miss some of it are told.
    await two.inA.set({ rec: bill.rec, type: 'invoice' }, 'subscription', desk.rec)
    const itemized = await seen('charge', 'c2', { invoiceId: 'i2', billedCost: eur(300) }, undefined, 'zoom.us')
    const second = await seen('invoice', 'i2', { number: 'i2', total: eur(500) }, undefined, 'zoom.us')
    await two.inA.add(itemized)
    await two.inA.add(second)
    const stated = SpendResponse.parse(await get('spend'))
    expect(stated.lines).toContainEqual({
      is: 'matched',
      line: bill.rec,
      subscription: desk.rec,
      reasons: ['stated'],
    })
    expect(stated.gaps).toEqual([
      { invoice: second.rec, total: { amount: '5.00', currency: 'EUR' }, lines: { amount: '3.00', currency: 'EUR' } },
    ])
  })

  test('what will be billed, month by month, and what of it hangs on a renewal', async () => {
    await inEuro()
    const first = `${today().slice(0, 7)}-01`
    const runs = { startsOn: first, billingPeriod: month, unitPrice: eur(1_000), seatsPurchased: 2 }
    await two.inA.add(await seen('subscription', 'a', { ...runs, autoRenews: true, endsOn: lastOf(first, 12) }))
    await two.inA.add(await seen('subscription', 'b', { ...runs, endsOn: lastOf(first, 3) }))
    await two.inA.add(await seen('subscription', 'c', { ...runs, product: 'Desk Free', unitPrice: eur(0) }))
    await two.inA.add(await seen('subscription', 'd', { startsOn: first }))
    const { months, bills, notForecast } = ForecastResponse.parse(await get('forecast'))
    expect(months).toHaveLength(12)
    expect(months[0]).toMatchObject({
      month: first.slice(0, 7),
      cash: { sure: { amount: '40.00' }, ifRenewed: { amount: '0.00' } },
    })
    expect(months[3]).toMatchObject({ cash: { sure: { amount: '20.00' }, ifRenewed: { amount: '20.00' } } })
    expect(bills).toHaveLength(24)
    expect(notForecast.map(({ reason }) => reason)).toEqual(['no-price'])
  })

  test('every price that was seen, and where it rose', async () => {
    const price = (minor: number, at: string) =>
      seen('subscription', 'a', { unitPrice: eur(minor), billingPeriod: month }, at)
    const first = await price(1_000, '2025-01-01T00:00:00Z')
    const later = await price(1_100, '2026-01-01T00:00:00Z')
    await two.inA.add(later)
    await two.inA.add(first)
    await two.inA.add(await seen('subscription', 'b', { unitPrice: eur(5) }))
    const { prices, rises } = PricesResponse.parse(await get(`subscriptions/${first.rec}/prices`))
    expect(prices.map(({ price: { amount }, by }) => [amount, by])).toEqual([
      ['10.00', { kind: 'capture', observation: first.id }],
      ['11.00', { kind: 'capture', observation: later.id }],
    ])
    expect(rises).toMatchObject([{ by: { amount: '1.00', currency: 'EUR' }, basisPoints: 1_000 }])
  })

  test('are the client’s own, in its own workspace and with its own rates', async () => {
    await rate()
    const price = await seen('subscription', 'a', { totalPrice: { minor: 125, currency: 'USD' }, billingPeriod: month })
    await two.inA.add(price)
    const inB = new Writer(two.server.b.device, two.server.b.device.workspace)
    await inB.set({ rec: two.ofB, type: 'client' }, 'currency', 'EUR')
    const other = await observed(two.ofB, { fields: price.sighting.fields, evidence: price.sighting.evidence })
    await two.inB.add(other)
    const costs = CostsResponse.parse(await get('costs', two.ofB, two.server.b.device))
    expect(costs.leftOut).toMatchObject([{ record: other.rec, reason: 'no-rate' }])
    const missing = { status: 404, code: 'NOT_FOUND' }
    for (const path of ['costs', 'spend', 'forecast', `subscriptions/${price.rec}/prices`]) {
      expect(await codeOf(await two.server.b.device.get(`/v1/clients/${two.ofA}/${path}`))).toEqual(missing)
      expect(await codeOf(await two.server.a.device.get(`/v1/clients/${two.server.a.id}/${path}`))).toEqual(missing)
    }
    const foreign = await two.server.a.device.get(`/v1/clients/${two.ofA}/subscriptions/${other.rec}/prices`)
    expect(await codeOf(foreign)).toEqual(missing)
  })
})
