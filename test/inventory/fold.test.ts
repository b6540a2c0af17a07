import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fieldsOf } from '../../shared/inventory/fields-of.ts'
import { applyEdits, emptyRecord, fieldOf, foldObservation } from '../../shared/inventory/fold.ts'
import type { InventoryRecord } from '../../shared/inventory/record.ts'
import type { EvidenceSource } from '../../shared/model/evidence.ts'
import type { FieldValue, Observation } from '../../shared/model/observation.ts'
import type { Edit } from '../../shared/sync.ts'

const rec = '00000000-0000-8000-8000-00000000000a'
const device = '00000000-0000-4000-8000-00000000000d'
const idOf = (n: number) => `00000000-0000-8000-8000-${String(n).padStart(12, '0')}`

function seen(
  id: number,
  at: string,
  fields: Record<string, FieldValue>,
  source: EvidenceSource = 'json',
  name?: string,
) {
  const evidence = Object.fromEntries(
    Object.keys(fields).map((field) => [
      field,
      { source, locator: field, excerpt: String(fields[field]), confidence: 'high' as const },
    ]),
  )
  const observation: Observation = {
    id: idOf(id),
    rec,
    sighting: {
      type: 'subscription',
      key: 'sku-1',
      vendor: 'example.com',
      vendorAccount: { vendor: 'example.com', id: 't1', ...(name ? { name } : {}) },
      fields,
      evidence,
      capture: { id: idOf(id), at, url: 'https://admin.example.com/', connector: { id: 'example', version: 1 } },
    },
  }
  return observation
}

const foldAll = (observations: { observation: Observation; rev: number }[], from = emptyRecord(rec, 'subscription')) =>
  observations.reduce((record, { observation, rev }) => foldObservation(record, observation, rev), from)

const edited = (record: InventoryRecord, field: string, edit: Partial<Edit>) =>
  applyEdits(record, {
    edits: { [field]: { value: 7, seq: 1, by: device, at: '2026-11-02T00:00:00.000Z', ...edit } },
    deleted: 0,
    rev: 1,
  })

const observations = fc.array(
  fc.record({
    observation: fc
      .record({
        id: fc.nat(9999),
        // Both ways of writing the same instant: text order is not time order.
        at: fc.constantFrom(
          '2026-11-01T00:00:00Z',
          '2026-11-01T00:00:00.000Z',
          '2026-11-02T00:00:00.5Z',
          '2026-11-02T00:00:00Z',
        ),
        fields: fc.dictionary(fc.constantFrom('seatsPurchased', 'product', 'plan'), fc.constantFrom(1, 2, 'a', 'b')),
        source: fc.constantFrom<EvidenceSource>('json', 'page', 'generic', 'import'),
        name: fc.constantFrom(undefined, 'Contoso', 'Contoso Ltd'),
      })
      .map(({ id, at, fields, source, name }) => seen(id, at, fields, source, name)),
    rev: fc.nat(50),
  }),
  { maxLength: 8 },
)
/** An id stands for its content, so two observations with one id are one observation. */
const byId = <T extends { observation: Observation }>(all: T[]) => [
  ...new Map(all.map((one) => [one.observation.id, one])).values(),
]

describe('the fold of observations', () => {
  test('does not depend on the order of arrival', () => {
    const shuffled = observations
      .map(byId)
      .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })))
    fc.assert(
      fc.property(shuffled, ([all, turned]) => {
        expect(foldAll(turned)).toEqual(foldAll(all))
      }),
      { numRuns: 500 },
    )
  })

  test('twice is once', () => {
    fc.assert(
      fc.property(observations.map(byId), (all) => {
        const once = foldAll(all)
        expect(foldAll(all, once)).toEqual(once)
      }),
    )
  })

  test('the people’s part may come before, between or after', () => {
    const part = {
      edits: { plan: { value: 'x', seq: 3, by: device, at: '2026-11-02T00:00:00.000Z' } },
      deleted: 4,
      rev: 4,
    }
    fc.assert(
      fc.property(observations.map(byId), fc.nat(8), (all, at) => {
        const between = foldAll(all.slice(at), applyEdits(foldAll(all.slice(0, at)), part))
        expect(between).toEqual(applyEdits(foldAll(all), part))
      }),
    )
  })

  test.each<[string, Observation[], FieldValue]>([
    [
      'a better source beats a newer capture',
      [seen(1, '2026-11-01T00:00:00Z', { plan: 'j' }), seen(2, '2026-11-09T00:00:00Z', { plan: 'p' }, 'page')],
      'j',
    ],
    [
      'of one source the newer capture',
      [seen(2, '2026-11-01T00:00:00Z', { plan: 'old' }), seen(1, '2026-11-09T00:00:00Z', { plan: 'new' })],
      'new',
    ],
    [
      'of one instant the higher id',
      [seen(2, '2026-11-01T00:00:00Z', { plan: 'two' }), seen(1, '2026-11-01T00:00:00Z', { plan: 'one' })],
      'two',
    ],
    [
      'a capture without the field takes nothing away',
      [seen(1, '2026-11-01T00:00:00Z', { plan: 'kept' }), seen(2, '2026-11-09T00:00:00Z', { product: 'Desk' })],
      'kept',
    ],
  ])('%s', (_, all, value) => {
    expect(fieldOf(foldAll(all.map((observation) => ({ observation, rev: 1 }))), 'plan')?.value).toEqual(value)
  })

  test('the account carries its latest name, the record its latest sighting and highest rev', () => {
    const record = foldAll([
      { observation: seen(1, '2026-11-09T00:00:00Z', { plan: 'a' }, 'json', 'New Name'), rev: 3 },
      { observation: seen(2, '2026-11-01T00:00:00Z', { plan: 'b' }, 'json', 'Old Name'), rev: 9 },
    ])
    expect(record).toMatchObject({ vendorAccount: { name: 'New Name' }, seenAt: '2026-11-09T00:00:00Z', rev: 9 })
  })
})

describe('what a field shows', () => {
  const captured = foldAll([{ observation: seen(1, '2026-11-01T00:00:00Z', { seatsPurchased: 5 }), rev: 1 }])
  const later = (value: number) => seen(2, '2026-11-09T00:00:00Z', { seatsPurchased: value })

  test('a capture, with its observation', () => {
    expect(fieldOf(captured, 'seatsPurchased')).toMatchObject({ value: 5, by: 'capture', observation: idOf(1) })
    expect(fieldOf(captured, 'plan')).toBeUndefined()
  })

  test.each([
    ['the vendor shows what was corrected', { against: 5 }, 5, false],
    ['the vendor shows the corrected value', { against: 5 }, 7, false],
    ['the vendor shows a third value', { against: 5 }, 6, true],
    ['the vendor shows a value that nobody had seen', {}, 6, true],
  ])('a person’s edit stays while %s: conflict %s', (_, edit, shown, conflict) => {
    const belief = fieldOf(foldObservation(edited(captured, 'seatsPurchased', edit), later(shown), 2), 'seatsPurchased')
    expect(belief).toMatchObject({ value: 7, by: 'person' })
    expect(belief?.conflict?.captured.value).toBe(conflict ? shown : undefined)
  })

  test('values are compared by what they say, not by the order of their keys', () => {
    const price = { minor: 100, currency: 'EUR' }
    const record = foldAll([{ observation: seen(1, '2026-11-01T00:00:00Z', { unitPrice: price }), rev: 1 }])
    const edit = { value: { currency: 'EUR', minor: 200 }, against: { currency: 'EUR', minor: 100 } }
    expect(fieldOf(edited(record, 'unitPrice', edit), 'unitPrice')).not.toHaveProperty('conflict')
  })

  test('an edit that was taken back lets the capture show again', () => {
    expect(fieldOf(edited(captured, 'seatsPurchased', { value: null }), 'seatsPurchased')).toMatchObject({
      value: 5,
      by: 'capture',
    })
  })

  test('fields come in reading order, and hostile names reach nothing', () => {
    const record = edited(captured, 'product', { value: 'Desk' })
    expect(fieldsOf(record).map(({ field }) => field)).toEqual(['product', 'seatsPurchased'])
    for (const name of ['constructor', '__proto__', 'toString']) expect(fieldOf(record, name)).toBeUndefined()
  })
})
