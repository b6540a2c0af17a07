import type { Day } from '../../model/day.ts'
import type { Rates } from '../money/rates.ts'
import { type Total, totalOf } from '../money/total.ts'
import type { FindingKind } from './finding.ts'
import type { Judged } from './judged.ts'

/** What a person does about it: decide by a day, save money, or look. */
export const groups = ['decide', 'save', 'look'] as const
export type Group = (typeof groups)[number]

export const groupOf: Record<FindingKind, Group> = {
  'renewal-within-notice': 'decide',
  'renewal-undecided': 'decide',
  'cancellation-unsent': 'decide',
  'card-expiring': 'decide',
  'leaver-licensed': 'save',
  'duplicate-person': 'save',
  'included-in-bundle': 'save',
  inactive: 'save',
  unassigned: 'save',
  overlap: 'save',
  'over-assigned': 'look',
  'price-rise': 'look',
  'owner-gone': 'look',
  stale: 'look',
  free: 'look',
}

type Wish = { currency: string | undefined; rates: Rates; today: Day }

/** The findings of each group, the most urgent first: by its day, by the money it saves a year, by its kind. */
export function ranked(findings: Judged[], wish: Wish): Record<Group, Judged[]> {
  const worth = new Map(findings.map((finding) => [finding.key, worthOf(finding, wish)]))
  const order: Record<Group, (a: Judged, b: Judged) => number> = {
    decide: (a, b) => compare(a.on ?? '', b.on ?? ''),
    save: (a, b) => (worth.get(b.key) ?? 0) - (worth.get(a.key) ?? 0),
    look: (a, b) => lookOrder.indexOf(a.kind) - lookOrder.indexOf(b.kind) || compare(a.on ?? '', b.on ?? ''),
  }
  const found: Record<Group, Judged[]> = { decide: [], save: [], look: [] }
  for (const finding of findings) found[groupOf[finding.kind]].push(finding)
  for (const group of groups) found[group].sort((a, b) => order[group](a, b) || compare(a.key, b.key))
  return found
}

const lookOrder: FindingKind[] = ['over-assigned', 'price-rise', 'owner-gone', 'stale', 'free']
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** In the client's currency; what cannot be converted stands behind all that can, by its own number. */
function worthOf({ saving }: Judged, { currency, rates, today }: Wish): number {
  if (!saving) return -2
  const { minor, currency: own } = saving.yearly
  const converted = rates.convert({ minor, currency: own }, currency ?? null, today)
  return converted.ok ? Number(converted.minor) : minor / 1e12 - 1
}

/**
 * What all open findings save a year, at most: a tool given up for another is not counted beside the seats of it that
 * could be given back.
 */
export function savingTotal(findings: Judged[], { currency, rates, today }: Wish): Total {
  const amounts = findings.flatMap(({ key, kind, status, saving }) =>
    status === 'open' && saving && kind !== 'overlap' ? [{ id: key, money: saving.yearly, on: today }] : [],
  )
  return totalOf(amounts, { currency: currency ?? null, rates })
}
