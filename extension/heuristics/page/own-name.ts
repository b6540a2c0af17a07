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

/** "Gold subscription" beside a badge "Active", "License: expired": a thing and its state, not a name and its value. */
export function nameAndState(label: string, text: string, reader: Reader): Fact[] | undefined {
  const { concepts, unknown } = readLabel(label, reader.order)
  if (!concepts.some((concept) => things.has(concept)) || !concepts.every((concept) => things.has(concept)))
    return undefined
  if (statusOf(text, states, reader.lang) === undefined) return undefined
  const state = { label: 'status', text, hints: [] }
  return unknown === 0 ? [state] : [{ label: '', text: label, hints: [] }, state]
}
