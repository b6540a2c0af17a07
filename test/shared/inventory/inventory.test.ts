import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyEdits, emptyRecord, foldObservation } from '../../../shared/inventory/fold.ts'
import { Inventory, type InventoryContext } from '../../../shared/inventory/inventory.ts'
import { Rates } from '../../../shared/inventory/money/rates.ts'
import { namesFrom } from '../../../shared/inventory/names.ts'
import type { InventoryRecord } from '../../../shared/inventory/record.ts'
import { newId } from '../../../shared/model/id.ts'
import type { Fields } from '../../../shared/model/observation.ts'
import type { CapturedType } from '../../../shared/model/record-type.ts'
import { resolveVendor } from '../../../shared/vendor-directory/index.ts'
import { isIncludedIn } from '../../../shared/vendor-directory/microsoft-plans.ts'

const context: InventoryContext = {
  today: '2026-11-27',
  client: { currency: 'EUR', domains: ['contoso.example'] },
  names: namesFrom([], resolveVendor),
  rates: new Rates([]),
  isIncluded: isIncludedIn,
  risesOf: () => [],
}

let at = 0
/** A record as one more capture leaves it. */
function captured(type: CapturedType, fields: Fields, before?: InventoryRecord, vendor = 'slack.com'): InventoryRecord {
  const id = before?.id ?? newId()
  at += 1
  return foldObservation(
    before ?? emptyRecord(id, type),
    {
      id: newId(),
      rec: id,
      sighting: {
        type,
        key: id,
        vendor,
        vendorAccount: { vendor, id: 't' },
        fields,
        evidence: {},
        capture: {
          id: newId(),
          at: new Date(Date.UTC(2026, 10, 20) + at * 1000).toISOString(),
          url: '',
          connector: { id: 'x', version: 1 },
        },
      },
    },
    1,
  )
}
const monthly = { billingPeriod: { count: 1, unit: 'month' } } as const
const slack = {
  product: 'Slack',
  sku: 'PRO',
  seatsPurchased: 20,
  seatsAssigned: 15,
  unitPrice: { minor: 800, currency: 'EUR' },
  ...monthly,
}

describe('from records to what a consultant is told', () => {
  test('what runs costs a year; what is given to nobody, and what that would save', () => {
    const inventory = new Inventory(
      [captured('subscription', { ...slack, renewsOn: '2027-02-01', autoRenews: true })],
      context,
    )
    expect(inventory.annual()).toMatchObject({ currency: 'EUR', minor: 192_000n, leftOut: [], unpriced: [] })
    expect(inventory.findings()).toMatchObject([
      { kind: 'renewal-undecided', on: '2027-01-31' },
      {
        kind: 'unassigned',
        count: 5,
        status: 'open',
        saving: { yearly: { minor: 48_000, currency: 'EUR' }, upTo: false, realizableFrom: '2027-02-01' },
      },
    ])
  })

  test('too late for this renewal: the seats are paid for one term more, where its length is known', () => {
    const late = {
      ...slack,
      endsOn: '2026-12-31',
      autoRenews: true,
      noticePeriod: { count: 3, unit: 'month' },
    } as const
    const from = (fields: Fields) =>
      new Inventory([captured('subscription', fields)], context).findings().find(({ kind }) => kind === 'unassigned')
        ?.saving?.realizableFrom
    expect(from({ ...late, renewalTerm: { count: 12, unit: 'month' } })).toBe('2028-01-01')
    expect(from(late)).toBeUndefined()
  })

  test('a free plan is no waste, nor is one that has ended', () => {
    const kinds = (fields: Fields) =>
      new Inventory([captured('subscription', fields)], context).findings().map(({ kind }) => kind)
    expect(kinds({ ...slack, unitPrice: { minor: 0, currency: 'EUR' } })).toEqual(['free'])
    expect(kinds({ product: 'Slack Free', seatsPurchased: 20, seatsAssigned: 15 })).toEqual(['free'])
    expect(kinds({ ...slack, status: 'canceled' })).toEqual([])
  })

  test('a flat price is the same for fewer seats: no saving is named', () => {
    const [finding] = new Inventory([captured('subscription', { ...slack, priceBasis: 'flat' })], context).findings()
    expect([finding?.kind, finding?.saving, finding?.unsaid]).toEqual(['unassigned', undefined, 'flat'])
  })
})

const people = ['ada@contoso.example', 'bob@contoso.example', 'info@contoso.example', 'eve@fabrikam.example']
const change = fc.record({
  who: fc.nat({ max: 7 }),
  seat: fc.boolean(),
  fields: fc.oneof(
    fc.record({
      lastActiveOn: fc.constantFrom('2026-01-01', '2026-11-01'),
      status: fc.constantFrom('active', 'suspended', 'deprovisioned'),
    }),
    fc.record({ email: fc.constantFrom(...people) }),
    fc.record({ sku: fc.constantFrom('PRO', 'GRID', 'NONE') }),
    fc.record({ seatsPurchased: fc.nat({ max: 9 }), seatsAssigned: fc.nat({ max: 9 }) }),
    fc.record({ status: fc.constantFrom('active', 'canceled', 'trialing') }),
    fc.record({ unitPrice: fc.record({ minor: fc.nat({ max: 999 }), currency: fc.constantFrom('EUR', 'USD') }) }),
  ),
})

test('following the records one by one is the same as beginning anew', () => {
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 12 }), (changes) => {
      const subscriptions = ['PRO', 'GRID'].map((sku) => captured('subscription', { ...slack, sku }))
      const asana = captured('subscription', { product: 'Asana', ...monthly }, undefined, 'asana.com')
      const seats = [0, 1, 2, 3, 4].map((place) =>
        captured('assignment', {
          email: people[place % 4] ?? '',
          sku: place % 2 ? 'PRO' : 'GRID',
          accountId: String(place),
        }),
      )
      const leaver = applyEdits(emptyRecord(newId(), 'person'), {
        edits: {
          emails: { value: ['bob@contoso.example'], seq: 1, by: newId(), at: '2026-01-01T00:00:00Z' },
          endsOn: { value: '2026-06-30', seq: 1, by: newId(), at: '2026-01-01T00:00:00Z' },
        },
        deleted: 0,
        rev: 1,
      })
      const records = [...subscriptions, asana, ...seats, leaver]
      let followed = new Inventory(records, context)
      for (const { who, fields } of changes) {
        const before = records[who]
        if (!before || before.type === 'person') continue
        const after = captured(
          before.type === 'assignment' ? 'assignment' : 'subscription',
          fields,
          before,
          before.vendor,
        )
        records[who] = after
        if (!followed.put(after)) followed = new Inventory(records, context)
        const anew = new Inventory(records, context)
        expect(followed.findings()).toEqual(anew.findings())
        expect(followed.annual()).toEqual(anew.annual())
        expect(followed.annualSum).toEqual({ minor: anew.annual()?.minor, leftOut: anew.annual()?.leftOut.length })
        expect(followed.entitlements.map(({ position }) => position)).toEqual(
          anew.entitlements.map(({ position }) => position),
        )
      }
    }),
  )
})
