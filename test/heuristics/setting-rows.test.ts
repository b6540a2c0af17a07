import { describe, expect, test } from 'vitest'
import { fieldsOf } from './reading.ts'

const at = 'https://forum.birch.example/admin/site_settings.json'
const states = (rows: unknown, url = at) =>
  Object.fromEntries(
    fieldsOf(rows, url).flatMap(({ type, area, state }) => (type === 'control' ? [[area, state]] : [])),
  )

describe('settings one a row', () => {
  test('are the keys and values of one object', () => {
    const rows = [
      { setting: 'enforce_second_factor', value: 'all', type: 'enum' },
      { setting: 'min_password_length', value: '12', type: 'integer' },
      { setting: 'saml_enabled', value: 'false', type: 'bool' },
      { setting: 'title', value: 'Birch', type: 'string' },
    ]
    expect(states({ site_settings: rows })).toEqual({ mfa: 'enforced', 'password-policy': 'enabled', sso: 'disabled' })
  })

  test('of other things than security they are none', () => {
    expect(
      fieldsOf(
        {
          settings: [
            { key: 'title', value: 'Birch' },
            { key: 'plan', value: 'pro' },
          ],
        },
        at,
      ),
    ).toEqual([])
  })

  test('flags that are no settings of the console are none', () => {
    const flags = [{ name: 'enforce_mfa', value: true, type: 'STANDARD' }]
    expect(states({ results: flags }, 'https://api.orbita.example/v1/projects/7/features')).toEqual({})
  })
})

test('what one may do instead of a second factor is none', () => {
  const keys = { mfa_enabled: true, enforce_mfa_password_fallback: true, remember_mfa: true }
  expect(states({ security: keys }, 'https://forum.birch.example/api/security')).toEqual({ mfa: 'enabled' })
  expect(states({ security: { remember_mfa: true } }, 'https://forum.birch.example/api/security')).toEqual({})
})
