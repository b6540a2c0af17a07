import { expect, test } from 'vitest'
import { findingOf, pageAddress } from '../../extension/connector-kit/sighting.ts'

test.each([
  ['https://a.example/licenses?user=ada#top', 'https://a.example/licenses'],
  ['https://a.example/Home#/licenses?user=ada', 'https://a.example/Home#/licenses'],
  ['https://a.example/?x#!/billing/seats', 'https://a.example/#!/billing/seats'],
  ['https://a.example/back#access_token=abc/def', 'https://a.example/back'],
])('%s is kept as %s', (url, kept) => expect(pageAddress(url)).toBe(kept))

test('a secret in an address is not kept, and no address is longer than its schema', () => {
  expect(pageAddress('https://a.example/#/reset/xoxb-123456-abcdef')).not.toContain('123456')
  expect(pageAddress(`https://a.example/${'a/'.repeat(4000)}`).length).toBeLessThanOrEqual(2000)
})

/** The locator that a finding keeps where a number of seats stood there. */
const keptOf = (locator: string) =>
  findingOf({
    type: 'subscription',
    key: 'a',
    fields: { seatsPurchased: 4 },
    where: { seatsPurchased: { locator, excerpt: '4' } },
  }).evidence.seatsPurchased?.locator

test('a secret in a locator is not kept, whatever was read of the same column before', () => {
  for (const row of [1, 2, 30])
    expect(keptOf(`table 1, row ${row}, column 'Seats'`)).toBe(`table 1, row ${row}, column 'Seats'`)
  expect(keptOf('table 1, row 4, xoxb-abcdefghi')).not.toContain('abcdef')
  for (const row of [1, 2]) expect(keptOf(`table 1, row ${row}, column 'xoxb-123456-abcdef'`)).not.toContain('123456')
  expect(keptOf("table 1, row 3, column 'Seats' xoxb-123456-abcdef, row 3, column 'Seats'")).not.toContain('123456')
  for (const key of ['1', '2', 'xoxb-123456-abcdef']) expect(keptOf(`$.data[${key}].seats`)).not.toContain('123456')
})
