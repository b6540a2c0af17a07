import type { ComponentChildren } from 'preact'
import type { MessageKey } from '../language.ts'

/** Where a row stands: by which column its list is grouped, and how deep it lies under the heads. */
export type Around = { group: string | null; level: number }

/** What a list can show of a row. */
export type Column<R> = {
  id: string
  label: MessageKey
  /** In pixels; the first column takes what is left over as well. */
  width: number
  /** In a narrow window; where it is not told, as wide as in any. */
  least?: number
  /** Gives way first where the window is too narrow for all. */
  yields?: true
  align?: 'end'
  /** Shown where nobody chose otherwise. */
  usual?: boolean
  cell: (row: R, around: Around) => ComponentChildren
  /** What it is sorted by; undefined: unknown, which stands at the end in either direction. */
  sort?: (row: R) => number | string | undefined
  /** What is asked for first is the largest. */
  downFirst?: boolean
  /** Under which head a row stands where the list is grouped by this column. */
  group?: (row: R) => { key: string; name: string }
}

/** What a row must be to be shown, as a person chooses it. Filters of one group are one or the other, groups add up. */
export type Filter<R> = { id: string; group: MessageKey; label: string; fits: (row: R) => boolean }

export type ListRow<R> =
  | { is: 'head'; key: string; name: string; level: number; rows: R[] }
  | { is: 'row'; key: string; row: R; level: number }
