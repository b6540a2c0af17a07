import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fitting, opened, sorted, underHeads } from '../../extension/ui/list/arrange.ts'
import type { Column, Filter } from '../../extension/ui/list/column.ts'

type Thing = { id: string; kind: string; worth: number | undefined }
const columns: Column<Thing>[] = [
  { id: 'id', label: 'language', width: 1, cell: () => null, sort: ({ id }) => id },
  { id: 'worth', label: 'language', width: 1, cell: () => null, sort: ({ worth }) => worth },
  { id: 'kind', label: 'language', width: 1, cell: () => null, group: ({ kind }) => ({ key: kind, name: kind }) },
]
const thing = fc.record({
  id: fc.uuid(),
  kind: fc.constantFrom('a', 'b', 'c'),
  worth: fc.option(fc.integer(), { nil: undefined }),
})
const things = fc.uniqueArray(thing, { selector: ({ id }) => id })
const keyOf = ({ id }: Thing) => id

describe('a list', () => {
  test('has every row once in any order, and what is unknown at the end of each', () => {
    fc.assert(
      fc.property(things, fc.boolean(), (rows, down) => {
        const found = sorted(rows, columns, { by: 'worth', down })
        expect(found.map(keyOf).sort()).toEqual(rows.map(keyOf).sort())
        const known = found.flatMap(({ worth }) => (worth === undefined ? [] : [worth]))
        expect(known).toEqual([...known].sort((a, b) => (down ? b - a : a - b)))
        expect(found.slice(known.length).every(({ worth }) => worth === undefined)).toBe(true)
      }),
    )
  })

  test('under heads has every row once, under the head of its group, in the order it had', () => {
    fc.assert(
      fc.property(things, (rows) => {
        const found = underHeads(rows, columns, { group: 'kind' }, keyOf)
        expect(found.filter(({ is }) => is === 'head').length).toBe(new Set(rows.map(({ kind }) => kind)).size)
        let head = ''
        for (const row of found)
          if (row.is === 'head') head = row.name
          else expect(row.row.kind).toBe(head)
        for (const kind of ['a', 'b', 'c'])
          expect(found.flatMap((row) => (row.is === 'row' && row.row.kind === kind ? [row.row.id] : []))).toEqual(
            rows.filter((row) => row.kind === kind).map(keyOf),
          )
      }),
    )
  })

  test('a closed head stays, and what is under it is not shown', () => {
    const none: string[] = []
    const head = (key: string, level: number) => ({ is: 'head' as const, key, name: key, level, rows: none })
    const row = (key: string) => ({ is: 'row' as const, key, row: key, level: 1 })
    const rows = [head('A', 1), row('1'), head('A1', 2), row('2'), head('B', 1), row('3')]
    const shown = (...closed: string[]) => opened(rows, new Set(closed)).map(({ key }) => key)
    expect(shown()).toEqual(['A', '1', 'A1', '2', 'B', '3'])
    expect(shown('A')).toEqual(['A', 'B', '3'])
    expect(shown('A1')).toEqual(['A', '1', 'A1', 'B', '3'])
    expect(shown('A', 'A1', 'B')).toEqual(['A', 'B'])
  })

  test('filters of one group are one or the other, groups add up, and one that is not known any more counts for nothing', () => {
    const filter = (id: string, group: 'language' | 'values.yes', fits: (row: Thing) => boolean): Filter<Thing> => ({
      id,
      group,
      label: id,
      fits,
    })
    const filters = [
      filter('a', 'language', ({ kind }) => kind === 'a'),
      filter('b', 'language', ({ kind }) => kind === 'b'),
      filter('known', 'values.yes', ({ worth }) => worth !== undefined),
    ]
    const rows: Thing[] = [
      { id: '1', kind: 'a', worth: 1 },
      { id: '2', kind: 'b', worth: undefined },
      { id: '3', kind: 'c', worth: 3 },
    ]
    const shown = (...chosen: string[]) => fitting(rows, filters, chosen).map(keyOf)
    expect(shown()).toEqual(['1', '2', '3'])
    expect(shown('a', 'b')).toEqual(['1', '2'])
    expect(shown('a', 'b', 'known')).toEqual(['1'])
    expect(shown('gone')).toEqual(['1', '2', '3'])
  })
})
