import { describe, expect, test } from 'vitest'
import { chainOf, termOf } from '../../../../shared/inventory/terms/chain.ts'
import { days, factsOf, months, read, weeks, years } from './terms.ts'

const tacit = { renewalMode: 'tacit' } as const

describe('terms', () => {
  test('keep the month end of their anchor', () => {
    const monthly = { contractStartsOn: '2026-01-31', initialTerm: months(1), renewalTerm: months(1), ...tacit }
    const { terms } = read(factsOf(monthly), { today: '2026-05-31', since: '2026-01-31' })
    expect(terms).toEqual([
      '2026-01-31 to 2026-02-27',
      '2026-02-28 to 2026-03-30',
      '2026-03-31 to 2026-04-29',
      '2026-04-30 to 2026-05-30',
      '2026-05-31 to 2026-06-29',
    ])
  })

  test('of a leap day come back to it every fourth year', () => {
    const yearly = { contractStartsOn: '2024-02-29', initialTerm: years(1), renewalTerm: years(1), ...tacit }
    const { terms } = read(factsOf(yearly), { today: '2028-03-01', since: '2024-02-29' })
    expect(terms.map((term) => term.slice(0, 10))).toEqual([
      '2024-02-29',
      '2025-02-28',
      '2026-02-28',
      '2027-02-28',
      '2028-02-29',
    ])
  })

  test('after a stated last day keep the month end too', () => {
    const { terms } = read(factsOf({ endsOn: '2026-02-28', renewalTerm: months(1), ...tacit }), { today: '2026-05-01' })
    expect(terms.slice(-2)).toEqual(['2026-04-01 to 2026-04-30', '2026-05-01 to 2026-05-31'])
  })

  test('after a stated term keep the day on which the contract began', () => {
    const shown = { startsOn: '2026-02-28', endsOn: '2026-03-30', renewalTerm: months(1), ...tacit }
    const next = (values: object) => read(factsOf({ ...shown, ...values }), { today: '2026-04-01' }).terms.at(-1)
    expect(next({ contractStartsOn: '2025-10-31' })).toBe('2026-03-31 to 2026-04-29')
    expect(next({ contractStartsOn: '2025-10-15' })).toBe('2026-03-31 to 2026-04-29')
    expect(next({ startsOn: '2026-01-31', endsOn: '2026-02-27' })).toBe('2026-03-31 to 2026-04-29')
  })

  test.each([
    [days(90), '2026-04-01 to 2026-06-29'],
    [weeks(13), '2026-04-02 to 2026-07-01'],
  ])('of %j are counted in days', (length, expected) => {
    const contract = { contractStartsOn: '2026-01-01', initialTerm: length, renewalTerm: length, ...tacit }
    expect(read(factsOf(contract), { today: '2026-04-15' }).terms.at(-1)).toBe(expected)
  })

  test('say how each is known, and which it is', () => {
    const contract = factsOf({
      contractStartsOn: '2022-01-01',
      initialTerm: years(2),
      renewalTerm: years(1),
      endsOn: '2025-12-31',
      ...tacit,
    })
    const { terms, current } = chainOf(contract, { today: '2026-06-01', since: '2022-01-01' })
    expect(terms.map(termOf)).toEqual([
      {
        number: 1,
        kind: 'initial',
        startsOn: '2022-01-01',
        endsOn: '2023-12-31',
        renewsOn: '2024-01-01',
        known: 'derived',
        from: ['contractStartsOn', 'initialTerm'],
      },
      {
        number: 2,
        kind: 'renewal',
        startsOn: '2024-01-01',
        endsOn: '2024-12-31',
        renewsOn: '2025-01-01',
        known: 'derived',
        from: ['contractStartsOn', 'initialTerm', 'renewalTerm'],
      },
      {
        number: 3,
        kind: 'renewal',
        startsOn: '2025-01-01',
        endsOn: '2025-12-31',
        renewsOn: '2026-01-01',
        known: 'stated',
        from: ['endsOn'],
      },
      {
        number: 4,
        kind: 'renewal',
        startsOn: '2026-01-01',
        endsOn: '2026-12-31',
        renewsOn: '2027-01-01',
        known: 'derived',
        from: ['endsOn', 'renewalTerm'],
      },
    ])
    expect(current?.number).toBe(4)
  })
})

describe('what is stated of the running term', () => {
  const contract = { contractStartsOn: '2024-01-01', initialTerm: years(1), renewalTerm: years(1), ...tacit }

  test('stands before what the contract would give', () => {
    const { terms } = read(factsOf({ ...contract, startsOn: '2025-01-01', endsOn: '2026-03-31' }), {
      today: '2026-05-01',
      since: '2024-01-01',
    })
    expect(terms).toEqual(['2024-01-01 to 2024-12-31', '2025-01-01 to 2026-03-31', '2026-04-01 to 2027-03-31'])
  })

  test('is the earlier of two days that do not fit together', () => {
    const shown = (values: object) => read(factsOf(values), { today: '2026-01-01' }).terms
    expect(shown({ endsOn: '2026-03-31', renewsOn: '2026-04-01' })).toEqual(['? to 2026-03-31'])
    expect(shown({ endsOn: '2026-04-01', renewsOn: '2026-04-01' })).toEqual(['? to 2026-03-31'])
    expect(shown({ endsOn: '2026-03-31', renewsOn: '2026-05-01' })).toEqual(['? to 2026-03-31'])
    expect(shown({ renewsOn: '2024-03-01' })).toEqual(['? to 2024-02-29'])
  })

  test('may be its first day alone, where it is known how long it is', () => {
    const shown = (values: object) =>
      read(factsOf({ startsOn: '2026-01-01', ...values }), { today: '2026-02-01' }).terms
    expect(shown({ initialTerm: years(3), renewalTerm: years(1), ...tacit })).toEqual([])
    expect(shown({ initialTerm: years(3), ...tacit })).toEqual([])
    expect(shown({ initialTerm: months(12), renewalTerm: years(1), ...tacit })).toEqual(['2026-01-01 to 2026-12-31'])
    expect(shown({ initialTerm: years(3), autoRenews: false })).toEqual(['2026-01-01 to 2028-12-31'])
    expect(shown({ contractStartsOn: '2020-01-01', renewalTerm: years(1) }).at(-1)).toBe('2026-01-01 to 2026-12-31')
    expect(shown({ contractStartsOn: '2026-01-01', renewalTerm: years(1) })).toEqual([])
  })

  test('does not begin after it ends', () => {
    expect(read(factsOf({ startsOn: '2027-01-01', endsOn: '2026-12-31' }), { today: '2026-01-01' }).terms).toEqual([
      '? to 2026-12-31',
    ])
  })
})

describe('after a passed end', () => {
  const today = '2026-11-27'
  const over = { endsOn: '2026-06-30', renewalTerm: years(1) }
  const state = (facts: Parameters<typeof read>[0]) => {
    const { state, unsure, terms } = read(facts, { today })
    return [state, unsure, terms.at(-1)?.slice(-10)]
  }

  test.each([
    [{ renewalMode: 'tacit' }, ['running', undefined, '2027-06-30']],
    [{ autoRenews: true }, ['running', undefined, '2027-06-30']],
    [{ autoRenews: false }, ['ended', undefined, '2026-06-30']],
    [{ renewalMode: 'none' }, ['ended', undefined, '2026-06-30']],
    [{ renewalMode: 'express' }, ['lapsed-or-unknown', 'not-agreed', '2026-06-30']],
    [{}, ['lapsed-or-unknown', 'renewal-mode-unknown', '2026-06-30']],
    [{ renewalMode: 'tacit', status: 'canceled' }, ['ended', undefined, '2026-06-30']],
    [{ autoRenews: true, renewalTerm: undefined }, ['lapsed-or-unknown', 'renewal-term-unknown', '2026-06-30']],
  ] as const)('%j is %j', (values, expected) => expect(state(factsOf({ ...over, ...values }))).toEqual(expected))

  test('a decision to renew is one term more, and no further', () => {
    const decided = factsOf({ ...over, endsOn: '2025-06-30' }, [{ termEndsOn: '2025-06-30', choice: 'renew' }])
    expect(state(decided)).toEqual(['lapsed-or-unknown', 'renewal-mode-unknown', '2026-06-30'])
  })

  test('a console that shows it alive knows better than nobody', () => {
    expect(state(factsOf(over, [], { aliveOn: '2026-07-01' }))).toEqual([
      'running',
      'renewal-mode-unknown',
      '2027-06-30',
    ])
    expect(state(factsOf(over, [], { aliveOn: '2026-06-30' }))[0]).toBe('lapsed-or-unknown')
    expect(state(factsOf({ endsOn: '2026-06-30' }, [], { aliveOn: '2026-07-01' }))[1]).toBe('renewal-term-unknown')
  })

  test('a cancellation ends what is tacit, once its notice was sent in time', () => {
    const canceled = (noticeSentOn?: string) =>
      state(
        factsOf({ ...over, ...tacit, noticePeriod: months(2) }, [
          { termEndsOn: '2026-06-30', choice: 'cancel', ...(noticeSentOn ? { noticeSentOn } : {}) },
        ]),
      )
    expect(canceled('2026-04-30')).toEqual(['ended', undefined, '2026-06-30'])
    expect(canceled('2026-05-01')).toEqual(['lapsed-or-unknown', 'notice-late', '2026-06-30'])
    expect(canceled()).toEqual(['running', undefined, '2027-06-30'])
  })

  test('a cancellation of a later term leaves those before it', () => {
    const { terms, state } = read(
      factsOf({ ...over, endsOn: '2023-06-30', ...tacit }, [
        { termEndsOn: '2025-06-30', choice: 'switch', noticeSentOn: '2025-01-01' },
        { termEndsOn: '2025-01-01', choice: 'cancel', noticeSentOn: '2024-01-01' },
      ]),
      { today },
    )
    expect([state, terms.at(-1)]).toEqual(['ended', '2024-07-01 to 2025-06-30'])
  })
})

test('without an end nothing is said', () => {
  expect(read(factsOf({ autoRenews: true, contractStartsOn: '2024-01-01' }), { today: '2026-01-01' })).toEqual({
    mode: 'tacit',
    state: 'unknown',
    terms: [],
    unsure: 'end-unknown',
  })
})

test('a contract that has not begun is upcoming', () => {
  const contract = { contractStartsOn: '2027-01-01', initialTerm: years(1) }
  expect(read(factsOf(contract), { today: '2026-11-27' }).state).toBe('upcoming')
})

test('terms to come are told as far as they are asked for', () => {
  const contract = factsOf({ endsOn: '2026-12-31', renewalTerm: years(1), ...tacit })
  expect(read(contract, { today: '2026-11-27', until: '2029-01-01' }).terms.map((term) => term.slice(-10))).toEqual([
    '2026-12-31',
    '2027-12-31',
    '2028-12-31',
    '2029-12-31',
  ])
  expect(read(contract, { today: '2096-11-27' }).terms).toHaveLength(3)
})
