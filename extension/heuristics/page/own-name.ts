import type { Block, Line } from '../../connector-kit/material.ts'
import { readLabel } from '../lexicon.ts'
import { statusOf } from '../values/word.ts'
import type { Concept } from '../vocabulary/language.ts'
import type { Fact, Reader } from './reader.ts'

/** Names that stand where the names of values stand. */

type CardBlock = Extract<Block, { kind: 'card' }>

/** Cards that each begin with another word over a text: that word is what the card is about. */
export function titled(cards: CardBlock[], reader: Reader): CardBlock[] {
  const starts = cards.map(({ title, lines: [first] }) => (title === '' ? (first?.label ?? '') : ''))
  const names = starts.some((label) => readLabel(label, reader.order).unknown > 0)
  if (!names || starts.includes('') || new Set(starts).size < starts.length) return cards
  return cards.map((card, at) => ({ ...card, title: starts[at] ?? '', lines: card.lines.map(withoutLabel) }))
}
const withoutLabel = (line: Line, at: number): Line => {
  const { label: _, ...rest } = line
  return at === 0 ? rest : line
}

const states = ['active', 'inactive', 'expired', 'canceled', 'suspended', 'past-due', 'pending'] as const
const things = new Set<Concept>(['subscription', 'license'])
const above = new Set<Concept>([...things, 'plan'])

const fact = (label: string, text: string): Fact => ({ label, text, hints: [] })

/** "Gold subscription" beside a badge "Active", "License: expired": a thing and its state, not a name and its value. */
export function nameAndState(label: string, text: string, title: string, reader: Reader): Fact[] | undefined {
  const { concepts, unknown } = readLabel(label, reader.order)
  // "Business" beside "Active" under "Subscription": two badges.
  const under = readLabel(title, reader.order)
  if (concepts.length === 0 && unknown === 1 && under.unknown === 0 && under.concepts.some((one) => above.has(one)))
    return statusOf(text, states, reader.lang) && [fact('plan', label), fact('status', text)]
  if (!concepts.some((concept) => things.has(concept)) || !concepts.every((concept) => things.has(concept)))
    return undefined
  if (statusOf(text, states, reader.lang) === undefined) return undefined
  return unknown === 0 ? [fact('status', text)] : [fact('', label), fact('status', text)]
}
