import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { emptyRecord, foldObservation } from '../../../shared/inventory/fold.ts'
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
const price = fc.record({
  minor: fc.nat({ max: 3 }).map((tens) => tens * 800),
  currency: fc.constantFrom('EUR', 'USD'),
})
const ofAccounts = fc.oneof(
  fc.record({
    lastActiveOn: fc.constantFrom('2026-01-01', '2026-11-01'),
    status: fc.constantFrom('active', 'suspended', 'deprovisioned'),
  }),
  fc.record({ email: fc.constantFrom(...people) }),
  fc.record({ sku: fc.constantFrom('PRO', 'GRID', 'NONE') }),
)
const ofSubscriptions = fc.oneof(
  fc.record({ sku: fc.constantFrom('PRO', 'GRID', 'NONE') }),
  fc.record({ seatsPurchased: fc.nat({ max: 9 }), seatsAssigned: fc.nat({ max: 9 }) }),
  fc.record({ status: fc.constantFrom('active', 'canceled', 'trialing') }),
  fc.record({ unitPrice: price }),
  fc.record({ unitPrice: price, seatsPurchased: fc.nat({ max: 9 }) }),
)
const ofLots = fc.record({
  which: fc.nat({ max: 1 }),
  quantity: fc.nat({ max: 9 }),
  price,
  priceBasis: fc.constant('per-unit'),
})
const ofDecisions = fc.record({
  which: fc.nat({ max: 1 }),
  termEndsOn: fc.constantFrom('2027-01-31', '2026-12-31'),
  choice: fc.constantFrom('renew', 'cancel'),
})
// Where a line names nothing, its amount alone tells what it pays for.
const unnamed = fc.record({
  billedCost: fc.constantFrom(1600, 2400).map((minor) => ({ minor, currency: 'EUR' })),
  quantity: fc.constantFrom(1, 2, 3),
  publisher: fc.constant('slack.com'),
  chargePeriodStart: fc.constant('2026-11-01'),
  chargePeriodEnd: fc.constantFrom('2026-12-01', '2027-01-01'),
})
const ofBills = fc.oneof(
  unnamed,
  fc.record({ description: fc.constantFrom('Slack', 'Slack GRID', 'Asana'), skuId: fc.constantFrom('PRO', 'GRID') }),
)
const ofInvoices = fc.record({ total: price, issuedOn: fc.constant('2026-11-01'), number: fc.constantFrom('1', '2') })
const change = fc.oneof(
  fc.record({ type: fc.constant('assignment' as const), which: fc.nat({ max: 4 }), fields: ofAccounts }),
  fc.record({ type: fc.constant('subscription' as const), which: fc.nat({ max: 2 }), fields: ofSubscriptions }),
  fc.record({ type: fc.constant('lot' as const), which: fc.nat({ max: 1 }), fields: ofLots }),
  fc.record({ type: fc.constant('decision' as const), which: fc.nat({ max: 1 }), fields: ofDecisions }),
  fc.record({ type: fc.constant('charge' as const), which: fc.nat({ max: 2 }), fields: ofBills }),
  fc.record({ type: fc.constant('invoice' as const), which: fc.nat({ max: 1 }), fields: ofInvoices }),
  fc.record({
    type: fc.constant('domain' as const),
    which: fc.constant(0),
    fields: fc.constant({ name: 'contoso.example' }),
  }),
)

/** As a person states it; a field more each time. */
function stated(type: InventoryRecord['type'], id: string, fields: Fields, before?: InventoryRecord): InventoryRecord {
  const edits = Object.entries(fields).map(
    ([field, value]) => [field, { value, seq: 1, by: id, at: '2026-01-01T00:00:00Z' }] as const,
  )
  const record = before ?? { ...emptyRecord(id, type), vendor: 'slack.com' }
  return { ...record, edits: { ...record.edits, ...Object.fromEntries(edits) } }
}

test('following the records one by one is the same as beginning anew', () => {
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 12 }), (changes) => {
      const renews = { renewsOn: '2027-02-01', autoRenews: true } as const
      const subscriptions = ['PRO', 'GRID'].map((sku) => captured('subscription', { ...slack, ...renews, sku }))
      const asana = captured('subscription', { product: 'Asana', ...monthly }, undefined, 'asana.com')
      const seats = [0, 1, 2, 3, 4].map((place) =>
        captured('assignment', {
          email: people[place % 4] ?? '',
          sku: place % 2 ? 'PRO' : 'GRID',
          accountId: String(place),
        }),
      )
      const id = newId()
      const leaver = stated('person', id, { emails: ['bob@contoso.example'], endsOn: '2026-06-30' })
      const records = new Map<string, InventoryRecord>()
      const of = { subscription: [...subscriptions, asana], assignment: seats, person: [leaver] }
      for (const [type, list] of Object.entries(of))
        for (const [place, record] of list.entries()) records.set(`${type} ${place}`, record)
      let followed = new Inventory(records.values(), context)
      for (const { type, which, fields } of changes) {
        const key = `${type} ${which}`
        const before = records.get(key)
        const { which: about, ...others } = { which: 0, ...fields }
        const after =
          type === 'assignment' || type === 'subscription'
            ? captured(type, fields, before, before?.vendor)
            : stated(
                type,
                before?.id ?? newId(),
                type === 'lot' || type === 'decision'
                  ? { ...others, subscription: subscriptions[about]?.id ?? '' }
                  : fields,
                before,
              )
        records.set(key, after)
        if (!followed.put(after)) {
          followed = new Inventory(records.values(), context)
          expect(type, 'only another name of a subscription needs all of it').toBe('subscription')
        }
        const anew = new Inventory(records.values(), context)
        expect(followed.findings()).toEqual(anew.findings())
        expect(followed.annual()).toEqual(anew.annual())
        expect(followed.annualSum).toEqual({ minor: anew.annual()?.minor, leftOut: anew.annual()?.leftOut.length })
        expect(followed.entitlements.map(({ position }) => position)).toEqual(
          anew.entitlements.map(({ position }) => position),
        )
      }
    }),
    { numRuns: 200 },
  )
})
