import type { Block, PageSnapshot } from '../../connector-kit/material.ts'

type Table = Extract<Block, { kind: 'table' }>

/** Rows of one assembled table; a longer list is read as far as this. */
const maxRows = 5000

/**
 * The page as it is now, with the rows of its lists that were seen a moment ago and are gone by scrolling or turning a
 * page. A row is only kept where the list itself proves that it is the same list: by the places of its rows and the
 * number of all of them, or by rows that overlap. Where it does not, what stands there now is all there is.
 */
export function assembled(former: PageSnapshot | null, now: PageSnapshot): PageSnapshot {
  if (!former) return now
  const before = new Map(named(former.blocks))
  const names = new Map(named(now.blocks).map(([name, table]) => [table, name]))
  const blocks = now.blocks.map((block) => {
    const name = block.kind === 'table' ? names.get(block) : undefined
    const earlier = name === undefined ? undefined : before.get(name)
    return block.kind === 'table' && earlier ? joined(earlier, block) : block
  })
  return { ...now, blocks: withCards(former.blocks, blocks) }
}

type Card = Extract<Block, { kind: 'card' }>

const isListed = (block: Block): block is Card => block.kind === 'card' && block.list !== undefined

/** Lists of cards, by their number on the page. */
function cardLists(blocks: Block[]): Card[][] {
  const lists = new Map<number | undefined, Card[]>()
  for (const card of blocks.filter(isListed)) lists.set(card.list, [...(lists.get(card.list) ?? []), card])
  return [...lists.values()]
}

/**
 * A long list of cards drops those that were scrolled away. Nothing tells their places, so only cards that are still
 * there and say the same prove that it is the same list.
 */
function withCards(former: Block[], now: Block[]): Block[] {
  const above = ([card]: Card[]) => JSON.stringify(card?.near)
  const earlier = cardLists(former)
  return cardLists(now).reduce((blocks, list) => {
    const same = earlier.filter((other) => above(other) === above(list))
    const [before, ...others] = same
    if (!before || others.length > 0 || cardLists(now).filter((other) => above(other) === above(list)).length > 1)
      return blocks
    const said = ({ title, lines }: Card) => JSON.stringify([title, lines.map(({ label, text }) => [label, text])])
    const [start] = list
    const cards = overlapped(before, list, said)?.map((card) => ({ ...card, list: start?.list ?? 0 }))
    if (!cards || !start) return blocks
    const first = blocks.indexOf(start)
    const rest = blocks.filter((block) => !list.some((card) => card === block))
    return [...rest.slice(0, first), ...cards, ...rest.slice(first)]
  }, now)
}

/** Both lists as one where they overlap to the end of the shorter one; undefined where they do not. */
function overlapped<T>(former: T[], now: T[], saying: (entry: T) => string): T[] | undefined {
  const [a, b] = [former.map(saying), now.map(saying)]
  if (a.length + b.length > maxRows || new Set(a).size < a.length || new Set(b).size < b.length) return undefined
  const down = a.indexOf(b[0] ?? '')
  if (overlap(a, down, b)) return [...former.slice(0, down), ...now, ...former.slice(down + now.length)]
  const up = b.indexOf(a[0] ?? '')
  return overlap(b, up, a) ? [...now, ...former.slice(now.length - up)] : undefined
}

/** Tables by what stands above them and over their columns; of two that are alike, the second stays the second. */
function named(blocks: Block[]): [string, Table][] {
  const times = new Map<string, number>()
  return blocks.flatMap((block): [string, Table][] => {
    if (block.kind !== 'table') return []
    const name = JSON.stringify([block.near, block.header])
    times.set(name, (times.get(name) ?? 0) + 1)
    return [[`${name} ${times.get(name)}`, block]]
  })
}

function joined(former: Table, now: Table): Table {
  if (former.total !== now.total) return now
  const [had, has] = [placesOf(former), placesOf(now)]
  if (had && has) return byPlace(former, had, now, has)
  return had || has ? now : byOverlap(former, now)
}

/** The place of each row in the whole list, where all of them tell. */
function placesOf({ ids }: Table): number[] | undefined {
  const places = (ids ?? []).map((id) => (id.startsWith('#') ? Number(id.slice(1)) : Number.NaN))
  return places.length > 0 && places.every(Number.isFinite) ? places : undefined
}

const said = (table: Table, row: number): string => JSON.stringify(table.rows[row]?.map(({ text }) => text))

function byPlace(former: Table, had: number[], now: Table, has: number[]): Table {
  const at = new Map(had.map((place, row) => [place, row]))
  const common = has.flatMap((place, row): [number, number][] => {
    const earlier = at.get(place)
    return earlier === undefined ? [] : [[earlier, row]]
  })
  const same = common.filter(([earlier, row]) => said(former, earlier) === said(now, row)).length
  // Other rows in the same places: sorted, filtered, or another tenant's.
  if (common.length === 0 ? now.total === undefined : same * 2 <= common.length) return now
  const rows = new Map<number, Table['rows'][number]>()
  for (const [table, places] of [
    [now, has],
    [former, had],
  ] as const)
    for (const [row, place] of places.entries()) {
      const cells = table.rows[row]
      if (cells && !rows.has(place) && rows.size < maxRows) rows.set(place, cells)
    }
  const sorted = [...rows].sort(([a], [b]) => a - b)
  return { ...now, rows: sorted.map(([, cells]) => cells), ids: sorted.map(([place]) => `#${place}`) }
}

/** One overlapping row may be chance: two lists of "Free, 0 seats". */
const leastOverlap = 2

/** A window that moved over a list: where the two overlap, they say the same to the end of the shorter one. */
function byOverlap(former: Table, now: Table): Table {
  const [a, b] = [sayings(former), sayings(now)]
  if (a.length + b.length > maxRows || new Set(a).size < a.length || new Set(b).size < b.length) return now
  const down = a.indexOf(b[0] ?? '')
  if (overlap(a, down, b)) return overlaid(former, down, now, now)
  const up = b.indexOf(a[0] ?? '')
  return overlap(b, up, a) ? overlaid(now, up, former, now) : now
}

const sayings = (table: Table): string[] => table.rows.map((_, row) => `${table.ids?.[row] ?? ''} ${said(table, row)}`)

function overlap(long: string[], at: number, short: string[]): boolean {
  const common = Math.min(long.length - at, short.length)
  return at >= 0 && common >= leastOverlap && short.slice(0, common).every((row, index) => row === long[at + index])
}

function overlaid(under: Table, at: number, over: Table, now: Table): Table {
  const lay = <T>(below: T[], above: T[]): T[] => [...below.slice(0, at), ...above, ...below.slice(at + above.length)]
  const ids = under.ids && over.ids ? { ids: lay(under.ids, over.ids) } : {}
  return { ...now, rows: lay(under.rows, over.rows), ...ids }
}
