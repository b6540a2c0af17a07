import { beliefsOf } from '../../shared/inventory/belief.ts'
import { entitlementsOf } from '../../shared/inventory/entitlements.ts'
import { annualTotal } from '../../shared/inventory/money/annual.ts'
import { pricedOf } from '../../shared/inventory/money/priced.ts'
import { type Summed, summed } from '../../shared/inventory/money/total.ts'
import { type Line, linesOf } from '../../shared/inventory/renewal-lines.ts'
import { isUnsent } from '../../shared/inventory/terms/outcome.ts'
import { addDays } from '../../shared/model/calendar.ts'
import type { Day } from '../../shared/model/day.ts'
import type { Uuid } from '../../shared/model/id.ts'
import type { Money } from '../../shared/model/money.ts'
import type { Database } from '../db/database.ts'
import { convertFor } from '../records/convert.ts'
import { recordsOfTypes } from '../records/queries.ts'
import type { Workspace } from '../records/workspace.ts'
import { weighed, weightOf } from './compared.ts'

/** A thing with a day that asks for somebody. Nothing of it names a person. */
export type DayLine = Pick<Line, 'id' | 'type' | 'name' | 'vendor' | 'happens' | 'on'> & {
  /** Decided against, and the notice is not sent. */
  isUnsent: boolean
  /** A year of it, in the client's currency where there is a rate; then `original` is what it is billed in. */
  perYear?: Money
  original?: Money
  /** What orders it among others of that day. */
  weight: number
}

/** The first few of some lines, and how many there are. */
export type Few = { first: DayLine[]; count: number }

/** What the days and prices of one client come to. */
export type ClientDays = {
  late: Few
  week: Few
  /** The first of what comes after this week. */
  next: DayLine[]
  cancelBy?: Pick<DayLine, 'id' | 'name' | 'on'>
  /** From today on; what is late is counted there. */
  withinQuarter: number
  /** What all that runs costs a year. */
  yearly: Summed & { weight?: number }
  subscriptions: number
}

/** What a client's seats, bills and captures do not change, so that it is told without reading them. */
const read = ['subscription', 'decision', 'lot', 'domain', 'certificate'] as const
const quarter = 90
const week = 7
/** More of one client would hide the others. */
const few = 5

export async function daysOf(db: Database, client: Uuid, of: Workspace, today: Day): Promise<ClientDays> {
  const beliefs = beliefsOf(await recordsOfTypes(db, client, read))
  const { all } = entitlementsOf(beliefs, of.names)
  const about = of.aboutOf(client)
  const inventory = { beliefs, entitlements: all.map((entitlement) => ({ entitlement })) }
  const { lines } = linesOf({ inventory, client: about, alerts: [] }, today)
  const wish = { currency: about.currency ?? null, rates: of.rates, today }
  const yearly = annualTotal(pricedOf(all), beliefs.lot, wish)
  const convert = convertFor({ client: about, rates: of.rates }, today)
  const shown = (line: Line): DayLine => {
    const { id, type, name, vendor, happens, on, decision, perYear } = line
    const converted = perYear && convert(perYear)
    return {
      ...{ id, type, name, vendor, happens, on },
      isUnsent: decision !== undefined && isUnsent(decision),
      ...(perYear ? { perYear: converted ?? perYear } : {}),
      ...(perYear && converted ? { original: perYear } : {}),
      weight: weightOf(perYear, of.rates, today),
    }
  }
  const sums = summed(yearly, yearly.unpriced.length)
  return {
    ...datedOf(lines, today, shown),
    yearly: { ...sums, ...weighed(sums, of.rates, today) },
    subscriptions: beliefs.subscription.length,
  }
}

function datedOf(
  lines: Line[],
  today: Day,
  shown: (line: Line) => DayLine,
): Pick<ClientDays, 'late' | 'week' | 'next' | 'cancelBy' | 'withinQuarter'> {
  const asking = lines.filter(({ settled }) => !settled)
  const until = (days: number) => asking.filter(({ on }) => on >= today && on <= addDays(today, days))
  const late = asking.filter(({ on }) => on < today)
  const next = asking.find(({ happens, on }) => happens === 'cancel-by' && on >= today)
  return {
    // One that was missed yesterday may still be mended.
    late: fewOf(late.reverse(), shown),
    week: fewOf(until(week), shown),
    next: until(quarter).slice(until(week).length).slice(0, few).map(shown),
    ...(next ? { cancelBy: { id: next.id, name: next.name, on: next.on } } : {}),
    withinQuarter: until(quarter).length,
  }
}

const fewOf = (lines: Line[], shown: (line: Line) => DayLine): Few => ({
  first: lines.slice(0, few).map(shown),
  count: lines.length,
})
