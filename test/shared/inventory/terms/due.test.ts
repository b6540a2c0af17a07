import { describe, expect, test } from 'vitest'
import { dueOf, renewalOf } from '../../../../shared/inventory/terms/due.ts'
import type { TermValues } from '../../../../shared/inventory/terms/term.ts'
import type { Decision } from '../../../../shared/model/decision.ts'

const today = '2026-11-27'
const endsOn = '2027-02-28'
const of = (values: TermValues, decision?: Decision) =>
  dueOf({ values, decisions: decision ? new Map([[endsOn, decision]]) : undefined }, today)
const notice = { noticePeriod: { count: 2, unit: 'month' } } as const

describe('the day that must not be missed', () => {
  test.each<[string, TermValues, ReturnType<typeof of>]>([
    [
      'to cancel what renews by itself',
      { endsOn, autoRenews: true, ...notice },
      { on: '2026-12-28', how: 'cancel-by' },
    ],
    ['the renewal, where no notice is known', { endsOn, autoRenews: true }, { on: '2027-03-01', how: 'renews' }],
    [
      'the renewal, where it is too late',
      { endsOn: '2026-12-31', autoRenews: true, ...notice },
      { on: '2027-01-01', how: 'renews' },
    ],
    ['the end of what ends', { endsOn, renewalMode: 'none', ...notice }, { on: endsOn, how: 'ends' }],
    ['the renewal day, where nobody said how', { renewsOn: '2027-03-01' }, { on: '2027-03-01', how: 'unknown' }],
    ['an end that is past stays said', { endsOn: '2026-10-31', autoRenews: false }, { on: '2026-10-31', how: 'ends' }],
    ['none where it is over', { endsOn, status: 'canceled' }, undefined],
    ['none where no day is known', { autoRenews: true, ...notice }, undefined],
  ])('%s', (_, values, expected) => expect(of(values)).toEqual(expected))

  test('a decision to renew leaves the renewal; a cancellation that was sent leaves the end', () => {
    const values: TermValues = { endsOn, autoRenews: true, ...notice }
    expect(of(values, { choice: 'renew' })).toEqual({ on: '2027-03-01', how: 'renews' })
    expect(of(values, { choice: 'cancel', noticeSentOn: '2026-11-20' })).toEqual({ on: endsOn, how: 'ends' })
    // Decided, and nobody has sent it: the day stands.
    expect(of(values, { choice: 'cancel' })).toEqual({ on: '2026-12-28', how: 'cancel-by' })
    expect(of(values, { choice: 'switch' })).toEqual({ on: '2026-12-28', how: 'cancel-by' })
    expect(of(values, {})).toEqual({ on: '2026-12-28', how: 'cancel-by' })
  })

  test('a notice that was sent too late ends nothing for sure', () => {
    const values: TermValues = { endsOn, autoRenews: true, ...notice }
    expect(of(values, { choice: 'cancel', noticeSentOn: '2026-12-29' })).toEqual({ on: '2027-03-01', how: 'unknown' })
  })

  test('what renews term after term is due in the running one', () => {
    expect(
      of({ endsOn: '2025-02-28', autoRenews: true, renewalTerm: { count: 12, unit: 'month' }, ...notice }),
    ).toEqual({
      on: '2026-12-28',
      how: 'cancel-by',
    })
  })
})

describe('what comes after the running term', () => {
  test.each<[TermValues, ReturnType<typeof renewalOf>]>([
    [
      { renewsOn: '2027-03-01', autoRenews: true, ...notice },
      { on: '2027-03-01', how: 'renews' },
    ],
    [{ endsOn }, { on: '2027-03-01', how: 'unknown' }],
    [
      { endsOn: '2028-02-28', autoRenews: true },
      { on: '2028-02-29', how: 'renews' },
    ],
    [
      { endsOn: '2026-12-31', autoRenews: false },
      { on: '2026-12-31', how: 'ends' },
    ],
    [
      { endsOn: '2026-12-31', autoRenews: true, status: 'canceled' },
      { on: '2026-12-31', how: 'ends' },
    ],
    [{ status: 'active' }, undefined],
  ])('%j', (values, expected) => expect(renewalOf({ values }, today)).toEqual(expected))
})
