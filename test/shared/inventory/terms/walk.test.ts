import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cancelByOf } from '../../../../shared/inventory/terms/cancel-by.ts'
import { chainOf, termOf } from '../../../../shared/inventory/terms/chain.ts'
import { dayNumber } from '../../../../shared/model/calendar.ts'
import { indexOf, textAt, walkBack, walkStarts } from './walk.ts'

const units = ['day', 'week', 'month', 'month', 'year'] as const
const most = { day: 400, week: 60, month: 40, year: 3 }

const length = fc
  .tuple(fc.constantFrom(...units), fc.nat(999))
  .map(([unit, count]) => ({ unit, count: 1 + (count % most[unit]) }))

const first = indexOf.get('2000-01-01') ?? 0
const contracts = fc.record({
  start: fc.nat(9000).map((days) => first + days),
  initial: length,
  renewal: length,
  notice: length,
  age: fc.nat(2000),
  open: fc.boolean(),
  lead: fc.nat(9),
  off: fc.nat(4),
})

test('100,000 random contracts have the terms and the cancel-by that a walk through the calendar finds', () => {
  let seen = 0
  fc.assert(
    fc.property(contracts, ({ start, initial, renewal, notice, age, open, lead, off }) => {
      seen++
      const today = start + age
      const starts = walkStarts(start, initial, renewal, today)
      const end = (starts.at(-1) ?? 0) - 1
      const holidays = new Set([textAt(end - off), textAt(walkBack(end, notice, false, new Set(), 0))])
      const facts = {
        values: {
          contractStartsOn: textAt(start),
          initialTerm: initial,
          renewalTerm: renewal,
          renewalMode: 'tacit',
          noticePeriod: notice,
          noticeOnBusinessDay: open,
          postalLeadDays: lead,
        },
        holidays,
      } as const
      const { current, state } = chainOf(facts, { today: textAt(today) })
      if (!current || state !== 'running') throw new Error(`no term of ${textAt(today)}`)
      const term = termOf(current)
      const by = cancelByOf(facts, current, dayNumber(textAt(today)))
      const ours = [term.startsOn, term.endsOn, term.number, by.is === 'known' ? by.on : by.why]
      const sent = walkBack(end, notice, open, holidays, lead)
      const walked = [textAt(starts.at(-2) ?? 0), textAt(end), starts.length - 1, textAt(sent)]
      if (ours.join() !== walked.join()) throw new Error(`ours ${ours}, walked ${walked}`)
    }),
    { numRuns: 100_000 },
  )
  expect(seen).toBe(100_000)
}, 120_000)

test('the whole list of terms is the walk’s, without gap or overlap', () => {
  fc.assert(
    fc.property(contracts, ({ start, initial, renewal, age }) => {
      const values = { contractStartsOn: textAt(start), initialTerm: initial, renewalTerm: renewal, autoRenews: true }
      const { terms } = chainOf({ values }, { today: textAt(start + age), since: textAt(start) })
      const starts = walkStarts(start, initial, renewal, start + age)
      expect(terms.map((term) => termOf(term).startsOn)).toEqual(starts.slice(0, -1).map(textAt))
      expect(terms.map((term) => termOf(term).renewsOn)).toEqual(starts.slice(1).map(textAt))
    }),
    { numRuns: 300 },
  )
})

test('a term shown by a console gives the same later terms as the contract that it belongs to', () => {
  fc.assert(
    fc.property(contracts, fc.nat(2000), ({ start, initial, renewal, age }, later) => {
      const contract = { contractStartsOn: textAt(start), initialTerm: initial, renewalTerm: renewal, autoRenews: true }
      const seen = chainOf({ values: contract }, { today: textAt(start + age) }).current
      if (!seen) throw new Error('no term')
      const shown = { ...contract, endsOn: termOf(seen).endsOn }
      const reach = { today: textAt(start + age + later), since: textAt(start) }
      const days = (values: typeof contract) =>
        chainOf({ values }, reach).terms.map((term) => [term.start, term.end, term.number])
      expect(days(shown)).toEqual(days(contract))
    }),
    { numRuns: 1000 },
  )
})
