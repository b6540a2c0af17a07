import { lexiconsFor, readLabel } from '../heuristics/lexicon.ts'
import type { Cell, LabelledTable } from '../heuristics/tables.ts'
import { wordsOf } from '../heuristics/words.ts'

/** Why a row of a file is no record. */
export type Aside = 'empty' | 'total' | 'header' | 'note' | 'identity' | 'repeat' | 'here'

const sums = new Set('sum|sums|summe|summen|somme|suma|soma|somma|som|razem|ogółem|total'.split('|'))

/** What a row is beside the records: blank, a sum, the header once more, one line of text. Undefined where it may be one. */
export function asideOf(cells: (Cell | undefined)[], { columns }: LabelledTable, spoken: string): Aside | undefined {
  const filled = cells.filter((cell) => cell !== undefined)
  const [first] = filled
  if (!first) return 'empty'
  if (filled.length > 1 && cells.every((cell, place) => !cell || String(cell.value) === columns[place])) return 'header'
  if (isSum(first, spoken)) return 'total'
  return filled.length === 1 && columns.length > 3 && cells[0] !== undefined ? 'note' : undefined
}

/** "Total", "Grand total:", "Summe": nothing else is said. */
function isSum({ value }: Cell, spoken: string): boolean {
  if (typeof value !== 'string' || value.length > 40) return false
  const said = wordsOf(value)
  // Most first cells are names: only a word that may mean a sum is worth the look at all languages.
  if (said.length > 3 || !said.some((word) => sumWords().has(word))) return false
  const { concepts, unknown } = readLabel(value, lexiconsFor(spoken))
  const sum = concepts.includes('total') || concepts.includes('subtotal')
  return (sum && unknown === 0) || (said.length === 1 && sums.has(said[0] ?? ''))
}

let known: Set<string> | undefined
const sumWords = (): Set<string> => {
  if (known) return known
  const phrases = lexiconsFor('en').flatMap((lexicon) => [...lexicon.phrases])
  const meant = phrases.filter(([, concept]) => concept === 'total' || concept === 'subtotal')
  known = new Set([...sums, ...meant.flatMap(([phrase]) => phrase.split(' '))])
  return known
}
