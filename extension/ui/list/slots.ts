/** A row that is painted, and of which kind: the elements of one kind serve any row of it. */
export type Painted = { key: string; kind: string }

/**
 * In which elements each row is painted. A row stays in its own; one that comes in sight takes those of one that went, as
 * making elements anew is what takes long when a list is scrolled fast. Those that have the focus go with their row: under
 * a person's hands no row turns into another. `keepsFocus`: whether an element keeps it that is moved in the page. After a
 * long jump it is the rows that stay that are moved, being fewer: where that took one of them the focus, others are made.
 */
export function slotsOf(
  rows: readonly Painted[],
  before: ReadonlyMap<string, string>,
  focused?: string,
  keepsFocus = true,
): Map<string, string> {
  const stays = new Set([...rows.map(({ key }) => key), focused])
  const isFixed = !keepsFocus && rows.some(({ key }) => key === focused)
  // In the order of the page, so that no element moves that need not.
  const left = isFixed ? [] : [...before].flatMap(([key, slot]) => (stays.has(key) ? [] : [slot]))
  const taken = new Set(before.values())
  return new Map(rows.map(({ key, kind }) => [key, before.get(key) ?? leftOver(left, kind) ?? added(taken, kind)]))
}

function leftOver(left: string[], kind: string): string | undefined {
  const at = left.findIndex((slot) => slot.startsWith(`${kind} `))
  return at < 0 ? undefined : left.splice(at, 1)[0]
}

function added(taken: Set<string>, kind: string): string {
  let nth = 0
  while (taken.has(`${kind} ${nth}`)) nth++
  taken.add(`${kind} ${nth}`)
  return `${kind} ${nth}`
}
