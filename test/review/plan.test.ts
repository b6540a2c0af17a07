import { expect, test } from 'vitest'
import { defineConnector } from '../../extension/connector-kit/define.ts'
import type { Reading } from '../../extension/connector-kit/run.ts'
import { json, rule, text, url } from '../../extension/connector-kit/sources.ts'
import generic from '../../extension/connectors/generic.ts'
import { planAfter, planFor } from '../../extension/review/plan.ts'

const shop = defineConnector({
  id: 'shop',
  version: 1,
  name: 'Shop',
  vendor: 'shop.example',
  priority: 100,
  matches: ['https://admin.shop.example/*'],
  responses: { plans: ['api.shop.example/{org}/plans'], people: 'api.shop.example/{org}/people' },
  account: { id: [url('org')] },
  records: [
    rule('subscription', 'plans:/', ['sku'], { sku: json('code'), plan: text('[data-plan]') }),
    rule('assignment', 'people:/', ['accountId'], { accountId: json('id') }),
  ],
})
const page = 'https://admin.shop.example/billing'
const asked = ['api.shop.example/{org}/plans', 'api.shop.example/{org}/people']

test('a page of a named console is asked for what its connector reads, any other for everything', () => {
  expect(planFor(page, [shop])).toEqual({ read: true, responses: asked, selectors: ['[data-plan]'], lookups: [] })
  const all = { read: true, responses: null, selectors: [], lookups: [] }
  expect(planFor('https://other.example/', [shop, generic])).toEqual(all)
  expect(planFor('https://other.example/', [shop]), 'where nobody reads').toEqual({ ...all, read: false })
})

test.each([
  ['a subscription by the connector', 'subscription', 'shop', asked],
  ['people only', 'assignment', 'shop', null],
  ['a subscription that was guessed', 'subscription', 'generic', null],
])('after %s', (_what, type, id, responses) => {
  const sighting = { type, capture: { connector: { id, version: 1 } } } as Reading['sightings'][number] // only these are looked at
  expect(planAfter({ sightings: [sighting] }, page, [shop])).toEqual({ ...planFor(page, [shop]), responses })
})
