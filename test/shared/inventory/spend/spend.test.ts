import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Rates } from '../../../../shared/inventory/money/rates.ts'
import { spendOf } from '../../../../shared/inventory/spend/lines.ts'
import { fiscalYearOf, headings, sharesOf } from '../../../../shared/inventory/spend/look-back.ts'
import { addDays } from '../../../../shared/model/calendar.ts'
import type { Charge } from '../../../../shared/model/charge.ts'
import type { Invoice } from '../../../../shared/model/invoice.ts'
import { belief } from '../../../support/beliefs.ts'

const eur = (minor: number) => ({ minor, currency: 'EUR' })
const vendorKey = (said: string) => said.toLowerCase()
const invoice = (id: string, values: Invoice, vendor = 'desk.example') => belief('invoice', values, { id, vendor })
const charge = (id: string, values: Charge, vendor = 'desk.example') => belief('charge', values, { id, vendor })

describe('what was billed', () => {
  test('counts a bill once: by its lines where they are known, with what they miss', () => {
    const spend = spendOf(
      [
        charge('a', { invoiceId: 'R1', billedCost: eur(600) }),
        charge('b', { invoiceId: 'R1', billedCost: eur(300) }),
        charge('c', { invoiceId: 'R2', billedCost: eur(50) }),
        charge('other', { invoiceId: 'R3', billedCost: eur(5) }, 'else.example'),
        charge('free', { invoiceId: 'R1' }),
      ],
      [
        invoice('R1', { number: 'R1', total: eur(1_000), issuedOn: '2026-03-05' }),
        invoice('R2', { number: 'R2', total: eur(50) }),
        invoice('R3', { number: 'R3', total: eur(70) }),
        invoice('draft', { number: 'R4', total: eur(70), status: 'draft' }),
        invoice('void', { number: 'R5', total: eur(70), status: 'void' }),
        invoice('back', { number: 'R6', total: eur(70), status: 'refunded' }),
        invoice('blank', { number: 'R7' }),
      ],
      vendorKey,
    )
    expect(spend.lines.map(({ id, billed, billedOn }) => [id, billed.minor, billedOn])).toEqual([
      ['a', 600, '2026-03-05'],
      ['b', 300, '2026-03-05'],
      ['c', 50, undefined],
      ['other', 5, undefined],
      ['R3', 70, undefined],
    ])
    expect(spend.notSpend).toEqual([
      { id: 'free', why: 'no-amount' },
      { id: 'R1', why: 'itemized' },
      { id: 'R2', why: 'itemized' },
      { id: 'draft', why: 'draft' },
      { id: 'void', why: 'void' },
      { id: 'back', why: 'refunded' },
      { id: 'blank', why: 'no-amount' },
    ])
    expect(spend.gaps).toEqual([{ invoice: 'R1', total: eur(1_000), lines: 900n, otherCurrency: false }])
  })
})

test('the lines of a bill that is void, a draft or refunded are no spend either', () => {
  for (const status of ['void', 'draft', 'refunded'] as const) {
    const spend = spendOf(
      [charge('a', { invoiceId: 'R1', billedCost: eur(600) })],
      [invoice('R1', { number: 'R1', total: eur(600), status })],
      vendorKey,
    )
    expect(spend).toEqual({
      lines: [],
      notSpend: [
        { id: 'a', why: status },
        { id: 'R1', why: status },
      ],
      gaps: [],
    })
  }
})

test('lines in another currency than their bill, or in none, say nothing of what is missing', () => {
  for (const currency of ['USD', null]) {
    const { gaps } = spendOf(
      [charge('a', { invoiceId: 'R1', billedCost: { minor: 600, currency } })],
      [invoice('R1', { number: 'R1', total: eur(600) })],
      vendorKey,
    )
    expect(gaps).toEqual([{ invoice: 'R1', total: eur(600), lines: 0n, otherCurrency: true }])
  }
})

const rates = new Rates([
  { id: 'r1', values: { on: '2025-06-02', base: 'EUR', rates: { USD: '1.25' }, source: 'ECB', kind: 'spot' } },
  {
    id: 'r2',
    values: { on: '2026-06-01', base: 'EUR', rates: { USD: '1.10', JPY: '160' }, source: 'ECB', kind: 'spot' },
  },
])

describe('the look back', () => {
  const { lines } = spendOf(
    [
      charge('year', {
        billedCost: { minor: 36_500, currency: 'USD' },
        billingPeriodStart: '2025-06-02',
        chargePeriodStart: '2025-07-01',
        chargePeriodEnd: '2026-07-01',
        category: 'purchase',
      }),
      charge('chf', {
        billedCost: { minor: 900, currency: 'CHF' },
        billingPeriodStart: '2026-06-01',
        category: 'usage',
      }),
      charge('never', { billedCost: eur(1) }),
    ],
    [invoice('bill', { number: 'R', total: eur(2_000), issuedOn: '2026-06-03' }, 'mail.example')],
    vendorKey,
  )

  test('shows every month in the client’s currency and in that of the bill, and names what it cannot convert', () => {
    const cash = sharesOf(lines, 'cash', { currency: 'EUR', rates })
    expect(headings(cash.shares, ({ month }) => month)).toEqual([
      { key: '2025-06', minor: 29_200n, original: [{ currency: 'USD', minor: 36_500n }], leftOut: [] },
      {
        key: '2026-06',
        minor: 2_000n,
        original: [
          { currency: 'CHF', minor: 900n },
          { currency: 'EUR', minor: 2_000n },
        ],
        leftOut: [{ currency: 'CHF', minor: 900n }],
      },
    ])
    expect(cash.undated).toEqual(['never'])
    expect(cash.rates.map(({ from, on }) => `${from} ${on}`)).toEqual(['USD 2025-06-02'])
  })

  test('by days, over years: 365 dollars are one a day, at the rate of the day of their bill', () => {
    const { shares, unspread } = sharesOf(lines, 'spread', { currency: 'EUR', rates })
    const year = headings(
      shares.filter(({ line }) => line.id === 'year'),
      ({ month }) => month,
    )
    expect(year.map(({ key, minor, original }) => `${key} ${original[0]?.minor} ${minor}`).slice(0, 3)).toEqual([
      '2025-07 3100 2480',
      '2025-08 3100 2480',
      '2025-09 3000 2400',
    ])
    expect(headings(shares, ({ month }) => month.slice(0, 4)).map(({ key, minor }) => `${key} ${minor}`)).toEqual([
      '2025 14720',
      '2026 16480',
    ])
    expect(unspread).toEqual(['chf', 'bill'])
  })

  test('by vendor and by category', () => {
    const { shares } = sharesOf(lines, 'cash', { currency: 'EUR', rates })
    const by = (key: (share: (typeof shares)[number]) => string) =>
      headings(shares, key).map((each) => `${each.key} ${each.minor}`)
    expect(by(({ line }) => line.vendors[0] ?? '')).toEqual(['desk.example 29200', 'mail.example 2000'])
    expect(by(({ line }) => line.category ?? 'bill')).toEqual(['bill 2000', 'purchase 29200', 'usage 0'])
  })
})

test('whatever the headings, they add up to all that was billed, in each currency and in the client’s', () => {
  const start = fc.integer({ min: 0, max: 600 }).map((days) => addDays('2025-05-20', days))
  const any = fc.record({
    minor: fc.maxSafeInteger(),
    currency: fc.constantFrom('EUR', 'USD', 'JPY', 'CHF'),
    on: start,
    days: fc.option(fc.integer({ min: 1, max: 800 })),
    vendor: fc.constantFrom('a', 'b', 'c'),
  })
  fc.assert(
    fc.property(
      fc.array(any, { maxLength: 12 }),
      fc.constantFrom('cash' as const, 'spread' as const),
      (bills, view) => {
        const charges = bills.map(({ minor, currency, on, days, vendor }, at) =>
          charge(`c${at}`, {
            billedCost: { minor, currency },
            billingPeriodStart: on,
            publisher: vendor,
            ...(days === null ? {} : { chargePeriodStart: on, chargePeriodEnd: addDays(on, days) }),
          }),
        )
        const { lines } = spendOf(charges, [], vendorKey)
        const { shares, leftOut } = sharesOf(lines, view, { currency: 'EUR', rates })
        const left = new Set(leftOut.map(({ id }) => id))
        const converted = lines.reduce((sum, { id, billed, billedOn = '' }) => {
          const one = rates.convert(billed, 'EUR', billedOn)
          return one.ok && !left.has(id) ? sum + one.minor : sum
        }, 0n)
        for (const key of [({ month }: { month: string }) => month, () => 'all']) {
          const all = headings(shares, key)
          expect(all.reduce((sum, { minor }) => sum + minor, 0n)).toBe(converted)
          for (const currency of ['EUR', 'USD', 'JPY', 'CHF']) {
            const original = all.flatMap((each) => each.original.filter((one) => one.currency === currency))
            const billed = bills.filter((bill) => bill.currency === currency)
            expect(original.reduce((sum, { minor }) => sum + minor, 0n)).toBe(
              billed.reduce((sum, { minor }) => sum + BigInt(minor), 0n),
            )
          }
        }
      },
    ),
  )
})

test.each([
  ['2026-06-30', '07-01', '2025-07-01', '2025/2026'],
  ['2026-07-01', '07-01', '2026-07-01', '2026/2027'],
  ['2026-01-01', undefined, '2026-01-01', '2026'],
])('%s with a year from %s is in the one from %s', (day, start, first, label) =>
  expect(fiscalYearOf(day, start)).toEqual({ first, label }),
)
