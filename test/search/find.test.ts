import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findIn } from '../../extension/search/find.ts'
import { pieces } from '../../extension/search/marks.tsx'
import { NameIndex } from '../../extension/search/name-index.ts'
import { isNear, typosIn } from '../../extension/search/typo.ts'

const indexOf = (names: (string | [string, number])[]) => {
  const index = new NameIndex<string>()
  for (const name of names) {
    const [text, weight] = typeof name === 'string' ? [name, 0] : name
    index.add(text, weight, text)
  }
  return index
}
const found = (names: (string | [string, number])[], typed: string) =>
  findIn([indexOf(names)], typed, 20, (name) => name).map(({ of }) => of)

const letter = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz')
const name = fc.array(letter, { minLength: 5, maxLength: 14 }).map((letters) => letters.join(''))
const typo = fc.record({ kind: fc.constantFrom('more', 'less', 'other', 'swapped'), at: fc.nat(), letter })

function mistyped(text: string, { kind, at, letter }: { kind: string; at: number; letter: string }): string {
  const place = at % (kind === 'swapped' ? text.length - 1 : text.length)
  const [before, here, after] = [text.slice(0, place), text.charAt(place), text.slice(place + 1)]
  if (kind === 'more') return before + letter + here + after
  if (kind === 'less') return before + after
  return kind === 'other' ? before + letter + after : before + after.charAt(0) + here + after.slice(1)
}

test('every name of five letters or more is found with any one typo', () => {
  const others = ['microsoft 365 e5', 'slack', 'zoom workplace pro']
  fc.assert(
    fc.property(name, typo, (text, wrong) => found([...others, text], mistyped(text, wrong)).includes(text)),
    { numRuns: 2000 },
  )
})

test('near is what so many typos lead to, as counted without any shortcut', () => {
  const few = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 9 })
  fc.assert(
    fc.property(few, few, fc.constantFrom(1, 2), (typed, word, most) => {
      const least = Math.min(
        ...Array.from({ length: word.length + 1 }, (_, end) => distance(typed, word.slice(0, end))),
      )
      expect(isNear(typed, word, most)).toBe(least <= most)
    }),
    { numRuns: 3000 },
  )
})

/** Optimal string alignment as the book has it. */
function distance(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, at) => [at, ...Array(b.length).fill(0)])
  for (let to = 0; to <= b.length; to++) (rows[0] ?? [])[to] = to
  const cell = (at: number, to: number): number => rows[at]?.[to] ?? Number.NaN
  for (let at = 1; at <= a.length; at++)
    for (let to = 1; to <= b.length; to++) {
      const same = a[at - 1] === b[to - 1] ? 0 : 1
      let cost = Math.min(cell(at - 1, to) + 1, cell(at, to - 1) + 1, cell(at - 1, to - 1) + same)
      if (at > 1 && to > 1 && a[at - 1] === b[to - 2] && a[at - 2] === b[to - 1])
        cost = Math.min(cost, cell(at - 2, to - 2) + 1)
      ;(rows[at] ?? [])[to] = cost
    }
  return cell(a.length, b.length)
}

test('a number is another number, and three letters are no typo', () => {
  expect([typosIn('2026'), typosIn('abc'), typosIn('slcak'), typosIn('microsfto')]).toEqual([0, 0, 1, 2])
  expect(found(['invoice 20261'], '20262')).toEqual([])
})

test('what is found better stands before: whole word, beginning, inside, typo', () => {
  const names = ['zomo', 'prezoom', 'zoominfo', 'zoom']
  expect(found(names, 'zoom')).toEqual(['zoom', 'zoominfo', 'prezoom', 'zomo'])
})

test('a name that begins so, then a greater weight, then a shorter name, stands before', () => {
  expect(found(['power team', 'team power'], 'team')).toEqual(['team power', 'power team'])
  const weighted: [string, number][] = [
    ['slack ann', 10],
    ['slack bob', 90],
  ]
  expect(found(weighted, 'slack')).toEqual(['slack bob', 'slack ann'])
  expect(found(['slack business', 'slack pro'], 'slack')).toEqual(['slack pro', 'slack business'])
})

test('all words in any order, in the typed order first; one that is missing finds nothing', () => {
  expect(found(['premium business suite', 'suite premium business'], 'premium business')[0]).toBe(
    'premium business suite',
  )
  expect(found(['business premium'], 'prem busi')).toEqual(['business premium'])
  expect(found(['business premium'], 'premium slack')).toEqual([])
  expect(found(['business premium'], '  ')).toEqual([])
})

test('with enough found exactly, what is mistyped is left out', () => {
  const exact = Array.from({ length: 12 }, (_, at) => `slack ${at}`)
  expect(found([...exact, 'slock'], 'slack')).not.toContain('slock')
  expect(found([...exact.slice(1), 'slock'], 'slack')).toContain('slock')
})

test('marked is what was typed, with its accents', () => {
  const marked = (text: string, typed: string) =>
    pieces(text, typed)
      .filter(({ isMarked }) => isMarked)
      .map((piece) => piece.text)
  expect(marked('Søren Ärzte-Portal 365', 'arz 36')).toEqual(['Ärz', '36'])
  expect(
    pieces('Microsoft 365', 'xyz')
      .map(({ text }) => text)
      .join(''),
  ).toBe('Microsoft 365')
})

test('what is asked key after key, while names are added, is what a new index answers', () => {
  const few = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd', ' '), minLength: 1, maxLength: 14 })
  fc.assert(
    fc.property(fc.array(fc.record({ add: few, typed: few }), { maxLength: 8 }), (steps) => {
      const index = new NameIndex<string>()
      const names: string[] = []
      for (const { add, typed } of steps) {
        index.add(add, 0, add)
        names.push(add)
        for (const keys of [typed.slice(0, -1), typed])
          expect(findIn([index], keys, 20, (name) => name).map(({ of }) => of)).toEqual(found(names, keys))
      }
    }),
    { numRuns: 500 },
  )
})
