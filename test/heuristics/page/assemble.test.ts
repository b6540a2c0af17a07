import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Block, PageSnapshot } from '../../../extension/connector-kit/material.ts'
import { assembled } from '../../../extension/heuristics/page/assemble.ts'

type Extra = { ids?: string[]; total?: number; near?: string[] }
const shows = (rows: string[], { near = ['People'], ...extra }: Extra = {}): PageSnapshot => ({
  headings: [],
  selections: {},
  blocks: [{ kind: 'table', near, header: ['Name'], rows: rows.map((text) => [{ text }]), ...extra }],
})
const named = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => `person ${from + at}`)
const places = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => `#${from + at}`)
const rowsIn = ({ blocks: [block] }: PageSnapshot): string[] => tableOf(block).rows.map(([cell]) => cell?.text ?? '')
function tableOf(block: Block | undefined) {
  if (block?.kind !== 'table') throw new Error('A table was expected.')
  return block
}

/** What a list of `total` rows shows in a window, with the place of each row. */
const windowAt = (from: number, to: number, total = 143) => shows(named(from, to), { ids: places(from, to), total })

describe('rows that come and go', () => {
  test('are one list, in its own order, by their places', () => {
    const read = [windowAt(0, 20), windowAt(90, 110), windowAt(15, 40)].reduce<PageSnapshot | null>(assembled, null)
    expect(read && rowsIn(read)).toEqual([...named(0, 40), ...named(90, 110)])
    expect(tableOf(read?.blocks[0])).toMatchObject({ total: 143, ids: [...places(0, 40), ...places(90, 110)] })
  })

  test('in whatever steps a person scrolls, each row is there once and none that was not shown', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(120), fc.integer({ min: 1, max: 23 })), { minLength: 1 }), (steps) => {
        const read = steps
          .map(([from, size]) => windowAt(from, from + size))
          .reduce<PageSnapshot | null>(assembled, null)
        const shown = new Set(steps.flatMap(([from, size]) => named(from, from + size)))
        const rows = read ? rowsIn(read) : []
        expect(new Set(rows)).toEqual(shown)
        expect(rows).toHaveLength(shown.size)
      }),
    )
  })

  test('without places are joined where the windows overlap, downwards and upwards', () => {
    const down = assembled(shows(named(10, 30)), shows(named(25, 45)))
    expect(rowsIn(down)).toEqual(named(10, 45))
    expect(rowsIn(assembled(down, shows(named(4, 14))))).toEqual(named(4, 45))
    expect(rowsIn(assembled(down, shows(named(20, 30))))).toEqual(named(10, 45))
  })

  test('what changed in a row that is still there is the newest', () => {
    const edited = shows(['person 0', 'renamed', ...named(2, 20)], { ids: places(0, 20), total: 143 })
    expect(rowsIn(assembled(windowAt(0, 30), edited))).toEqual(['person 0', 'renamed', ...named(2, 30)])
  })
})

describe('nothing is kept of another list', () => {
  const other = ['Zoe', 'Yan', 'Xia']
  test.each([
    ['other rows in the same places', windowAt(0, 3), shows(other, { ids: places(0, 3), total: 143 })],
    ['another number of rows', windowAt(0, 20), windowAt(20, 40, 99)],
    [
      'no total, and no row in common',
      shows(named(0, 9), { ids: places(0, 9) }),
      shows(other, { ids: places(20, 23) }),
    ],
    ['no places, and no row in common', shows(named(0, 9)), shows(other)],
    ['one row in common may be chance', shows([...named(0, 9), 'Zoe']), shows(other)],
    [
      'another heading above it',
      windowAt(0, 20),
      shows(named(20, 40), { ids: places(20, 40), total: 143, near: ['Guests'] }),
    ],
    ['rows that cannot be told apart', shows(['Free', 'Free', 'Free']), shows(['Free', 'Free'])],
  ])('%s', (_why, former, now) => {
    expect(assembled(former, now)).toEqual(now)
  })

  test('no more than a bound of rows', () => {
    const windows = Array.from({ length: 60 }, (_, at) => windowAt(at * 100, at * 100 + 100, 6000))
    const read = windows.reduce<PageSnapshot | null>(assembled, null)
    expect(read && rowsIn(read)).toHaveLength(5000)
  })
})

describe('cards that come and go', () => {
  const cards = (from: number, to: number, near = 'Plans'): PageSnapshot => ({
    headings: [],
    selections: {},
    blocks: [
      { kind: 'card', near: [], title: 'Before', lines: [] },
      ...Array.from({ length: to - from }, (_, at): Block => {
        const lines = [{ label: 'Seats', text: String(from + at) }]
        return { kind: 'card', near: [near], title: `Plan ${from + at}`, lines, list: 0 }
      }),
      { kind: 'card', near: [], title: 'After', lines: [] },
    ],
  })
  const plans = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => `Plan ${from + at}`)
  const titles = ({ blocks }: PageSnapshot) => blocks.map((block) => (block.kind === 'card' ? block.title : ''))

  test.each([
    ['down', cards(0, 6), cards(4, 10), plans(0, 10)],
    ['up', cards(4, 10), cards(0, 6), plans(0, 10)],
    ['within', cards(0, 10), cards(3, 6), plans(0, 10)],
    ['beyond any overlap', cards(0, 6), cards(20, 26), plans(20, 26)],
    ['one common card only', cards(0, 6), cards(5, 9), plans(5, 9)],
    ['under another heading', cards(0, 6, 'Add-ons'), cards(4, 10), plans(4, 10)],
  ])('%s', (_, former, now, known) => {
    expect(titles(assembled(former, now))).toEqual(['Before', ...known, 'After'])
  })
})
