import { describe, expect, test } from 'vitest'
import { covers, hostPattern, patternOfPage } from '../../extension/access/patterns.ts'

describe('what an allowed pattern covers', () => {
  test.each([
    ['https://admin.example.com/*', 'https://admin.example.com/users', true],
    ['https://admin.example.com/*', 'https://admin.example.com:8443/users', true],
    ['https://admin.example.com/*', 'http://admin.example.com/', false],
    ['https://admin.example.com/*', 'https://admin.example.com.evil.net/', false],
    ['https://admin.example.com/*', 'https://x.admin.example.com/', false],
    ['https://*.example.com/*', 'https://admin.example.com/', true],
    ['https://*.example.com/*', 'https://example.com/', true],
    ['https://*.example.com/*', 'https://badexample.com/', false],
    ['https://*.example.com/*', 'https://*.example.com/*', true],
    ['https://admin.example.com/*', 'https://*.example.com/*', false],
    ['https://admin.example.com/*', 'chrome://settings', false],
    ['https://admin.example.com/*', '', false],
  ])('%s and %s: %s', (granted, wanted, expected) => {
    expect(covers(granted, wanted)).toBe(expected)
  })

  test('access is asked for by host, whatever path a connector matches', () => {
    expect(hostPattern('https://github.com/organizations/*')).toBe('https://github.com/*')
    expect(patternOfPage('https://portal.example.com:8443/a?b#c')).toBe('https://portal.example.com/*')
    expect(patternOfPage('chrome://extensions')).toBeUndefined()
    expect(patternOfPage('file:///etc/hosts')).toBeUndefined()
  })
})
