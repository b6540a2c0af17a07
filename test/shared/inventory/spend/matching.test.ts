import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { billedAgainst, billedOf, paidButNotInInventory } from '../../../../shared/inventory/spend/billed.ts'
import { spendOf } from '../../../../shared/inventory/spend/lines.ts'
import { type Match, matchLines } from '../../../../shared/inventory/spend/matching.ts'
import type { Charge } from '../../../../shared/model/charge.ts'
import type { Lot } from '../../../../shared/model/lot.ts'
import type { Subscription } from '../../../../shared/model/subscription.ts'
import { belief } from '../../../support/beliefs.ts'

const eur = (minor: number) => ({ minor, currency: 'EUR' })
const month = { count: 1, unit: 'month' } as const
const today = '2026-11-27'
const vendorKey = (said: string) => said.toLowerCase()
const vendor = 'desk.example'

const sub = (id: string, values: Subscription, of = vendor) => belief('subscription', values, { id, vendor: of })
const charge = (id: string, values: Charge, of = vendor) =>
  belief('charge', { billedCost: eur(1_234), ...values }, { id, vendor: of })

function matchesOf(
  charges: ReturnType<typeof charge>[],
  subs: ReturnType<typeof sub>[],
  lots: (Lot & { id?: string })[] = [],
) {
  const { lines } = spendOf(charges, [], vendorKey)
  return matchLines(
    lines,
    subs,
    lots.map((lot) => belief('lot', lot)),
    { vendorKey, today },
  )
}
const said = (match: Match | undefined) =>
  match?.is === 'matched'
    ? [match.subscription, ...match.reasons]
    : match?.is === 'asked'
      ? [match.why, ...match.candidates]
      : [match?.is]
const one = (values: Charge, subs: ReturnType<typeof sub>[], lots: Lot[] = []) =>
  said(matchesOf([charge('line', values)], subs, lots)[0])

const desk = sub('desk', {
  product: 'Desk',
  sku: 'D-1',
  subscriptionId: 'SUB-77/A',
  totalPrice: eur(5_000),
  billingPeriod: month,
})
const plus = sub('plus', {
  product: 'Desk Plus',
  sku: 'D-2',
  unitPrice: eur(250),
  seatsPurchased: 10,
  billingPeriod: month,
})
const mail = sub('mail', {
  product: 'Mail',
  sku: 'M-1',
  totalPrice: eur(5_000),
  billingPeriod: month,
  startsOn: '2026-10-01',
  endsOn: '2026-10-31',
})
const all = [desk, plus, mail]

describe('a line pays for the subscription', () => {
  test.each<[string, Charge, string[]]>([
    ['that a person named, whatever else agrees', { subscription: 'mail', skuId: 'D-1' }, ['mail', 'stated']],
    ['that a person named, also if it is gone', { subscription: 'no-more', skuId: 'D-1' }, ['gone']],
    ['whose SKU it has', { skuId: 'd-2' }, ['plus', 'sku', 'vendor']],
    [
      'whose number it says',
      { description: 'Renewal of SUB-77/A for November' },
      ['desk', 'subscription-id', 'vendor'],
    ],
    ['that it calls by name', { description: 'Mail (monthly)' }, ['mail', 'name', 'vendor']],
    ['of the longer name', { description: '10 × Desk Plus, monthly' }, ['plus', 'name', 'vendor']],
    ['whose unit price it multiplies', { billedCost: eur(1_750), quantity: 7 }, ['plus', 'unit-price', 'vendor']],
    ['whose bill it equals', { billedCost: eur(2_500) }, ['plus', 'amount', 'vendor']],
    ['by amount, where several have it', { billedCost: eur(5_000) }, ['several', 'desk', 'mail']],
    [
      'by amount and period, where several have the amount',
      { billedCost: eur(5_000), chargePeriodStart: '2026-10-15', chargePeriodEnd: '2026-11-16' },
      ['mail', 'amount', 'period', 'vendor'],
    ],
    ['by vendor alone it is asked', { description: 'Monthly fee' }, ['vendor-only', 'desk', 'mail', 'plus']],
    ['but not of another SKU', { skuId: 'X-9', billedCost: eur(2_500) }, ['vendor-only', 'desk', 'mail', 'plus']],
    [
      'an amount in another currency is another amount',
      { billedCost: { minor: 2_500, currency: 'USD' } },
      ['vendor-only', 'desk', 'mail', 'plus'],
    ],
    ['nothing costs what everything free costs', { billedCost: eur(0) }, ['vendor-only', 'desk', 'mail', 'plus']],
  ])('%s', (_, values, expected) => expect(one(values, all)).toEqual(expected))

  test('of the maker, the seller or the sender of the bill; of nobody else', () => {
    const resold = sub('resold', { product: 'Desk', sku: 'D-1', reseller: 'Shop' }, 'maker.example')
    const line = charge('line', { skuId: 'D-1', invoiceIssuer: 'SHOP' }, 'shop.portal')
    expect(said(matchesOf([line], [resold])[0])).toEqual(['resold', 'sku', 'vendor'])
    expect(said(matchesOf([charge('line', { skuId: 'D-1' }, 'other.example')], all)[0])).toEqual(['not-in-inventory'])
  })

  test('not of days before its contract, nor after its end', () => {
    const over = sub('over', { sku: 'D-1', contractStartsOn: '2025-01-01', endsOn: '2025-12-31', status: 'expired' })
    const covering = (from: string, until: string) =>
      one({ skuId: 'D-1', chargePeriodStart: from, chargePeriodEnd: until }, [over])
    expect(covering('2024-12-01', '2025-01-01')).toEqual(['vendor-only', 'over'])
    expect(covering('2025-12-31', '2026-01-31')).toEqual(['over', 'sku', 'vendor'])
    expect(covering('2026-01-01', '2026-02-01')).toEqual(['vendor-only', 'over'])
  })

  test('whose lot was added in the middle of the term', () => {
    const lots: Lot[] = [{ subscription: 'desk', quantity: 3, price: eur(411), priceBasis: 'per-unit' }]
    expect(one({ billedCost: eur(1_233) }, all, lots)).toEqual(['desk', 'amount', 'vendor'])
  })

  test('two that are alike are asked, and of twelve hundred alike not all are looked at', () => {
    const alike = Array.from({ length: 1_200 }, (_, at) =>
      sub(`s${String(at).padStart(4, '0')}`, { sku: 'D-1', totalPrice: eur(77) }),
    )
    expect(one({ skuId: 'D-1' }, alike.slice(0, 2))).toEqual(['several', 's0000', 's0001'])
    const [match] = matchesOf([charge('line', { skuId: 'D-1' })], alike)
    expect(match).toMatchObject({ is: 'asked', why: 'several', more: 181 })
    expect(match?.is === 'asked' && match.candidates).toHaveLength(20)
  })

  test('whatever order lines and subscriptions come in', () => {
    const lines = [{ skuId: 'D-2' }, { description: 'Mail' }, { billedCost: eur(5_000) }, { description: 'Fee' }]
    const charges = lines.map((values, at) => charge(`c${at}`, values))
    const expected = matchesOf(charges, all).map((match) => [match.line.id, ...said(match)])
    fc.assert(
      fc.property(
        fc.shuffledSubarray(charges, { minLength: 4 }),
        fc.shuffledSubarray(all, { minLength: 3 }),
        (some, subs) => {
          expect(
            matchesOf(some, subs)
              .map((match) => [match.line.id, ...said(match)])
              .sort(),
          ).toEqual(expected)
        },
      ),
    )
  })
})

const november = { chargePeriodStart: '2026-11-01', chargePeriodEnd: '2026-12-01', skuId: 'D-1' }

describe('what is billed', () => {
  test('is more or less than what was bought', () => {
    const matches = matchesOf(
      [charge('a', { ...november, quantity: 10 }), charge('b', { ...november, quantity: 2 })],
      all,
    )
    const billed = billedOf(matches, today)
    expect(billed.get('desk')).toEqual({ quantity: 12, asOf: today, lines: ['a', 'b'] })
    expect(billedAgainst(billed, () => 15)).toMatchObject([{ subscription: 'desk', purchased: 15, difference: -3 }])
    expect(billedAgainst(billed, () => 12)).toEqual([])
    expect(billedAgainst(billed, () => undefined)).toEqual([])
  })

  test('is not known where one line does not say how many, nor of days that are to come', () => {
    const unknown = matchesOf([charge('a', { ...november, quantity: 10 }), charge('b', november)], all)
    expect(billedOf(unknown, today).size).toBe(0)
    const later = { ...november, chargePeriodStart: '2026-12-01', chargePeriodEnd: '2027-01-01', quantity: 1 }
    expect(billedOf(matchesOf([charge('a', later)], all), today).size).toBe(0)
  })

  test('and not in the inventory is listed by vendor, with how much and when last', () => {
    const matches = matchesOf(
      [
        charge('a', { billingPeriodStart: '2026-09-01' }, 'new.example'),
        charge('b', { billingPeriodStart: '2026-10-01', billedCost: { minor: 5, currency: 'USD' } }, 'New.Example'),
        charge('c', { skuId: 'D-1' }),
      ],
      all,
    )
    expect(paidButNotInInventory(matches)).toEqual([
      {
        vendor: 'new.example',
        sums: [
          { currency: 'EUR', minor: 1_234n },
          { currency: 'USD', minor: 5n },
        ],
        lines: ['a', 'b'],
        lastOn: '2026-10-01',
      },
    ])
  })
})
