import { describe, expect, test } from 'vitest'
import { Inventory } from '../../../../shared/inventory/inventory.ts'
import { Rates } from '../../../../shared/inventory/money/rates.ts'
import { namesFrom } from '../../../../shared/inventory/names.ts'
import type { PeopleMode } from '../../../../shared/model/client.ts'
import { resolveVendor } from '../../../../shared/vendor-directory/index.ts'
import * as worked from '../../../support/worked-client.ts'

/** How the findings of the worked client name people. */
const named = (peopleMode?: PeopleMode) =>
  new Inventory(worked.records, {
    today: worked.today,
    client: { ...worked.client, ...(peopleMode ? { peopleMode } : {}) },
    names: namesFrom([], resolveVendor),
    rates: new Rates(worked.rates),
    isIncluded: () => undefined,
    risesOf: () => [],
  })
    .findings()
    .filter(({ kind }) => kind === 'leaver-licensed')
    .map(({ person }) => person)

describe('people in findings', () => {
  test('are named, unless the client says otherwise', () => {
    expect(named()).toEqual(['Ben', 'Ben'])
    expect(named('full')).toEqual(['Ben', 'Ben'])
  })

  test('have one made-up name each, which is not theirs', () => {
    const [first, second] = named('pseudonymous')
    expect(first).toMatch(/^#[2-9A-HJ-NP-TV-Z]{5}$/)
    expect(second).toBe(first)
  })

  test('are only counted', () => expect(named('counts-only')).toEqual([undefined, undefined]))
})
