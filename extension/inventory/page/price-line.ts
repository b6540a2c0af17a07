import type { PricePoint } from '../../../shared/inventory/money/price-history.ts'
import type { BillingPeriod } from '../../../shared/model/subscription.ts'
import { formatPeriod } from '../../ui/format.ts'

/** Prices of the same thing, in the same currency, for the same time: only those can be drawn as one line. */
export type PriceLine = { key: string; points: PricePoint[] }

const of = (period: BillingPeriod | undefined) => (period ? formatPeriod(period) : '')
const keyOf = ({ field, price, basis, period }: PricePoint): string =>
  [field, price.currency, basis, of(period)].join('\n')

const isUnit = ({ points: [first] }: PriceLine): boolean => first?.field === 'unitPrice'

/** The line with the latest price first; of several at once the price of one, which more seats do not raise. */
export function priceLines(points: PricePoint[]): PriceLine[] {
  const lines = new Map<string, PricePoint[]>()
  for (const point of points) {
    const line = lines.get(keyOf(point))
    if (line) line.push(point)
    else lines.set(keyOf(point), [point])
  }
  const latest = (line: PricePoint[]) => Date.parse(line.at(-1)?.at ?? '')
  return [...lines]
    .map(([key, line]) => ({ key, points: line }))
    .sort(
      (a, b) =>
        latest(b.points) - latest(a.points) || Number(isUnit(b)) - Number(isUnit(a)) || (a.key < b.key ? -1 : 1),
    )
}

/** A price that was seen again unchanged is no step. */
export const steps = ({ points }: PriceLine): PricePoint[] =>
  points.filter(({ price }, at) => price.minor !== points[at - 1]?.price.minor)

export const size = { width: 320, height: 96 }
const inset = 8

export type Drawn = {
  path: string
  dots: { x: number; y: number; point: PricePoint }[]
  /** What the upper and the lower end of the chart stand for, and at which height they are. */
  scale: { y: number; minor: number }[]
}

/** A line of steps from the first price to today: a price holds until another is seen. */
export function drawn(line: PriceLine, now: string): Drawn {
  const changes = steps(line)
  const [first] = changes
  const begin = Date.parse(first?.at ?? now)
  const span = Math.max(1, Date.parse(now) - begin)
  const prices = changes.map(({ price }) => price.minor)
  const [low, high] = [Math.min(...prices, 0), Math.max(...prices, 0)]
  const x = (at: string) => inset + ((size.width - 2 * inset) * (Date.parse(at) - begin)) / span
  // What never cost anything lies on the ground.
  const y = (minor: number) => size.height - inset - ((size.height - 2 * inset) * (minor - low)) / (high - low || 1)
  const dots = changes.map((point) => ({ x: round(x(point.at)), y: round(y(point.price.minor)), point }))
  const path = dots.map((dot, at) => (at === 0 ? `M${dot.x} ${dot.y}` : `H${dot.x}V${dot.y}`)).join('')
  const scale = [...new Set([high, low])].map((minor) => ({ y: y(minor), minor }))
  return { path: `${path}H${size.width - inset}`, dots, scale }
}

const round = (place: number): number => Math.round(place * 10) / 10
