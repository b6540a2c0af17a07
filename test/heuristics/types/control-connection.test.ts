import { describe, expect, test } from 'vitest'
import { fieldsOf } from '../reading.ts'

const states = (body: unknown, url = 'https://id.orbita.example/api/config') =>
  Object.fromEntries(
    fieldsOf(body, url).flatMap(({ type, area, state }) => (type === 'control' ? [[area, state]] : [])),
  )

describe('ways to sign in, one a row', () => {
  test('what stands in the options of one', () => {
    const database = { strategy: 'database', options: { mfa: { active: true }, password_policy: { min_length: 12 } } }
    expect(
      states({ connections: [database, { strategy: 'sms', options: {} }] }, 'https://id.orbita.example/api/auth'),
    ).toEqual({
      mfa: 'enabled',
      'password-policy': 'enabled',
    })
  })

  test('single sign-on is on where any is, off where all are, and unknown where none says', () => {
    const saml = { type: 'SAML', name: 'Birch' }
    const local = { type: 'password', enabled: true }
    const of = (...rows: object[]) => states({ loginProviders: rows })
    expect(of({ ...saml, enabled: true }, local)).toEqual({ sso: 'enabled' })
    expect(of({ ...saml, enabled: false }, local)).toEqual({ sso: 'disabled' })
    expect(of(saml, local)).toEqual({})
    expect(of({ ...saml, enabled: false }, saml), 'one of the two does not say').toEqual({})
  })

  test('other settings in a list are none', () => {
    expect(states({ channelSettings: [{ type: 'SAML', enabled: true }] })).toEqual({})
  })
})

test('what people sign in with', () => {
  expect(states({ settings: { authenticationMechanism: 'SAML' } })).toEqual({ sso: 'enabled' })
  expect(states({ settings: { authenticationMechanism: 'password' } })).toEqual({})
})
