import { describe, expect, test } from 'vitest'
import { parseDefinition } from '../../extension/connector-kit/taught.ts'
import { fileOf, proposalOf, readFile } from '../../extension/teach/file.ts'
import { definitionOf, isTold, keyOf, type Lesson } from '../../extension/teach/lesson.ts'
import { readShown } from '../../extension/teach/trial.ts'

const seats = { field: 'seatsPurchased', places: [{ label: ['Bought'] }, { selector: 'b' }], text: '15' }
const product = { field: 'product', places: [{ selector: 'h3' }], text: 'Planner' }
const lesson = (over: Partial<Lesson> = {}): Lesson => ({
  type: 'subscription',
  list: { selector: 'article.tile' },
  name: 'Shelf',
  vendor: 'shelf.example',
  fields: [seats],
  constants: {},
  key: [],
  ...over,
})
const url = 'https://shelf.example/acme-4711/tools?page=2#top'

describe('a lesson', () => {
  test('becomes a definition of the closed grammar, for this page whatever its query', () => {
    const definition = definitionOf(lesson({ fields: [seats, product] }), url)
    expect(definition).toMatchObject({ matches: ['https://shelf.example/acme-4711/tools*'] })
    expect(parseDefinition(JSON.stringify(definition))).toEqual(definition)
  })

  test('reads from the best place only: where that is gone, its neighbor would be a wrong value', () => {
    const [rule] = definitionOf(lesson(), url)?.records ?? []
    expect(rule?.fields.seatsPurchased).toEqual([
      { from: 'cell', at: { label: ['Bought'] }, read: { name: 'shown', as: 'subscription.seatsPurchased' } },
    ])
  })

  test('tells rows apart by a name, however late it was taught, and never by a figure', () => {
    expect(isTold('subscription', keyOf(lesson()))).toBe(false)
    expect(keyOf(lesson({ fields: [seats, product] }))).toEqual(['product'])
    expect(isTold('subscription', ['product'])).toBe(true)
    expect(keyOf(lesson({ constants: { product: 'Planner' } }))).toEqual(['product'])
  })
})

test('a value is read in the page’s language, and not where it can mean two things', () => {
  expect(readShown('subscription.seatsPurchased', '1.200', 'de')).toBe(1200)
  expect(readShown('subscription.renewsOn', '12. März 2027', 'de')).toBe('2027-03-12')
  expect(readShown('subscription.renewsOn', '03/04/2027', 'en')).toBeUndefined()
  expect(readShown('client.name', 'x', 'en')).toBeUndefined()
})

test('a file is what was exported, and nothing else', () => {
  const definition = definitionOf(lesson({ fields: [seats, product] }), url)
  if (!definition) throw new Error('no definition')
  const file = { name: 'Shelf', vendor: 'shelf.example', definition }
  expect(readFile(fileOf(file))).toEqual({ stocktake: 'connector', ...file })
  for (const text of ['', '{}', fileOf(file).replace('"version"', '"readAll"'), `${fileOf(file)}x`])
    expect(readFile(text)).toBeUndefined()
})

test('a proposal holds no value of the client', () => {
  const definition = definitionOf(lesson({ constants: { product: 'Planner for Acme' } }), url)
  if (!definition) throw new Error('no definition')
  const text = proposalOf({ name: 'Shelf', vendor: 'shelf.example', definition })
  expect(text).toContain('https://shelf.example/*/tools*')
  for (const value of ['acme-4711', 'Planner for Acme', '"15"']) expect(text).not.toContain(value)
})
