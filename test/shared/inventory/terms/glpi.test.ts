import { describe, expect, test } from 'vitest'
import type { TermValues } from '../../../../shared/inventory/terms/term.ts'
import { cancelBy, factsOf, months, read, years } from './terms.ts'

/** Reports of GLPI's users about wrong term arithmetic, each with the figures of its reporter. */
describe('glpi', () => {
  test('#23084: the notice is counted from the end of the running term, not of the initial one', () => {
    const contract = factsOf({
      endsOn: '2025-08-28',
      renewalTerm: months(12),
      noticePeriod: months(2),
      renewalMode: 'tacit',
    })
    expect(read(contract, { today: '2026-02-11' }).terms.at(-1)).toBe('2025-08-29 to 2026-08-28')
    expect(cancelBy(contract, '2026-02-11')).toBe('2026-06-28')
    expect(cancelBy(contract, '2025-08-28')).toBe('2025-06-28')
    expect(cancelBy(contract, '2026-08-29')).toBe('2027-06-28')
  })

  const threeYears: TermValues = {
    contractStartsOn: '2020-08-01',
    initialTerm: months(36),
    renewalTerm: months(12),
    noticePeriod: months(3),
    renewalMode: 'tacit',
  }

  test.each([
    ['2020-08-01', '2020-08-01 to 2023-07-31', '2023-04-30'],
    ['2023-07-31', '2020-08-01 to 2023-07-31', '2023-04-30'],
    ['2023-08-01', '2023-08-01 to 2024-07-31', '2024-04-30'],
    ['2023-10-31', '2023-08-01 to 2024-07-31', '2024-04-30'],
    ['2026-11-27', '2026-08-01 to 2027-07-31', '2027-04-30'],
  ])('#15893: 36 months from 2020-08-01 and then a year at a time, as of %s', (today, term, by) => {
    expect(read(factsOf(threeYears), { today }).terms.at(-1)).toBe(term)
    expect(cancelBy(factsOf(threeYears), today)).toBe(by)
  })

  test('#14703: 60 months and then 12 are 72, not 120', () => {
    const { terms } = read(
      factsOf({
        contractStartsOn: '2018-04-01',
        initialTerm: months(60),
        renewalTerm: months(12),
        renewalMode: 'tacit',
      }),
      { today: '2023-05-12' },
    )
    expect(terms).toEqual(['2018-04-01 to 2023-03-31', '2023-04-01 to 2024-03-31'])
  })

  test.each([
    ['2026-01-31', months(1), '2025-12-31'],
    ['2026-01-15', months(2), '2025-11-15'],
    ['2026-02-28', months(3), '2025-11-28'],
    ['2025-12-31', months(3), '2025-09-30'],
    ['2026-01-01', years(1), '2025-01-01'],
  ])('#18954: a term to %s with a notice of %j, across the year', (endsOn, noticePeriod, by) => {
    expect(cancelBy(factsOf({ endsOn, noticePeriod, renewalMode: 'none' }), '2025-06-01')).toBe(by)
  })

  test('#18954: a notice that has passed stays where it was, also where nothing renews', () => {
    const contract = factsOf({ endsOn: '2024-12-31', noticePeriod: months(3), renewalMode: 'none' })
    expect(cancelBy(contract, '2025-03-10')).toBe('2024-09-30')
    expect(read(contract, { today: '2025-03-10' }).state).toBe('ended')
  })

  test('#6004: 36 months from 2018-09-27 cannot be canceled after the first year', () => {
    const contract = factsOf({
      contractStartsOn: '2018-09-27',
      initialTerm: months(36),
      renewalTerm: months(12),
      noticePeriod: months(3),
      renewalMode: 'tacit',
    })
    expect(cancelBy(contract, '2019-06-07')).toBe('2021-06-26')
    expect(read(contract, { today: '2019-06-07' }).terms).toEqual(['2018-09-27 to 2021-09-26'])
  })

  test('express renews by word only: what nobody agreed to is not said to run', () => {
    const express = {
      endsOn: '2025-06-30',
      renewalTerm: months(12),
      noticePeriod: months(1),
      renewalMode: 'express',
    } as const
    expect(read(factsOf(express), { today: '2026-01-01' })).toEqual({
      mode: 'express',
      state: 'lapsed-or-unknown',
      terms: ['? to 2025-06-30'],
      unsure: 'not-agreed',
    })
    const agreed = factsOf(express, [{ termEndsOn: '2025-06-30', choice: 'renew' }])
    expect(read(agreed, { today: '2026-01-01' }).terms).toEqual(['? to 2025-06-30', '2025-07-01 to 2026-06-30'])
  })
})
