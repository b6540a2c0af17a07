import type { CancelBy } from '../../../shared/inventory/terms/cancel-by.ts'
import type { Chain } from '../../../shared/inventory/terms/chain.ts'
import type { Span } from '../../../shared/inventory/terms/term.ts'
import { dayNumber, dayOf } from '../../../shared/model/calendar.ts'
import type { Day } from '../../../shared/model/day.ts'

/** Places are in hundredths of the line's length. */
export type Piece = { from: number; to: number; span: Span; is: 'past' | 'current' | 'next' }
export type Mark = { at: number; on: Day; is: 'today' | 'cancel-by' | 'renews' | 'ends' }
/** `level`: names that would touch stand one below the other. */
export type Timeline = { pieces: Piece[]; marks: (Mark & { level: number; align: 'start' | 'middle' | 'end' })[] }

/** A term chain as a line: the running term is most of it, so that a notice of days can be seen beside one of years. */
export function timelineOf(
  { terms, current, mode }: Chain,
  cancelBy: CancelBy | undefined,
  today: Day,
): Timeline | undefined {
  if (!current) return undefined
  const now = dayNumber(today)
  const start = current.start ?? current.end - 365
  const length = Math.max(28, current.end + 1 - start)
  const before = current.start === undefined && !terms.some(({ end }) => end < current.end) ? 0 : length / 4
  const [from, to] = [Math.min(start - before, now), Math.max(current.end + 1 + length / 4, now)]
  const place = (day: number) => clamp((100 * (day - from)) / (to - from))
  const pieces = terms.flatMap((span): Piece[] => {
    const [begins, ends] = [place(span.start ?? from), place(span.end + 1)]
    const is = span === current ? 'current' : span.end < current.end ? 'past' : 'next'
    return ends - begins < 0.5 ? [] : [{ from: begins, to: ends, span, is }]
  })
  const marks: Mark[] = [
    { at: place(now), on: today, is: 'today' },
    ...(cancelBy?.is === 'known' && mode !== 'none'
      ? [{ at: place(dayNumber(cancelBy.on)), on: cancelBy.on, is: 'cancel-by' } as const]
      : []),
    mode === 'none'
      ? { at: place(current.end + 1), on: dayOf(current.end), is: 'ends' }
      : { at: place(current.end + 1), on: dayOf(current.end + 1), is: 'renews' },
  ]
  return { pieces, marks: leveled(marks) }
}

const clamp = (share: number): number => Math.min(100, Math.max(0, share))

/** As much of the line as a name with its day takes. */
const nameWidth = 32

function leveled(marks: Mark[]): Timeline['marks'] {
  const ends: number[] = []
  return [...marks]
    .sort((a, b) => a.at - b.at)
    .map((mark) => {
      const align = mark.at < nameWidth / 2 ? 'start' : mark.at > 100 - nameWidth / 2 ? 'end' : 'middle'
      const begins = align === 'start' ? mark.at : align === 'end' ? mark.at - nameWidth : mark.at - nameWidth / 2
      const free = ends.findIndex((end) => end <= begins)
      const level = free < 0 ? ends.length : free
      ends[level] = begins + nameWidth
      return { ...mark, level, align }
    })
}
