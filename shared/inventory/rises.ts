import { daysBetween } from '../model/calendar.ts'
import type { Day } from '../model/day.ts'
import type { PriceRise } from './findings/context.ts'
import { type PricePoint, priceRises } from './money/price-history.ts'

/** A rise is worth a word until the next yearly renewal is past. */
const toldFor = 400

/** The rises of a subscription's price that somebody may still act on. */
export function risesFrom(history: PricePoint[], today: Day): PriceRise[] {
  if (history.length < 2) return []
  return priceRises(history).flatMap(({ to, basisPoints }) => {
    const on = to.at.slice(0, 10)
    if (daysBetween(on, today) > toldFor) return []
    return [{ on, basisPoints, ...(to.by.kind === 'capture' ? { observation: to.by.observation } : {}) }]
  })
}
