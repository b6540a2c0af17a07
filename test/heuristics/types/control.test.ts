import { describe, expect, test } from 'vitest'
import { fieldsOf } from '../reading.ts'

const states = (body: unknown, url = 'https://chat.orbita.example/api/config') =>
  Object.fromEntries(fieldsOf(body, url).map(({ area, state }) => [area, state]))

describe('settings in objects of their own', () => {
  test('the verb at the end of the object that it switches on', () => {
    expect(states({ SamlSettings: { Enable: true, IdpUrl: 'https://id.birch.example' } })).toEqual({ sso: 'enabled' })
  })

  test('rules of passwords without any "enabled"', () => {
    expect(states({ PasswordSettings: { MinimumLength: 10, Uppercase: true, Symbol: false } })).toEqual({
      'password-policy': 'enabled',
    })
    expect(states({ minimum_password_length: 12 })).toEqual({ 'password-policy': 'enabled' })
  })

  test('a list of one password policy by the length that it asks for', () => {
    const policy = { id: 'p1', name: 'Strict', length: { min: 14, max: 128 }, history: { count: 4 } }
    expect(states({ passwordPolicies: [policy] })).toEqual({ 'password-policy': 'enabled' })
  })

  test('a password policy tells nothing of other areas', () => {
    const policy = { name: 'Strict', length: { min: 14 }, history: { count: 4, retention_days: 200 } }
    expect(states({ passwordPolicies: [policy] })).toEqual({ 'password-policy': 'enabled' })
  })

  test('a length of zero is no rule', () => {
    expect(states({ PasswordSettings: { MinimumLength: 0 } })).toEqual({})
  })
})

describe('modes in words', () => {
  test('of the object that holds them', () => {
    expect(states({ mfa: { mode: 'required' } })).toEqual({ mfa: 'enforced' })
    expect(states({ mfa: { requirement: 'admins_only' } })).toEqual({ mfa: 'partial' })
    expect(states({ sso: { policy: 'optional' } })).toEqual({ sso: 'enabled' })
  })

  test('where the value names the setting too', () => {
    expect(states({ member_auth_policy: 'two_factor_mandatory' })).toEqual({ mfa: 'enforced' })
    expect(states({ sign_in_mode: 'sso_required' })).toEqual({ sso: 'enforced' })
    expect(states({ login_mode: 'sso_required' })).toEqual({ sso: 'enforced' })
  })

  test('other words say nothing', () => {
    expect(states({ mfa: { mode: 'risk_based' }, sign_in_mode: 'sso_button_first', note: 'mfa required' })).toEqual({})
  })
})
