import { describe, expect, test } from 'vitest'
import { isFreeMicrosoftSku } from '../../shared/vendor-directory/free-skus.ts'
import { isIncludedIn } from '../../shared/vendor-directory/microsoft-plans.ts'
import { microsoftGuid } from '../../shared/vendor-directory/microsoft-skus.ts'

describe('what is in a bundle, by Microsoft’s own table', () => {
  test.each([
    ['EXCHANGESTANDARD', 'ENTERPRISEPACK', true],
    ['EXCHANGEENTERPRISE', 'O365_BUSINESS_PREMIUM', false],
    ['AAD_PREMIUM', 'SPE_E5', true],
    ['AAD_PREMIUM', 'SPE_E3', true],
    ['INTUNE_A', 'SPE_E5', true],
    ['SPE_E5', 'AAD_PREMIUM', false],
    ['SPE_E3', 'SPE_E3', false],
  ])('%s in %s: %s', (sku, bundle, expected) => expect(isIncludedIn(sku, bundle)).toBe(expected))

  test('of a SKU that the table does not list nobody knows', () => {
    expect(isIncludedIn('NO_SUCH_SKU', 'SPE_E5')).toBeUndefined()
    expect(isIncludedIn('constructor', 'SPE_E5')).toBeUndefined()
  })

  test('a GUID and its string id are the same SKU', () => {
    expect(microsoftGuid('06EBC4EE-1BB5-47DD-8120-11324BC54E06')).toBe(microsoftGuid('SPE_E5'))
  })
})

test.each([
  ['FLOW_FREE', true],
  ['WINDOWS_STORE', true],
  ['Dynamics_365_Sales_Premium_Viral_Trial', true],
  ['SPE_E5', false],
  ['FREEDOM_SUITE', false],
])('%s is free: %s', (sku, expected) => expect(isFreeMicrosoftSku(sku)).toBe(expected))
