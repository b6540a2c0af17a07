import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { maxJsonChars, tablesFromJson } from '../../extension/heuristics/json.ts'
import { recordsFromTables } from '../../extension/heuristics/records.ts'

const tables = (body: unknown) => tablesFromJson(JSON.stringify(body))
const context = {
  url: 'https://console.orbita.example/users',
  title: '',
  lang: '',
  headings: [],
  at: '2026-11-23T10:00:00Z',
}

describe('shapes of responses', () => {
  test('edges and nodes, attributes, wrappers: rows with paths, and their way in `near`', () => {
    const graph = { data: { users: { edges: [{ cursor: 'x', node: { id: 1, profile: { email: 'a@b.example' } } }] } } }
    const list = tables(graph).find(({ single }) => !single)
    expect(list).toMatchObject({ near: ['data', 'users', 'edges', 'node'], columns: ['id', 'profile.email'] })
    expect(list?.rows[0]?.cells[1]).toEqual({
      value: 'a@b.example',
      locator: '$.data.users.edges[0].node.profile.email',
    })
  })

  test('maps keyed by id are lists, and the key is kept', () => {
    const [list] = tables({ u01: { active: true }, u02: { active: false } })
    expect(list).toMatchObject({ columns: ['id', 'active'], locator: '$' })
    expect(list?.rows.map(({ cells }) => cells[0]?.value)).toEqual(['u01', 'u02'])
  })

  test('the same list in all rows of a list is one table', () => {
    const body = [
      { id: 1, users: [{ email: 'a@b.example' }] },
      { id: 2, users: [{ email: 'c@d.example' }] },
    ]
    expect(tables(body).find(({ near }) => near.at(-1) === 'users')?.rows).toHaveLength(2)
  })

  test('a guard before the JSON is passed over', () => {
    expect(tablesFromJson(`)]}',\n{"a":{"b":1}}`)).not.toEqual([])
  })
})

describe('bounds', () => {
  test('what is not JSON, too large or an error gives nothing', () => {
    for (const text of ['', '<html>', '{"a":', '42', 'null', '"text"', '{"success":false,"plan":"x"}'])
      expect(tablesFromJson(text), text).toEqual([])
    expect(tablesFromJson(`[${' '.repeat(maxJsonChars)}]`)).toEqual([])
  })

  test('nesting far beyond the cap neither throws nor overflows', () => {
    const deep = (levels: number) => `${'{"a":'.repeat(levels)}{"plan":"x"}${'}'.repeat(levels)}`
    const timeless = () => 0
    expect(tablesFromJson(deep(60), timeless).at(-1)?.near).toHaveLength(60)
    expect(tablesFromJson(deep(2000), timeless)).toEqual([])
    expect(() => tablesFromJson(`${'['.repeat(3000)}${']'.repeat(3000)}`)).not.toThrow()
  })

  test('keys of prototypes are no columns and change no prototype', () => {
    const found = tablesFromJson(
      '{"users":[{"__proto__":{"email":"x@y.example"},"constructor":{"a":1},"email":"a@b.example"}]}',
    )
    expect(found.flatMap(({ columns }) => columns)).toEqual(['email'])
    expect(({} as Record<string, unknown>).email).toBeUndefined()
  })

  test('the walk ends when its time is up', () => {
    let time = 0
    const now = () => (time += 50)
    const body = JSON.stringify(
      Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`part${index}`, { [`k${index}`]: 1 }])),
    )
    expect(tablesFromJson(body, now).length).toBeLessThan(12)
  })

  test('many columns and rows are cut, not copied without end', () => {
    const wide = Object.fromEntries(Array.from({ length: 2000 }, (_, index) => [`k${index}`, index]))
    expect(tables([wide, wide])[0]?.columns).toHaveLength(250)
  })
})

test('no JSON makes reading throw', () => {
  const keys = fc.constantFrom(
    'users',
    'email',
    'plan',
    'seats',
    'status',
    'price',
    'currency',
    '__proto__',
    'expires',
    '',
    'items',
    'domain',
  )
  const { body } = fc.letrec((tie) => ({
    body: fc.oneof(
      { depthSize: 'small' },
      fc.string(),
      fc.double(),
      fc.boolean(),
      fc.constant(null),
      fc.constantFrom('a@b.example', '2027-01-01', '9,99 €'),
      tie('list'),
      tie('object'),
    ),
    list: fc.array(tie('body'), { maxLength: 4 }),
    object: fc.dictionary(keys, tie('body'), { maxKeys: 5 }),
  }))
  fc.assert(
    fc.property(body, (value) => {
      recordsFromTables(tablesFromJson(JSON.stringify(value)), context)
    }),
    { numRuns: 400 },
  )
})
