import { expect, test } from 'vitest'
import { defineConnector } from '../../extension/connector-kit/define.ts'
import type { Material } from '../../extension/connector-kit/material.ts'
import { readMaterial } from '../../extension/connector-kit/run.ts'
import { count, json, within } from '../../extension/connector-kit/sources.ts'
import { Sighting } from '../../shared/model/observation.ts'

const captureId = '00000000-0000-4000-8000-000000000001'

const shop = defineConnector({
  id: 'shop',
  version: 3,
  name: 'Shop',
  vendor: 'shop.example',
  priority: 100,
  matches: ['https://admin.shop.example/*'],
  pages: ['admin.shop.example/o/{org}/**'],
  responses: { plans: 'api.shop.example/orgs/{org}/plans', use: 'api.shop.example/orgs/{org}/use' },
  account: { id: [{ from: 'url', name: 'org', read: { name: 'text' } }] },
  records: [
    {
      type: 'subscription',
      rows: 'plans:/plans',
      key: ['sku'],
      total: '/count',
      fields: { sku: json('code'), product: json('name'), seatsPurchased: json('seats', count) },
    },
    {
      type: 'subscription',
      rows: 'use:/',
      key: ['sku'],
      fields: { sku: json('code'), seatsPurchased: json('limit', count), seatsAssigned: json('used', count) },
    },
  ],
})

const generic = defineConnector({
  id: 'generic',
  version: 1,
  name: 'Generic',
  vendor: '',
  priority: 0,
  matches: [],
  records: [],
  readAll: (material) =>
    material.responses.map(({ url }) => ({
      type: 'product',
      key: url,
      fields: { name: url },
      where: { name: { locator: 'address', excerpt: url } },
    })),
})

const material = (
  responses: Record<string, unknown>,
  url = 'https://admin.shop.example/o/acme/plans?x=1#y',
): Material => ({
  url,
  title: '',
  lang: 'en',
  at: '2026-03-01T10:00:00.000Z',
  responses: Object.entries(responses).map(([path, body]) => ({
    url: `https://api.shop.example/orgs/acme/${path}`,
    text: typeof body === 'string' ? body : JSON.stringify(body),
  })),
  page: null,
})
const read = (responses: Record<string, unknown>, url?: string) =>
  readMaterial(material(responses, url), [shop, generic], captureId)

const plans = {
  count: 2,
  plans: [
    { code: 'A', name: 'Alpha', seats: 10 },
    { code: 'B', name: 'Beta', seats: '1,200' },
  ],
}

test('joins the answers about one record into one sighting, the earlier rule first', () => {
  const reading = read({ plans, use: [{ code: 'A', limit: 99, used: 4 }] })
  expect(reading).toMatchObject({ connector: { id: 'shop' }, found: 2, problem: null, total: 2 })
  expect(reading.sightings[0]).toEqual({
    type: 'subscription',
    key: 'A',
    vendor: 'shop.example',
    vendorAccount: { vendor: 'shop.example', id: 'acme' },
    fields: { sku: 'A', product: 'Alpha', seatsPurchased: 10, seatsAssigned: 4 },
    evidence: {
      sku: { source: 'json', locator: 'plans /plans/0/code', excerpt: 'A', confidence: 'high' },
      product: { source: 'json', locator: 'plans /plans/0/name', excerpt: 'Alpha', confidence: 'high' },
      seatsPurchased: { source: 'json', locator: 'plans /plans/0/seats', excerpt: '10', confidence: 'high' },
      seatsAssigned: { source: 'json', locator: 'use /0/used', excerpt: '4', confidence: 'high' },
    },
    capture: {
      id: captureId,
      at: '2026-03-01T10:00:00.000Z',
      url: 'https://admin.shop.example/o/acme/plans',
      connector: { id: 'shop', version: 3 },
    },
  })
  for (const sighting of reading.sightings) expect(Sighting.safeParse(sighting).success).toBe(true)
})

test('pages of one list are put together; of one address the latest counts', () => {
  const first = { plans: [{ code: 'A', name: 'Alpha', seats: 1 }] }
  const again = { plans: [{ code: 'A', name: 'Alpha', seats: 2 }] }
  const next = { plans: [{ code: 'C', name: 'Gamma', seats: 3 }] }
  const text = (path: string, body: unknown) => ({
    url: `https://api.shop.example/orgs/acme/${path}`,
    text: JSON.stringify(body),
  })
  const all = { ...material({}), responses: [text('plans', first), text('plans?page=2', next), text('plans', again)] }
  const seats = readMaterial(all, [shop, generic], captureId).sightings.map(({ key, fields }) => [
    key,
    fields.seatsPurchased,
  ])
  expect(seats).toEqual([
    ['A', 2],
    ['C', 3],
  ])
})

test('a row without its key is no record, and a value the field cannot have is not read', () => {
  const reading = read({
    plans: {
      plans: [
        { name: 'Nameless', seats: 1 },
        { code: 'B', name: 'Beta', seats: -3 },
      ],
    },
  })
  expect(reading.sightings.map(({ fields }) => fields)).toEqual([{ sku: 'B', product: 'Beta' }])
})

test('an answer of another shape is a changed page, and the generic reader tries it', () => {
  const reading = read({ plans: { items: [{ id: 1 }] }, use: [{ code: 'A', used: 1 }] })
  expect(reading).toMatchObject({ problem: 'PAGE_CHANGED', missing: ['plans:/plans'], understood: true })
  expect(
    reading.sightings.map(({ type, capture, vendorAccount }) => [type, capture.connector.id, vendorAccount?.id]),
  ).toEqual([
    ['subscription', 'shop', 'acme'],
    ['product', 'generic', undefined],
  ])
  expect(reading.sightings[1]?.evidence.name).toMatchObject({ source: 'generic', confidence: 'low' })
})

test('beside a connector the generic reader adds the kinds of record that it does not know, from what it did not ask for', () => {
  const lists = (type: 'subscription' | 'domain') =>
    defineConnector({
      ...generic,
      readAll: ({ responses, page }) =>
        [...responses.map(({ url }) => url), ...(page ? ['the page'] : [])].map((from) => ({
          type,
          key: from,
          fields: type === 'domain' ? { name: from } : { product: from },
          where: { name: { locator: '', excerpt: '' }, product: { locator: '', excerpt: '' } },
        })),
    })
  const shown = {
    ...material({ plans, 'domains?private=1': { list: [] } }),
    page: { headings: [], blocks: [], selections: {} },
  }
  const byGeneric = (type: 'subscription' | 'domain') =>
    readMaterial(shown, [shop, lists(type)], captureId)
      .sightings.filter(({ capture }) => capture.connector.id === 'generic')
      .map(({ key }) => key)
  expect(byGeneric('domain')).toEqual(['https://api.shop.example/orgs/acme/domains?private=1', 'the page'])
  expect(byGeneric('subscription')).toEqual([])
})

test('an error says nothing about the shape of an answer; a list of errors that is empty is none', () => {
  expect(read({ plans: { errors: [{ code: 1 }], result: null } }).problem).toBeNull()
  expect(read({ plans: { errors: [], message: null, result: [] } }).problem).toBe('PAGE_CHANGED')
})

test("whose tenant a row is may stand in another answer of the same address; two tenants are nobody's", () => {
  const one = defineConnector({
    ...shop,
    pages: [],
    responses: { all: 'rpc.shop.example' },
    account: { id: [within('all', json('/Me/tenant'))] },
    records: [
      { type: 'subscription', rows: 'all:/Plans', key: ['sku'], fields: { sku: json('code'), product: json('name') } },
    ],
  })
  const accounts = (...answers: object[]) => {
    const responses = answers.map((answer) => ({ url: 'https://rpc.shop.example/', text: JSON.stringify(answer) }))
    return readMaterial({ ...material({}), responses }, [one], captureId).sightings.map(
      ({ vendorAccount }) => vendorAccount?.id,
    )
  }
  const plans = { Plans: [{ code: 'A', name: 'Alpha' }] }
  expect(accounts({ Me: { tenant: 't1' } }, plans)).toEqual(['t1'])
  expect(accounts(plans)).toEqual([undefined])
  expect(accounts({ Me: { tenant: 't1' } }, { Others: 1, Me: { tenant: 't2' } }, plans)).toEqual([undefined])
  expect(accounts({ Me: { tenant: 't1' } }, { ...plans, Me: { tenant: 't2' } })).toEqual(['t2'])
})

test('renamed keys in every row are a changed page, one odd row is not', () => {
  expect(read({ plans: { plans: [{ sku: 'A', seats: 1 }] } }).problem).toBe('PAGE_CHANGED')
  expect(read({ plans: { plans: [{ sku: 'A' }, { code: 'B', name: 'Beta' }] } }).problem).toBeNull()
})

test('an empty list is no change', () => {
  expect(read({ plans: { plans: [] } })).toMatchObject({ problem: null })
})

test.each([
  ['a sign-in page', '<!doctype html><form><input type="password"></form>', 'SIGNED_OUT'],
  ['401 in a list of one', [{ message: 'Session expired', errorCode: 'INVALID_SESSION_ID' }], 'SIGNED_OUT'],
  ['401 as JSON', { error: { code: 'InvalidAuthenticationToken', message: 'expired' } }, 'SIGNED_OUT'],
])('%s gives nothing, and says so', (_what, body, problem) => {
  expect(read({ plans: body })).toMatchObject({ sightings: [], problem })
})

test.each([{ error: 'rate_limited' }, [{ message: 'No such column', errorCode: 'INVALID_FIELD' }]])(
  'an error gives nothing and is no changed page',
  (plans) => {
    const reading = readMaterial(material({ plans }), [shop], captureId)
    expect(reading).toMatchObject({ sightings: [], problem: null })
  },
)

test('a page that no connector knows is left to the generic reader', () => {
  const reading = read({ plans }, 'https://other.example.co.uk/')
  expect(reading.connector?.id).toBe('generic')
  expect(reading.sightings[0]?.vendor).toBe('example.co.uk')
})

test('without any connector nothing is read', () => {
  expect(readMaterial(material({ plans }), [], captureId)).toEqual({
    connector: null,
    sightings: [],
    found: 0,
    problem: null,
    total: null,
    understood: false,
    taught: [],
    missing: [],
  })
})

test('hostile keys are dropped, whatever a connector asks for', () => {
  const hostile = '{"plans":[{"code":"A","name":"N","__proto__":{"seats":5},"constructor":{"x":1}}]}'
  const sneaky = defineConnector({
    ...shop,
    records: [
      {
        type: 'subscription',
        rows: 'plans:/plans',
        key: ['sku'],
        fields: {
          sku: json('code'),
          seatsPurchased: json('__proto__.seats', count),
          product: json('constructor.name'),
        },
      },
    ],
  })
  const reading = readMaterial(material({ plans: hostile }), [sneaky], captureId)
  expect(reading.sightings.map(({ fields }) => fields)).toEqual([{ sku: 'A' }])
})

test('a value that is a secret is not read', () => {
  const token = 'ghp_16C7e42F292c6912E7710c838347Ae178B4a'
  const reading = read({ plans: { plans: [{ code: 'A', name: token, seats: 1 }] } })
  expect(JSON.stringify(reading.sightings)).not.toContain(token)
  expect(reading.sightings[0]?.fields).toEqual({ sku: 'A', seatsPurchased: 1 })
})
