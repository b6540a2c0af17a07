import { emptyRecord, foldObservation } from '../../shared/inventory/fold.ts'
import type { InventoryRecord } from '../../shared/inventory/record.ts'
import type { Fields, Observation } from '../../shared/model/observation.ts'
import type { CapturedType } from '../../shared/model/record-type.ts'

const pick = <T>(list: readonly T[], at: number): T => list[at % list.length] as T // the place is in the list
const id = (kind: number, at: number) =>
  `00000000-0000-4000-8${String(kind).padStart(3, '0')}-${String(at).padStart(12, '0')}`
const day = (at: number) => new Date(Date.UTC(2026, 3, 1 + (at % 400))).toISOString().slice(0, 10)

const vendors = Array.from({ length: 400 }, (_, at) => `vendor${at}.example`)
const known = ['microsoft.com', 'slack.com', 'asana.com', 'monday.com', 'zoom.us', 'dropbox.com']
const vendorOf = (subscription: number) =>
  subscription % 20 === 0 ? pick(known, subscription / 20) : pick(vendors, subscription)

/** The nth sighting of one thing: prices rise now and then, seats come and go. */
export function observationOf(type: CapturedType, at: number, nth: number): Observation {
  const vendor = vendorOf(type === 'subscription' ? at : seatOf(at).subscription)
  const fields = type === 'subscription' ? subscription(at, nth) : assignment(at, nth)
  const evidence = { source: 'json', locator: '/value/0', excerpt: 'x', confidence: 'high' } as const
  return {
    id: id(type === 'subscription' ? 1 : 2, at * 100 + nth),
    rec: id(type === 'subscription' ? 3 : 4, at),
    sighting: {
      type,
      key: String(at),
      vendor,
      vendorAccount: { vendor, id: 'tenant' },
      fields,
      evidence: Object.fromEntries(Object.keys(fields).map((field) => [field, evidence])),
      capture: {
        id: id(5, at),
        at: new Date(Date.UTC(2026, 0, 10 + nth * 60)).toISOString(),
        url: `https://admin.${vendor}/billing`,
        connector: { id: 'bench', version: 1 },
      },
    },
  }
}

const subscription = (at: number, nth: number): Fields => ({
  subscriptionId: `sub-${at}`,
  product: `Product ${at % 40}`,
  sku: `SKU-${at}`,
  seatsPurchased: 20 + (at % 50),
  seatsAssigned: 8 + (at % 30),
  unitPrice: { minor: 800 + (at % 700) + (at % 9 === 0 ? nth * 50 : 0), currency: pick(['EUR', 'USD', 'GBP'], at) },
  billingPeriod: { count: 1, unit: at % 2 ? 'month' : 'year' },
  startsOn: day(at),
  renewsOn: day(at + 365),
  autoRenews: at % 3 > 0,
  status: pick(['active', 'active', 'active', 'trialing', 'canceled'], at),
  noticePeriod: { count: 1 + (at % 3), unit: 'month' },
})

const seatOf = (at: number) => ({ subscription: Math.floor(at / 10), person: (at * 7) % 9000 })

const assignment = (at: number, nth: number): Fields => ({
  email: `person${seatOf(at).person}@contoso.example`,
  person: `Person ${seatOf(at).person}`,
  accountId: `account-${at}`,
  sku: `SKU-${seatOf(at).subscription}`,
  status: pick(['active', 'active', 'active', 'suspended', 'invited'], at),
  lastActiveOn: day(at + nth),
})

/** Records as their observations leave them, and the observations of each subscription. */
export function largeClient(subscriptions: number, seats: number, sightings: number) {
  const records: InventoryRecord[] = []
  const observations = new Map<string, Observation[]>()
  for (let at = 0; at < subscriptions; at++) {
    const count = Math.floor((sightings * (at + 1)) / subscriptions) - Math.floor((sightings * at) / subscriptions)
    const seen = Array.from({ length: count }, (_, nth) => observationOf('subscription', at, nth))
    observations.set(id(3, at), seen)
    records.push(
      seen.reduce((record, each) => foldObservation(record, each, 1), emptyRecord(id(3, at), 'subscription')),
    )
  }
  for (let at = 0; at < seats; at++)
    records.push(foldObservation(emptyRecord(id(4, at), 'assignment'), observationOf('assignment', at, 0), 1))
  return { records, observations }
}
