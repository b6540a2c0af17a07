import type { SpendLine } from '../../shared/inventory/spend/lines.ts'
import type { Match } from '../../shared/inventory/spend/matching.ts'
import type { Uuid } from '../../shared/model/id.ts'
import { dayOfLine } from './questions.ts'

export type LineFilter = {
  is: Match['is'] | 'all'
  search: string
  /** A year or a month, as the beginning of a day. */
  within?: string
  subscription?: Uuid
  vendor?: string
}

export const everyLine: LineFilter = { is: 'all', search: '' }

/** The lines that a filter lets through, the latest first; without a day they stand at the end. */
export function shownLines(
  matches: Match[],
  { is, search, within, subscription, vendor }: LineFilter,
  said: (line: SpendLine) => string,
): Match[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  return matches
    .filter((match) => {
      const { line } = match
      if (is !== 'all' && match.is !== is) return false
      if (subscription !== undefined && !isOf(match, subscription)) return false
      if (vendor !== undefined && line.vendors[0] !== vendor) return false
      if (within !== undefined && !touches(line, within)) return false
      const text = words.length === 0 ? '' : said(line).toLowerCase()
      return words.every((word) => text.includes(word))
    })
    .sort((a, b) => compare(dayOfLine(b.line) ?? '', dayOfLine(a.line) ?? '') || compare(a.line.id, b.line.id))
}

const isOf = (match: Match, subscription: Uuid): boolean =>
  (match.is === 'matched' && match.subscription === subscription) ||
  (match.is === 'asked' && match.candidates.includes(subscription))

/** Billed in it, or covering a day of it. */
function touches({ billedOn, covers }: SpendLine, within: string): boolean {
  if (billedOn?.startsWith(within)) return true
  const first = within.padEnd(10, '-01')
  return covers !== undefined && covers.from.slice(0, within.length) <= within && covers.until > first
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
