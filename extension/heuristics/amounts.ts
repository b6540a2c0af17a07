import type { Money } from '../../shared/model/money.ts'
import { once, remembering } from './answers.ts'
import type { Column } from './columns.ts'
import { columnsIn } from './columns.ts'
import type { Facts, Row } from './draft.ts'
import { cellOf } from './draft.ts'
import type { CellValue } from './tables.ts'
import { currencyOf, fits, type Minor, moneyOf } from './values/money.ts'
import { wordsOf } from './words.ts'

/** How a column's amounts are read. */
type Plan = {
  /** Where their currency may stand: in the same object first ("total": {"amount", "currency"}), then anywhere in the row. */
  currencies: Column[]
  called: Minor
  isWhole: () => boolean
  isUnwritten: () => boolean
}
export type Amounts = (row: Row, column: Column, value: CellValue) => Money | undefined

/** "Unit price (EUR)", "Coût annuel (€)": the name of the column says the currency of what stands below. */
function currencyCalled({ label }: Column): string | undefined {
  const [, inside] = /[(（[]([^()（）[\]]{1,12})[)）\]]\s*$/.exec(label) ?? []
  return currencyOf(inside ?? /\s([A-Z]{3}|[^\p{L}\d\s]{1,3})$/u.exec(label)?.[1])
}

/** The amount in a cell, with the currency that stands beside it and in the unit that its key or its neighbors tell. */
export function amountsOf(facts: Facts): Amounts {
  const plan = remembering((column: Column) => planOf(facts, column))
  const codeOf = remembering((value: CellValue | undefined) => currencyOf(value))
  const own = remembering(currencyCalled)
  const days = facts.columns.filter(({ shape }) => shape.kind === 'day')
  const known = columnsIn(facts.columns, 'currency')
  const reader = remembering((given: string) => {
    const [unit = '', currency = ''] = given.split(' ')
    return remembering((value: CellValue) => moneyOf(value, facts.lang, currency || null, unit as Minor)) // as written below
  })
  return (row, column, value) => {
    if (column.leaf.has('estimate')) return undefined
    const { currencies, called, isWhole, isUnwritten } = plan(column)
    const currency = firstOf(currencies, (other) => codeOf(cellOf(row, other)?.value)) ?? own(column) ?? null
    const unit =
      called !== 'major' || facts.table.source !== 'json' || !isWhole() ? called : unitByHabit(row, known, days, codeOf)
    if (unit === null) return undefined
    if (unit === 'major' && typeof value === 'string' && /^\d{3,}$/.test(value) && isUnwritten()) return undefined
    const money = reader(`${unit} ${currency ?? ''}`)(value)
    if (!money || typeof value !== 'number') return money
    return unit !== 'major' || fits(value, currency) ? money : undefined
  }
}

function firstOf<Item, Answer>(items: Item[], answer: (item: Item) => Answer | undefined): Answer | undefined {
  for (const item of items) {
    const found = answer(item)
    if (found !== undefined) return found
  }
  return undefined
}

function planOf({ table, columns }: Facts, column: Column): Plan {
  const path = column.path.join('.')
  const currencies = columnsIn(columns, 'currency')
  const near = currencies.filter((other) => other.path.join('.') === path)
  const values = () => table.rows.map(({ cells }) => cells[column.index]?.value)
  return {
    currencies: [...near, ...currencies.filter((other) => other.path.length <= 1)],
    called: unitCalled(column),
    // A column with any fraction or any text is in major units.
    isWhole: once(() =>
      values().every((value) => value == null || (typeof value === 'number' && Number.isInteger(value))),
    ),
    /**
     * `{ amount: "3000", currency_code }`: whoever writes amounts as text to be exact writes the point too, unless there is
     * none to write. Thirty or three thousand: nobody can tell, so nobody does.
     */
    isUnwritten: once(
      () =>
        table.source === 'json' &&
        near.length > 0 &&
        column.path.length > 0 &&
        !values().some((value) => /[.,]\d/.test(String(value ?? ''))),
    ),
  }
}

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
 * those that write decimal amounts write dates as text. Milliseconds are written by both. Null where the signs contradict
 * each other.
 */
function unitByHabit(
  row: Row,
  currencies: Column[],
  days: Column[],
  codeOf: (value: CellValue | undefined) => string | undefined,
): Minor | null {
  const codes = currencies.flatMap((other) => {
    const code = cellOf(row, other)?.value
    return typeof code === 'string' && codeOf(code) ? [code] : []
  })
  if (codes.length === 0) return 'major'
  const times = days.flatMap((other) => {
    const value = cellOf(row, other)?.value
    return typeof value === 'number' ? [value] : []
  })
  const small = codes.some((code) => /^[a-z]{3}$/.test(code))
  if (times.some((time) => time < 1e11)) return 'cents'
  return times.length > 0 ? (small ? 'cents' : null) : small ? null : 'major'
}
