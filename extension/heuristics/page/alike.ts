import { linesOf, pairOf } from './pairs.ts'
import type { Group, Part } from './part.ts'

/** Asked for at every level of the page: each box is answered once. */
function once<T>(answer: (group: Group) => T): (group: Group) => T {
  const known = new WeakMap<Group, { is: T }>()
  return (group) => {
    const found = known.get(group) ?? { is: answer(group) }
    known.set(group, found)
    return found.is
  }
}

/** Texts below a part. A table counts as many: a box with a table in it is a section, not a card. */
export function leaves(part: Part): number {
  if (part.kind === 'table') return 1000
  if (part.kind === 'pair') return 2
  return part.kind === 'group' ? leavesOf(part) : 1
}
const leavesOf = once((group) => group.parts.reduce((sum, inner) => sum + leaves(inner), 0))

const isCard = (part: Part): part is Group =>
  part.kind === 'group' && leaves(part) >= 2 && leaves(part) <= 60 && !pairOf(part) && !holdsCards(part)

const sameShape = (a: Group, b: Group): boolean => {
  if (a.tag !== b.tag) return false
  if (a.classes.length === 0 || b.classes.length === 0) return a.classes.length === b.classes.length
  return a.classes.some((name) => b.classes.includes(name))
}

/** Runs of neighbors that are built alike: plan cards, entries of a list, rows of a table made of boxes. */
export function runsOf(parts: Part[]): (Part | Group[])[] {
  const found: (Part | Group[])[] = []
  for (const part of parts) {
    const last = found.at(-1)
    const former = Array.isArray(last) ? last.at(-1) : last
    if (former && isCard(part) && isCard(former) && sameShape(part, former)) {
      if (Array.isArray(last)) last.push(part)
      else found.splice(-1, 1, [former, part])
    } else found.push(part)
  }
  return found.flatMap((entry) => (Array.isArray(entry) && !sayTheSame(entry) ? entry : [entry]))
}

/** Cards of one list name the same facts; sections of a settings page name different ones. */
function sayTheSame(cards: Group[]): boolean {
  const named = cards.map((card) => labelsOf(card))
  if (named.every((labels) => labels.size === 0) || beginWithNames(cards, named)) return true
  const counts = new Map<string, number>()
  for (const label of named.flatMap((labels) => [...labels])) counts.set(label, (counts.get(label) ?? 0) + 1)
  const shared = [...counts.values()].filter((count) => count > 1).length
  return shared * 2 >= counts.size
}

/** What stands first in each, over the same kinds of texts in all, is no name of a fact but what the card is about. */
function beginWithNames(cards: Group[], named: Set<string>[]): boolean {
  if (named.some(({ size }) => size !== 1) || new Set(named.flatMap((labels) => [...labels])).size < cards.length)
    return false
  const [first = '', ...others] = cards.map(({ parts }) => parts.map(kindsOf).join(' / '))
  return (
    cards.every(({ parts: [start] }) => start !== undefined && labelsOf(start).size === 1) &&
    first.split(',').length > 2 &&
    others.every((kinds) => kinds === first)
  )
}

/** The texts of a part by what programmers call them. */
const kindsOf = (part: Part): string =>
  part.kind === 'group' ? part.parts.map(kindsOf).join(',') : `${part.kind}:${'key' in part ? part.key : ''}`

function labelsOf(part: Part): Set<string> {
  if (part.kind === 'pair') return new Set([part.label])
  if (part.kind === 'heading')
    return new Set(linesOf([{ ...part, kind: 'text', key: '', box: 'block' }]).flatMap(({ label }) => label ?? []))
  if (part.kind !== 'group') return new Set()
  const pair = pairOf(part)
  if (pair?.label !== undefined) return new Set([pair.label])
  return new Set(part.parts.flatMap((inner) => [...labelsOf(inner)]))
}

const holdsCards: (group: Group) => boolean = once(
  (group) =>
    group.parts.some((part) => part.kind === 'group' && holdsCards(part)) || runsOf(group.parts).some(Array.isArray),
)
