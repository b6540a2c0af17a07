import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CellPlace } from '../../extension/connector-kit/define.ts'
import { type Definition, parseDefinition } from '../../extension/connector-kit/taught.ts'
import { definitionOf, firstLesson, keyOf, type Lesson } from '../../extension/teach/lesson.ts'
import { isUnsaved, lessonOf } from '../../extension/teach/reopen.ts'
import type { Taught } from '../../extension/teach/taught.ts'
import { newId } from '../../shared/model/id.ts'

const taught = (definition: Definition | null): Taught => ({
  ...{ id: newId(), scope: newId(), name: 'Shelf', vendor: 'shelf.example' },
  ...{ paused: false, definition },
})
const url = 'https://my.shelf.example/tools'
const word = fc.stringMatching(/^[a-z]{1,8}$/)
const place: fc.Arbitrary<CellPlace> = fc.oneof(
  word.map((name) => ({ selector: `.${name}` })),
  word.map((name) => ({ heading: [name] })),
  word.map((name) => ({ label: [name] })),
)
const fields = ['product', 'plan', 'seatsPurchased', 'renewsOn', 'sku']
const lessons: fc.Arbitrary<Lesson> = fc
  .record({
    list: fc.constantFrom<Lesson['list']>('table', 'page', { selector: 'article.tile' }),
    at: fc.dictionary(fc.constantFrom(...fields), place, { minKeys: 1 }),
    product: fc.option(word, { nil: undefined }),
    chosen: fc.subarray(fields),
    account: fc.option(place.map((at) => ({ place: at, text: '' }))),
  })
  .map(({ list, at, product, chosen, account }) => ({
    ...firstLesson(url),
    list,
    fields: Object.entries(at).map(([field, where]) => ({ field, places: [where], text: '' })),
    constants: product !== undefined && !Object.hasOwn(at, 'product') ? { product } : {},
    key: chosen,
    account,
  }))

describe('opened again', () => {
  test('a lesson is what it was, and saved unchanged it is the same definition', () => {
    fc.assert(
      fc.property(lessons, fc.integer({ min: 1, max: 99 }), (lesson, version) => {
        const definition = definitionOf(lesson, version)
        if (!definition) throw new Error('no definition')
        const stored = parseDefinition(JSON.stringify(definition)) ?? null
        const again = lessonOf(taught(stored))
        expect(again).toMatchObject({ ...lesson, name: 'Shelf', vendor: 'shelf.example', key: keyOf(lesson) })
        expect(again && definitionOf(again, version)).toEqual(definition)
      }),
    )
  })

  const plain = definitionOf({
    ...firstLesson(url),
    fields: [{ field: 'product', places: [{ selector: 'h3' }], text: '' }],
  })
  const [rule] = plain?.records ?? []
  test.each([
    ['nothing that this device can read', null],
    ['two kinds of record', { ...plain, records: [rule, rule] }],
    ['rows of a response', { ...plain, records: [{ ...rule, list: undefined, rows: 'a:/' }] }],
    ['responses', { ...plain, responses: { a: ['shelf.example/api'] } }],
    ['a condition', { ...plain, records: [{ ...rule, where: [{ path: 'a', present: true }] }] }],
    ['a second place', second({ from: 'cell', at: { selector: 'h4' }, read: { name: 'text' } })],
    ['another reader', { ...plain, records: [{ ...rule, fields: { product: text() } }] }],
    ['a key of its own', { ...plain, records: [{ ...rule, key: [text()] }] }],
  ])('not what a lesson cannot hold: %s', (_, definition) => {
    const stored = definition === null ? null : parseDefinition(JSON.stringify(definition))
    expect(stored).not.toBeUndefined()
    expect(lessonOf(taught(stored ?? null))).toBeUndefined()
  })

  function text() {
    return { from: 'cell', at: { selector: 'h3' }, read: { name: 'text' } }
  }
  function second(other: object) {
    return { ...plain, records: [{ ...rule, fields: { product: [rule?.fields.product, other].flat() } }] }
  }

  test('it is unsaved as soon as what it reads or its name is another one, and not before', () => {
    const from = taught(plain ?? null)
    const lesson = lessonOf(from)
    if (!lesson) throw new Error('no lesson')
    expect(isUnsaved({ lesson, from })).toBe(false)
    expect(isUnsaved({ lesson: { ...lesson, name: 'Other' }, from })).toBe(true)
    expect(isUnsaved({ lesson: { ...lesson, fields: [] }, from })).toBe(true)
    const elsewhere = lesson.fields.map((each) => ({ ...each, places: [{ selector: 'h2' }] }))
    expect(isUnsaved({ lesson: { ...lesson, fields: elsewhere }, from })).toBe(true)
    expect(isUnsaved({ lesson: firstLesson(url), from: null })).toBe(false)
    expect(isUnsaved({ lesson: { ...lesson }, from: null })).toBe(true)
  })
})
