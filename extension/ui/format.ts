import type { Exact } from '../../shared/inventory/money/sums.ts'
import { daysBetween } from '../../shared/model/calendar.ts'
import type { Day, Instant } from '../../shared/model/day.ts'
import { exponentOf, moneyToDecimal } from '../../shared/model/money-text.ts'
import type { BillingPeriod } from '../../shared/model/subscription.ts'
import { daysIn, numbersIn, relativeIn } from './formatters.ts'
import { t } from './language.ts'
import { formatCount, locale } from './locale.ts'

/** Values as people read them. Pure: the clock comes as `now` or `today`, the locale where it is not the browser's. */

/** The person's calendar day at an instant. */
export function dayOf(now: Date): Day {
  const pad = (part: number, length = 2) => String(part).padStart(length, '0')
  return `${pad(now.getFullYear(), 4)}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`
}

export function formatDay(day: Day, speaks = locale()): string {
  const options = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' } as const
  return daysIn(speaks, options).format(Date.parse(day))
}

/** "Mar 2027". */
export const formatMonth = (day: Day, speaks = locale()): string =>
  daysIn(speaks, { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(Date.parse(day))

/** "in 34 days", "tomorrow", "94 days ago"; months from half a year on, years from two. */
export function relativeDay(day: Day, today: Day, speaks = locale()): string {
  const days = daysBetween(today, day)
  const words = relativeIn(speaks, { numeric: 'auto' })
  if (Math.abs(days) < 180) return words.format(days, 'day')
  if (Math.abs(days) < 730) return words.format(Math.round(days / 30.44), 'month')
  return words.format(Math.round(days / 365.25), 'year')
}

/** "just now", "12 minutes ago", "94 days ago". */
export function ageOf(at: Instant, now: Date, speaks = locale()): string {
  const minutes = Math.floor((now.getTime() - Date.parse(at)) / 60_000)
  const words = relativeIn(speaks, { numeric: 'auto' })
  if (minutes < 1) return t('values.justNow')
  if (minutes < 60) return words.format(-minutes, 'minute')
  if (minutes < 24 * 60) return words.format(-Math.floor(minutes / 60), 'hour')
  return relativeDay(dayOf(new Date(at)), dayOf(now), speaks)
}

/** "14:02" on the same day, else with the day. */
export function formatInstant(at: Instant, now: Date, speaks = locale()): string {
  const time = { hour: '2-digit', minute: '2-digit' } as const
  const day = { day: 'numeric', month: 'short' } as const
  const then = new Date(at)
  const options = dayOf(then) === dayOf(now) ? time : { ...day, ...time }
  return daysIn(speaks, options).format(then)
}

export { formatCount }

/** An amount in its own currency, with as many decimals as its minor unit has. Without a currency it says so. */
export function formatMoney(money: Exact, speaks = locale()): string {
  const decimals = exponentOf(money.currency)
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals }
  const style = money.currency === null ? {} : ({ style: 'currency', currency: money.currency } as const)
  // The exact decimal is given as text: a double would lose cents from 90 trillion on.
  const exact = moneyToDecimal(money) as `${number}` // moneyToDecimal writes a plain decimal
  const amount = numbersIn(speaks, { ...style, ...digits }).format(exact)
  return money.currency === null ? t('values.currencyNotShown', amount) : amount
}

/** "monthly", "yearly", "every 3 months". */
export const formatPeriod = ({ count, unit }: BillingPeriod): string => t(`values.every.${unit}`, count)

/** "3 months". */
export const formatLength = ({ count, unit }: BillingPeriod): string => t(`values.length.${unit}`, count)

/** Host of an address; the text itself where it is none. */
export function hostOf(url: string): string {
  try {
    return new URL(url).host
  } catch {
    return url
  }
}

/** Addresses come from pages: only http and https become links (threats T06). */
export function safeLink(url: string): string | undefined {
  try {
    const { protocol, href } = new URL(url)
    return protocol === 'https:' || protocol === 'http:' ? href : undefined
  } catch {
    return undefined
  }
}

/** "12.4 MB", as disks are sold: in thousands. */
export function formatBytes(bytes: number, speaks = locale()): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const
  const step = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3))
  const options = { style: 'unit', unit: units[step] ?? 'byte', unitDisplay: step === 0 ? 'long' : 'short' } as const
  return numbersIn(speaks, { ...options, maximumFractionDigits: 1 }).format(bytes / 1000 ** step)
}
