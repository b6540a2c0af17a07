import { addDays } from '../../model/calendar.ts'
import type { Day } from '../../model/day.ts'
import type { Decision } from '../../model/decision.ts'
import type { Uuid } from '../../model/id.ts'
import type { Belief } from '../belief.ts'
import type { FieldBelief } from '../fold.ts'
import type { DecisionsByEnd, Facts, TermValues } from './term.ts'

type From = (field: keyof TermValues) => FieldBelief | undefined

export type Around = { decisions?: DecisionsByEnd | undefined; holidays?: ReadonlySet<Day> | undefined }

/** What the terms of one subscription are computed from. */
export function factsOf(values: TermValues, from: From, { decisions, holidays }: Around): Facts {
  return { values: withoutStale(values, from), aliveOn: aliveOn(from('status')), decisions, holidays }
}

/** The decisions of a client by subscription and term; of two about one term the later stands, in whatever order they came. */
export function decisionsBySubscription(decisions: Belief<'decision'>[]): Map<Uuid, Map<Day, Decision>> {
  const found = new Map<Uuid, Map<Day, Decision>>()
  const later = (a: Belief<'decision'>, b: Belief<'decision'>) => (orderOf(a) < orderOf(b) ? -1 : 1)
  for (const { values } of [...decisions].sort(later)) {
    const { subscription, termEndsOn, choice } = values
    if (!subscription || !termEndsOn || !choice) continue
    const ofOne = found.get(subscription)
    if (ofOne) ofOne.set(termEndsOn, values)
    else found.set(subscription, new Map([[termEndsOn, values]]))
  }
  return found
}

const orderOf = ({ id, values }: Belief<'decision'>) => `${values.decidedOn ?? ''} ${id}`

/**
 * Of a last day and a renewal day that do not fit together, the one that was said later is the running term's: the other
 * is of a term before. Said at one time, both stay, and the earlier reading is taken.
 */
function withoutStale(values: TermValues, from: From): TermValues {
  const { endsOn, renewsOn, ...others } = values
  if (endsOn === undefined || renewsOn === undefined || addDays(endsOn, 1) === renewsOn) return values
  const [ends, renews] = [from('endsOn'), from('renewsOn')]
  if (!ends || !renews || ends.at === renews.at) return values
  return laterOf(ends, renews) === ends ? { ...others, endsOn } : { ...others, renewsOn }
}

/** A person's day stands against a console's until it has passed: what is captured after that is of another term. */
function laterOf(a: FieldBelief, b: FieldBelief): FieldBelief {
  const newer = Date.parse(a.at) > Date.parse(b.at) ? a : b
  const older = newer === a ? b : a
  const pinned = older.by === 'person' && newer.by === 'capture' && String(older.value) >= newer.at.slice(0, 10)
  return pinned ? older : newer
}

const alive: unknown[] = ['active', 'trialing', 'past-due']

/** A day earlier than the instant's own in UTC: wherever the contract is, that day had come. */
const aliveOn = (status: FieldBelief | undefined): Day | undefined =>
  status?.by === 'capture' && alive.includes(status.value) ? addDays(status.at.slice(0, 10), -1) : undefined
