import { describe, expect, test } from 'vitest'
import type { Finding, FindingKind } from '../../../../shared/inventory/findings/finding.ts'
import { Inventory } from '../../../../shared/inventory/inventory.ts'
import { Rates } from '../../../../shared/inventory/money/rates.ts'
import { namesFrom } from '../../../../shared/inventory/names.ts'
import type { InventoryRecord } from '../../../../shared/inventory/record.ts'
import type { Fields } from '../../../../shared/model/observation.ts'
import type { ClientType } from '../../../../shared/model/record-type.ts'
import { resolveVendor } from '../../../../shared/vendor-directory/index.ts'

/** Findings about people from records to the day on which the money is really saved. */
const today = '2026-11-27'
let count = 0
const shown = (
  type: ClientType,
  fields: Fields,
  vendor = 'desk.example',
  seenAt = '2026-11-20T09:00:00Z',
): InventoryRecord => {
  const id = `00000000-0000-4000-8000-${String(++count).padStart(12, '0')}`
  const cells = Object.entries(fields).map(
    ([field, value]) => [field, { value, source: 'json', at: seenAt, observation: id }] as const,
  )
  const vendorAccount = { vendor, id: 't1' }
  return { id, type, vendor, vendorAccount, cells: Object.fromEntries(cells), edits: {}, seenAt, deleted: 0, rev: 1 }
}
const found = (kind: FindingKind, ...records: InventoryRecord[]): Finding[] =>
  new Inventory(records, {
    today,
    client: { domains: ['contoso.example'] },
    names: namesFrom([], resolveVendor),
    rates: new Rates([]),
    isIncluded: () => undefined,
    risesOf: () => [],
  })
    .findings()
    .filter((finding) => finding.kind === kind)

const ada = 'ada@contoso.example'
const [month, year] = [
  { count: 1, unit: 'month' },
  { count: 1, unit: 'year' },
]
const euros = (minor: number) => ({ minor, currency: 'EUR' })
/** €10 a month or €120 a year and seat, bought for a year until 30 June. */
const annual: Fields = {
  product: 'Desk',
  unitPrice: euros(12_000),
  billingPeriod: year,
  startsOn: '2026-07-01',
  endsOn: '2027-06-30',
  renewalMode: 'tacit',
  initialTerm: year,
  renewalTerm: year,
}
const monthly: Fields = { product: 'Desk', unitPrice: euros(1_000), billingPeriod: month }
const seat = (fields: Fields, vendor?: string) => shown('assignment', { product: 'Desk', ...fields }, vendor)
const stated = (fields: Fields) => shown('person', fields)

describe('a leaver who is still licensed', () => {
  const left = stated({ name: 'Ada', emails: [ada], endsOn: '2026-10-31' })

  test('of an annual plan the seat is really saved from the day after the term', () => {
    const held = seat({ email: ada })
    expect(found('leaver-licensed', shown('subscription', annual), held, left)).toEqual([
      expect.objectContaining({
        person: 'Ada',
        product: 'Desk',
        on: '2026-10-31',
        count: 1,
        saving: { yearly: euros(12_000), upTo: false, realizableFrom: '2027-07-01' },
        records: [held.id, left.id],
      }),
    ])
  })

  test('past the last day to cancel it is saved a term later', () => {
    const noticed = { ...annual, noticePeriod: { count: 9, unit: 'month' } }
    expect(
      found('leaver-licensed', shown('subscription', noticed), seat({ email: ada }), left)[0]?.saving,
    ).toMatchObject({
      realizableFrom: '2028-07-01',
    })
  })

  test('where nothing says how long the seats are committed, no day is named', () => {
    const [finding] = found('leaver-licensed', shown('subscription', monthly), seat({ email: ada }), left)
    expect(finding?.saving).toEqual({ yearly: euros(12_000), upTo: false })
  })

  test('found by an alias, and by the lock in the directory; not before the last day is over', () => {
    const desk = shown('subscription', annual)
    const alias = stated({ emails: ['a.lovelace@contoso.example', ada], endsOn: '2026-10-31' })
    expect(found('leaver-licensed', desk, seat({ email: ada }), alias)).toHaveLength(1)
    const locked = shown('assignment', { email: ada, status: 'suspended' }, 'okta.com')
    expect(found('leaver-licensed', desk, seat({ email: ada }), locked)).toMatchObject([
      { records: [expect.anything(), locked.id] },
    ])
    const stays = stated({ emails: [ada], endsOn: today })
    expect(found('leaver-licensed', desk, seat({ email: ada }), stays)).toEqual([])
  })

  test('a seat that was taken away, a free one and a trial are none', () => {
    expect(
      found('leaver-licensed', shown('subscription', annual), seat({ email: ada, status: 'deprovisioned' }), left),
    ).toEqual([])
    for (const change of [{ unitPrice: euros(0) }, { status: 'trialing' }])
      expect(
        found('leaver-licensed', shown('subscription', { ...annual, ...change }), seat({ email: ada }), left),
      ).toEqual([])
  })

  test('stays the same finding, under a key without an address, when a record of the person begins', () => {
    const [desk, held] = [shown('subscription', annual), seat({ email: ada })]
    const locked = shown('assignment', { email: ada, status: 'suspended' }, 'okta.com')
    const [before] = found('leaver-licensed', desk, held, locked)
    const [after] = found('leaver-licensed', desk, held, left)
    expect(before?.key).toBe(after?.key)
    expect(before?.key).not.toContain('@')
  })
})

describe('one person with two seats of one product', () => {
  const alias = 'a.lovelace@contoso.example'
  const desk = shown('subscription', annual)
  const two = [seat({ email: ada, accountId: '1' }), seat({ email: alias, accountId: '2' })]

  test('is told once, with both seats and what the second costs', () => {
    const person = stated({ name: 'Ada', emails: [ada, alias] })
    expect(found('duplicate-person', desk, ...two, person)).toEqual([
      expect.objectContaining({
        person: 'Ada',
        count: 1,
        saving: { yearly: euros(12_000), upTo: false, realizableFrom: '2027-07-01' },
        records: two.map(({ id }) => id),
      }),
    ])
  })

  test('never by a name alone; nor of two products, nor of one account seen twice', () => {
    const alike = two.map((one) => ({
      ...one,
      cells: { ...one.cells, person: one.cells.product ?? desk.cells.product },
    }))
    expect(found('duplicate-person', desk, ...(alike as InventoryRecord[]))).toEqual([])
    const person = stated({ emails: [ada, alias] })
    const board = shown('subscription', { ...annual, product: 'Board' })
    expect(
      found('duplicate-person', desk, board, seat({ email: ada }), seat({ email: alias, product: 'Board' }), person),
    ).toEqual([])
    const again = [seat({ email: ada, accountId: '1' }), seat({ email: alias, accountId: '1' })]
    expect(found('duplicate-person', desk, ...again, person)).toEqual([])
  })
})

describe('not used', () => {
  const desk = shown('subscription', annual)

  test('one by one within our window of 90 days, with the seats it stands on', () => {
    const idle = ['ada', 'bob'].map((local) => seat({ email: `${local}@contoso.example`, lastActiveOn: '2026-08-01' }))
    const busy = seat({ email: 'cal@contoso.example', lastActiveOn: '2026-11-20' })
    expect(found('inactive', desk, ...idle, busy)).toEqual([
      expect.objectContaining({
        count: 2,
        days: 90,
        saving: { yearly: euros(24_000), upTo: false, realizableFrom: '2027-07-01' },
        records: idle.map(({ id }) => id),
      }),
    ])
  })

  test('by the console’s two counts it is the console’s own definition, and no window of ours', () => {
    const counted = shown('subscription', { ...annual, seatsAssigned: 20, seatsActive: 12 })
    const [finding] = found('inactive', counted)
    expect([finding?.count, finding && 'days' in finding]).toEqual([8, false])
  })
})
