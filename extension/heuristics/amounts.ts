import type { Money } from '../../shared/model/money.ts'
import type { Column } from './columns.ts'
import { columnsIn } from './columns.ts'
import type { Facts, Row } from './draft.ts'
import { cellOf } from './draft.ts'
import type { CellValue, LabelledTable } from './tables.ts'
import { currencyOf, fits, type Minor, moneyOf } from './values/money.ts'

/** The amount in a cell, with the currency that stands beside it and in the unit that its key or its neighbors tell. */
export function amountIn(facts: Facts, row: Row, column: Column, value: CellValue): Money | undefined {
  if (column.leaf.has('estimate')) return undefined
  const currency = currencyBeside(facts, row, column)
  const unit = unitOf(facts, row, column)
  const money = moneyOf(value, facts.lang, currency, unit)
  if (!money || typeof value !== 'number') return money
  return unit !== 'major' || fits(value, currency) ? money : undefined
}

/** In the same object first ("total": {"amount", "currency"}), then anywhere in the row, then one for the whole table. */
function currencyBeside(facts: Facts, row: Row, column: Column): string | null {
  const columns = columnsIn(facts.columns, 'currency')
  const near = columns.filter((other) => other.path.join('.') === column.path.join('.'))
  for (const candidate of [...near, ...columns.filter((other) => other.path.length <= 1)]) {
    const found = currencyOf(cellOf(row, candidate)?.value)
    if (found) return found
  }
  return null
}

function unitOf(facts: Facts, row: Row, column: Column): Minor {
  const words = [...column.path.slice(-1), column.label.split('.').at(-1) ?? ''].join('_').toLowerCase()
  if (/micros?(?:_|$)/.test(words)) return 'micros'
  if (/(?:^|_)(?:in_?)?(?:cents?|minor(?:_units?)?)(?:_|$)|incents|minorunits|amountminor/.test(words)) return 'cents'
  return facts.table.source === 'json' && countsInMinorUnits(facts, row, column) ? 'cents' : 'major'
}

/**
 * Payment APIs that count in the smallest unit also count time in epoch seconds and state a currency; those that write
 * decimal amounts write dates as text. A column with any fraction or any text is in major units.
 */
function countsInMinorUnits(facts: Facts, row: Row, column: Column): boolean {
  if (!isWhole(facts.table, column)) return false
  const stated = columnsIn(facts.columns, 'currency').some((other) => currencyOf(cellOf(row, other)?.value))
  const epochs = facts.columns.some(
    (other) => other.shape.kind === 'day' && typeof cellOf(row, other)?.value === 'number',
  )
  return stated && epochs
}

/** Every row asks for the same column: answered once a table. */
const answered = new WeakMap<LabelledTable, Map<number, boolean>>()

function isWhole(table: LabelledTable, { index }: Column): boolean {
  const known = answered.get(table) ?? new Map<number, boolean>()
  answered.set(table, known)
  const values = () => table.rows.map(({ cells }) => cells[index]?.value).filter((value) => value != null)
  const whole = known.get(index) ?? values().every((value) => typeof value === 'number' && Number.isInteger(value))
  known.set(index, whole)
  return whole
}
