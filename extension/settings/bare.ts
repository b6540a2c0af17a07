import { problemCodes } from '../../shared/problem.ts'

/** What may leave a database in a report: a word of ours, a number, a moment. Anything else is "other", or nothing. */
export const oneOf = <W extends string>(words: readonly W[], value: unknown): W | 'other' =>
  words.find((word) => word === value) ?? 'other'

export const codeOf = (value: unknown): string | null =>
  value === null || value === undefined ? null : oneOf(problemCodes, value)

export const numberOf = (value: unknown): number | null =>
  typeof value === 'number' && Number.isFinite(value) ? value : null

/** Written anew from the moment itself, so that nothing beside it comes along. */
export function instantOf(value: unknown): string | null {
  const at = typeof value === 'string' ? Date.parse(value) : Number.NaN
  return Number.isNaN(at) ? null : new Date(at).toISOString()
}

/** How often each word is there, by the word. */
export function counted(words: string[]): Record<string, number> {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)))
}
