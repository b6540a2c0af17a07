import { addMonths, addPace, monthIndex, type Pace } from '../../model/calendar.ts'

/**
 * The days on which terms begin, each counted from one anchor and never from the one before: 31 Jan, 28 Feb, 31 Mar.
 * Entry 0 is the first of them; `shift` says how far it lies behind the anchor.
 */
export type Grid = { anchor: number; shift: number; pace: Pace }

export const entry = ({ anchor, shift, pace }: Grid, at: number): number =>
  addPace(anchor, { by: pace.by, count: shift + pace.count * at })

/** The last entry on or before a day; negative where the day is before the first. */
export function entryBefore(grid: Grid, day: number): number {
  const { anchor, shift, pace } = grid
  const distance = pace.by === 'day' ? day - anchor : monthIndex(day) - monthIndex(anchor)
  const at = Math.floor((distance - shift) / pace.count)
  return entry(grid, at) > day ? at - 1 : at
}

/**
 * Terms from a day on. The anchor is the first of the given days from which that day is whole months away: a month that
 * was too short for the anchor does not shorten the later ones.
 */
export function gridFrom(start: number, pace: Pace, anchors: (number | undefined)[]): Grid {
  if (pace.by === 'month')
    for (const anchor of anchors) {
      if (anchor === undefined) continue
      const shift = monthIndex(start) - monthIndex(anchor)
      if (addMonths(anchor, shift) === start) return { anchor, shift, pace }
    }
  return { anchor: start, shift: 0, pace }
}
