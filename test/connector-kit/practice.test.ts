import { afterEach, expect, test, vi } from 'vitest'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.resetModules()
})

const load = (practice: boolean) => {
  vi.stubGlobal('__PRACTICE__', practice)
  vi.resetModules()
  return import('../../extension/connector-kit/practice.ts')
}

test('a practice build reads practice addresses as the real ones, and no others', async () => {
  const { realAddress, practicePattern } = await load(true)
  expect(realAddress('http://admin.microsoft.com.localhost:4180/licenses?x#y')).toBe(
    'https://admin.microsoft.com/licenses?x#y',
  )
  expect(realAddress('http://admin.google.com.localhost')).toBe('https://admin.google.com')
  for (const other of [
    'http://localhost:4180/',
    'https://admin.microsoft.com.localhost/',
    'http://admin.microsoft.com.localhost.evil.example/',
    'https://evil.example/?http://admin.microsoft.com.localhost:4180/',
  ])
    expect(realAddress(other)).toBe(other)
  expect(practicePattern('https://*.slack.com/*')).toBe('http://*.slack.com.localhost/*')
})

test('a normal build knows nothing of it', async () => {
  const { realAddress, practicePattern, practising } = await load(false)
  expect(practising).toBe(false)
  expect(realAddress('http://admin.microsoft.com.localhost:4180/x')).toBe('http://admin.microsoft.com.localhost:4180/x')
  expect(practicePattern('https://*.slack.com/*')).toBe('https://*.slack.com/*')
})
