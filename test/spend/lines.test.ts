import { describe, expect, test } from 'vitest'
import { picked } from '../../extension/spend/called.ts'
import { questionsOf } from '../../extension/spend/questions.ts'
import { because } from '../../extension/spend/reason-words.ts'
import { everyLine, shownLines } from '../../extension/spend/shown.ts'
import type { SpendLine } from '../../shared/inventory/spend/lines.ts'
import type { Match } from '../../shared/inventory/spend/matching.ts'

const line = (id: string, over: Partial<SpendLine> = {}): SpendLine => ({
  id,
  type: 'charge',
  vendors: ['desk.example'],
  billed: { minor: 100, currency: 'EUR' },
  ...over,
})
const asked = (id: string, over: Partial<SpendLine> = {}, candidates = ['a', 'b']): Match => ({
  is: 'asked',
  why: 'vendor-only',
  line: line(id, over),
  candidates,
  more: 0,
})

describe('questions', () => {
  test('bills that say the same are one question, with all that they come to', () => {
    const [first, second, ...others] = questionsOf([
      asked('1', { billedOn: '2026-01-05' }),
      asked('2', { billedOn: '2026-03-05', billed: { minor: 50, currency: 'USD' } }),
      asked('3', { billedOn: '2026-02-05', description: 'Support' }),
      { is: 'not-in-inventory', line: line('4') },
    ])
    expect(first).toMatchObject({ lastOn: '2026-03-05', lines: [{ id: '1' }, { id: '2' }] })
    expect(first?.sums).toEqual([
      { currency: 'EUR', minor: 100n },
      { currency: 'USD', minor: 50n },
    ])
    expect(second?.lines.map(({ id }) => id)).toEqual(['3'])
    expect(others).toEqual([])
  })

  test('other candidates are another question; a tax of a whole bill is none', () => {
    expect(questionsOf([asked('1'), asked('2', {}, ['a', 'c'])])).toHaveLength(2)
    expect(questionsOf([asked('1', { category: 'tax' }), asked('2', { category: 'credit' })])).toEqual([])
    const several: Match = {
      is: 'asked',
      why: 'several',
      line: line('1', { category: 'tax' }),
      candidates: ['a'],
      more: 0,
    }
    expect(questionsOf([several])).toHaveLength(1)
  })
})

describe('the list of lines', () => {
  const matches: Match[] = [
    { is: 'matched', line: line('old', { billedOn: '2025-01-01' }), subscription: 'a', reasons: ['sku', 'vendor'] },
    asked('none'),
    asked('year', { covers: { from: '2025-11-01', until: '2026-02-01' } }),
    { is: 'not-in-inventory', line: line('new', { billedOn: '2026-05-01', vendors: ['mail.example'] }) },
  ]
  const shown = (filter: Partial<typeof everyLine> & Record<string, unknown>) =>
    shownLines(matches, { ...everyLine, ...filter }, ({ id, vendors }) => `${id} ${vendors.join(' ')}`).map(
      ({ line: { id } }) => id,
    )

  test('has the latest first, and those without a day at the end', () => {
    expect(shown({})).toEqual(['new', 'year', 'old', 'none'])
  })
  test.each<[Record<string, unknown>, string[]]>([
    [{ is: 'asked' }, ['year', 'none']],
    [{ within: '2026' }, ['new', 'year']],
    [{ within: '2026-01' }, ['year']],
    [{ within: '2026-02' }, []],
    [{ subscription: 'a' }, ['year', 'old', 'none']],
    [{ vendor: 'mail.example' }, ['new']],
    [{ search: 'MAIL new' }, ['new']],
  ])('%j', (filter, ids) => expect(shown(filter)).toEqual(ids))
})

test('the reason is said in words, and the vendor only where nothing else is said', () => {
  expect(because(['sku', 'vendor'])).toBe('by the SKU')
  expect(because(['vendor'])).toBe('by the vendor alone')
  expect(because(['stated'])).toBe('as you or a colleague said')
})

test('a subscription is found by words of its name and its vendor', () => {
  const all = [
    { id: '1', name: 'Desk · Pro', vendor: 'Maker', key: 'maker' },
    { id: '2', name: 'Desk', vendor: 'Other', key: 'other' },
  ]
  expect(picked(all, 'maker desk').map(({ id }) => id)).toEqual(['1'])
  expect(picked(all, 'mail')).toEqual([])
})
