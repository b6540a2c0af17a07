import { addDays } from '../../shared/model/calendar.ts'
import type { Day } from '../../shared/model/day.ts'
import type { FieldValue } from '../../shared/model/observation.ts'
import { fieldSchema } from '../../shared/model/record-type.ts'
import type { ReadRow } from '../connector-kit/define.ts'
import type { Column } from '../heuristics/columns.ts'
import { identityOf } from '../heuristics/identity.ts'
import { type RowSteps, rowsPerStep } from '../heuristics/steps.ts'
import type { Cell, LabelledTable } from '../heuristics/tables.ts'
import { type DayOrder, dayOf } from '../heuristics/values/day.ts'
import { costOf, Rounding } from './exact-cost.ts'
import { saysNothing } from './values.ts'

/**
 * Cost and usage in the columns of FOCUS (https://focus.finops.org, versions 1.0 to 1.3). Column IDs are in PascalCase;
 * some exports write the display names instead ("Billed Cost"). Of two columns for one field the first that says
 * something counts: what is priced before what is used.
 */
const columnsOfField: Record<string, string[]> = {
  invoiceId: ['InvoiceId'],
  invoiceIssuer: ['InvoiceIssuerName', 'InvoiceIssuer'],
  provider: ['ServiceProviderName', 'ProviderName', 'Provider'],
  publisher: ['PublisherName', 'Publisher'],
  description: ['ChargeDescription'],
  skuId: ['SkuId'],
  category: ['ChargeCategory'],
  frequency: ['ChargeFrequency'],
  billedCost: ['BilledCost'],
  effectiveCost: ['EffectiveCost'],
  listCost: ['ListCost'],
  contractedCost: ['ContractedCost'],
  quantity: ['PricingQuantity', 'ConsumedQuantity'],
  billingPeriodStart: ['BillingPeriodStart'],
  billingPeriodEnd: ['BillingPeriodEnd'],
  chargePeriodStart: ['ChargePeriodStart'],
  chargePeriodEnd: ['ChargePeriodEnd'],
}
const units: Record<string, string> = { PricingQuantity: 'PricingUnit', ConsumedQuantity: 'ConsumedUnit' }
const costs = ['billedCost', 'effectiveCost', 'listCost', 'contractedCost']
const ends = ['billingPeriodEnd', 'chargePeriodEnd']
const days = ['billingPeriodStart', 'chargePeriodStart', ...ends]

const plain = (label: string): string => label.toLowerCase().replace(/[^a-z]/g, '')
const fieldByColumn = new Map(
  Object.entries(columnsOfField).flatMap(([field, labels]) => labels.map((label) => [plain(label), field] as const)),
)
for (const unit of Object.values(units)) fieldByColumn.set(plain(unit), 'unit')

/** The field that a column of FOCUS is, by its name alone. */
export const focusField = (label: string): string | undefined => fieldByColumn.get(plain(label))

/** A cost, its currency and when or what it was charged for: no other list has these names. */
export function isFocus(columns: string[]): boolean {
  const fields = new Set(columns.map(focusField))
  const has = (...some: string[]) => some.some((field) => fields.has(field))
  return (
    has('billedCost', 'effectiveCost') &&
    columns.some((label) => plain(label) === 'billingcurrency') &&
    has('chargePeriodStart', 'billingPeriodStart', 'category')
  )
}

/** Every row is one charge. */
export function* focusSteps(table: LabelledTable, columns: Column[]): RowSteps<ReadRow[]> {
  const places = new Map(table.columns.map((label, place) => [plain(label), place]))
  const orders = new Map(columns.map(({ index, order }) => [index, order]))
  const rounding = new Rounding()
  const read: ReadRow[] = []
  for (const [at, { cells }] of table.rows.entries()) {
    if (at % rowsPerStep === 0) yield at
    const charge = chargeIn(new FocusRow(cells, places, orders), rounding)
    if (charge) read.push(charge)
  }
  return read
}

type Found = { column: string; cell: Cell; order: DayOrder }

class FocusRow {
  readonly #cells: (Cell | undefined)[]
  readonly #places: Map<string, number>
  readonly #orders: Map<number, DayOrder>

  constructor(cells: (Cell | undefined)[], places: Map<string, number>, orders: Map<number, DayOrder>) {
    this.#cells = cells
    this.#places = places
    this.#orders = orders
  }

  /** The first of these columns that says something; FOCUS writes null for what does not apply. */
  find(columns: string[]): Found | undefined {
    for (const column of columns) {
      const place = this.#places.get(plain(column))
      const cell = place === undefined ? undefined : this.#cells[place]
      if (cell && place !== undefined && !saysNothing(cell.value, 'en'))
        return { column, cell, order: this.#orders.get(place) ?? null }
    }
    return undefined
  }
}

function chargeIn(row: FocusRow, rounding: Rounding): ReadRow | undefined {
  const charge: ReadRow = { type: 'charge', key: '', fields: {}, where: {} }
  const take = (field: string, value: FieldValue | undefined, { cell }: Found) => {
    if (value === undefined || !fieldSchema('charge', field)?.safeParse(value).success) return
    charge.fields[field] = value
    charge.where[field] = { locator: cell.locator, excerpt: String(cell.value) }
  }
  for (const [field, labels] of Object.entries(columnsOfField)) {
    const found = costs.includes(field) ? undefined : row.find(labels)
    if (found) take(field, fieldFrom(field, found), found)
  }
  const counted = row.find(columnsOfField.quantity ?? [])
  const unit = counted && row.find([units[counted.column] ?? ''])
  if (unit) take('unit', String(unit.cell.value), unit)
  const currency = currencyIn(row)
  const bill = JSON.stringify(
    ['invoiceIssuer', 'provider', 'invoiceId', 'billingPeriodStart'].map((field) => charge.fields[field] ?? null),
  )
  for (const field of costs) {
    const found = row.find(columnsOfField[field] ?? [])
    const cost = found && costOf(found.cell.value, 'en')
    if (found && cost) take(field, rounding.next(`${field} ${bill}`, cost, currency), found)
  }
  charge.key = identityOf('charge', charge.fields).join(' · ')
  return Object.keys(charge.fields).length > 0 ? charge : undefined
}

function currencyIn(row: FocusRow): string | null {
  const code = String(row.find(['BillingCurrency'])?.cell.value ?? '')
    .trim()
    .toUpperCase()
  return /^[A-Z]{3}$/.test(code) ? code : null
}

function fieldFrom(field: string, { cell, order }: Found): FieldValue | undefined {
  const { value } = cell
  if (days.includes(field)) return dayIn(value, order, ends.includes(field))
  if (field === 'category' || field === 'frequency')
    return String(value)
      .trim()
      .toLowerCase()
      .replace(/[\s_]+/g, '-')
  if (field !== 'quantity') return String(value).trim()
  // A quantity is no amount of money: it is kept as a number.
  const number =
    typeof value === 'number'
      ? value
      : /^-?\d{1,15}(?:\.\d{1,20})?$/.test(String(value).trim())
        ? Number(value)
        : undefined
  return number
}

/** Its periods are instants and end where the next one begins: an end within a day covers that day too. */
function dayIn(value: Cell['value'], order: DayOrder, isEnd: boolean): Day | undefined {
  const instant = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?) ?(?:Z|UTC|[+-]00:?00)?$/i.exec(
    String(value).trim(),
  )
  if (!instant) return dayOf(value, 'en', order)
  const [, day = '', time = ''] = instant
  if (!fieldSchema('charge', 'chargePeriodStart')?.safeParse(day).success) return undefined
  return isEnd && /[1-9]/.test(time) ? addDays(day, 1) : day
}
