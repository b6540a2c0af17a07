import type { CapturedType } from '../../shared/model/record-type.ts'
import type { DayOrder } from '../heuristics/values/day.ts'
import { currencyOf } from '../heuristics/values/money.ts'
import { fieldWords } from '../ui/field-words.ts'
import { isAnswered, orderOf, type Plan, saidOf, vendorField } from './plan.ts'
import { fieldByName } from './propose.ts'
import type { SheetColumn, SheetReading } from './sheet.ts'

/** What one column becomes under a plan. */
export type ColumnMapping = {
  place: number
  column: SheetColumn
  fields: string[]
  /** A person gave it this field; else it is as the reader took it, or by its name. */
  said: boolean
  order: DayOrder
  /** Days that may be read two ways, and nobody has said which. */
  asks: boolean
  /** One of them, to ask with. */
  ambiguous?: string
}

export type Mapping = {
  type: CapturedType
  columns: ColumnMapping[]
  /** The reader judged another kind of record, or what a row is told by was given by a person: rows are read by columns. */
  own: boolean
}

/** Undefined while nobody knows what kind of record the rows are. */
export function mappingOf(reading: SheetReading, plan: Plan): Mapping | undefined {
  const type = plan.type ?? reading.type
  if (type === null) return undefined
  const same = type === reading.type
  const columns = reading.columns.map((column) => columnMapping(column, plan, type, same))
  const told = columns.some(({ said, fields }) => said && fields.some((field) => identity[type].includes(field)))
  return { type, columns, own: !same || told }
}

function columnMapping(column: SheetColumn, plan: Plan, type: CapturedType, same: boolean): ColumnMapping {
  const place = column.index
  const said = saidOf(plan, place)
  const { ambiguous } = column
  const byName = fieldByName(type, column)
  const fields =
    said === null ? [] : said !== undefined ? [said] : asRead(column, byName, same, ambiguous !== undefined)
  const days = fields.some((field) => fieldWords[type][field]?.kind === 'day')
  const order = orderOf(plan, place, column.order)
  const open = days && ambiguous !== undefined && column.order === null
  return {
    place,
    column,
    fields,
    said: typeof said === 'string',
    order,
    asks: open && !isAnswered(plan, place),
    ...(open ? { ambiguous } : {}),
  }
}

/** What values became; where none became anything, only a maker's name and days that wait for an answer count by name. */
function asRead({ read }: SheetColumn, byName: string | undefined, same: boolean, waits: boolean): string[] {
  if (same && read.size > 0) return [...read.keys()]
  return byName !== undefined && (!same || byName === vendorField || waits) ? [byName] : []
}

/** What tells one thing from another: without one of these a row is no record. */
export const identity: Record<CapturedType, string[]> = {
  subscription: ['product', 'plan', 'sku', 'subscriptionId'],
  assignment: ['email', 'person', 'accountId'],
  invoice: ['number', 'issuedOn'],
  domain: ['name'],
  certificate: ['subject', 'serial'],
  control: ['title'],
  product: ['name', 'productId'],
  charge: ['invoiceId', 'skuId', 'description'],
}

/**
 * It becomes no field of its own: the amounts beside it took their currency from it. They ask for it by its label; words of
 * another column may look like codes.
 */
export const isCurrency = ({ column: { role, samples } }: ColumnMapping, { columns, type }: Mapping): boolean =>
  role === 'currency' &&
  samples.some((sample) => currencyOf(sample) !== undefined) &&
  columns.some(({ fields }) => fields.some((field) => fieldWords[type][field]?.kind === 'money'))

/** What is counted is read from a column's label, not from its values. */
export const labelled = 'metric'
