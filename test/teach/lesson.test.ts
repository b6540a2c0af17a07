import { describe, expect, test } from 'vitest'
import { parseDefinition } from '../../extension/connector-kit/taught.ts'
import { definitionOf, isTold, keyOf, type Lesson, matchOf } from '../../extension/teach/lesson.ts'
import { readShown } from '../../extension/teach/trial.ts'

const seats = { field: 'seatsPurchased', places: [{ label: ['Bought'] }, { selector: 'b' }], text: '15' }
const product = { field: 'product', places: [{ selector: 'h3' }], text: 'Planner' }
const lesson = (over: Partial<Lesson> = {}): Lesson => ({
  matches: [matchOf('https://shelf.example/acme-4711/tools?page=2#top')],
  type: 'subscription',
  list: { selector: 'article.tile' },
  name: 'Shelf',
  vendor: 'shelf.example',
  fields: [seats],
  constants: {},
  account: null,
  key: [],
  ...over,
})

describe('a lesson', () => {
  test('becomes a definition of the closed grammar, for this page whatever its query', () => {
    const definition = definitionOf(lesson({ fields: [seats, product] }))
    expect(definition).toMatchObject({ matches: ['https://shelf.example/acme-4711/tools*'] })
    expect(parseDefinition(JSON.stringify(definition))).toEqual(definition)
  })

  test('names the account where somebody pointed at it', () => {
    const account = { place: { label: ['Customer'] }, text: 'Acme' }
    const definition = definitionOf(lesson({ account }))
    expect(definition?.account).toEqual({ id: [{ from: 'cell', at: account.place, read: { name: 'text' } }] })
    expect(JSON.stringify(definition)).not.toContain('"Acme"')
    expect(definitionOf(lesson())).not.toHaveProperty('account')
  })

  test('reads from the best place only: where that is gone, its neighbor would be a wrong value', () => {
    const [rule] = definitionOf(lesson())?.records ?? []
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
