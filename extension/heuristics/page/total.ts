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
  const texts = textsOf(blocks, asides)
  const found = new Map<Block, Range>()
  for (const range of texts.flatMap(rangesIn)) {
    const fitting = open.filter(({ rows }) => rows.length > 0 && rows.length === range.last - range.first + 1)
    const [only, ...others] = fitting
    if (only && others.length === 0) found.set(only, range)
  }
  const totals = new Set(texts.flatMap((text) => totalIn(text, open) ?? []))
  const [total, ...further] = totals
  const [table, ...beside] = open
  const alone = further.length === 0 && beside.length === 0 ? table : undefined
  return blocks.map((block) => {
    const range = found.get(block)
    if (block.kind !== 'table') return block
    if (!range) return block === alone && total !== undefined ? { ...block, total } : block
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
  return [...new Set([...lines, ...beside])].filter((text) => text.length <= 120 && /\d/.test(text))
}

/** What programs call the rows of any list: nouns of these and no others, as "143 users" may be seats. */
const rowWords =
  'results?|entries|items|records|rows|ergebnisse?n?|eintr[aä]gen?|datens[aä]tzen?|zeilen|r[eé]sultats?|[eé]l[eé]ments?|entr[eé]es|' +
  'resultados?|registros?|elementos?|risultat[oi]|element[oi]|resultaten|rijen|resultater|poster|rader|wynik(?:i|ów)|pozycj[ei]|' +
  'rekord(?:y|ów)|resultat|件|件の結果|条|條|条记录|个结果|项'
const whole = String.raw`(\d{1,3}(?:[.,'’\u00a0\u202f ]\d{3})+|\d{1,7})`
const ofRows = new RegExp(
  String.raw`^(?:\p{L}{2,12}[:：]?\s|[全共]\s?)?(?:(\d{1,5})\s(?:\p{L}{1,4}|/)\s)?${whole}\s?(?:${rowWords})(?:\s\p{L}{4,12})?$`,
  'iu',
)

/** "143 results", "120 of 143 Einträge": no less than what is shown, and of a part no other part than what is shown. */
function totalIn(text: string, [table]: Table[]): number | undefined {
  const [, part, digits] = text.length <= 48 ? (ofRows.exec(text.trim()) ?? []) : []
  const rows = table?.rows.length ?? 0
  const total = digits === undefined ? 0 : Number(digits.replace(/\D/g, ''))
  if (rows === 0 || total < rows || (part !== undefined && Number(part) !== rows)) return undefined
  return total
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
