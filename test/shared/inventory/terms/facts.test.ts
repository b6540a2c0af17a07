import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FieldBelief } from '../../../../shared/inventory/fold.ts'
import { decisionsBySubscription, factsOf } from '../../../../shared/inventory/terms/facts.ts'
import type { TermValues } from '../../../../shared/inventory/terms/term.ts'
import type { Decision } from '../../../../shared/model/decision.ts'
import { newId } from '../../../../shared/model/id.ts'
import { belief } from '../../../support/beliefs.ts'

type Said = { value: string; at: string; by?: 'person' | 'capture' }
/** The facts of fields that were said at different times. */
function facts(said: Record<string, Said>) {
  const values: TermValues = Object.fromEntries(Object.entries(said).map(([field, { value }]) => [field, value]))
  const from = (field: string): FieldBelief | undefined => {
    const one = said[field]
    return (
      one && { value: one.value, at: one.at, by: one.by ?? 'capture', source: one.by === 'person' ? 'person' : 'json' }
    )
  }
  return factsOf(values, from, {})
}
const january = '2027-01-05T10:00:00Z'
const march = '2027-03-05T10:00:00Z'

describe('a last day and a renewal day that do not fit together', () => {
  test('the later word is the running term’s; the other is of a term before', () => {
    const early = { value: '2027-02-28', at: january }
    expect(facts({ endsOn: early, renewsOn: { value: '2028-03-01', at: march } }).values).toEqual({
      renewsOn: '2028-03-01',
    })
    expect(
      facts({ endsOn: { value: '2028-02-28', at: march }, renewsOn: { value: '2027-03-01', at: january } }).values,
    ).toEqual({
      endsOn: '2028-02-28',
    })
  })

  test('said at one time, both stay; so do two that fit', () => {
    const one = facts({ endsOn: { value: '2027-02-28', at: march }, renewsOn: { value: '2028-03-01', at: march } })
    expect(one.values).toEqual({ endsOn: '2027-02-28', renewsOn: '2028-03-01' })
    const fit = facts({ endsOn: { value: '2027-02-28', at: january }, renewsOn: { value: '2027-03-01', at: march } })
    expect(fit.values).toEqual({ endsOn: '2027-02-28', renewsOn: '2027-03-01' })
  })

  test('a person’s day stands against a console’s later one, until it has passed', () => {
    const captured = { value: '2028-03-01', at: march }
    const stated = (value: string): Said => ({ value, at: january, by: 'person' })
    expect(facts({ endsOn: stated('2027-06-30'), renewsOn: captured }).values).toEqual({ endsOn: '2027-06-30' })
    expect(facts({ endsOn: stated('2027-02-28'), renewsOn: captured }).values).toEqual({ renewsOn: '2028-03-01' })
  })
})

test.each([
  ['active', 'capture', '2027-03-04'],
  ['past-due', 'capture', '2027-03-04'],
  ['canceled', 'capture', undefined],
  ['active', 'person', undefined],
] as const)('a console that showed it %s (said by %s) showed it alive on %s', (value, by, expected) => {
  expect(facts({ status: { value, at: march, by } }).aliveOn).toBe(expected)
})

test('of two decisions about one term the later stands, in whatever order they came; another term is another decision', () => {
  const subscription = newId()
  const decide = (values: Decision) => belief('decision', { subscription, ...values })
  const all = [
    decide({ termEndsOn: '2027-02-28', choice: 'renew', decidedOn: '2027-01-01' }),
    decide({ termEndsOn: '2027-02-28', choice: 'cancel', decidedOn: '2027-01-15' }),
    decide({ termEndsOn: '2028-02-28', choice: 'renegotiate', decidedOn: '2027-01-02' }),
    decide({ termEndsOn: '2029-02-28' }),
  ]
  fc.assert(
    fc.property(fc.shuffledSubarray(all, { minLength: 4 }), (some) => {
      const found = [...(decisionsBySubscription(some).get(subscription) ?? [])].map(([end, { choice }]) => [
        end,
        choice,
      ])
      expect(found.sort()).toEqual([
        ['2027-02-28', 'cancel'],
        ['2028-02-28', 'renegotiate'],
      ])
    }),
  )
})
