import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Reader, ReaderName } from '../../extension/connector-kit/define.ts'
import type { Json } from '../../extension/connector-kit/parse.ts'
import { read } from '../../extension/connector-kit/readers.ts'

const table = (name: ReaderName, more: Partial<Reader>, rows: [Json, unknown][]) =>
  describe(`${name} ${JSON.stringify(more)}`, () => {
    test.each(rows.map(([value, expected]) => ({ value, expected })))('$value → $expected', ({ value, expected }) =>
      expect(read(value, { name, ...more })).toEqual(expected),
    )
  })

table('text', {}, [
  [' a  b\n', 'a b'],
  ['', undefined],
  [7, '7'],
  [false, 'false'],
  [null, undefined],
  [['a'], undefined],
])
table('text', { before: '_' }, [
  ['tenant_sku', 'tenant'],
  ['tenant', undefined],
  ['_x', undefined],
])
table('text', { after: '/' }, [
  ['customers/C03az79cb', 'C03az79cb'],
  ['a/b/c', 'c'],
  ['C03az79cb', undefined],
  ['customers/', undefined],
])
table('guid', {}, [
  ['0B7F8A52-2D39-4F0E-9A51-4D2F6A3C1E11', '0b7f8a52-2d39-4f0e-9a51-4d2f6a3c1e11'],
  [' 0b7f8a52-2d39-4f0e-9a51-4d2f6a3c1e11 ', '0b7f8a52-2d39-4f0e-9a51-4d2f6a3c1e11'],
  ['7654', undefined],
  [7654, undefined],
  ['0b7f8a52-2d39-4f0e-9a51-4d2f6a3c1e11/users', undefined],
])
table('list', {}, [
  [
    ['example.com', ' www.example.com '],
    ['example.com', 'www.example.com'],
  ],
  [[], undefined],
  [['a', null], undefined],
  [['a', ''], undefined],
  [[1], undefined],
  ['example.com', undefined],
])
table('text', { except: ['me'] }, [
  ['me', undefined],
  ['you', 'you'],
])
table('text', { lower: true }, [['AcMe', 'acme']])
table('text', { say: 'minimum length {}' }, [
  [12, 'minimum length 12'],
  ['$&', 'minimum length $&'],
  [null, undefined],
])
table('text', { words: { std: 'Pro' } }, [
  ['std', 'Pro'],
  ['STD', 'Pro'],
  ['other', undefined],
  ['constructor', undefined],
  ['__proto__', undefined],
])
table('count', {}, [
  [0, 0],
  [25, 25],
  ['25', 25],
  ['1,200', 1200],
  ['1.200', 1200],
  ['1 200', 1200],
  ['1\u202f200\u202f000', 1_200_000],
  [-1, undefined],
  [1.5, undefined],
  ['1,2', undefined],
  ['1,200.5', undefined],
  ['12 of 25', undefined],
  ['1,200.300', undefined],
  ['', undefined],
  [true, undefined],
  [1e300, undefined],
])
table('day', {}, [
  ['2026-02-01', '2026-02-01'],
  ['2026-02-01T23:59:59Z', '2026-02-01'],
  ['2026-02-01T23:59:59-08:00', '2026-02-01'],
  ['1970-01-01T00:00:00.000Z', undefined],
  ['9999-12-31', undefined],
  ['02/01/2026', undefined],
  [1772409600000, undefined],
  ['2026-02-01x', undefined],
])
table('day', { unit: 'milliseconds' }, [
  [1772409600000, '2026-03-02'],
  ['1772409600000', '2026-03-02'],
  [0, undefined],
  ['soon', undefined],
  [1e300, undefined],
])
table('day', { unit: 'seconds' }, [[1772409600, '2026-03-02']])
table('lastDay', {}, [
  ['2026-03-02T00:00:00Z', '2026-03-01'],
  ['2026-03-02T14:13:00Z', '2026-03-02'],
  ['2026-03-02', '2026-03-02'],
  ['never', undefined],
])
table('lastDay', { unit: 'milliseconds' }, [[1772409600000, '2026-03-01']])
table('yesNo', {}, [
  [true, true],
  ['False', false],
  ['yes', true],
  [1, undefined],
  ['', undefined],
])
table('yesNo', { words: { CANCEL: false, 1: true } }, [
  ['CANCEL', false],
  [1, true],
  ['X', undefined],
])
table('email', {}, [
  ['ada@example.com', 'ada@example.com'],
  ['Ada <ada@example.com>', undefined],
  ['ada', undefined],
  ['a@b', undefined],
  ['a@@b.example', undefined],
])
table('subscriptionStatus', {}, [
  ['Active', 'active'],
  ['cancelled', 'canceled'],
  ['past_due', 'past-due'],
  ['odd', undefined],
  ['constructor', undefined],
])
table('assignmentStatus', { words: { true: 'suspended' } }, [
  [true, 'suspended'],
  [false, undefined],
])
table('billingPeriod', {}, [
  ['monthly', { count: 1, unit: 'month' }],
  ['quarter', { count: 3, unit: 'month' }],
  ['P3Y', { count: 3, unit: 'year' }],
  ['P1M15D', undefined],
  ['constructor', undefined],
])
table('microsoftProduct', {}, [['ANY', undefined]])

describe('amount', () => {
  const amount = (value: Json, unit?: Reader['unit'], currency?: Json) =>
    read(value, { name: 'amount', ...(unit ? { unit } : {}) }, { currency })
  test.each([
    [12.5, undefined, 'usd', { minor: 1250, currency: 'USD' }],
    ['12.50', undefined, 'EUR', { minor: 1250, currency: 'EUR' }],
    [1250, 'cents', 'EUR', { minor: 1250, currency: 'EUR' }],
    [12500000, 'micros', 'EUR', { minor: 1250, currency: 'EUR' }],
    [1, 'micros', 'EUR', undefined],
    [1200, undefined, 'JPY', { minor: 1200, currency: 'JPY' }],
    [12.5, undefined, undefined, { minor: 1250, currency: null }],
    [12.5, undefined, '$', { minor: 1250, currency: null }],
    ['1.234,56', undefined, 'EUR', undefined],
    [1e21, undefined, 'EUR', undefined],
    [12.345, undefined, 'EUR', undefined],
  ] as const)('%s %s %s', (value, unit, currency, expected) => expect(amount(value, unit, currency)).toEqual(expected))
})

describe('a billing period of so many', () => {
  const period = (value: Json, count: Json | undefined) => read(value, { name: 'billingPeriod' }, { count })
  test.each([
    ['month', 3, { count: 3, unit: 'month' }],
    ['YEAR', '2', { count: 2, unit: 'year' }],
    ['quarter', 2, { count: 6, unit: 'month' }],
    ['month', undefined, { count: 1, unit: 'month' }],
    ['month', null, undefined],
    ['month', 0, undefined],
    ['month', 1.5, undefined],
  ] as const)('%s × %s', (value, count, expected) => expect(period(value, count)).toEqual(expected))
})

test('a code gets its name from the table that is handed in', () => {
  const names = { microsoftProduct: (code: string) => (code === 'X' ? 'Product X' : undefined) }
  expect(read('X', { name: 'microsoftProduct' }, { names })).toBe('Product X')
  expect(read('Y', { name: 'microsoftProduct' }, { names })).toBeUndefined()
})

test('no reader throws, whatever stands there', () => {
  const names: ReaderName[] = [
    'text',
    'list',
    'count',
    'amount',
    'day',
    'lastDay',
    'yesNo',
    'email',
    'subscriptionStatus',
    'assignmentStatus',
    'billingPeriod',
    'microsoftProduct',
    'microsoftSku',
  ]
  const units = fc.constantFrom(undefined, 'cents', 'micros', 'seconds', 'milliseconds') as fc.Arbitrary<Reader['unit']> // constantFrom widens
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(...names), units, (value, name, unit) => {
      read(value as Json, { name, ...(unit ? { unit } : {}) }) // fast-check's own JSON type is the same one
    }),
  )
})
