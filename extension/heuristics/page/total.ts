import type { Block } from '../../connector-kit/material.ts'
import { shownOf } from './text.ts'
import { isHidden } from './visible.ts'

/** "51–100 of 143" as numbers: the first and the last row that are shown, and how many there are. */
type Range = { first: number; last: number; total: number }
type Table = Extract<Block, { kind: 'table' }>

/**
 * Tables with what the page says about the number of their rows, in its content or in what turns its pages. Nothing is
 * taken that does not fit what is shown.
 */
export function withTotals(blocks: Block[], asides: readonly Element[]): Block[] {
  const open = blocks.filter((block): block is Table => block.kind === 'table' && block.total === undefined)
  if (open.length === 0) return blocks
  const ranges = textsOf(blocks, asides).flatMap(rangesIn)
  const found = new Map<Block, Range>()
  for (const range of ranges) {
    const fitting = open.filter(({ rows }) => rows.length > 0 && rows.length === range.last - range.first + 1)
    const [only, ...others] = fitting
    if (only && others.length === 0) found.set(only, range)
  }
  return blocks.map((block) => {
    const range = found.get(block)
    if (!range || block.kind !== 'table') return block
    return { ...block, total: range.total, ids: block.rows.map((_, row) => `#${range.first + row}`) }
  })
}

function textsOf(blocks: Block[], asides: readonly Element[]): string[] {
  const lines = blocks.flatMap((block) =>
    block.kind === 'card' ? block.lines.map(({ label, text }) => `${label ?? ''} ${text}`) : [],
  )
  const beside = asides
    .filter((place) => !isHidden(place))
    .flatMap((place) => shownOf(place, { buttons: 'never' })?.text.split('\n') ?? [])
  return [...new Set([...lines, ...beside])].filter((text) => text.length <= 120 && /\d\D+\d+\D+\d/.test(text))
}

/**
 * Two numbers with a dash or one short word between them, and a third before or after: in any language a range of a
 * whole, if they are in that order.
 */
function rangesIn(text: string): Range[] {
  const found = [...text.matchAll(/\d{1,3}(?:[.,'’\u00a0\u202f ]\d{3})+(?!\d)|\d+/g)].map((match) => ({
    value: Number(match[0].replace(/\D/g, '')),
    start: match.index,
    end: match.index + match[0].length,
  }))
  if (found.length > 6) return []
  return found.flatMap((first, at): Range[] => {
    const [last, before] = [found[at + 1], found[at - 1]]
    if (!last || !/^\s?(?:[-–—~〜…]|\.{2,3}|\p{L}{1,4})\s?$/u.test(text.slice(first.end, last.start))) return []
    const total = [found[at + 2], before].find((number) => number !== undefined && number.value >= last.value)
    if (total === undefined || first.value < 1 || last.value < first.value) return []
    // All pages before this one are full, unless this is the last one; years ("1899–1902") are no such places.
    const fits = last.value === total.value || (first.value - 1) % (last.value - first.value + 1) === 0
    return fits ? [{ first: first.value, last: last.value, total: total.value }] : []
  })
}
