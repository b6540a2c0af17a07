import type { Day } from './day.ts'

const dayLength = 86_400_000
const utcOf = (day: Day): number => Date.parse(`${day}T00:00:00Z`)

/** Whole days from one calendar day to another; negative where `to` is the earlier. */
export const daysBetween = (from: Day, to: Day): number => Math.round((utcOf(to) - utcOf(from)) / dayLength)

export const addDays = (day: Day, days: number): Day =>
  new Date(utcOf(day) + days * dayLength).toISOString().slice(0, 10)
