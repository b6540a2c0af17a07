import { emptyRecord, foldObservation } from '../../shared/inventory/fold.ts'
import type { InventoryRecord } from '../../shared/inventory/record.ts'
import { addMonths, dayNumber, dayOf } from '../../shared/model/calendar.ts'
import type { Day } from '../../shared/model/day.ts'
import type { Fields, FieldValue, Observation } from '../../shared/model/observation.ts'
import type { CapturedType, ClientType } from '../../shared/model/record-type.ts'

/**
 * A client that was worked out by hand: 60 subscriptions of 12 vendors in 3 currencies with 24 months of bills. Its
 * numbers are small and even on purpose, so that every total of it can be followed with pencil and paper.
 */
export const today: Day = '2026-12-01'

const id = (kind: number, at: number) =>
  `10000000-0000-4000-8${String(kind).padStart(3, '0')}-${String(at).padStart(12, '0')}`
const monthsAfter = (day: Day, months: number): Day => dayOf(addMonths(dayNumber(day), months))
const count = (unit: 'day' | 'month' | 'year', count: number) => ({ count, unit })

/** Captured once, whole. */
function captured(type: CapturedType, at: number, vendor: string, fields: Fields, seenAt: string): InventoryRecord {
  const rec = id(typeNumber[type] ?? 9, at)
  return foldObservation(emptyRecord(rec, type), observed(type, rec, vendor, fields, seenAt, at), 1)
}
const typeNumber: Partial<Record<ClientType, number>> = { subscription: 1, charge: 2, invoice: 3, assignment: 4 }

function observed(
  type: CapturedType,
  rec: string,
  vendor: string,
  fields: Fields,
  seenAt: string,
  at: number,
): Observation {
  const capture = { id: id(8, at), at: seenAt, url: `https://${vendor}/`, connector: { id: 'worked', version: 1 } }
  const vendorAccount = { vendor, id: 'contoso' }
  const shown = { source: 'json', locator: '', excerpt: '', confidence: 'high' } as const
  const evidence = Object.fromEntries(Object.keys(fields).map((field) => [field, shown]))
  return { id: id(7, at * 10), rec, sighting: { type, key: rec, vendor, vendorAccount, fields, evidence, capture } }
}

/** What a person states. */
export function stated(type: ClientType, at: number, fields: Fields): InventoryRecord {
  const edit = (value: FieldValue) => ({ value, by: id(0, 1), at: '2026-11-30T12:00:00Z', seq: 1 })
  const edits = Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, edit(value)]))
  return { ...emptyRecord(id(6, at), type), edits }
}

type Contract = { from: Day; to: Day; mode: 'none' | 'tacit' | 'express'; terms: Fields }
const yearly = (from: Day, to: Day, mode: Contract['mode'], terms: Fields = {}): Contract => ({
  from,
  to,
  mode,
  terms: { initialTerm: count('month', 12), renewalTerm: count('month', 12), ...terms },
})

const contracts = {
  microsoft: yearly('2026-04-01', '2027-03-31', 'tacit', { noticePeriod: count('month', 1) }),
  google: yearly('2026-03-01', '2027-02-28', 'tacit', { noticePeriod: count('day', 30) }),
  slack: yearly('2026-07-01', '2027-06-30', 'tacit', { noticePeriod: count('day', 60) }),
  zoom: yearly('2026-06-01', '2027-05-31', 'tacit', { noticePeriod: count('month', 3) }),
  github: {
    from: '2026-12-01',
    to: '2026-12-31',
    mode: 'tacit',
    terms: { initialTerm: count('month', 1), renewalTerm: count('month', 1) },
  },
  atlassian: yearly('2026-09-01', '2027-08-31', 'tacit', { noticePeriod: count('month', 2), postalLeadDays: 3 }),
  adobe: yearly('2026-02-01', '2027-01-31', 'tacit', { noticePeriod: count('month', 1), noticeOnBusinessDay: true }),
  salesforce: yearly('2026-02-01', '2027-01-31', 'tacit', { noticePeriod: count('month', 2) }),
  cloudflare: yearly('2026-05-01', '2027-04-30', 'express'),
  onepassword: yearly('2026-10-01', '2027-09-30', 'tacit', { noticePeriod: count('day', 30) }),
  figma: yearly('2026-05-01', '2027-04-30', 'none'),
  cybozu: yearly('2026-04-01', '2027-03-31', 'tacit', { noticePeriod: count('day', 45) }),
} satisfies Record<string, Contract>

const domains: Record<keyof typeof contracts, [vendor: string, currency: 'EUR' | 'USD' | 'JPY']> = {
  microsoft: ['microsoft.com', 'EUR'],
  google: ['google.com', 'EUR'],
  slack: ['slack.com', 'USD'],
  zoom: ['zoom.us', 'USD'],
  github: ['github.com', 'USD'],
  atlassian: ['atlassian.com', 'USD'],
  adobe: ['adobe.com', 'EUR'],
  salesforce: ['salesforce.com', 'USD'],
  cloudflare: ['cloudflare.com', 'USD'],
  onepassword: ['1password.com', 'USD'],
  figma: ['figma.com', 'EUR'],
  cybozu: ['cybozu.com', 'JPY'],
}

/** `bought × unit`, or one sum for all of it; minor units; nothing where no price is shown. */
type Line = {
  of: keyof typeof contracts
  product: string
  bought?: number
  assigned?: number
  unit?: number
  sum?: number
  per?: 'month' | 'year'
  /** It runs under its vendor's contract unless it says otherwise. */
  free?: true
  more?: Fields
  seenAt?: string
}

export const lines: Line[] = [
  { of: 'microsoft', product: 'Microsoft 365 Business Premium', bought: 100, assigned: 92, unit: 20_00 },
  { of: 'microsoft', product: 'Microsoft 365 E3', bought: 40, assigned: 40, unit: 36_00 },
  { of: 'microsoft', product: 'Power BI Pro', bought: 30, assigned: 20, unit: 9_00 },
  { of: 'microsoft', product: 'Visio Plan 2', bought: 10, assigned: 12, unit: 15_00 },
  { of: 'microsoft', product: 'Power Automate', bought: 10_000, assigned: 500, free: true, more: { sku: 'FLOW_FREE' } },
  { of: 'google', product: 'Google Workspace Business Plus', bought: 50, assigned: 50, unit: 200_00, per: 'year' },
  {
    of: 'google',
    product: 'Google Workspace Enterprise Standard',
    bought: 20,
    assigned: 15,
    unit: 250_00,
    per: 'year',
  },
  { of: 'google', product: 'Google Voice Starter', bought: 10, assigned: 10, unit: 10_00 },
  { of: 'google', product: 'AppSheet Core', bought: 5, assigned: 1, unit: 5_00 },
  { of: 'google', product: 'Cloud Identity Free', bought: 50, assigned: 9, free: true },
  { of: 'slack', product: 'Slack Pro', bought: 150, assigned: 140, unit: 8_00 },
  { of: 'slack', product: 'Slack Business+', bought: 40, assigned: 40, unit: 15_00 },
  {
    of: 'slack',
    product: 'Slack Enterprise Grid',
    bought: 200,
    assigned: 3,
    unit: 30_00,
    more: { status: 'trialing' },
  },
  { of: 'slack', product: 'Slack AI', bought: 40, assigned: 25, unit: 10_00 },
  { of: 'slack', product: 'Slack Connect', bought: 20, assigned: 0, unit: 5_00, more: { status: 'canceled' } },
  { of: 'zoom', product: 'Zoom Workplace Pro', bought: 80, assigned: 60, unit: 150_00, per: 'year' },
  { of: 'zoom', product: 'Zoom Workplace Business', bought: 20, assigned: 20, unit: 220_00, per: 'year' },
  { of: 'zoom', product: 'Zoom Phone', bought: 30, assigned: 30, unit: 10_00 },
  { of: 'zoom', product: 'Zoom Webinars', sum: 690_00, per: 'year' },
  { of: 'zoom', product: 'Zoom Rooms', bought: 5, assigned: 4, unit: 49_00 },
  { of: 'github', product: 'GitHub Enterprise', bought: 60, assigned: 55, unit: 21_00 },
  { of: 'github', product: 'GitHub Copilot Business', bought: 44, assigned: 44, unit: 19_00 },
  { of: 'github', product: 'GitHub Advanced Security', bought: 20, assigned: 18, unit: 49_00 },
  { of: 'github', product: 'GitHub Actions', sum: 125_50, more: { metricKind: 'usage' } },
  { of: 'github', product: 'GitHub Team', bought: 10, assigned: 0, unit: 4_00, more: { status: 'expired' } },
  { of: 'atlassian', product: 'Jira', bought: 100, assigned: 88, sum: 9_000_00, per: 'year' },
  { of: 'atlassian', product: 'Confluence', bought: 100, assigned: 90, unit: 6_00 },
  { of: 'atlassian', product: 'Jira Service Management', bought: 15, assigned: 15, unit: 20_00 },
  { of: 'atlassian', product: 'Bitbucket', bought: 25, assigned: 25, unit: 3_00 },
  { of: 'atlassian', product: 'Atlassian Guard', bought: 100, assigned: 100, unit: 4_00 },
  { of: 'adobe', product: 'Creative Cloud All Apps', bought: 12, assigned: 10, unit: 70_00 },
  { of: 'adobe', product: 'Acrobat Pro', bought: 50, assigned: 44, unit: 18_00 },
  { of: 'adobe', product: 'Photoshop', bought: 6, assigned: 6, unit: 38_00 },
  { of: 'adobe', product: 'Adobe Stock', sum: 80_00 },
  { of: 'adobe', product: 'Adobe Express', assigned: 31, more: { unlimited: true } },
  { of: 'salesforce', product: 'Sales Cloud Enterprise', bought: 30, assigned: 24, unit: 1_980_00, per: 'year' },
  { of: 'salesforce', product: 'Service Cloud Enterprise', bought: 10, assigned: 10, unit: 1_980_00, per: 'year' },
  { of: 'salesforce', product: 'Salesforce Platform', bought: 20, assigned: 20, unit: 300_00, per: 'year' },
  { of: 'salesforce', product: 'Account Engagement', sum: 15_000_00, per: 'year' },
  { of: 'salesforce', product: 'Sandbox', bought: 1, assigned: 1 },
  { of: 'cloudflare', product: 'Cloudflare Business', sum: 250_00 },
  { of: 'cloudflare', product: 'Cloudflare Zero Trust', bought: 60, assigned: 60, unit: 7_00 },
  { of: 'cloudflare', product: 'Cloudflare Images', sum: 40_00, more: { metricKind: 'usage' } },
  { of: 'cloudflare', product: 'Cloudflare Load Balancing', sum: 60_00 },
  { of: 'cloudflare', product: 'Cloudflare Registrar', sum: 10_10, per: 'year', more: { kind: 'domain' } },
  { of: 'onepassword', product: '1Password Business', bought: 120, assigned: 110, unit: 7_99 },
  { of: 'onepassword', product: '1Password Families', bought: 120, assigned: 12, unit: 0, free: true },
  { of: 'onepassword', product: '1Password Extended Access Management', bought: 20, assigned: 20, unit: 10_00 },
  {
    of: 'onepassword',
    product: '1Password Teams Starter Pack',
    bought: 20,
    assigned: 20,
    unit: 19_95,
    more: { priceBasis: 'per-pack', packSize: 10 },
  },
  { of: 'onepassword', product: '1Password Events', bought: 5, assigned: 5, unit: 4_00, more: { status: 'canceled' } },
  { of: 'figma', product: 'Figma Full', bought: 25, assigned: 21, unit: 55_00 },
  { of: 'figma', product: 'Figma Dev', bought: 30, assigned: 30, unit: 25_00 },
  { of: 'figma', product: 'Figma Collab', bought: 20, assigned: 20, unit: 5_00 },
  { of: 'figma', product: 'FigJam', bought: 10, assigned: 5, unit: 5_00 },
  { of: 'figma', product: 'Figma View', assigned: 77, free: true, more: { unlimited: true, plan: 'Free' } },
  { of: 'cybozu', product: 'kintone Standard', bought: 30, assigned: 28, unit: 1_800 },
  { of: 'cybozu', product: 'Garoon', bought: 50, assigned: 50, unit: 900 },
  { of: 'cybozu', product: 'Cybozu Office', bought: 20, assigned: 20, unit: 600 },
  { of: 'cybozu', product: 'Mailwise', bought: 5, assigned: 5, unit: 600 },
  { of: 'cybozu', product: 'kintone Light', bought: 10, assigned: 10, unit: 1_000, seenAt: '2026-08-01T09:00:00Z' },
]

export const idOf = (product: string): string => id(1, lines.findIndex((line) => line.product === product) + 1)
const vendorOf = ({ of }: Line) => domains[of][0]
const money = ({ of }: Line, minor: number) => ({ minor, currency: domains[of][1] })

function fieldsOf(line: Line): Fields {
  const { of, product, bought, assigned, unit, sum, per = 'month', free, more } = line
  const { from, to, mode, terms } = contracts[of]
  return {
    product,
    status: 'active',
    ...(bought === undefined ? {} : { seatsPurchased: bought }),
    ...(assigned === undefined ? {} : { seatsAssigned: assigned }),
    ...(unit === undefined ? {} : { unitPrice: money(line, unit) }),
    ...(sum === undefined ? {} : { totalPrice: money(line, sum) }),
    ...(unit === undefined && sum === undefined ? {} : { billingPeriod: count(per, 1) }),
    ...(free ? {} : { startsOn: from, endsOn: to, renewalMode: mode, contractStartsOn: began(from), ...terms }),
    ...more,
  }
}

/** Every contract began before the first bill. */
const began = (from: Day): Day => monthsAfter(from, -36)

const seen = '2026-11-30T09:00:00Z'
/** Figma Full cost 45 until April 2026. */
const formerly = { product: 'Figma Full', unit: 45_00, until: '2026-05-01' }

/** What was seen of each subscription; of one, also its former price. */
export const observations = new Map<string, Observation[]>(
  lines.map((line, at) => {
    const rec = id(1, at + 1)
    const of = (fields: Fields, seenAt: string, nth: number) =>
      observed('subscription', rec, vendorOf(line), fields, seenAt, (at + 1) * 10 + nth)
    const now = of(fieldsOf(line), line.seenAt ?? seen, 1)
    if (line.product !== formerly.product) return [rec, [now]]
    return [rec, [of(fieldsOf({ ...line, unit: formerly.unit }), '2026-02-01T09:00:00Z', 0), now]]
  }),
)

const subscriptions = [...observations].map(([rec, all]) =>
  all.reduce((record, each) => foldObservation(record, each, 1), emptyRecord(rec, 'subscription')),
)

/** The first days of the 24 months before today. */
const firsts: Day[] = Array.from({ length: 24 }, (_, at) => monthsAfter('2024-12-01', at))

function chargesOf(line: Line): { fields: Fields; vendor: string }[] {
  const { of, product, bought, unit, sum, per = 'month', free, more } = line
  if (free || (unit === undefined && sum === undefined) || (more?.status ?? 'active') !== 'active') return []
  const packs = typeof more?.packSize === 'number' ? more.packSize : 1
  const starts = contracts[of].from.slice(5)
  return firsts
    .filter((first) => per === 'month' || first.slice(5) === starts)
    .map((first) => {
      const price = product === formerly.product && first < formerly.until ? formerly.unit : unit
      const until = monthsAfter(first, per === 'month' ? 1 : 12)
      const cost = sum ?? ((bought ?? 0) / packs) * (price ?? 0)
      return {
        vendor: vendorOf(line),
        fields: {
          description: product,
          category: 'purchase',
          frequency: more?.metricKind === 'usage' ? 'usage-based' : 'recurring',
          billedCost: money(line, cost),
          billingPeriodStart: first,
          chargePeriodStart: first,
          chargePeriodEnd: until,
          ...(bought === undefined ? {} : { quantity: bought }),
        },
      }
    })
}

const credit = {
  vendor: 'slack.com',
  fields: {
    description: 'Slack Pro',
    category: 'credit',
    billedCost: { minor: -50_00, currency: 'USD' },
    billingPeriodStart: '2026-11-01',
  },
}
const charges = [...lines.flatMap(chargesOf), credit].map(({ vendor, fields }, at) =>
  captured('charge', at + 1, vendor, fields, seen),
)
/** Somebody pays for Dropbox, and nobody has looked at its console. */
const unlisted = captured(
  'invoice',
  1,
  'dropbox.com',
  { number: 'D-1', issuedOn: '2026-10-15', total: { minor: 120_00, currency: 'EUR' }, status: 'paid' },
  seen,
)

const seat = (at: number, vendor: string, product: string | null, person: string, more: Fields = {}) =>
  captured(
    'assignment',
    at,
    vendor,
    {
      ...(product === null ? {} : { product }),
      person,
      email: `${person.toLowerCase()}@contoso.example`,
      accountId: `${vendor}-${person}`,
      status: 'active',
      ...more,
    },
    seen,
  )
const people = [
  seat(1, 'microsoft.com', 'Microsoft 365 E3', 'Ana', { lastActiveOn: '2026-11-29' }),
  seat(2, 'slack.com', 'Slack Business+', 'Ana', { lastActiveOn: '2026-11-29' }),
  // Ben's last day was in October.
  seat(3, 'microsoft.com', 'Microsoft 365 E3', 'Ben', { lastActiveOn: '2026-10-30' }),
  seat(4, 'slack.com', 'Slack Business+', 'Ben', { lastActiveOn: '2026-10-30' }),
  // Cid has not opened Creative Cloud since June.
  seat(5, 'adobe.com', 'Creative Cloud All Apps', 'Cid', { lastActiveOn: '2026-06-01' }),
  seat(6, 'adobe.com', 'Creative Cloud All Apps', 'Ana', { lastActiveOn: '2026-11-20' }),
]

const decisions = [
  stated('decision', 1, {
    subscription: idOf('Google Workspace Business Plus'),
    termEndsOn: '2027-02-28',
    choice: 'renew',
    decidedOn: '2026-11-30',
  }),
]
const person = stated('person', 2, { name: 'Ben', emails: ['ben@contoso.example'], endsOn: '2026-10-31' })

export const records: InventoryRecord[] = [...subscriptions, ...charges, unlisted, ...people, ...decisions, person]

export const client = {
  currency: 'EUR',
  domains: ['contoso.example'],
  holidays: ['2026-12-25', '2026-12-31', '2027-01-01'],
}

/** One euro was a dollar and 125 yen; from December 2025 on it is 1.25 dollars and 160 yen. */
export const rates = [...firsts, today].map((on, at) => ({
  id: id(5, at + 1),
  values: {
    on,
    base: 'EUR',
    rates: on < '2025-12-01' ? { USD: '1.00', JPY: '125' } : { USD: '1.25', JPY: '160' },
    source: 'worked by hand',
    kind: 'spot' as const,
  },
}))
