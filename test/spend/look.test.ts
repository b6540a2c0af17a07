import { describe, expect, test } from 'vitest'
import { lookBack, reportingCurrency, yearsOf } from '../../extension/spend/look.ts'
import { Rates } from '../../shared/inventory/money/rates.ts'
import type { SpendLine } from '../../shared/inventory/spend/lines.ts'

const rates = new Rates([
  { id: 'r', values: { on: '2026-01-01', base: 'EUR', rates: { USD: '1.25' }, source: 'ECB', kind: 'spot' } },
])
let count = 0
const line = (vendor: string, minor: number, billedOn: string, over: Partial<SpendLine> = {}): SpendLine => ({
  id: `l${++count}`,
  type: 'charge',
  vendors: [vendor],
  billed: { minor, currency: 'EUR' },
  billedOn,
  ...over,
})
const usd = (minor: number) => ({ billed: { minor, currency: 'USD' } })
const wish = { currency: 'EUR', rates, view: 'cash', by: 'vendor', first: '2026-01', label: '2026' } as const
const euro = (lists: { key: string; minor: bigint }[]) => lists.map(({ key, minor }) => `${key} ${minor}`)

describe('twelve months looked back at', () => {
  const lines = [
    line('desk', 1_000, '2026-01-10', { category: 'purchase' }),
    line('desk', 500, '2026-03-10', { category: 'purchase' }),
    line('mail', 250, '2026-01-02', { category: 'usage' }),
    line('mail', -50, '2026-02-02', { category: 'credit' }),
    line('cloud', 1_250, '2026-01-01', usd(1_250)),
    line('late', 900, '2026-12-01', usd(900)),
    line('desk', 700, '2025-05-05'),
    line('late', 80, '2025-05-05', usd(80)),
    line('desk', 9, '2027-01-01'),
  ]
  const look = lookBack({ lines }, wish)

  test('are stacked by vendor, month by month, the largest first', () => {
    expect(look.months.at(-1)).toBe('2026-12')
    expect(look.series.map(({ key, total }) => `${key} ${total}`)).toEqual(['desk 1500', 'cloud 1000', 'mail 200'])
    expect(look.series[2]?.byMonth.slice(0, 3)).toEqual([250n, -50n, 0n])
    expect(look.total).toBe(2_700n)
  })

  test('are listed with the year before; what could not be converted is not nought', () => {
    expect(euro(look.vendors)).toEqual(['desk 1500', 'cloud 1000', 'mail 200', 'late 0'])
    expect(look.vendors.map(({ before }) => before)).toEqual([700n, undefined, undefined, undefined])
    expect(look.vendors[3]?.leftOut).toEqual([{ currency: 'USD', minor: 900n }])
    expect(look.without.leftOut.map(({ reason }) => reason)).toEqual(['no-rate'])
    expect(euro(look.categories)).toEqual(['purchase 1500', ' 1000', 'usage 250', 'credit -50'])
  })

  test('of many vendors show the largest, and all others as one, so that the bars are whole', () => {
    const many = Array.from({ length: 9 }, (_, at) => line(`v${at}`, 100 - at, '2026-06-01'))
    const { series, total } = lookBack({ lines: many }, wish)
    expect(series.map(({ key, rest }) => (rest ? 'rest' : key))).toEqual(['v0', 'v1', 'v2', 'v3', 'v4', 'rest'])
    expect(series.reduce((sum, { byMonth }) => sum + (byMonth[5] ?? 0n), 0n)).toBe(total)
  })

  test('spread over the days that a bill covers, or whole where it does not say them', () => {
    const year = line('desk', 36_500, '2025-12-20', { covers: { from: '2026-01-01', until: '2027-01-01' } })
    const { series, without } = lookBack({ lines: [year, line('mail', 5, '2026-04-01')] }, { ...wish, view: 'spread' })
    expect(series[0]?.byMonth.slice(0, 2)).toEqual([3_100n, 2_800n])
    expect(without.unspread).toHaveLength(1)
  })
})

test('the months to choose from: the last twelve, then every year with a bill, by the client’s fiscal year', () => {
  const lines = [line('desk', 1, '2024-02-01'), line('desk', 1, '2026-05-01')]
  const of = (fiscalYearStart?: string) =>
    yearsOf({ lines }, { today: '2027-02-06', fiscalYearStart, latest: 'Last' }).map(
      ({ label, first }) => `${label} ${first}`,
    )
  expect(of()).toEqual(['Last 2026-03', '2027 2027-01', '2026 2026-01', '2024 2024-01'])
  expect(of('04-01')).toEqual(['Last 2026-03', '2026/2027 2026-04', '2023/2024 2023-04'])
})

test('sums are in the client’s currency, else in the one that all bills have; of two there is none', () => {
  const euros = [line('desk', 1, '2026-01-01')]
  expect(reportingCurrency({ lines: euros }, 'CHF')).toBe('CHF')
  expect(reportingCurrency({ lines: euros }, undefined)).toBe('EUR')
  expect(reportingCurrency({ lines: [...euros, line('x', 1, '2026-01-01', usd(1))] }, undefined)).toBeNull()
  expect(reportingCurrency({ lines: [] }, undefined)).toBeNull()
})
