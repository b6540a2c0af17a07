import { describe, expect, test } from 'vitest'
import { registrableDomain } from '../../shared/vendor-directory/domain.ts'
import { resolveVendor } from '../../shared/vendor-directory/index.ts'
import skus from '../../shared/vendor-directory/microsoft-skus.json'
import { microsoftProduct, microsoftSku } from '../../shared/vendor-directory/microsoft-skus.ts'
import vendors from '../../shared/vendor-directory/vendors.json'

describe('a vendor is found', () => {
  test.each([
    ['microsoft.com', 'Microsoft'],
    ['https://admin.microsoft.com/Adminportal/Home?x=1#/licenses', 'Microsoft'],
    ['admin.cloud.microsoft', 'Microsoft'],
    ['contoso.sharepoint.com', 'Microsoft'],
    ['Acme.Slack.com', 'Slack'],
    ['acme.atlassian.net', 'Atlassian'],
    ['Microsoft Corporation', 'Microsoft'],
    ['  Slack Technologies, LLC ', 'Slack'],
    ['gmail', 'Google'],
  ])('%s → %s', (given, name) => expect(resolveVendor(given)?.name).toBe(name))

  test('a regional domain belongs to the vendor that lists it as its own', () =>
    expect(resolveVendor('1password.ca')?.domain).toBe('1password.com'))
})

test.each([
  'constructor',
  '__proto__',
  'toString',
  'hasOwnProperty',
  '',
  '.',
  'localhost',
  'nobody-lists-this.example',
  '10.0.0.1',
  '\u0000',
  'x'.repeat(5000),
])('%j is nobody, and no error', (given) => expect(resolveVendor(given)).toBeUndefined())

test('a name that two vendors bear is nobody’s', () => {
  const names = vendors.lines.map((line) => line.split('\t')[1] ?? '')
  const shared = names.find((name, at) => names.indexOf(name) !== at && !name.includes('.'))
  expect(shared).toBeDefined()
  expect(resolveVendor(shared ?? '')).toBeUndefined()
})

test('the registrable domain is what somebody registered', () => {
  expect(registrableDomain('admin.example.co.uk')).toBe('example.co.uk')
  expect(registrableDomain('https://localhost:3000/')).toBeUndefined()
})

test('ten thousand lookups take no noticeable time', () => {
  const start = performance.now()
  for (let n = 0; n < 10_000; n++) resolveVendor(`tenant-${n}.example-${n}.com`)
  expect(performance.now() - start).toBeLessThan(1500)
})

describe('Microsoft’s codes', () => {
  test('a GUID and a string id name the same product', () => {
    expect(microsoftProduct('C7DF2760-2C81-4EF7-B578-5B5392B571DF')).toBe('Office 365 E5')
    expect(microsoftProduct('enterprisepremium')).toBe('Office 365 E5')
    expect(microsoftSku('c7df2760-2c81-4ef7-b578-5b5392b571df')).toBe('ENTERPRISEPREMIUM')
  })

  test('an unknown or ambiguous code has no name', () => {
    expect(microsoftProduct('NO_SUCH_SKU')).toBeUndefined()
    expect(microsoftProduct('constructor')).toBeUndefined()
    expect(microsoftProduct('')).toBeUndefined()
    expect(microsoftProduct('MCOPSTN5')).toBeUndefined()
  })
})

test('the tables are complete and name their source', () => {
  expect(vendors.source).toContain('twofactorauth')
  expect(skus.source).toContain('Microsoft')
  expect(vendors.lines.length).toBeGreaterThan(2500)
  expect(skus.lines.length).toBe(619)
  for (const line of skus.lines) expect(line).toMatch(/^[0-9a-f-]{36}\t[^\t]+\t[^\t]+$/)
  for (const line of vendors.lines) expect(line.split('\t')).toHaveLength(5)
})
