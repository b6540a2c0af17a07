import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { maxDefinition } from '../../extension/connector-kit/taught.ts'
import { fileOf, proposalOf, readFile } from '../../extension/teach/file.ts'
import { definitionOf, firstLesson, type Lesson } from '../../extension/teach/lesson.ts'

const lesson = (over: Partial<Lesson> = {}): Lesson => ({
  ...firstLesson('https://shelf.example/acme-4711/tools?page=2#top'),
  list: { selector: 'article.tile' },
  name: 'Shelf',
  fields: [
    { field: 'product', places: [{ selector: 'h3' }], text: 'Planner' },
    { field: 'seatsPurchased', places: [{ label: ['Bought'] }], text: '15' },
  ],
  ...over,
})
const definition = definitionOf(lesson()) ?? fail()
function fail(): never {
  throw new Error('the lesson tells nothing')
}
const file = { name: 'Shelf', vendor: 'shelf.example', definition }
const changed = (change: (copy: Record<string, unknown>) => unknown): string => {
  const copy = JSON.parse(fileOf(file))
  change(copy)
  return JSON.stringify(copy)
}
const within = (over: object): string => changed((copy) => Object.assign(Object(copy.definition), over))

describe('a file', () => {
  test('is what was exported', () => {
    expect(readFile(fileOf(file))).toEqual({ stocktake: 'connector', ...file })
  })

  test.each([
    ['nothing', ''],
    ['another file', '{"stocktake":"inventory"}'],
    ['something behind it', `${fileOf(file)}x`],
    ['no vendor', changed((copy) => delete copy.vendor)],
    ['a name that is none', changed((copy) => Object.assign(copy, { name: '' }))],
    ['the pages of another vendor', changed((copy) => Object.assign(copy, { vendor: 'microsoft.com' }))],
    ['code beside it', changed((copy) => Object.assign(copy, { readAll: 'alert(1)' }))],
    ['code within it', within({ readAll: 'alert(1)' })],
    ['the whole web', within({ matches: ['https://*/*'] })],
    ['a script as address', within({ matches: ['javascript:alert(1)'] })],
    [
      'a selector that looks around',
      within({ records: [{ ...definition.records[0], list: { selector: ':has(a)' } }] }),
    ],
    ['more than fits', `${fileOf(file)}${' '.repeat(maxDefinition * 4)}`],
    ['nesting', `{"stocktake":"connector","definition":${'['.repeat(20_000)}${']'.repeat(20_000)}}`],
    ['a prototype', fileOf(file).replace('"version"', '"__proto__":{"polluted":true},"version"')],
  ])('with %s is refused', (_, text) => {
    expect(readFile(text)).toBeUndefined()
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
  })

  test('of anything at all is read or refused, never thrown at', () => {
    const any = fc.oneof(fc.json({ maxDepth: 6 }), fc.string({ unit: 'binary', maxLength: 300 }))
    fc.assert(
      fc.property(any, (text) => {
        expect(readFile(text)).toBeUndefined()
      }),
    )
  })
})

test('a proposal holds no value of the client', () => {
  const constant = definitionOf(
    lesson({ fields: lesson().fields.slice(1), constants: { product: 'Planner for Acme' } }),
  )
  const text = proposalOf({ ...file, definition: constant ?? fail() })
  expect(text).toContain('https://shelf.example/*/tools*')
  expect(text).toContain('"Bought"')
  for (const value of ['acme-4711', 'Planner for Acme', '"15"']) expect(text).not.toContain(value)
})
