import type { Money } from '../../shared/model/money.ts'
import type { Column } from './columns.ts'
import { columnsIn } from './columns.ts'
import type { Facts, Row } from './draft.ts'
import { cellOf } from './draft.ts'
import type { CellValue, LabelledTable } from './tables.ts'
import { currencyOf, fits, type Minor, moneyOf } from './values/money.ts'
import { wordsOf } from './words.ts'

/** The amount in a cell, with the currency that stands beside it and in the unit that its key or its neighbors tell. */
export function amountIn(facts: Facts, row: Row, column: Column, value: CellValue): Money | undefined {
  if (column.leaf.has('estimate')) return undefined
  const currency = currencyBeside(facts, row, column)
  const unit = unitOf(facts, row, column)
  if (unit === null || (unit === 'major' && isBareText(facts, column, value))) return undefined
  const money = moneyOf(value, facts.lang, currency, unit)
  if (!money || typeof value !== 'number') return money
  return unit !== 'major' || fits(value, currency) ? money : undefined
}

/**
 * `{ amount: "3000", currency_code }`: whoever writes amounts as text to be exact writes the point too, unless there is
 * none to write. Thirty or three thousand: nobody can tell, so nobody does.
 */
function isBareText({ table, columns }: Facts, column: Column, value: CellValue): boolean {
  const beside = columns.some(({ role, path }) => role === 'currency' && path.join('.') === column.path.join('.'))
  if (table.source !== 'json' || typeof value !== 'string' || !beside || column.path.length === 0) return false
  return (
    /^\d{3,}$/.test(value) && !table.rows.some(({ cells }) => /[.,]\d/.test(String(cells[column.index]?.value ?? '')))
  )
}

/** In the same object first ("total": {"amount", "currency"}), then anywhere in the row, then one for the whole table. */
function currencyBeside(facts: Facts, row: Row, column: Column): string | null {
  const columns = columnsIn(facts.columns, 'currency')
  const path = column.path.join('.')
  const near = columns.filter((other) => other.path.join('.') === path)
  for (const candidate of [...near, ...columns.filter((other) => other.path.length <= 1)]) {
    const found = currencyOf(cellOf(row, candidate)?.value)
    if (found) return found
  }
  return null
}

/** Null where the signs contradict each other. */
function unitOf(facts: Facts, row: Row, column: Column): Minor | null {
  const called = unitsCalled.get(column) ?? unitCalled(column)
  unitsCalled.set(column, called)
  if (called !== 'major') return called
  return facts.table.source === 'json' ? unitByHabit(facts, row, column) : 'major'
}

const unitsCalled = new WeakMap<Column, Minor>()

/** `amount_micros`, `price_in_cents`: the unit in the key itself. */
function unitCalled({ path, label }: Column): Minor {
  const words = wordsOf([...path.slice(-1), label.split('.').at(-1) ?? ''].join(' ')).join('_')
  if (/micros?(?:_|$)/.test(words)) return 'micros'
  return /(?:^|_)(?:in_?)?(?:cents?|minor(?:_units?)?)(?:_|$)|incents|minorunits|amountminor/.test(words)
    ? 'cents'
    : 'major'
}

/**
 * Payment APIs that count in the smallest unit also count time in epoch seconds and write currencies in small letters;
 * those that write decimal amounts write dates as text. A column with any fraction or any text is in major units.
 */
function unitByHabit(facts: Facts, row: Row, column: Column): Minor | null {
  if (!isWhole(facts.table, column)) return 'major'
  const codes = columnsIn(facts.columns, 'currency').flatMap((other) => {
    const code = cellOf(row, other)?.value
    return typeof code === 'string' && currencyOf(code) ? [code] : []
  })
  const epochs = facts.columns.some(
    (other) => other.shape.kind === 'day' && typeof cellOf(row, other)?.value === 'number',
  )
  if (codes.length === 0) return 'major'
  return epochs ? 'cents' : codes.some((code) => /^[a-z]{3}$/.test(code)) ? null : 'major'
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
