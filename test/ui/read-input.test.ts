import { describe, expect, test } from 'vitest'
import { decimalOf, readCount, readMoney, readText } from '../../extension/ui/read-input.ts'

describe('amounts as people type them', () => {
  test.each([
    ['1234', '1234'],
    ['1234.5', '1234.5'],
    ['1234,50', '1234.50'],
    ['1,234.50', '1234.50'],
    ['1.234,50', '1234.50'],
    ["1'234.50", '1234.50'],
    ['1 234,50', '1234.50'],
    ['1,234,567', '1234567'],
    ['-12.5', '-12.5'],
  ])('%s is %s', (text, decimal) => expect(decimalOf(text)).toBe(decimal))

  test.each(['1,234', '1.234', '12,34.5', '1,23,456', 'twelve', '1.2.3', '1.234,567.8', '', '.'])(
    '%j is not guessed',
    (text) => expect(decimalOf(text)).toBeUndefined(),
  )

  test('more decimals than the currency has are no amount', () => {
    expect(readMoney('10.505', 'EUR')).toBeUndefined()
    expect(readMoney('10.5', 'JPY')).toBeUndefined()
    expect(readMoney('10.5', 'eur')).toEqual({ minor: 1050, currency: 'EUR' })
    expect(readMoney('10.5', '')).toEqual({ minor: 1050, currency: null })
    expect(readMoney('10.5', '€')).toBeUndefined()
  })
})

test('counts, flags, days and lists', () => {
  expect(readCount('1,200')).toBe(1200)
  for (const text of ['1.5', '1,5', '12,34', '1.5 k', '1e3']) expect(readCount(text), text).toBeUndefined()
  expect([readText('flag', 'yes'), readText('flag', 'no'), readText('flag', 'maybe')]).toEqual([true, false, undefined])
  expect(readText('day', '2027-03-12')).toBe('2027-03-12')
  expect(readText('day', '12.3.2027')).toBeUndefined()
  expect(readText('list', 'a.example, b.example,')).toEqual(['a.example', 'b.example'])
  expect(readText('text', '  ')).toBeUndefined()
})
