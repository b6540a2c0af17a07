import { moneyToDecimal } from '../../shared/model/money.ts'
import { t } from '../ui/language.ts'
import type { Column, List, Plain, Table } from './list.ts'

/** A list as plain cells. An amount has its currency in a column beside it: no format keeps both in one cell. */
export const tableOf = <Row>({ name, columns, rows }: List<Row>): Table => ({
  name,
  heads: columns.flatMap(({ kind, label }) => (kind === 'money' ? [label, t('values.currencyOf', label)] : [label])),
  count: rows.length,
  rows: {
    *[Symbol.iterator]() {
      for (const row of rows) yield columns.flatMap((column) => cellsOf(column, row))
    },
  },
})

function cellsOf<Row>(column: Column<Row>, row: Row): Plain[] {
  if (column.kind === 'money') {
    const money = column.of(row)
    if (!money) return [undefined, undefined]
    return [
      { kind: 'number', digits: moneyToDecimal(money) },
      money.currency === null ? undefined : { kind: 'text', text: money.currency },
    ]
  }
  return [plainOf(column, row)]
}

function plainOf<Row>(column: Exclude<Column<Row>, { kind: 'money' }>, row: Row): Plain {
  switch (column.kind) {
    case 'count': {
      const count = column.of(row)
      return count === undefined ? undefined : { kind: 'number', digits: String(count) }
    }
    case 'day': {
      const day = column.of(row)
      return day === undefined ? undefined : { kind: 'day', day }
    }
    case 'flag': {
      const flag = column.of(row)
      return flag === undefined ? undefined : { kind: 'flag', flag }
    }
    case 'text': {
      const text = column.of(row)
      return text === undefined ? undefined : { kind: 'text', text }
    }
  }
}
