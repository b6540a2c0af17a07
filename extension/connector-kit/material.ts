/** Everything of one visit that a connector may read. Plain data: it travels from the content script to the worker. */
export type Material = {
  /** Address of the page with its query; evidence keeps it without. */
  url: string
  title: string
  /** The page's `lang`, '' where it has none. */
  lang: string
  /** When it was captured; the only clock that reading may use. */
  at: string
  responses: ResponseText[]
  /** What the rendered page shows; null where it was not asked for. */
  page: PageSnapshot | null
}

/** The text of one response that the page itself asked for. */
export type ResponseText = { url: string; text: string }

export type PageSnapshot = {
  /** Headings above everything, breadcrumbs and the active navigation entry, in reading order. */
  headings: string[]
  blocks: Block[]
  /** Reading ran out of its time: there is more on the page than stands here. */
  cut?: boolean
  /** What each selector that a connector asked for found. */
  selections: Record<string, Selected[]>
  /** What the lists that a connector asked for show, by the name of the look-up. */
  lists?: Record<string, FoundList>
}

export type Selected = { text: string; attributes: Record<string, string> }

/** One cell or value as a person sees it; `hints` are aria-label, title, datetime, machine-readable values of it. */
export type Shown = { text: string; hints?: string[] }

/** A list as looked up: per row the cells in the order in which they were asked for, and the words that were not there. */
export type FoundList = { rows: (Shown | null)[][]; gone: string[] }

/** A line of a card. `label` is what stands before or above it as its name; `key` what programmers call it. */
export type Line = Shown & { label?: string; key?: string }

/**
 * Something on the page that lists or describes things. `near` are the headings and captions that stand above it.
 * - table: cells under column names; `keys` are what programmers call the columns. A text has a line for each box in its cell.
 *   `ids` tell rows apart that come and go by scrolling: `#` and a place in the whole list, or `=` and a programmer's key.
 *   `total` is how many rows the page says the list has, where it says so.
 * - card: facts about one thing, most of them labelled. Cards of the same `list` are built alike, one thing each.
 */
export type Block =
  | {
      kind: 'table'
      near: string[]
      header: string[]
      keys?: string[]
      rows: Shown[][]
      ids?: string[]
      total?: number
    }
  | { kind: 'card'; near: string[]; title: string; lines: Line[]; list?: number }
