import { moneyToDecimal } from '../../shared/model/money.ts'
import type { Column, List } from './list.ts'

/**
 * `{ format, list, columns: [{ id, label, kind }], rows: [{ [id]: value }] }`. Days are ISO, an amount is
 * `{ amount, currency }` with its digits as a text, and what is unknown is null.
 */
export const jsonOf = <Row>({ name, columns, rows }: List<Row>): string =>
  JSON.stringify({
    format: 'stocktake-list-1',
    list: name,
    columns: columns.map(({ id, label, kind }) => ({ id, label, kind })),
    rows: rows.map((row) => Object.fromEntries(columns.map((column) => [column.id, plainValue(column, row)]))),
  })

function plainValue<Row>(column: Column<Row>, row: Row) {
  if (column.kind !== 'money') return column.of(row) ?? null
  const money = column.of(row)
  return money ? { amount: moneyToDecimal(money), currency: money.currency } : null
}
