import type { CellPlace } from '../connector-kit/define.ts'
import type { PointedAt } from '../pointing/protocol.ts'
import type { Lesson } from './lesson.ts'

/**
 * How the account that was pointed at is found again, of whichever client: never by a selector that names this one. Where
 * the words before it stand in the same text (`Account: Brightwater`), it is what comes after them.
 */
export function accountOf({ text, standings }: PointedAt): NonNullable<Lesson['account']> | undefined {
  if (text.length > 120 || text.includes('\n')) return undefined
  const [, label, rest] = /^([^:：]{2,40}?)\s*[:：]\s*([^/\s].*)$/.exec(text) ?? []
  if (label !== undefined && rest !== undefined && /\p{L}{2}/u.test(label))
    return { place: { label: [label] }, text: rest }
  const place = standings.find(({ list }) => list === 'page')?.places.find((each) => !isUncertain(each, text))
  return place && { place, text }
}

/** It names this client; or it only counts elements, and a banner more would make it another text, of every client. */
function isUncertain(place: CellPlace, text: string): boolean {
  const written = JSON.stringify(place).toLowerCase()
  const words = text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [text.trim().toLowerCase()]
  return /:nth-/.test(written) || words.some((word) => written.includes(word))
}
