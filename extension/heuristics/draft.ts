import type { FieldValue } from '../../shared/model/observation.ts'
import { type CapturedType, fieldSchema } from '../../shared/model/record-type.ts'
import type { ReadRow } from '../connector-kit/define.ts'
import { remembering } from './answers.ts'
import type { Column } from './columns.ts'
import { isFilled } from './columns.ts'
import type { Lexicon } from './lexicon.ts'
import type { Cell, CellValue, LabelledTable, ReadContext } from './tables.ts'
import type { Topic } from './topics.ts'
import { dayOf, daysOf } from './values/day.ts'

/** Everything that is known about one table when its kind is judged. */
export type Facts = {
  table: LabelledTable
  columns: Column[]
  topic: Topic
  context: ReadContext
  lexicons: Lexicon[]
  /** BCP 47 for numbers, dates and words of the values. */
  lang: string
  /** The vendor's name by the host of the page, null where the address has none. */
  vendorName: string | null
}

export type Row = LabelledTable['rows'][number]

/** A judge's verdict: how sure it is, and how it reads one row. */
export type Verdict = { type: CapturedType; score: number; read: (row: Row, index: number) => Draft | Draft[] | null }
export type Judge = (facts: Facts) => Verdict | null

/** One record in the making. */
export type Draft = Pick<ReadRow, 'type' | 'fields' | 'where' | 'open'> & { keys: string[] }
export const newDraft = (type: CapturedType): Draft => ({ type, fields: {}, where: {}, keys: [] })

export const cellOf = (row: Row, column: Column | undefined): Cell | undefined => {
  const cell = column ? row.cells[column.index] : undefined
  return isFilled(cell) ? cell : undefined
}

/** Sets a field from the first of the columns that answers; values that are none of the field's are left out. */
export function take(
  draft: Draft,
  field: string,
  row: Row,
  from: Column[],
  read: (value: CellValue, column: Column, cell: Cell) => FieldValue | undefined,
): boolean {
  if (Object.hasOwn(draft.fields, field)) return true
  for (const column of from) {
    const cell = cellOf(row, column)
    if (!cell) continue
    for (let at = -1; at < (cell.hints?.length ?? 0); at++) {
      const value = read(wordingOf(cell, at), column, cell)
      if (value !== undefined && put(draft, field, value, cell.locator, String(cell.value))) return true
    }
  }
  return false
}

/** Its text first, then what only machines and screen readers see. */
const wordingOf = ({ value, hints }: Cell, at: number): CellValue => (at < 0 ? value : (hints?.[at] ?? null))

/** Reads all of one matter from a row into its draft. */
export type Read = (draft: Draft, row: Row) => void

/** Reads one field from a row into its draft; true where the draft has it. */
export type Taker = (draft: Draft, row: Row) => boolean

/** What a wording says, and how evidence shows it. */
type Told = { said: FieldValue; excerpt: string }

/**
 * `take` for a whole table: the columns are chosen once, and what a column says in row after row is read once. For
 * readers that ask nothing but the value and its column.
 */
export function taker(
  type: CapturedType,
  field: string,
  from: Column[],
  read: (value: CellValue, column: Column) => FieldValue | undefined,
): Taker {
  const sources = from.map((column) => ({
    column,
    told: remembering((value: CellValue): Told | undefined => {
      const said = allowed(type, field, read(value, column))
      return said === undefined ? undefined : { said, excerpt: excerptIn(String(value)) }
    }),
  }))
  return (draft, row) => {
    if (Object.hasOwn(draft.fields, field)) return true
    for (const { column, told } of sources) {
      const cell = cellOf(row, column)
      if (!cell) continue
      for (let at = -1; at < (cell.hints?.length ?? 0); at++) {
        const found = told(wordingOf(cell, at))
        if (found === undefined) continue
        // What a hint told is shown by the text that it stands at.
        const excerpt = at < 0 ? found.excerpt : excerptIn(String(cell.value))
        draft.fields[field] = found.said
        draft.where[field] = { locator: shortened(cell.locator), excerpt }
        return true
      }
    }
    return false
  }
}

/** A day; one that can be read in two ways stays open, for a person to choose. */
export function dayTaker(type: CapturedType, field: string, from: Column[], { lang }: Facts): Taker {
  const takeOne = taker(type, field, from, (value, { order }) => dayOf(value, lang, order))
  return (draft, row) => takeOne(draft, row) || takeEither(draft, field, row, from, lang)
}

export function takeDay(draft: Draft, field: string, row: Row, from: Column[], { lang }: Facts): boolean {
  if (take(draft, field, row, from, (value, { order }) => dayOf(value, lang, order))) return true
  return takeEither(draft, field, row, from, lang)
}

function takeEither(draft: Draft, field: string, row: Row, from: Column[], lang: string): boolean {
  for (const column of from) {
    const cell = cellOf(row, column)
    const choices = cell ? daysOf(cell.value, lang, column.order) : []
    if (!cell || choices.length < 2) continue
    draft.open = { ...draft.open, [field]: choices }
    draft.where[field] = whereOf(cell.locator, String(cell.value))
    return true
  }
  return false
}

const whereOf = (locator: string, excerpt: string) => ({
  locator: shortened(locator),
  excerpt: excerptIn(excerpt),
})
const shortened = (locator: string): string => (locator.length > 300 ? locator.slice(0, 300) : locator)

const excerptIn = remembering((text: string) => (/\s/.test(text) ? text.replace(/\s+/g, ' ') : text).slice(0, 120))

/** A value with where it stood; refused where the field cannot have it. */
export function put(draft: Draft, field: string, value: FieldValue, locator: string, excerpt: string): boolean {
  if (allowed(draft.type, field, value) === undefined) return false
  set(draft, field, value, locator, excerpt)
  return true
}

const allowed = (type: CapturedType, field: string, value: FieldValue | undefined): FieldValue | undefined =>
  value !== undefined && possible(type)(field)(value) ? value : undefined

/** Whether a field of a type can have a value. */
const possible = remembering((type: CapturedType) =>
  remembering((field: string) =>
    remembering((value: FieldValue): boolean => fieldSchema(type, field)?.safeParse(value).success === true),
  ),
)

function set(draft: Draft, field: string, value: FieldValue, locator: string, excerpt: string): void {
  draft.fields[field] = value
  draft.where[field] = whereOf(locator, excerpt)
}

/** Was any of them shown? An open one was. */
export const has = (draft: Draft, ...fields: string[]): boolean =>
  fields.some((field) => Object.hasOwn(draft.fields, field) || Object.hasOwn(draft.open ?? {}, field))
