import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Connector } from '../../extension/connector-kit/define.ts'
import { lookupsOf } from '../../extension/connector-kit/lookup.ts'
import type { Material, Shown } from '../../extension/connector-kit/material.ts'
import { readMaterial } from '../../extension/connector-kit/run.ts'
import { isPlainSelector } from '../../extension/connector-kit/selector.ts'
import { cell, constant, count, shown } from '../../extension/connector-kit/sources.ts'
import { connectorOf, maxDefinition, parseDefinition } from '../../extension/connector-kit/taught.ts'
import { newId } from '../../shared/model/id.ts'

const raw = {
  version: 1,
  matches: ['https://console.example/plans*'],
  records: [
    {
      type: 'subscription',
      list: 'table',
      key: ['product'],
      fields: {
        product: cell({ heading: ['Tool'] }, shown('subscription.product')),
        seatsPurchased: cell({ heading: ['Bought'] }, count),
        metric: constant('user'),
      },
    },
  ],
}
const definition = parseDefinition(JSON.stringify(raw)) ?? fail()
function fail(): never {
  throw new Error('the definition of these tests does not parse')
}
const connector: Connector = connectorOf({ id: 'x', name: 'Console', vendor: 'console.example' }, definition)
const asText = (change: (copy: Record<string, unknown>) => unknown): string => {
  const copy = JSON.parse(JSON.stringify(definition))
  change(copy)
  return JSON.stringify(copy)
}

const material = (rows: (Shown | null)[][], gone: string[] = []): Material => ({
  url: 'https://console.example/plans',
  title: '',
  lang: 'en',
  at: '2027-02-03T10:00:00.000Z',
  responses: [],
  page: { headings: [], blocks: [], selections: {}, lists: { 'taught-x/0': { rows, gone } } },
})
const names = { shown: (_as: string, value: string | number | boolean) => String(value) }
const read = (rows: (Shown | null)[][], gone?: string[]) =>
  readMaterial(material(rows, gone), [connector], newId(), names)

describe('a list of the page', () => {
  test('what is looked up is data of the rule, each cell once', () => {
    expect(lookupsOf(connector)).toEqual([
      { name: 'taught-x/0', list: 'table', cells: [{ heading: ['Tool'] }, { heading: ['Bought'] }] },
    ])
  })

  test('each row is read by the same interpreter, with where it stood', () => {
    const { sightings, problem } = read([
      [{ text: 'Planner' }, { text: '25' }],
      [{ text: 'Vault' }, { text: 'a few' }],
    ])
    expect(sightings.map(({ fields }) => fields)).toEqual([
      { product: 'Planner', seatsPurchased: 25, metric: 'user' },
      { product: 'Vault', metric: 'user' },
    ])
    expect(sightings[0]?.evidence.seatsPurchased).toMatchObject({
      source: 'page',
      locator: "column 'Bought'",
      excerpt: '25',
      confidence: 'medium',
    })
    expect(problem).toBeNull()
  })

  test('another way in which the page says the value is read where its text is not', () => {
    const { sightings } = read([[{ text: 'Planner' }, { text: 'twenty-five', hints: ['25'] }]])
    expect(sightings[0]?.fields.seatsPurchased).toBe(25)
  })

  test('a heading that vanished is told by its name; a page without the list says nothing', () => {
    const changed = read([[{ text: 'Planner' }, null]], ['Bought'])
    expect([changed.problem, changed.missing]).toEqual(['PAGE_CHANGED', ['Bought']])
    expect(changed.found).toBe(1)
    expect(read([])).toMatchObject({ problem: null, missing: [], understood: false })
  })
})

describe('whose account it is', () => {
  const account = { id: [cell({ label: ['Customer'] })] }
  const asked = parseDefinition(JSON.stringify({ ...raw, account })) ?? fail()
  const taught = connectorOf({ id: 'x', name: 'Console', vendor: 'console.example' }, asked)
  const readFor = (...of: (Shown | null)[][]) => {
    const page = material([[{ text: 'Planner' }, { text: '25' }]])
    Object.assign(page.page?.lists ?? {}, { 'taught-x/account': { rows: of, gone: [] } })
    return readMaterial(page, [taught], newId(), names)
  }

  test('is asked of the page as a whole, and is every row’s', () => {
    expect(lookupsOf(taught)[1]).toEqual({ name: 'taught-x/account', list: 'page', cells: [{ label: ['Customer'] }] })
    const { sightings, problem } = readFor([{ text: 'Acme Ltd' }])
    expect(sightings.map(({ vendorAccount }) => vendorAccount)).toEqual([{ vendor: 'console.example', id: 'Acme Ltd' }])
    expect(problem).toBeNull()
  })

  test('is nobody’s where the page says it no more, and that is told', () => {
    const { sightings, problem, missing } = readFor()
    expect(sightings.map(({ vendorAccount }) => vendorAccount)).toEqual([null])
    expect([problem, missing]).toEqual(['PAGE_CHANGED', ['Customer']])
  })

  test('is never the same for every client', () => {
    const fixed = { id: [constant('Acme Ltd')] }
    expect(parseDefinition(JSON.stringify({ ...raw, account: fixed }))).toBeUndefined()
  })
})

describe('a definition', () => {
  test('is what it was after a round trip', () => {
    expect(parseDefinition(JSON.stringify(definition))).toEqual(definition)
  })

  const source = { from: 'cell', at: { selector: 'td' }, read: { name: 'text' } }
  test.each([
    ['code beside the grammar', asText((copy) => Object.assign(copy, { readAll: 'return []' }))],
    ['an id of its own', asText((copy) => Object.assign(copy, { id: 'slack', priority: 1000 }))],
    ['the whole web', asText((copy) => Object.assign(copy, { matches: ['https://*/*'] }))],
    ['a top-level domain', asText((copy) => Object.assign(copy, { matches: ['https://*.com/*'] }))],
    ['a script as address', asText((copy) => Object.assign(copy, { matches: ['javascript:alert(1)'] }))],
    ['no record', asText((copy) => Object.assign(copy, { records: [] }))],
    ['a field that the type has not', field({ evil: source })],
    ['a reader that is none', field({ product: { ...source, read: { name: 'eval' } } })],
    ['a selector that looks around', field({ product: { ...source, at: { selector: 'td:has(a:has(b))' } } })],
    ['a field of another kind', field({ product: { ...source, read: { name: 'shown', as: 'client.name' } } })],
    ['more than it may be', `${JSON.stringify(definition)}${' '.repeat(maxDefinition)}`],
    ['nesting', '['.repeat(5000) + ']'.repeat(5000)],
    ['no JSON', 'alert(1)'],
  ])('is refused with %s', (_, text) => {
    expect(parseDefinition(text)).toBeUndefined()
  })

  const places = (value: unknown): { holder: Record<string, unknown>; key: string }[] =>
    value === null || typeof value !== 'object'
      ? []
      : Object.entries(value).flatMap(([key, inner]) => [
          { holder: Object(value) as Record<string, unknown>, key }, // an object, as was just asked
          ...places(inner),
        ])

  test('with anything else in any of its places is refused, or is within the bounds and runs', () => {
    fc.assert(
      fc.property(fc.nat(), fc.jsonValue({ maxDepth: 3 }), fc.string({ maxLength: 400 }), (at, value, text) => {
        for (const put of [value, text]) {
          const copy = JSON.parse(JSON.stringify(definition))
          const all = places(copy)
          const place = all[at % all.length]
          if (place) place.holder[place.key] = put
          const parsed = parseDefinition(JSON.stringify(copy))
          if (!parsed) continue
          expect(Object.keys(parsed).sort()).toEqual(['matches', 'records', 'version'])
          const made = connectorOf({ id: 'x', name: 'n', vendor: 'v' }, parsed)
          expect(() => readMaterial(material([[{ text: 'a' }, { text: 'b' }]]), [made], newId(), names)).not.toThrow()
        }
      }),
    )
  })
})

function field(fields: object): string {
  return asText((copy) => Object.assign(copy, { records: [{ ...definition.records[0], fields }] }))
}

describe('a selector of data', () => {
  test.each([
    'td',
    '#seats',
    '.plan > [data-qa="seats"]',
    ':scope > div:nth-child(2)',
    'li.größe',
    '[data-x="a\\"b"]',
    'a-b >>> :scope > p >>> b',
  ])('%s is plain', (selector) => expect(isPlainSelector(selector)).toBe(true))
  test.each([
    'a, b',
    ':has(a)',
    'a ~ b',
    'a + b',
    ':not(a)',
    '',
    ' ',
    'a{',
    'a:hover',
    'a '.repeat(20),
    '[x=y]',
    'a >>> ',
    'a >>> b, c',
    `${'a >>> '.repeat(6)}a`,
  ])('%s is not', (selector) => expect(isPlainSelector(selector)).toBe(false))
  test('never looks around, whatever it is made of', () => {
    const words = [
      'a',
      '.b',
      '#c',
      '[d="e"]',
      ' ',
      ' > ',
      ',',
      '+',
      '~',
      ':has(',
      ':not(',
      ')',
      ':is(a)',
      ':scope',
      ' >>> ',
    ]
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 12 }), (parts) => {
        const text = parts.join('')
        if (isPlainSelector(text)) expect(text).not.toMatch(/[,+~(]/)
      }),
    )
  })
})
