import { expect, test } from 'vitest'
import { parseJson } from '../../extension/connector-kit/parse.ts'
import { readPath, rowsAt } from '../../extension/connector-kit/path.ts'

test.each([
  ['{"a":1}', { a: 1 }],
  [' \n[1]', [1]],
  [')]}\'\n{"a":1}', { a: 1 }],
  ['for(;;);{"a":1}', { a: 1 }],
  ['<!doctype html>', undefined],
  ['{"a":', undefined],
  ['"text"', undefined],
  ['', undefined],
  ['[['.repeat(40), undefined],
  [`${'['.repeat(64)}${']'.repeat(64)}`, expect.anything()],
  [`${'['.repeat(65)}${']'.repeat(65)}`, undefined],
  [`${'{"a":'.repeat(64)}1${'}'.repeat(64)}`, expect.anything()],
  [`[1,${'{"a":'.repeat(64)}1${'}'.repeat(64)}]`, undefined],
  [`[${'[],'.repeat(30_000)}[]]`, expect.anything()],
  ['{"a":"[[[[\\"[[[["}', { a: '[[[["[[[[' }],
])('%.80s', (text, expected) => expect(parseJson(text)).toEqual(expected))

test('a nesting of 100,000 and a text over 8 MB are refused, not tried', () => {
  expect(parseJson('['.repeat(100_000))).toBeUndefined()
  expect(parseJson(`${'['.repeat(100_000)}${']'.repeat(100_000)}`)).toBeUndefined()
  expect(parseJson(`["${'x'.repeat(8 * 1024 * 1024)}"]`)).toBeUndefined()
})

test('keys that reach the prototype are dropped, however they are written', () => {
  const parsed = parseJson('{"a":{"__proto__":{"x":1},"\\u005f_proto__":{"x":1},"constructor":1,"prototype":2,"b":3}}')
  expect(Object.keys((parsed as { a: object }).a)).toEqual(['b'])
  expect(({} as { x?: number }).x).toBeUndefined()
})

const root = {
  value: [{ id: 'u1', licenses: [{ sku: 'A' }, { sku: 'B' }] }, { id: 'u2' }],
  map: { k1: { n: 1 }, k2: { n: 2 } },
  none: null,
  count: 2,
}

test('rows of a list, an object, a map, and of lists within a list', () => {
  expect(rowsAt(root, '/value')?.map((row) => row.at)).toEqual(['/value/0', '/value/1'])
  expect(rowsAt(root, '/')).toHaveLength(1)
  expect(rowsAt([1, 2], '/')).toHaveLength(2)
  expect(rowsAt(root, '/map/*')?.map((row) => row.key)).toEqual(['k1', 'k2'])
  const licenses = rowsAt(root, '/value/*/licenses') ?? []
  expect(licenses.map((row) => [readPath(row, root, '^.id')?.value, readPath(row, root, 'sku')?.value])).toEqual([
    ['u1', 'A'],
    ['u1', 'B'],
  ])
})

test('an empty list has no rows; a path that leads nowhere says so', () => {
  expect(rowsAt(root, '/none')).toEqual([])
  expect(rowsAt({ value: [] }, '/value/*/licenses')).toEqual([])
  expect(rowsAt(root, '/items')).toBeNull()
  expect(rowsAt(root, '/value/x/y')).toBeNull()
})

test('paths of the row and of the whole', () => {
  const [row = null] = rowsAt(root, '/map/*') ?? []
  expect(readPath(row, root, 'n')).toEqual({ value: 1, at: '/map/k1/n' })
  expect(readPath(row, root, '@key')?.value).toBe('k1')
  const [dotted = null] = rowsAt([{ status: { '.tag': 'active', tag: 'no' } }], '/') ?? []
  expect(readPath(dotted, null, 'status.\\.tag')).toEqual({ value: 'active', at: '/0/status/.tag' })
  expect(readPath(row, root, '/count')).toEqual({ value: 2, at: '/count' })
  expect(readPath(row, root, '^.id')).toBeUndefined()
  expect(readPath(row, root, 'toString')).toBeUndefined()
  expect(readPath(null, root, 'count')).toBeUndefined()
})
