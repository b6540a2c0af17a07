import type { DayOrder } from './values/day.ts'

/** A value as it stood in the material: a JSON scalar, or a visible text. */
export type CellValue = string | number | boolean | null

/** One value and where it stood. `hints` are aria-label, title, datetime: other ways in which the page says the same. */
export type Cell = { value: CellValue; locator: string; hints?: string[] }

/**
 * What every kind of material becomes before it is understood: a list of like rows, or a single object as one row.
 * A column is a header as shown ("Seats purchased") or, in JSON, the path from the row (`prepaidUnits.enabled`).
 */
export type LabelledTable = {
  /** json: keys by programmers; page and csv: words by and for people, in the page's language. */
  source: 'json' | 'page' | 'csv'
  /** What stands above it: headings and captions; in JSON the keys on the way to it, outermost first. */
  near: string[]
  columns: string[]
  rows: { cells: (Cell | undefined)[] }[]
  /** Where the table itself stands, in words or as a path. */
  locator: string
  /** One object (a settings page, a plan card, pairs of label and value), not a list that happens to have one row. */
  single?: boolean
}

/** What is known about the material as a whole. */
export type ReadContext = {
  /** Where the material came from: the page's address, of a response the address it was fetched from. */
  url: string
  /** The page that fetched it, where that is another address: the console that the person looks at. */
  pageUrl?: string
  title: string
  /** The page's `lang`, '' where it has none. */
  lang: string
  headings: string[]
  /** The language of the labels as a code of the vocabulary, where it is known already. */
  spoken?: string
  /** Which of two small numbers is the day, where other dates of the page or file say it. */
  dayOrder?: DayOrder | undefined
  /** When it was captured; the only clock that reading may use. */
  at: string
}
