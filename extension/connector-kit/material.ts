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
  /** What each selector that a connector asked for found. */
  selections: Record<string, Selected[]>
}

export type Selected = { text: string; attributes: Record<string, string> }

/** One cell or value as a person sees it; `hints` are aria-label, title, datetime, machine-readable values of it. */
export type Shown = { text: string; hints?: string[] }

/** Something on the page that lists or describes things. `near` are the headings and captions that stand above it. */
export type Block =
  | { kind: 'table'; near: string[]; header: string[]; rows: Shown[][] }
  | { kind: 'pairs'; near: string[]; pairs: { label: string; value: Shown }[] }
  | { kind: 'card'; near: string[]; title: string; lines: Shown[] }
