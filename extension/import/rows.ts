import type { Uuid } from '../../shared/model/id.ts'
import type { Money } from '../../shared/model/money.ts'
import { canonical, type Fields, type FieldValue } from '../../shared/model/observation.ts'
import type { CapturedType } from '../../shared/model/record-type.ts'
import type { ReadRow } from '../connector-kit/define.ts'
import { identityOf } from '../heuristics/identity.ts'
import { lexiconsFor, readLabel } from '../heuristics/lexicon.ts'
import { type RowSteps, rowsPerStep } from '../heuristics/steps.ts'
import type { Cell } from '../heuristics/tables.ts'
import { areaOf } from '../heuristics/types/control-area.ts'
import { moneyOf } from '../ui/value-text.ts'
import { type Aside, asideOf } from './aside.ts'
import { costOf, isExact } from './exact-cost.ts'
import { isFocus } from './focus.ts'
import { type ColumnMapping, identity, labelled, type Mapping } from './mapping.ts'
import { type OwnList, recordIn } from './own-list.ts'
import { type Plan, vendorField } from './plan.ts'
import type { SheetReading } from './sheet.ts'
import { isAmbiguousDay, readAs, saysNothing } from './values.ts'
import { vendorDomains } from './vendor-domains.ts'

export type RowRecord = Omit<ReadRow, 'key'> & {
  key: string
  /** What the row calls its maker; null where neither the row nor a person says it. */
  vendor: string | null
  /** Of a list that this product wrote: the record that the row tells of. */
  rec?: Uuid
}

/** A value that is not one of its field: kept as it stands, and shown. */
export type Fault = { column: string; field: string; raw: string; locator: string }

/** One row of the file under a plan. */
export type RowReading = {
  /** As a spreadsheet counts it. */
  row: number
  records: RowRecord[]
  /** Why there is no record; null where there is one. */
  aside: Aside | null
  faults: Fault[]
  /** Places of the columns whose day may be read two ways. */
  asks: number[]
  /** Fields whose amount has more decimals in the file than its currency has: what was kept stands in the record. */
  rounded: Rounded[]
  /** An earlier row that says the same; each of them is a subscription of its own, unless somebody doubled a row. */
  twin?: number
}

export type Rounded = { field: string; raw: string; kept: Money }

/** All rows of a sheet; the keys of things that cannot be told apart are numbered in their order. */
export function* rowSteps(reading: SheetReading, mapping: Mapping, plan: Plan): RowSteps<RowReading[]> {
  const domainOf = vendorDomains()
  const number = numbering(domainOf)
  const twinOf = twins(domainOf)
  const fromFocus = isFocus(reading.table.columns)
  const rows: RowReading[] = []
  for (const [index, { cells }] of reading.table.rows.entries()) {
    if (index % rowsPerStep === 0) yield index
    const beside = reading.own ? undefined : asideOf(cells, reading.table, reading.spoken)
    const row = beside ? nothing : readRow(reading, mapping, plan, index)
    const aside = row.records.length > 0 ? null : (beside ?? 'identity')
    const records = row.records.flatMap((record) => number(record) ?? [])
    const repeats = row.records.length > 0 && records.length === 0
    const rounded = fromFocus ? records.flatMap(roundedIn) : []
    const at = reading.header.at + index + 2
    rows.push({ ...row, records, rounded, aside: repeats ? 'repeat' : aside, row: at, ...twinOf(records, at) })
  }
  return rows
}

type Built = Pick<RowReading, 'faults' | 'asks'> & { records: Omit<RowRecord, 'key'>[] }
const nothing: Built = { records: [], faults: [], asks: [] }

function readRow(reading: SheetReading, mapping: Mapping, plan: Plan, index: number): Built {
  const cells = reading.table.rows[index]?.cells ?? []
  const read = mapping.type === reading.type ? (reading.records[index] ?? []) : []
  if (read.length === 0 && !mapping.own) return nothing
  const drafts = read.length > 0 ? read.map((record) => kept(record, cells, mapping)) : [blank(mapping.type)]
  const built: Built = { records: drafts.map((draft) => ({ ...draft, vendor: null })), faults: [], asks: [] }
  for (const column of mapping.columns) takeColumn(built, column, cells[column.place], reading.spoken, mapping)
  const own = reading.own && ownRow(reading.own, cells)
  const records = built.records.map((record) => completed({ ...record, ...own }, plan, reading.spoken))
  const told = records.filter(
    ({ type, fields, rec }) => rec !== undefined || identity[type].some((field) => Object.hasOwn(fields, field)),
  )
  return told.length > 0 ? { ...built, records: told } : nothing
}

/** Which record it is, and whose. */
function ownRow(own: OwnList, cells: (Cell | undefined)[]): Pick<RowRecord, 'rec' | 'vendor'> {
  const [rec, vendor] = [recordIn(own, cells), cells[own.vendor]?.value]
  return { vendor: vendor === undefined ? null : String(vendor).slice(0, 200), ...(rec === undefined ? {} : { rec }) }
}

type Draft = Omit<ReadRow, 'key'>
const blank = (type: CapturedType): Draft => ({ type, fields: {}, where: {} })

function roundedIn({ fields, where }: RowRecord): Rounded[] {
  return Object.entries(fields).flatMap(([field, value]) => {
    const kept = moneyOf(value)
    const raw = where[field]?.excerpt ?? ''
    const cost = kept && costOf(raw, 'en')
    return cost && !isExact(cost, kept) ? [{ field, raw, kept }] : []
  })
}

/** What the reader took, without what a person took away from its column or gave to another. */
function kept({ type, fields, where }: ReadRow, cells: (Cell | undefined)[], { columns }: Mapping): Draft {
  const given = new Set(columns.flatMap((column) => (column.said ? column.fields : [])))
  const allowed = (field: string): boolean => {
    const from = columns.find(({ place }) => cells[place]?.locator === where[field]?.locator)
    return from ? from.fields.includes(field) && (from.said || !given.has(field)) : !given.has(field)
  }
  const names = Object.keys(fields).filter(allowed)
  return { type, fields: only(fields, names), where: only(where, names) }
}

const only = <T>(of: Record<string, T>, names: string[]): Record<string, T> =>
  Object.fromEntries(names.flatMap((name) => (of[name] === undefined ? [] : [[name, of[name]]])))

/** Adds what a column holds and the reader did not take, or notes why it could not be read. */
function takeColumn(
  built: Built,
  { fields, column, said, order, asks, place, ambiguous }: ColumnMapping,
  cell: Cell | undefined,
  spoken: string,
  mapping: Mapping,
): void {
  if (!cell || fields.length === 0) return
  if (fields.includes(vendorField)) {
    for (const record of built.records) record.vendor = String(cell.value).slice(0, 200)
    return
  }
  const telling = fields.filter((field) => field !== labelled)
  const missing = telling.filter((field) => built.records.every((record) => !Object.hasOwn(record.fields, field)))
  if (missing.length < telling.length && !said) return
  if (asks && isAmbiguousDay(cell.value)) {
    built.asks.push(place)
    return
  }
  for (const field of missing) {
    // What the reader left out of an ordinary column it left out for a reason; a person's word and an answered day count.
    const value =
      said || mapping.own || ambiguous !== undefined
        ? readAs(mapping.type, field, cell.value, { lang: spoken, order })
        : undefined
    if (value !== undefined) setField(built, field, value, cell)
    else if (field === missing[0] && !saysNothing(cell.value, spoken)) fault(built, column.name, field, cell)
  }
}

function setField({ records }: Built, field: string, value: FieldValue, { locator, value: shown }: Cell): void {
  for (const record of records) {
    record.fields[field] = value
    record.where[field] = { locator, excerpt: String(shown) }
  }
}

function fault({ records, faults }: Built, column: string, field: string, { locator, value }: Cell): void {
  const raw = String(value).slice(0, 120)
  faults.push({ column, field, raw, locator })
  for (const record of records) record.where[field] = { locator, excerpt: raw }
}

const nameless: Partial<Record<CapturedType, string[]>> = {
  assignment: ['product', 'plan', 'sku'],
  subscription: ['product', 'plan', 'sku', 'subscriptionId'],
}

/** What holds for the whole file: the product that no row names, the maker, and the area of a security setting. */
function completed(record: Omit<RowRecord, 'key'>, { from }: Plan, spoken: string): Omit<RowRecord, 'key'> {
  const { type, fields, where } = record
  const unnamed = nameless[type]?.every((field) => !Object.hasOwn(fields, field)) === true
  if (unnamed && from !== '') {
    fields.product = from
    where.product = { locator: 'said for the whole file', excerpt: from }
  }
  if (type === 'control' && typeof fields.title === 'string' && fields.area === undefined) {
    fields.area = areaOf(new Set(readLabel(fields.title, lexiconsFor(spoken)).concepts)) ?? 'other'
    where.area = where.title ?? { locator: '', excerpt: fields.title }
  }
  const own = ownVendor(type, fields)
  // A bill is of whoever it says, however the file is called.
  const vendor = type === 'charge' ? (own ?? (from || null)) : from === '' ? own : from
  return { ...record, vendor: record.vendor ?? vendor }
}

/** Of a list of many makers the row's own name is the best that is known of its maker. */
function ownVendor(type: CapturedType, fields: Fields): string | null {
  const { product, plan, registrar, issuer, name, publisher, provider, invoiceIssuer } = fields
  const own: Partial<Record<CapturedType, FieldValue | undefined>> = {
    subscription: product ?? plan,
    assignment: product ?? plan,
    domain: registrar,
    certificate: issuer,
    invoice: issuer,
    product: name,
    charge: publisher ?? provider ?? invoiceIssuer,
  }
  const said = own[type]
  return typeof said === 'string' ? said : null
}

type DomainOf = (vendor: string) => string

/** A record is kept under its maker's domain, however its row writes the name: `Slack` and `slack.com` are one. */
const makerOf = ({ vendor }: Pick<RowRecord, 'vendor'>, domainOf: DomainOf): string | null =>
  vendor === null ? null : domainOf(vendor)

/** Gives each record its key. The same record once more is none; two purchases, or two charges, may be alike. */
function numbering(domainOf: DomainOf): (record: Omit<RowRecord, 'key'>) => RowRecord | undefined {
  const seen = new Map<string, Set<string>>()
  return (record) => {
    const { type, fields } = record
    const key = identityOf(type, fields).join(' · ').slice(0, 580) || 'row'
    const thing = `${makerOf(record, domainOf)} ${key}`
    const alike = seen.get(thing) ?? new Set<string>()
    const content =
      type === 'subscription' || type === 'charge' ? `${alike.size} ${canonical(fields)}` : canonical(fields)
    if (alike.has(content)) return record.rec === undefined ? undefined : { ...record, key }
    alike.add(content)
    seen.set(thing, alike)
    return { ...record, key: alike.size === 1 ? key : `${key} #${alike.size}` }
  }
}

/** The first row that says of a subscription what this one says; a list that names ids says which is which. */
function twins(domainOf: DomainOf): (records: RowRecord[], row: number) => Pick<RowReading, 'twin'> {
  const first = new Map<string, number>()
  return ([record], row) => {
    if (record?.type !== 'subscription' || record.rec !== undefined) return {}
    const said = `${makerOf(record, domainOf)} ${canonical(record.fields)}`
    const twin = first.get(said)
    if (twin !== undefined) return { twin }
    first.set(said, row)
    return {}
  }
}
