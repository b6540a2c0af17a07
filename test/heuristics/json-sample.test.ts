import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Json } from '../../extension/connector-kit/parse.ts'
import { tablesIn } from '../../extension/heuristics/json.ts'
import { recordsFromJson } from '../../extension/heuristics/json-records.ts'
import { sampleOf } from '../../extension/heuristics/json-sample.ts'
import { mayHoldRecords, recordsFromTables } from '../../extension/heuristics/records.ts'

const context = {
  url: 'https://console.example/api/items',
  title: '',
  lang: '',
  headings: [],
  at: '2026-11-23T10:00:00Z',
}
const rows = (count: number, row: (at: number) => Json): Json[] => Array.from({ length: count }, (_, at) => row(at))
const plain = (at: number) => ({ id: `e-${at}`, level: 'info', message: `Answered in ${at} ms` })

describe('a sample of a response', () => {
  test('is the response itself where every item is needed', () => {
    const root = { items: rows(60, plain) }
    expect(sampleOf(root)).toBe(root)
  })

  test('has as many items of a list as tell its columns', () => {
    expect(sampleOf({ items: rows(5000, plain) })).toEqual({ items: rows(60, plain) })
  })

  test('keeps the items that fill what others leave empty', () => {
    const sparse = (at: number) => ({ id: at, note: at % 100 === 99 ? 'said' : at % 2 ? null : ' n/a' })
    const { items } = sampleOf({ items: rows(5000, sparse) }) as { items: { note: string }[] }
    expect(items.filter(({ note }) => note === 'said')).toHaveLength(50)
    expect(items.length).toBeLessThan(120)
  })

  test('keeps two items of an inner list, which one alone would make a part of its row', () => {
    const outer = rows(200, (at) => ({ id: at, tags: [{ a: 1 }, { a: 2 }, { a: 3 }] }))
    const items = sampleOf(outer) as { tags: unknown[] }[]
    expect(items).toHaveLength(60)
    expect(items.every(({ tags }) => tags.length >= 2)).toBe(true)
  })
})

test('what stands far down a long list of other things is read', () => {
  const license = (at: number) => ({
    id: at,
    product: `Suite ${at}`,
    seats: 20,
    assigned_seats: 7,
    renewal_date: '2027-03-01',
    status: 'active',
  })
  const items = [...rows(500, (at) => ({ id: at })), ...rows(3, license)]
  const found = recordsFromJson(JSON.stringify({ licenses: items }), context)
  expect(found.map(({ fields }) => fields.product)).toEqual(['Suite 0', 'Suite 1', 'Suite 2'])
})

test('a list of nothing of ours gives nothing', () => {
  expect(recordsFromJson(JSON.stringify({ events: rows(3000, plain) }), context)).toEqual([])
})

test('a sample is judged as the whole', () => {
  const value = fc.constantFrom<Json>(
    ...[null, '', 'n/a', 0, 7, 20, true, 'active', 'suspended', 'Suite One', 'ada@corp.example', '2027-03-01', '9.99'],
    ...['EUR', 'corp.example', 'monthly', '7 of 20'],
  )
  const key = fc.constantFrom(
    ...['id', 'name', 'product', 'plan', 'seats', 'assigned', 'price', 'currency', 'status', 'email', 'renewal_date'],
    ...['expires_at', 'domain', 'invoice_number', 'total', 'last_login', 'mfa_enabled', 'level', 'message', 'owner'],
  )
  const row = fc.dictionary(key, fc.oneof(value, fc.dictionary(key, value, { maxKeys: 3 })), { maxKeys: 8 })
  const list = fc.constantFrom('licenses', 'users', 'domains', 'invoices', 'events', 'items')
  const many = fc
    .tuple(list, fc.array(row, { minLength: 1, maxLength: 6 }), fc.integer({ min: 1, max: 150 }))
    .map(([name, kinds, times]): Json => ({ [name]: kinds.flatMap((kind) => rows(times, () => kind)) }))
  fc.assert(
    fc.property(many, (root) => {
      const whole = recordsFromTables(tablesIn(root), context)
      return whole.length === 0 || mayHoldRecords(tablesIn(sampleOf(root)), context)
    }),
    { numRuns: 60 },
  )
})
