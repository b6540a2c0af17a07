import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { layTaught } from '../../extension/connector-kit/beside.ts'
import { type Connector, defineConnector } from '../../extension/connector-kit/define.ts'
import type { Material, Shown } from '../../extension/connector-kit/material.ts'
import { readMaterial } from '../../extension/connector-kit/run.ts'
import { cell, count, json } from '../../extension/connector-kit/sources.ts'
import { connectorOf, parseDefinition } from '../../extension/connector-kit/taught.ts'
import { newId } from '../../shared/model/id.ts'

const console_ = defineConnector({
  ...{ id: 'shop', version: 3, name: 'Shop', vendor: 'shop.example', priority: 100 },
  matches: ['https://admin.shop.example/*'],
  pages: ['admin.shop.example/o/{org}/**'],
  responses: { plans: 'api.shop.example/plans' },
  account: { id: [{ from: 'url', name: 'org', read: { name: 'text' } }] },
  records: [
    {
      type: 'subscription',
      rows: 'plans:/plans',
      key: ['sku'],
      fields: { sku: json('code'), product: json('name'), seatsPurchased: json('seats', count) },
    },
  ],
})

const taught = (type: string, key: string[], fields: object): Connector => {
  const definition = parseDefinition(
    JSON.stringify({
      version: 1,
      matches: ['https://admin.shop.example/o/*'],
      records: [{ type, list: 'table', key, fields }],
    }),
  )
  if (!definition) throw new Error('the definition does not parse')
  return connectorOf({ id: 'x', name: 'Taught', vendor: 'shop.example' }, definition)
}
const product = cell({ heading: ['Tool'] })
const seats = taught('subscription', ['product'], { product, seatsPurchased: cell({ heading: ['Bought'] }, count) })
const domain = taught('domain', ['name'], { name: product })

const material = (plans: object[], rows: (Shown | null)[][]): Material => ({
  ...{ url: 'https://admin.shop.example/o/acme/plans', title: '', lang: 'en', at: '2027-02-03T10:00:00.000Z' },
  responses: [{ url: 'https://api.shop.example/plans', text: JSON.stringify({ plans }) }],
  page: { headings: [], blocks: [], selections: {}, lists: { 'taught-x/0': { rows, gone: [] } } },
})
const row = (...texts: string[]) => texts.map((text) => ({ text }))
const read = (plans: object[], rows: (Shown | null)[][], beside: Connector = seats) =>
  readMaterial(material(plans, rows), [beside, console_], newId())
const alpha = { code: 'A', name: 'Alpha', seats: 10 }
const beta = { code: 'B', name: 'Beta', seats: 4 }

describe('what was taught, beside a built-in connector', () => {
  test('wins for the fields that it names; the thing stays the same thing, of the same account', () => {
    const { sightings } = read([alpha, beta], [row('alpha', '12')])
    expect(sightings.map(({ key, vendorAccount, fields }) => [key, vendorAccount?.id, fields])).toEqual([
      ['A', 'acme', { sku: 'A', product: 'alpha', seatsPurchased: 12 }],
      ['B', 'acme', { sku: 'B', product: 'Beta', seatsPurchased: 4 }],
    ])
    expect(sightings.map(({ capture }) => capture.connector.id)).toEqual(['taught-x', 'shop'])
    expect(sightings[0]?.evidence.seatsPurchased?.source).toBe('page')
    expect(sightings[0]?.evidence.sku?.source).toBe('json')
  })

  test('adds kinds of record that the built-in one does not know', () => {
    const { sightings, problem } = read([alpha], [row('acme.example')], domain)
    expect(sightings.map(({ type, key }) => [type, key])).toEqual([
      ['subscription', 'A'],
      ['domain', 'acme.example'],
    ])
    expect(problem).toBeNull()
  })

  test('adds another thing only where all are told apart, so that nothing is there twice', () => {
    expect(read([alpha], [row('Gamma', '7')]).sightings.map(({ key }) => key)).toEqual(['A', 'Gamma'])
    expect(read([{ code: 'A', seats: 10 }], [row('Gamma', '7')]).sightings.map(({ key }) => key)).toEqual(['A'])
  })

  test('is laid over neither of two that it could be', () => {
    const { sightings } = read([alpha, { ...beta, name: 'Alpha' }], [row('Alpha', '12')])
    expect(sightings.map(({ key, fields }) => [key, fields.seatsPurchased])).toEqual([
      ['A', 10],
      ['B', 4],
    ])
  })

  test('reads alone where the built-in one finds nothing', () => {
    const { sightings, understood, taught: by } = read([], [row('Alpha', '12')])
    expect(sightings.map(({ key }) => key)).toEqual(['Alpha'])
    expect([understood, by]).toEqual([true, ['taught-x']])
  })

  test('whatever both read: every thing of the built-in one is there, once, and no taught value is lost to it', () => {
    const name = fc.constantFrom('Alpha', 'Beta', 'Gamma', 'Delta')
    const plans = fc.uniqueArray(fc.record({ code: fc.constantFrom('A', 'B', 'C'), name, seats: fc.nat(99) }), {
      selector: ({ code }) => code,
    })
    const rows = fc.uniqueArray(fc.tuple(name, fc.nat(99)), { selector: ([first]) => first })
    fc.assert(
      fc.property(plans, rows, (known, shown) => {
        const alone = readMaterial(material(known, []), [console_], newId()).sightings
        const page = shown.map(([first, seats]) => row(first, String(seats)))
        const { sightings } = read(known, page)
        const keys = sightings.map(({ key }) => key)
        expect(new Set(keys).size).toBe(keys.length)
        for (const { key } of alone) expect(keys).toContain(key)
        for (const [first, seats] of shown) {
          const same = known.filter((each) => each.name === first)
          const read = sightings.filter(({ fields }) => fields.product === first)
          if (same.length < 2) expect(read.map(({ fields }) => fields.seatsPurchased)).toEqual([seats])
        }
      }),
    )
  })

  test('nothing taught changes nothing', () => {
    const { sightings } = read([alpha, beta], [])
    expect(layTaught(sightings, [], seats)).toEqual(sightings)
  })
})
