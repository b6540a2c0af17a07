import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { excerptOf, holdsSecret, redact } from '../../extension/connector-kit/redact.ts'

describe('secrets go', () => {
  test.each([
    'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U',
    // Put together, so that no scanner of this file takes them for real ones.
    ['xoxb', '123456789012', 'abcdefABCDEF'].join('-'),
    ['ghp', '16C7e42F292c6912E7710c838347Ae178B4a'].join('_'),
    ['AKIA', 'IOSFODNN7EXAMPLE'].join(''),
    ['sk_live', '4eC39HqLyjWDarjtT1zdp7dc'].join('_'),
    'Bearer abcdef.123456-xyz',
    'SSWS 00QCjAl4MlV-WPXM5TpGXB',
    'kJ8sP2vXq9LmZ4tR7wB1nC5dF3gH6yUa',
    'd41d8cd98f00b204e9800998ecf8427e',
  ])('%s', (secret) => {
    expect(redact(`before ${secret} after`)).toBe('before [redacted] after')
    expect(excerptOf(secret)).not.toContain(secret.slice(-8))
  })

  test('the word before it stays out of it', () => {
    expect(redact('token=abcd1234; next')).toBe('[redacted]; next')
    expect(redact('{"client_secret":"s3cr3tvalue"}')).not.toContain('s3cr3tvalue')
  })
})

describe('what evidence is for stays', () => {
  test.each([
    'c7df2760-2c81-4ef7-b578-5b5392b571df',
    '48a80680-7326-48cd-9935-b556b81d3a4e_c7df2760-2c81-4ef7-b578-5b5392b571df',
    'ENTERPRISEPREMIUM_NOPSTNCONF_USGOV_GCCHIGH',
    '00u14u78lfuUpDWf0698',
    'ada.example-the-second@subdomain.example.com',
    'Microsoft 365 Business Premium (no Teams)',
    '2026-02-01T23:59:59.0000000+00:00',
    '1772409600000',
    'Donaudampfschifffahrtsgesellschaftskapitän',
    '/value/0/signInActivity/lastSuccessfulSignInDateTime',
  ])('%s', (text) => expect(redact(text)).toBe(text))
})

test('a setting named after a password is a value, a token is not', () => {
  expect(holdsSecret('Password: minimum length 12')).toBe(false)
  expect(holdsSecret(`key ${['AKIA', 'IOSFODNN7EXAMPLE'].join('')}`)).toBe(true)
})

test('an excerpt is one line of at most 120 characters', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 600 }), (text) => {
      const excerpt = excerptOf(text)
      expect(excerpt.length).toBeLessThanOrEqual(120)
      expect(excerpt).not.toMatch(/\n/)
    }),
  )
})

test('a long text is redacted at once, however it is made', () => {
  const start = performance.now()
  for (const text of ['a', 'eyJ', 'eyJ-', 'token ', 'token:', '-----BEGIN ', 'A1', 'Bearer ', 'sk_'].map((part) =>
    part.repeat(2e5 / part.length),
  ))
    redact(text)
  // Milliseconds where it is linear; where an expression is not, minutes on any machine.
  expect(performance.now() - start).toBeLessThan(20_000)
})
