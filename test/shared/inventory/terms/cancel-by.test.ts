import { describe, expect, test } from 'vitest'
import { cancelByOf } from '../../../../shared/inventory/terms/cancel-by.ts'
import { chainOf } from '../../../../shared/inventory/terms/chain.ts'
import { dayNumber } from '../../../../shared/model/calendar.ts'
import { cancelBy, days, factsOf, months, weeks, years } from './terms.ts'

const today = '2026-01-05'
const by = (values: Parameters<typeof factsOf>[0], holidays: string[] = []) =>
  cancelBy(factsOf({ renewalMode: 'tacit', ...values }, [], { holidays: new Set(holidays) }), today)

describe('the last day to send a cancellation', () => {
  test.each([
    ['2026-12-31', days(30), '2026-12-01'],
    ['2026-12-31', weeks(6), '2026-11-19'],
    ['2026-12-31', months(1), '2026-11-30'],
    ['2026-12-31', months(3), '2026-09-30'],
    ['2026-12-31', years(1), '2025-12-31'],
    ['2026-05-31', months(3), '2026-02-28'],
    ['2028-05-31', months(3), '2028-02-29'],
    ['2026-06-30', months(3), '2026-03-30'],
    ['2028-02-29', years(1), '2027-02-28'],
  ])('of a term to %s with a notice of %j is %s', (endsOn, noticePeriod, expected) => {
    expect(by({ endsOn, noticePeriod })).toBe(expected)
  })

  test('is the business day before, where the notice has to arrive on one', () => {
    const onBusinessDay = { noticeOnBusinessDay: true, noticePeriod: months(1) }
    // 30 Nov 2026 is a Monday; 31 Oct 2026 a Saturday.
    expect(by({ ...onBusinessDay, endsOn: '2026-12-31' })).toBe('2026-11-30')
    expect(by({ ...onBusinessDay, endsOn: '2026-12-31' }, ['2026-11-30'])).toBe('2026-11-27')
    expect(by({ ...onBusinessDay, endsOn: '2026-11-30' })).toBe('2026-10-30')
    expect(by({ ...onBusinessDay, endsOn: '2026-11-30' }, ['2026-10-30', '2026-10-29'])).toBe('2026-10-28')
    expect(by({ ...onBusinessDay, noticeOnBusinessDay: false, endsOn: '2026-11-30' })).toBe('2026-10-30')
  })

  test('is so many days earlier as the notice is under way', () => {
    expect(by({ endsOn: '2026-12-31', noticePeriod: months(1), postalLeadDays: 5 })).toBe('2026-11-25')
    expect(
      by({ endsOn: '2026-10-31', noticePeriod: months(1), postalLeadDays: 3, noticeOnBusinessDay: true }, [
        '2026-09-30',
      ]),
    ).toBe('2026-09-26')
  })

  test('is not known where the notice is not', () => {
    expect(by({ endsOn: '2026-12-31' })).toBe('notice-unknown')
    expect(by({ endsOn: '2026-12-31', noticePeriod: months(3), noticeFrom: 'anniversary' })).toBe('anniversary-unknown')
  })
})

describe('a notice before the anniversary', () => {
  const yearly = { noticePeriod: months(3), noticeFrom: 'anniversary', contractStartsOn: '2020-04-01' } as const
  const at = (on: string, values: object) => cancelBy(factsOf({ renewalMode: 'tacit', ...yearly, ...values }), on)

  test('within a longer renewal term is the next contract year’s', () => {
    const twoYears = { initialTerm: years(1), renewalTerm: years(2) }
    expect(at('2021-05-01', twoYears)).toBe('2021-12-31')
    expect(at('2021-12-31', twoYears)).toBe('2021-12-31')
    expect(at('2022-01-01', twoYears)).toBe('2022-12-31')
    expect(at('2023-03-31', twoYears)).toBe('2022-12-31')
    expect(at('2023-04-01', twoYears)).toBe('2023-12-31')
  })

  test('does not shorten the initial term', () => {
    expect(at('2020-06-01', { initialTerm: years(3), renewalTerm: years(1) })).toBe('2022-12-31')
  })

  test('of terms shorter than a year is of the contract year', () => {
    expect(at('2026-07-10', { initialTerm: months(1), renewalTerm: months(1) })).toBe('2026-12-31')
  })
})

test('every step of the count can be read', () => {
  const facts = factsOf(
    {
      endsOn: '2026-10-31',
      noticePeriod: months(1),
      noticeOnBusinessDay: true,
      postalLeadDays: 3,
    },
    [],
    { holidays: new Set(['2026-09-30']) },
  )
  const { current } = chainOf(facts, { today })
  expect(current && cancelByOf(facts, current, dayNumber(today))).toEqual({
    is: 'known',
    on: '2026-09-26',
    steps: [
      { step: 'term-end', on: '2026-10-31' },
      { step: 'notice', length: months(1), on: '2026-09-30' },
      { step: 'business-day', on: '2026-09-29' },
      { step: 'postal-lead', days: 3, on: '2026-09-26' },
    ],
  })
})
