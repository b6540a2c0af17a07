import type { Block, Line } from '../../connector-kit/material.ts'
import { readLabel } from '../lexicon.ts'
import type { Concept } from '../vocabulary/language.ts'
import { formOf } from './facts.ts'
import type { Reader } from './reader.ts'

type CardBlock = Extract<Block, { kind: 'card' }>

/** What the heading of a tile names where the tile is no thing of its own. */
const ofValues = new Set<Concept>([
  ...(['seat', 'assigned', 'available', 'purchased', 'total', 'price', 'amount', 'billing', 'plan', 'status'] as const),
  ...(['date', 'start', 'end', 'renew', 'next', 'due', 'period', 'auto', 'until', 'license', 'subscription'] as const),
])
const beside = new Set<Concept>([...ofValues, 'count', 'user', 'invoice', 'enabled', 'active'])

/** Tiles with the name of a value over the value, "Next bill date" over a day: together they describe one thing. */
export function asOne(cards: CardBlock[], reader: Reader): CardBlock | undefined {
  const [first] = cards
  if (!first || cards.length > 12 || new Set(cards.map(({ title }) => title)).size < cards.length) return undefined
  const named = cards.filter((card) => isTile(card, reader))
  if (named.length < 2 || named.length * 2 < cards.length) return undefined
  const valued = named.filter(({ lines }) => formOf(lines[0]?.text ?? '', reader) !== '')
  if (valued.length < 2) return undefined
  return {
    kind: 'card',
    near: first.near.slice(0, -1),
    title: first.near.at(-1) ?? '',
    lines: named.map((card) => lineOf(card, reader)),
  }
}

function isTile({ title, lines: [first, ...others] }: CardBlock, { order }: Reader): boolean {
  const { concepts, unknown } = readLabel(title, order)
  return (
    first !== undefined &&
    first.label === undefined &&
    others.length <= 3 &&
    unknown === 0 &&
    concepts.some((concept) => ofValues.has(concept)) &&
    concepts.every((concept) => beside.has(concept))
  )
}

/** What else stands in the tile counts where it is a value as well; what could be done about it does not. */
function lineOf({ title, lines: [first, ...others] }: CardBlock, reader: Reader): Line {
  const values = others.filter(({ label, text }) => label === undefined && formOf(text, reader) !== '')
  return { label: title, text: [first, ...values].map((line) => line?.text ?? '').join('\n') }
}
