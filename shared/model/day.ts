import { z } from 'zod'

const daysInMonth = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate()

/** A calendar day `YYYY-MM-DD`, local to the contract; never an instant. */
export const Day = z.string().refine((text) => {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!match) return false
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  return year >= 1900 && year <= 2200 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}, 'not a calendar day (YYYY-MM-DD)')
export type Day = z.infer<typeof Day>

/** A moment in UTC, ISO 8601 with `Z`. */
export const Instant = z.iso.datetime()
export type Instant = z.infer<typeof Instant>
