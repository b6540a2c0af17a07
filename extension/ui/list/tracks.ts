import type { Column } from './column.ts'

type Columns<R> = readonly Pick<Column<R>, 'width' | 'least' | 'yields'>[]

const gap = 16
const edges = 32
/** Between these widths of the window a column goes from its least to its full width. */
const narrow = 1024
const wide = 1280
/** What the narrowest window that shows columns has for them, beside the navigation and the scroll bar. */
const narrowest = 670

const widthOf = ({ width, least = width }: Pick<Column<unknown>, 'width' | 'least'>) =>
  least === width
    ? `${width}px`
    : `clamp(${least}px, ${least}px + (100vw - ${narrow}px) * ${(width - least) / (wide - narrow)}, ${width}px)`

/** The first column takes what is left over. */
const tracksOf = <R>(columns: Columns<R>): string =>
  columns.map((column, at) => (at === 0 ? `minmax(${column.least ?? column.width}px, 1fr)` : widthOf(column))).join(' ')

/** Narrower than this the list scrolls sideways. */
const leastOf = <R>([first, ...others]: Columns<R>): string =>
  `calc(${[`${edges + gap * others.length + (first?.least ?? first?.width ?? 0)}px`, ...others.map(widthOf)].join(' + ')})`

/** On paper all columns share the sheet, as they would on a screen of their width. */
const paperTracksOf = <R>(columns: Columns<R>): string =>
  columns.map(({ width }, at) => `minmax(0, ${at === 0 ? width * 1.4 : width}fr)`).join(' ')

export const tracks = <R>(columns: Columns<R>) => ({
  '--tracks': tracksOf(columns),
  '--least': leastOf(columns),
  '--paper-tracks': paperTracksOf(columns),
  '--kept-tracks': tracksOf(kept(columns)),
  '--kept-least': leastOf(kept(columns)),
})

const kept = <R>(columns: Columns<R>) => columns.filter(({ yields }) => !yields)

/** Where the list scrolls sideways all the same, no column need give way. */
export function yields<R>(columns: Columns<R>): boolean {
  const left = kept(columns)
  const sum = left.reduce((sum, { width, least = width }) => sum + least + gap, edges - gap)
  return left.length < columns.length && sum <= narrowest
}
