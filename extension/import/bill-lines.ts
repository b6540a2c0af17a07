import type { FieldValue } from '../../shared/model/observation.ts'
import { fieldSchema } from '../../shared/model/record-type.ts'
import type { ReadRow } from '../connector-kit/define.ts'
import { type Column, columnsIn } from '../heuristics/columns.ts'
import { identityOf } from '../heuristics/identity.ts'
import { type RowSteps, rowsPerStep } from '../heuristics/steps.ts'
import type { Cell, LabelledTable } from '../heuristics/tables.ts'
import { dayOf } from '../heuristics/values/day.ts'
import { currencyOf, moneyOf } from '../heuristics/values/money.ts'
import { countOf } from '../heuristics/values/number.ts'
import { labelOf } from '../heuristics/values/shape.ts'

/** Which column of a list of bill lines is which field. */
export type LineColumns = {
  number: Column
  description: Column
  amount: Column
  others: [string, Column][]
  currency?: Column
}

/**
 * Lines of bills: each row names its bill, says what it is for and how much. Where every bill has one row it is a list of
 * bills for whoever reads it so; that several rows are of one bill tells that they are its lines.
 */
export function lineColumnsOf(columns: Column[]): LineColumns | undefined {
  const [number] = columnsIn(columns, 'invoiceNumber')
  const [amount] = columnsIn(columns, 'totalPrice', 'amount', 'price').sort((a, b) => rank(a) - rank(b))
  const description =
    columns.find(({ leaf, shape }) => leaf.has('description') && shape.kind === 'text') ??
    columnsIn(columns, 'product', 'name', 'license', 'plan')[0]
  if (!number || !amount || !description) return undefined
  const [currency] = columnsIn(columns, 'currency')
  const of = (field: string, ...roles: Parameters<typeof columnsIn>[1][]): [string, Column][] => {
    const [column] = columnsIn(columns, ...roles)
    return column ? [[field, column]] : []
  }
  const others = [
    ...of('billedOn', 'issuedOn', 'date', 'createdOn'),
    ...of('chargePeriodStart', 'startsOn'),
    ...of('skuId', 'sku'),
    ...of('quantity', 'count', 'seats', 'seatsPurchased', 'seatsTotal'),
    ...of('publisher', 'vendor', 'issuer'),
  ]
  return { number, description, amount, others, ...(currency ? { currency } : {}) }
}

/** The sum of a row before the price of one, which is another column. */
const rank = ({ role }: Column): number => ['amount', 'totalPrice', 'price'].indexOf(role ?? '')

/** Whether two rows are of one bill and say different things. */
export function isItemized({ rows }: LabelledTable, { number, description, amount }: LineColumns): boolean {
  const seen = new Map<string, string>()
  return rows.some(({ cells }) => {
    const bill = String(cells[number.index]?.value ?? '')
    if (bill === '') return false
    const line = JSON.stringify([cells[description.index]?.value, cells[amount.index]?.value])
    const before = seen.get(bill)
    seen.set(bill, line)
    return before !== undefined && before !== line
  })
}

export function* lineSteps(table: LabelledTable, of: LineColumns, spoken: string): RowSteps<ReadRow[]> {
  const read: ReadRow[] = []
  for (const [at, { cells }] of table.rows.entries()) {
    if (at % rowsPerStep === 0) yield at
    const line: ReadRow = { type: 'charge', key: '', fields: {}, where: {} }
    const take = (field: string, column: Column, readCell: (cell: Cell) => FieldValue | undefined) => {
      const cell = cells[column.index]
      const value = cell && readCell(cell)
      if (!cell || value === undefined || !fieldSchema('charge', field)?.safeParse(value).success) return
      line.fields[field] = value
      line.where[field] = { locator: cell.locator, excerpt: String(cell.value) }
    }
    const currency = currencyOf(String(of.currency ? (cells[of.currency.index]?.value ?? '') : '')) ?? null
    take('invoiceId', of.number, ({ value }) => labelOf(value))
    take('description', of.description, ({ value }) => labelOf(value))
    take('billedCost', of.amount, ({ value }) => moneyOf(value, spoken, currency))
    for (const [field, column] of of.others)
      take(field, column, ({ value }) =>
        field.endsWith('On') || field === 'chargePeriodStart'
          ? dayOf(value, spoken, column.order)
          : field === 'quantity'
            ? countOf(value, spoken)
            : labelOf(value),
      )
    // Without an amount it may be a heading between the lines; what names no bill is none of a bill.
    if (line.fields.invoiceId === undefined || line.fields.billedCost === undefined) continue
    line.key = identityOf('charge', line.fields).join(' · ')
    read.push(line)
  }
  return read
}
