import type { Cell, LabelledTable } from '../tables.ts'
import type { Fact } from './reader.ts'

/** A fact that knows where it stood, and its place among the facts of its row: the same place in the next row says the same. */
export type Placed = Fact & { locator: string; slot: string }
export type Row = Placed[]

/** Facts of the same name share a column; a name that a row says twice gets a second one. */
export function tableOf(rows: Row[], near: string[], locator: string): LabelledTable {
  const columns: string[] = []
  const named = new Map<string, number[]>()
  const placed = rows.map((row) => {
    const cells: (Cell | undefined)[] = []
    for (const { label, text, hints, locator: at } of row) {
      const places = named.get(label) ?? []
      let column = places.find((index) => cells[index] === undefined)
      if (column === undefined) {
        column = columns.push(label) - 1
        named.set(label, [...places, column])
      }
      cells[column] = hints.length > 0 ? { value: text, locator: at, hints } : { value: text, locator: at }
    }
    return { cells }
  })
  return { source: 'page', near, columns, rows: placed, locator }
}
