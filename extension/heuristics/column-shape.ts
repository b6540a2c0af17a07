import { once } from './answers.ts'
import type { Shape } from './roles.ts'
import type { Cell, CellValue } from './tables.ts'
import { type DayOrder, dayOf } from './values/day.ts'
import { looksLikeMoney } from './values/money.ts'
import { countOf, decimalOf, pairOf } from './values/number.ts'
import { emailOf, hostOf } from './values/shape.ts'
import { isUnlimited, pairWords, periodOf, yesNoOf } from './values/word.ts'

/** All ways in which the page says the value: its text first, then what only machines and screen readers see. */
export const wordings = (cell: Cell): CellValue[] => [cell.value, ...(cell.hints ?? [])]

/** What the values look like. Only the kind is asked of every column; each other question is answered when somebody asks it. */
export function shapeOf(cells: Cell[], lang: string, order: DayOrder, dates: boolean, json: boolean): Shape {
  const sample = alike(cells)
  const most = (test: (cell: Cell) => boolean) => isMostly(sample, cells.length, test)
  const any = (read: (value: CellValue) => unknown) => (cell: Cell) =>
    wordings(cell).some((value) => read(value) !== undefined)
  const isDay = any((value) =>
    (typeof value === 'number' || isDigits(value)) && !dates ? undefined : dayOf(value, lang, order),
  )
  const text = (cell: Cell) => String(cell.value)
  const kind = (): Shape['kind'] => {
    if (cells.length === 0) return 'empty'
    if (most(any(emailOf))) return 'email'
    if (most((cell) => typeof cell.value === 'boolean' || (json && /^(?:true|false)$/i.test(text(cell))))) return 'flag'
    // An ambiguous numeric date is still a date column: its values stay unknown, but they are no numbers.
    if (most(isDay) || (dates && most((cell) => /^\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}/.test(text(cell))))) return 'day'
    if (most((cell) => looksLikeMoney(text(cell)))) return 'money'
    if (most((cell) => typeof cell.value === 'number' || decimalOf(text(cell), lang) !== undefined)) return 'number'
    if (most((cell) => countOf(cell.value, lang) !== undefined) && !json) return 'number'
    return most(any(hostOf)) ? 'host' : 'text'
  }
  const whole = once(() => most((cell) => countOf(cell.value, lang) !== undefined))
  const flags = once(() => most((cell) => yesNoOf(cell.value, lang) !== undefined))
  const pairs = once(() => most((cell) => pairOf(cell.value, pairWords, lang) !== undefined))
  const unlimited = once(() => most((cell) => isUnlimited(cell.value, lang)))
  const periods = once(() => most((cell) => periodOf(cell.value, lang) !== undefined))
  return {
    kind: kind(),
    get whole() {
      return whole()
    },
    get flags() {
      return flags()
    },
    get pairs() {
      return pairs()
    },
    get unlimited() {
      return unlimited()
    },
    get periods() {
      return periods()
    },
  }
}

/** A cell of a sample, and how many of them say the same. */
type Told = { cell: Cell; times: number }

/** States, plans and vendors stand in every row: each is looked at once. */
function alike(cells: Cell[]): Told[] {
  const known = new Map<CellValue, Told>()
  const told: Told[] = []
  for (const cell of cells) {
    const same = cell.hints === undefined ? known.get(cell.value) : undefined
    if (same) same.times += 1
    else {
      const added = { cell, times: 1 }
      told.push(added)
      if (cell.hints === undefined) known.set(cell.value, added)
    }
  }
  return told
}

/** Six of ten; not asked further once enough are, or too many are not. */
function isMostly(sample: Told[], all: number, test: (cell: Cell) => boolean): boolean {
  let [passed, others] = [0, 0]
  for (const { cell, times } of sample) {
    if (test(cell)) passed += times
    else others += times
    if (passed >= all * 0.6) return true
    if (all - others < all * 0.6) return false
  }
  return false
}

const isDigits = (value: CellValue): boolean => typeof value === 'string' && /^\d+$/.test(value.trim())
