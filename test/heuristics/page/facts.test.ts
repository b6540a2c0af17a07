import { describe, expect, test } from 'vitest'
import { lexiconsFor } from '../../../extension/heuristics/lexicon.ts'
import { factsOf, formOf, loose } from '../../../extension/heuristics/page/facts.ts'
import { findDay, findMoney } from '../../../extension/heuristics/page/find.ts'
import type { Reader } from '../../../extension/heuristics/page/reader.ts'

const en: Reader = { code: 'en', lang: 'en-US', order: lexiconsFor('en') }
const de: Reader = { code: 'de', lang: 'de-DE', order: lexiconsFor('de') }
const pairs = (facts: ReturnType<typeof loose>) => facts.map(({ label, text }) => [label, text])

describe('what a text is by its own form', () => {
  test.each([
    ['ada@example.com', 'email'],
    ['42 of 50 seats', 'seats'],
    ['March 1, 2027', 'date'],
    ['Sunday, March 10th, 2024', 'date'],
    ['Valid until March 1, 2027', ''],
    ['1 Mar 2027, $2,532.00', ''],
    ['$12.50 per month', 'amount'],
    ['Gold ×42 @ $60.00', ''],
    ['Monthly', 'billing period'],
    ['Past due', 'status'],
    ['Mail Pro', ''],
    ['365', ''],
  ])('%s is %j', (text, form) => expect(formOf(text, en)).toBe(form))
})

describe('texts taken apart', () => {
  test.each([
    ['Valid until March 1, 2027', [['Valid until', 'March 1, 2027']]],
    ['a total of 42 users', [['a total of users', '42']]],
    [
      'Gold (Annually) ×42 @ $60.00',
      [
        ['', 'Gold (Annually)'],
        ['quantity', '42'],
        ['billing period', 'Annually'],
        ['unit price', '$60.00'],
      ],
    ],
    ['Microsoft 365 licenses for all', [['', 'Microsoft 365 licenses for all']]],
    ['✗ Auto renew', [['Auto renew', '✗']]],
    ['Invoice #AC-0012', [['invoice number', 'AC-0012']]],
  ])('%s', (text, facts) => expect(pairs(loose(text, en))).toEqual(facts))

  test('a labelled box keeps its label for the value and gives the rest their own', () => {
    expect(pairs(factsOf('Next charge', '1 Mar 2027, $2,532.00', [], en))).toEqual([
      ['Next charge', '1 Mar 2027'],
      ['', '$2,532.00'],
    ])
    expect(pairs(factsOf('Plan', 'Gold\nactive\nExpires on May 1, 2027', [], en))).toEqual([
      ['Plan', 'Gold'],
      ['', 'active'],
      ['Expires on', 'May 1, 2027'],
    ])
  })

  test('a value and its unit in two lines are one', () => {
    expect(pairs(factsOf('Price', '12,50 €\npro Monat', [], de))).toEqual([['Price', '12,50 € pro Monat']])
  })

  test('a title that tells more than its text', () => {
    expect(pairs(factsOf('Cycle', 'Monthly', ['Renews automatically'], en))).toContainEqual([
      'auto renew',
      'Renews automatically',
    ])
  })
})

test('days and prices within longer texts', () => {
  expect(findDay('Verlängert sich am 1. März 2027 um 9 Uhr', 'de-DE')?.text).toBe('1. März 2027')
  expect(findDay('更新日は2027年3月1日です', 'ja-JP')?.text).toBe('2027年3月1日')
  expect(findDay('version 2027 of 3 parts', 'en-US')).toBeUndefined()
  expect(findMoney('zusammen 1.234,56 € im Jahr')?.text).toBe('1.234,56 €')
  expect(findMoney('1\u202f234,56 €')?.text).toBe('1\u202f234,56 €')
  expect(findMoney('Terms of 2027 apply')).toBeUndefined()
})
