import { readLabel } from '../lexicon.ts'
import type { Concept } from '../vocabulary/language.ts'
import type { Fact, Reader } from './reader.ts'

/** What a number of seats may be called, alone or as the label of both. */
const ofSeats = new Set<Concept>([
  ...(['seat', 'license', 'user', 'count', 'subscription', 'unit'] as const),
  ...(['assigned', 'available', 'purchased', 'total', 'capacity'] as const),
])
type Meaning = 'assigned seats' | 'available seats' | 'total seats'

/** "42 used / 50 total", "50 seats (42 assigned)", "15 (12 vergeben)": each number by the words beside it. */
export function countsOf(label: string, text: string, { order }: Reader): Fact[] {
  if (text.length > 60 || !/\d\D*[/／,;·|(（]\D*\d/.test(text)) return []
  const named = readLabel(label, order)
  if (named.unknown > 0 || !named.concepts.every((concept) => ofSeats.has(concept))) return []
  const facts: Fact[] = []
  for (const part of text.split(/[/／;·|()（）]|,(?!\d)/).filter((piece) => piece.trim() !== '')) {
    const [, before = '', number, after = ''] =
      /^([^\d]{0,30}?)(\d{1,3}(?:[.,'’ \u00a0\u202f]\d{3})+|\d{1,7})(?![.,]?\d)([^\d]{0,30})$/u.exec(part.trim()) ?? []
    const means = number === undefined ? undefined : meaningOf(`${before} ${after}`.trim(), named.concepts, order)
    if (number === undefined || means === undefined || facts.some((fact) => fact.label === means)) return []
    facts.push({ label: means, text: number, hints: [] })
  }
  return facts.length >= 2 ? facts : []
}

function meaningOf(noun: string, around: Concept[], order: Reader['order']): Meaning | undefined {
  const { concepts, unknown } = noun === '' ? { concepts: around, unknown: 0 } : readLabel(noun, order)
  if (unknown > 0 || concepts.length === 0 || !concepts.every((concept) => ofSeats.has(concept))) return undefined
  if (concepts.includes('available')) return 'available seats'
  return concepts.includes('assigned') ? 'assigned seats' : 'total seats'
}
