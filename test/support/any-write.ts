import fc from 'fast-check'
import { expect } from 'vitest'
import type { Database } from '../../extension/db/database.ts'
import { dropRecords, putRecords } from '../../extension/db/listing.ts'
import type { StoredObservation, StoredRecord } from '../../extension/db/schema.ts'
import { thisDevice } from '../../extension/db/scopes.ts'
import { createClient } from '../../extension/records/clients.ts'
import { deleteRecord, editField, stateRecord, undeleteRecord } from '../../extension/records/edit.ts'
import { wholeOf } from '../../extension/records/whole.ts'
import { emptyRecord, foldObservation } from '../../shared/inventory/fold.ts'
import { newId, type Uuid } from '../../shared/model/id.ts'
import type { Fields, Observation } from '../../shared/model/observation.ts'
import type { CapturedType } from '../../shared/model/record-type.ts'
import { freshDatabase } from './device.ts'

const vendor = 'slack.com'
const people = [
  'ada@contoso.example',
  'bob@contoso.example',
  'info@contoso.example',
  'eve_x.example#EXT#@contoso.onmicrosoft.com',
  'eve@x.example',
  'ext-bob@contoso.example',
]
export const ids = (kind: number, at: number): Uuid =>
  `00000000-0000-4000-8${String(kind).padStart(3, '0')}-${String(at).padStart(12, '0')}`

let now = 0
/** As a capture or a pull writes it: what was seen, and the record as that leaves it. */
export async function see(
  db: Database,
  scope: Uuid,
  type: CapturedType,
  rec: Uuid,
  fields: Fields,
  ago = 0,
): Promise<void> {
  now += 1
  const observation: Observation = {
    id: newId(),
    rec,
    sighting: {
      type,
      key: rec,
      vendor,
      vendorAccount: { vendor, id: 't' },
      fields,
      evidence: {},
      capture: {
        id: newId(),
        at: new Date(Date.UTC(2026, 5, 1) + (now - ago) * 86_400_000).toISOString(),
        url: 'https://slack.com/billing',
        connector: { id: 'x', version: 1 },
      },
    },
  }
  const row: StoredObservation = { scope, id: observation.id, rec, rev: 1, observation }
  await db.transaction('rw', db.records, db.listing, db.observations, async () => {
    const before = await db.records.get([scope, rec])
    const after = foldObservation<StoredRecord>(before ?? { ...emptyRecord(rec, type), scope }, observation, 1)
    await db.observations.put(row)
    await putRecords(db, [before], [after])
  })
}

export const monthly = { count: 1, unit: 'month' } as const
const price = fc.constantFrom(800, 1600, 2400).map((minor) => ({ minor, currency: 'EUR' }))
/** Days before now: a pull also brings what was seen long ago. */
const ago = fc.constantFrom(0, 0, 2, 40)
export const anyWrite = fc.oneof(
  fc.record({
    see: fc.constant('assignment' as const),
    ago,
    at: fc.nat({ max: 5 }),
    fields: fc.oneof(
      fc.record({ email: fc.constantFrom(...people) }),
      fc.record({ sku: fc.constantFrom('PRO', 'GRID', 'NONE') }),
      fc.record({ status: fc.constantFrom('active', 'suspended', 'deprovisioned') }),
      fc.record({ lastActiveOn: fc.constantFrom('2026-01-01', '2026-11-01') }),
      fc.record({ product: fc.constantFrom('Slack', 'Other', 'Slack Pro') }),
      fc.record({ plan: fc.constantFrom('Pro', 'Grid') }),
      fc.record({ person: fc.constantFrom('Ada', 'Bob') }),
      fc.record({ accountId: fc.constantFrom('a1', 'a2') }),
    ),
  }),
  fc.record({
    see: fc.constant('subscription' as const),
    ago,
    at: fc.nat({ max: 3 }),
    fields: fc.oneof(
      fc.record({ unitPrice: price, billingPeriod: fc.constant(monthly) }),
      fc.record({ seatsPurchased: fc.nat({ max: 9 }), seatsAssigned: fc.nat({ max: 9 }) }),
      fc.record({ renewsOn: fc.constantFrom('2027-01-01', '2027-02-01', '2026-12-10') }),
      fc.record({ status: fc.constantFrom('active', 'canceled') }),
      fc.record({ sku: fc.constantFrom('PRO', 'GRID') }),
      fc.record({ product: fc.constantFrom('Slack', 'Slack Pro') }),
      fc.record({ subscriptionId: fc.constantFrom('s1', 's2') }),
      fc.record({ plan: fc.constantFrom('Pro', 'Grid') }),
      fc.record({ totalPrice: price, billingPeriod: fc.constant(monthly) }),
    ),
  }),
  fc.record({
    see: fc.constant('certificate' as const),
    ago,
    at: fc.nat({ max: 1 }),
    fields: fc.record({
      subject: fc.constant('contoso.example'),
      expiresOn: fc.constantFrom('2026-12-03', '2027-01-09'),
    }),
  }),
  fc.record({
    see: fc.constant('invoice' as const),
    ago,
    at: fc.nat({ max: 2 }),
    fields: fc.oneof(
      fc.record({
        number: fc.constantFrom('I1', 'I2'),
        total: price,
        issuedOn: fc.constantFrom('2026-06-15', '2026-11-01'),
      }),
      fc.record({ status: fc.constantFrom('draft', 'paid', 'void') }),
    ),
  }),
  fc.record({ own: fc.nat({ max: 3 }), owner: fc.constantFrom(...people.slice(0, 2)) }),
  fc.record({
    see: fc.constant('domain' as const),
    ago,
    at: fc.nat({ max: 1 }),
    fields: fc.record({ name: fc.constant('contoso.example'), expiresOn: fc.constantFrom('2026-12-03', '2027-01-09') }),
  }),
  fc.record({
    state: fc.constantFrom('decision' as const),
    at: fc.nat({ max: 1 }),
    fields: fc.record({
      subscription: fc.constantFrom(ids(3, 0), ids(3, 1)),
      termEndsOn: fc.constantFrom('2026-12-31', '2027-01-31', '2026-12-09'),
      choice: fc.constantFrom('renew', 'cancel', null),
    }),
  }),
  fc.record({
    state: fc.constantFrom('lot' as const),
    at: fc.nat({ max: 1 }),
    fields: fc.record({
      subscription: fc.constantFrom(ids(3, 0), ids(3, 1)),
      quantity: fc.nat({ max: 9 }),
      price,
      priceBasis: fc.constant('per-unit'),
    }),
  }),
  fc.record({
    state: fc.constantFrom('charge' as const),
    at: fc.nat({ max: 2 }),
    fields: fc.record({
      publisher: fc.constant(vendor),
      billedCost: price,
      quantity: fc.constantFrom(1, 2),
      billedOn: fc.constantFrom('2026-06-15', '2026-11-01'),
      invoiceId: fc.constantFrom(null, 'I1', 'I2'),
      subscription: fc.constantFrom(null, ids(3, 0)),
    }),
  }),
  fc.record({
    state: fc.constantFrom('person' as const),
    at: fc.nat({ max: 1 }),
    fields: fc.record({
      emails: fc.subarray(people.slice(0, 2), { minLength: 1 }),
      endsOn: fc.constantFrom('2026-06-30', null),
    }),
  }),
  fc.record({ judge: fc.nat({ max: 9 }), status: fc.constantFrom('accepted', 'dismissed', 'open') }),
  fc.record({ remove: fc.nat({ max: 30 }) }),
  fc.record({ revive: fc.nat({ max: 30 }) }),
  fc.record({ drop: fc.nat({ max: 30 }) }),
  fc.record({ look: fc.nat({ max: 30 }) }),
  fc.record({
    about: fc.oneof(
      fc
        .constantFrom(...(['full', 'pseudonymous', 'counts-only'] as const))
        .map((mode) => ['peopleMode', mode] as const),
      fc.constantFrom('EUR', 'USD').map((currency) => ['currency', currency] as const),
    ),
  }),
  fc.record({ merge: fc.constantFrom('slack', 'Contoso Chat') }),
  fc.record({ rate: fc.constantFrom('1.1', '1.2') }),
  fc.record({ today: fc.constantFrom('2026-11-27', '2026-11-28', '2026-12-30') }),
  fc.record({ elsewhere: fc.constant(true) }),
)
type Act = typeof anyWrite extends fc.Arbitrary<infer A> ? A : never

export type Place = { db: Database; scope: Uuid; other: Uuid; workspace: Uuid; today: string }

export async function run(place: Place, doing: Act): Promise<void> {
  const { db, scope, other, workspace } = place
  const nth = async (at: number) => {
    const all = await db.records.where('[scope+id]').between([scope], [scope, []]).toArray()
    return all[at % all.length]
  }
  if ('see' in doing) {
    const kind = { subscription: 3, assignment: 4, domain: 5, certificate: 13, invoice: 14 }[doing.see]
    await see(db, scope, doing.see, ids(kind, doing.at), doing.fields, doing.ago)
  } else if ('state' in doing) {
    const kind = { decision: 6, lot: 7, charge: 8, person: 9 }[doing.state]
    const outcome = await stateRecord(db, scope, doing.state, doing.fields, ids(kind, doing.at))
    expect(outcome.ok).toBe(true)
  } else if ('own' in doing) {
    await editField(db, scope, ids(3, doing.own), 'owner', doing.owner)
  } else if ('judge' in doing) {
    const found = (await wholeOf(db, scope, place.today)).inventory.findings()
    const finding = found[doing.judge % Math.max(1, found.length)]
    if (finding)
      await stateRecord(db, scope, 'judgement', { finding: finding.key, status: doing.status }, ids(10, doing.judge))
  } else if ('remove' in doing) await deleteRecord(db, scope, (await nth(doing.remove))?.id ?? '')
  else if ('revive' in doing) await undeleteRecord(db, scope, (await nth(doing.revive))?.id ?? '')
  else if ('drop' in doing) {
    const record = await nth(doing.drop)
    if (record) await db.transaction('rw', db.records, db.listing, () => dropRecords(db, [record]))
  } else if ('look' in doing) {
    const record = await nth(doing.look)
    if (record) await db.records.put({ ...record, lookedAt: '2026-11-20T00:00:00.000Z' })
  } else if ('about' in doing) await editField(db, workspace, scope, doing.about[0], doing.about[1])
  else if ('merge' in doing)
    await stateRecord(db, workspace, 'alias', { kind: 'vendor', from: vendor, to: doing.merge }, ids(11, 0))
  else if ('rate' in doing) {
    const rate = { on: '2026-11-26', base: 'EUR', rates: { USD: doing.rate }, source: 'ECB', kind: 'spot' }
    await stateRecord(db, workspace, 'rate', rate, ids(12, 0))
  } else if ('today' in doing) place.today = doing.today
  else await see(db, other, 'subscription', newId(), { product: 'Canary', seatsPurchased: 1 })
}

export async function started(): Promise<Place> {
  now = 0
  const db = freshDatabase()
  const [scope, other] = [await createClient(db, 'Contoso'), await createClient(db, 'Fabrikam')]
  const { workspace } = await thisDevice(db)
  await editField(db, workspace, scope, 'currency', 'EUR')
  const terms = { autoRenews: true, renewsOn: '2027-02-01', billingPeriod: monthly } as const
  for (const [at, sku] of ['PRO', 'GRID'].entries()) {
    const seen = { product: 'Slack', sku, seatsPurchased: 4, unitPrice: { minor: 800, currency: 'EUR' }, ...terms }
    await see(db, scope, 'subscription', ids(3, at), seen)
  }
  for (const at of [0, 1, 2, 3])
    await see(db, scope, 'assignment', ids(4, at), { email: people[at] ?? '', sku: at % 2 ? 'PRO' : 'GRID' })
  return { db, scope, other, workspace, today: '2026-11-27' }
}
