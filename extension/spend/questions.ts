import { type Sum, Sums } from '../../shared/inventory/money/sums.ts'
import type { SpendLine } from '../../shared/inventory/spend/lines.ts'
import type { Match } from '../../shared/inventory/spend/matching.ts'
import type { Day } from '../../shared/model/day.ts'

type Asked = Extract<Match, { is: 'asked' }>

/** One question for all lines that say the same, month after month: it is answered once. */
export type Question = Pick<Asked, 'why' | 'candidates' | 'more'> & {
  key: string
  lines: [SpendLine, ...SpendLine[]]
  sums: Sum[]
  lastOn: Day | undefined
}

/** A tax or a credit of a vendor is on a whole bill: that no subscription can be named for it is no question. */
const isOnBill = ({ why, line: { category } }: Asked): boolean =>
  why === 'vendor-only' && (category === 'tax' || category === 'credit' || category === 'adjustment')

export const dayOfLine = ({ billedOn, covers }: SpendLine): Day | undefined => billedOn ?? covers?.from

/** The latest first. */
export function questionsOf(matches: Match[]): Question[] {
  const byKey = new Map<string, Question & { total: Sums }>()
  for (const match of matches) {
    if (match.is !== 'asked' || isOnBill(match)) continue
    const { line, why, candidates, more } = match
    const key = JSON.stringify([why, line.vendors[0], line.sku, line.description, candidates])
    const on = dayOfLine(line)
    const known = byKey.get(key)
    if (known) known.lines.push(line)
    const question = known ?? { key, why, candidates, more, lines: [line], sums: [], lastOn: on, total: new Sums() }
    byKey.set(key, question)
    if (line.billed.currency !== null) question.total.add(line.billed.currency, line.billed.minor)
    if (on !== undefined && on > (question.lastOn ?? '')) question.lastOn = on
  }
  return [...byKey.values()]
    .map(({ total, ...question }) => ({ ...question, sums: total.list() }))
    .sort((a, b) =>
      (a.lastOn ?? '') < (b.lastOn ?? '') ? 1 : (a.lastOn ?? '') > (b.lastOn ?? '') ? -1 : a.key < b.key ? -1 : 1,
    )
}
