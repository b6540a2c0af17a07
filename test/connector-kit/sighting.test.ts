import { expect, test } from 'vitest'
import { pageAddress } from '../../extension/connector-kit/sighting.ts'

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
