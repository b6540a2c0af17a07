import { type Around, factsOf } from '../../shared/inventory/terms/facts.ts'
import type { Facts, TermValues } from '../../shared/inventory/terms/term.ts'
import { daysBetween } from '../../shared/model/calendar.ts'
import type { Day } from '../../shared/model/day.ts'
import type { Shown } from '../records/queries.ts'
import { textOf } from '../ui/value-text.ts'

export const dueWithin = 90

export const isDue = (on: Day, today: Day): boolean => daysBetween(today, on) <= dueWithin

/** What a subscription is called: its product, or the next best that was shown. */
export const nameOf = (of: Shown['fields'], otherwise: string): string =>
  textOf(of.product?.value) ?? textOf(of.plan?.value) ?? textOf(of.sku?.value) ?? otherwise

const valuesOf = (fields: Shown['fields']): TermValues =>
  Object.fromEntries(Object.entries(fields).map(([field, { value }]) => [field, value])) // parsed by their schemas when they came in

/** What its terms are computed from. */
export const termFactsOf = (fields: Shown['fields'], around: Around): Facts =>
  factsOf(valuesOf(fields), (field) => fields[field], around)
