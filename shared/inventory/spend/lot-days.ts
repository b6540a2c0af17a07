import { addDays } from '../../model/calendar.ts'
import type { Day } from '../../model/day.ts'
import type { Lot } from '../../model/lot.ts'
import type { Subscription } from '../../model/subscription.ts'
import { billOf } from '../money/bill.ts'
import { priceOfLot } from '../money/price.ts'
import { always, amountKey, type PricedDays } from './amount-days.ts'

type Step = { on: Day; sign: 1 | -1; minor: bigint | undefined; currency: string | null }

/** What each lot costs while it is valid, and what a bill of all comes to between two days on which one begins or ends. */
export function daysOfLots({ billingPeriod, pricePeriod }: Subscription, lots: Lot[]): PricedDays[] {
  const priced: PricedDays[] = []
  const steps: Step[] = []
  for (const lot of lots) {
    const [from, to] = [lot.startsOn ?? always.from, lot.endsOn ?? always.to]
    const price = priceOfLot(lot)
    const currency = lot.price?.currency ?? null
    const minor = typeof price === 'bigint' && currency !== null ? price : undefined
    if (minor !== undefined) priced.push({ from, to, amounts: [amountKey(currency, minor)] })
    steps.push({ on: from, sign: 1, minor, currency })
    if (to !== always.to) steps.push({ on: addDays(to, 1), sign: -1, minor, currency })
  }
  steps.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  const periods = { ...(billingPeriod ? { billingPeriod } : {}), ...(pricePeriod ? { pricePeriod } : {}) }
  const running = new Running()
  for (const [at, step] of steps.entries()) {
    running.take(step)
    const next = steps[at + 1]
    const all = running.all
    if (next?.on === step.on || !all) continue
    const bill = billOf({ totalPrice: all, ...periods }, [], step.on)
    const to = next ? addDays(next.on, -1) : always.to
    if (bill.known) priced.push({ from: step.on, to, amounts: [amountKey(bill.money.currency, bill.money.minor)] })
  }
  return priced
}

/** All lots that are valid, as they come and go; a sum only while each has a price and all have one currency. */
class Running {
  #unpriced = 0
  readonly #sums = new Map<string, { minor: bigint; lots: number }>()

  take({ sign, minor, currency }: Step): void {
    if (minor === undefined || currency === null) {
      this.#unpriced += sign
      return
    }
    const sum = this.#sums.get(currency) ?? { minor: 0n, lots: 0 }
    const next = { minor: sum.minor + BigInt(sign) * minor, lots: sum.lots + sign }
    if (next.lots === 0) this.#sums.delete(currency)
    else this.#sums.set(currency, next)
  }

  get all(): { minor: number; currency: string } | undefined {
    const [only, ...others] = this.#sums
    if (!only || others.length > 0 || this.#unpriced > 0) return undefined
    const minor = Number(only[1].minor)
    return Number.isSafeInteger(minor) ? { minor, currency: only[0] } : undefined
  }
}
