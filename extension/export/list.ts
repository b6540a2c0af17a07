import type { Day } from '../../shared/model/day.ts'
import type { Money } from '../../shared/model/money.ts'

/** What a cell of each kind holds; `undefined` is unknown and stays empty in every format, never 0. */
type Values = { text: string; count: number; money: Money; day: Day; flag: boolean }
type Kind = keyof Values

/** A column of a list as shown: what stands over it, and what it says of a row. */
export type Column<Row> = {
  [K in Kind]: { id: string; label: string; kind: K; of: (row: Row) => Values[K] | undefined }
}[Kind]

/** A list as a person sees it: its rows are filtered and in order, its columns those that are chosen. */
export type List<Row> = { name: string; columns: Column<Row>[]; rows: Row[] }

export type Plain =
  | { kind: 'text'; text: string }
  | { kind: 'number'; digits: string }
  | { kind: 'day'; day: Day }
  | { kind: 'flag'; flag: boolean }
  | undefined

/** Its rows are made while they are written: of a hundred thousand, all cells at once would fill the memory. */
export type Table = { name: string; heads: string[]; count: number; rows: Iterable<Plain[]> }
