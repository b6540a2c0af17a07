import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Rates } from '../../../../shared/inventory/money/rates.ts'
import { forecastOf } from '../../../../shared/inventory/spend/forecast.ts'
import { byMonths } from '../../../../shared/inventory/spend/split.ts'
import { addDays } from '../../../../shared/model/calendar.ts'
import type { Decision } from '../../../../shared/model/decision.ts'
import type { Subscription } from '../../../../shared/model/subscription.ts'
import { belief } from '../../../support/beliefs.ts'

const eur = (minor: number) => ({ minor, currency: 'EUR' })
const [month, year] = [
  { count: 1, unit: 'month' },
  { count: 1, unit: 'year' },
] as const
const today = '2026-11-27'
const rates = new Rates([
  { id: 'r', values: { on: '2026-11-26', base: 'EUR', rates: { USD: '1.25' }, source: 'ECB', kind: 'spot' } },
])

const forecast = (subscriptions: Subscription[], decisions: Decision[] = [], first = '2026-12') =>
  forecastOf(
    {
      subscriptions: subscriptions.map((values, at) => belief('subscription', values, { id: `s${at}` })),
      lots: [],
      decisions: decisions.map((values) => belief('decision', values)),
    },
    { today, first, currency: 'EUR', rates },
  )
const cash = (...args: Parameters<typeof forecast>) =>
  forecast(...args).bills.map(({ on, certainty }) => `${on} ${certainty}`)
const months = ({ months: all }: ReturnType<typeof forecast>, view: 'cash' | 'spread') =>
  all.flatMap((each) => {
    const { sure, 'if-renewed': open } = each[view]
    return sure || open ? [`${each.month} ${sure} ${open}`] : []
  })

describe('twelve months', () => {
  test('of a year that renews by itself: cash once, cost on every day, also of the year that runs', () => {
    const of = forecast([
      { totalPrice: eur(36_500), billingPeriod: year, startsOn: '2026-07-01', endsOn: '2027-06-30', autoRenews: true },
    ])
    expect(months(of, 'cash')).toEqual(['2027-07 36500 0'])
    // 365.00 over 365 days; the year from 1 July 2027 has 366.
    expect(months(of, 'spread').slice(0, 3)).toEqual(['2026-12 3100 0', '2027-01 3100 0', '2027-02 2800 0'])
    expect(months(of, 'spread').slice(7)).toEqual([
      '2027-07 3092 0',
      '2027-08 3091 0',
      '2027-09 2992 0',
      '2027-10 3091 0',
      '2027-11 2992 0',
    ])
  })

  test('of a monthly price from 31 January: each month’s last day, never drifting', () => {
    expect(
      cash([
        { totalPrice: eur(100), billingPeriod: month, startsOn: '2026-01-31', autoRenews: true, endsOn: '2027-01-30' },
      ]).slice(0, 5),
    ).toEqual(['2026-11-30 sure', '2026-12-31 sure', '2027-01-31 sure', '2027-02-28 sure', '2027-03-31 sure'])
  })

  test.each<[string, Subscription, Decision[], string[]]>([
    ['that ends', { autoRenews: false }, [], []],
    ['without renewal', { renewalMode: 'none' }, [], []],
    ['that renews', { renewalMode: 'tacit' }, [], ['2027-03-01 sure']],
    ['of which nothing is said', {}, [], ['2027-03-01 if-renewed']],
    ['that both have to agree to', { renewalMode: 'express' }, [], ['2027-03-01 if-renewed']],
    [
      'agreed to',
      { renewalMode: 'express' },
      [{ subscription: 's0', termEndsOn: '2027-02-28', choice: 'renew' }],
      ['2027-03-01 sure'],
    ],
    [
      'canceled, with its notice sent',
      { autoRenews: true },
      [{ subscription: 's0', termEndsOn: '2027-02-28', choice: 'cancel', noticeSentOn: '2026-11-20' }],
      [],
    ],
    [
      'decided against, and nobody has sent the notice yet',
      { autoRenews: true },
      [{ subscription: 's0', termEndsOn: '2027-02-28', choice: 'cancel' }],
      ['2027-03-01 if-renewed'],
    ],
    [
      'whose former term was decided against',
      { autoRenews: true },
      [{ subscription: 's0', termEndsOn: '2026-02-28', choice: 'cancel' }],
      ['2027-03-01 sure'],
    ],
    [
      'of another that was decided against',
      { autoRenews: true },
      [{ subscription: 's1', termEndsOn: '2027-02-28', choice: 'cancel' }],
      ['2027-03-01 sure'],
    ],
  ])('of a term %s', (_, values, decisions, expected) => {
    const term = {
      totalPrice: eur(1_200),
      billingPeriod: year,
      startsOn: '2026-03-01',
      endsOn: '2027-02-28',
      ...values,
    }
    expect(cash([term], decisions).filter((bill) => bill > '2026-12')).toEqual(expected)
  })

  test('a term that is over, of which nothing says that it renewed, is nowhere sure', () => {
    const over = { totalPrice: eur(1_200), billingPeriod: month, startsOn: '2025-11-01', endsOn: '2026-10-31' }
    expect(cash([over]).every((bill) => bill.endsWith('if-renewed'))).toBe(true)
    expect(cash([over])).toHaveLength(12)
  })

  test('a month’s price that is billed once a year comes as a year', () => {
    const of = forecast([
      {
        unitPrice: eur(1_250),
        seatsPurchased: 2,
        pricePeriod: month,
        billingPeriod: year,
        renewsOn: '2027-02-01',
        autoRenews: true,
      },
    ])
    expect(months(of, 'cash')).toEqual(['2027-02 30000 0'])
  })

  test('nothing is billed before it begins; what is canceled and still runs is paid until it ends', () => {
    expect(cash([{ totalPrice: eur(1), billingPeriod: month, startsOn: '2027-09-15', autoRenews: true }])).toEqual([
      '2027-09-15 if-renewed',
      '2027-10-15 if-renewed',
      '2027-11-15 if-renewed',
    ])
    const canceled = {
      totalPrice: eur(310),
      billingPeriod: month,
      startsOn: '2026-11-01',
      endsOn: '2027-01-10',
      status: 'canceled',
    } as const
    const of = forecast([canceled])
    expect(months(of, 'cash')).toEqual(['2026-12 310 0', '2027-01 310 0'])
    expect(months(of, 'spread')).toEqual(['2026-12 310 0', '2027-01 310 0'])
    expect(cash([{ ...canceled, status: 'expired' }])).toEqual([])
  })

  test('what cannot be foretold is named: price, period, day, trial, rate', () => {
    const of = forecast([
      { billingPeriod: month, startsOn: today },
      { totalPrice: eur(1), startsOn: today },
      { totalPrice: eur(1), billingPeriod: month },
      { totalPrice: eur(1), billingPeriod: month, startsOn: today, status: 'trialing' },
      { totalPrice: { minor: 5, currency: 'CHF' }, billingPeriod: month, startsOn: today },
      { totalPrice: { minor: 125, currency: 'USD' }, billingPeriod: year, renewsOn: '2027-01-01' },
    ])
    expect(of.notForecast).toEqual([
      { id: 's0', reason: 'no-price' },
      { id: 's1', reason: 'no-period' },
      { id: 's2', reason: 'no-date' },
      { id: 's3', reason: 'trial' },
    ])
    expect(of.leftOut).toMatchObject([{ id: 's4', reason: 'no-rate' }])
    expect(of.rates).toMatchObject([{ from: 'USD', on: '2026-11-26', source: 'ECB' }])
    expect(months(of, 'cash')).toEqual(['2027-01 0 100'])
  })
})

test('the months are the sum of the bills, by day and by cost, and every day is billed once', () => {
  const unit = fc.constantFrom('day' as const, 'week' as const, 'month' as const, 'year' as const)
  const subscription = fc.record({
    minor: fc.integer({ min: 0, max: 1e9 }),
    count: fc.integer({ min: 1, max: 18 }),
    unit,
    from: fc.integer({ min: -3_000, max: 500 }),
    autoRenews: fc.option(fc.boolean(), { nil: undefined }),
    length: fc.integer({ min: 1, max: 900 }),
  })
  fc.assert(
    fc.property(fc.array(subscription, { maxLength: 6 }), (all) => {
      const of = forecast(
        all.map(({ minor, count, unit: each, from, autoRenews, length }) => ({
          totalPrice: eur(minor),
          billingPeriod: { count, unit: each },
          contractStartsOn: addDays(today, from),
          endsOn: addDays(today, length),
          ...(autoRenews === undefined ? {} : { autoRenews }),
        })),
      )
      const sum = (view: 'cash' | 'spread') =>
        of.months.reduce((total, each) => total + each[view].sure + each[view]['if-renewed'], 0n)
      const inside = of.bills.filter(({ on }) => on >= '2026-12-01' && on < '2027-12-01')
      expect(sum('cash')).toBe(inside.reduce((total, { minor = 0n }) => total + minor, 0n))
      const parts = of.bills.flatMap(({ minor = 0n, covers }) => byMonths(minor, covers))
      const within = parts.filter((part) => part.month >= '2026-12' && part.month <= '2027-11')
      expect(sum('spread')).toBe(within.reduce((total, { minor }) => total + minor, 0n))
      for (const id of new Set(of.bills.map(({ subscription: each }) => each))) {
        const bills = of.bills.filter((each) => each.subscription === id)
        for (const [at, bill] of bills.entries()) if (at > 0) expect(bill.covers.from).toBe(bills[at - 1]?.covers.until)
      }
    }),
    { numRuns: 60 },
  )
})
