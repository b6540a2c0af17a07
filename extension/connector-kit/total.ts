import type { ReadRow } from './define.ts'

/**
 * "120 of 143": how many there are of what was read, by the list from which most of it comes. Where several lists of one
 * kind of thing say different numbers, or one says fewer than were read, nobody knows.
 */
export function totalOf(rows: ReadRow[]): number | null {
  const totals = new Map<ReadRow['type'], (number | undefined)[]>()
  for (const { type, total } of rows) {
    const known = totals.get(type) ?? []
    totals.set(type, known)
    known.push(total)
  }
  const [most = []] = [...totals.values()].sort((a, b) => b.length - a.length)
  const [total, ...others] = new Set(most)
  return total !== undefined && others.length === 0 && total >= rows.length ? total : null
}
