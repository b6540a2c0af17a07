import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { marksOf, stacked } from '../../extension/spend/scale.ts'

describe('an axis', () => {
  test.each<[number, number, number[]]>([
    [0, 0, [0]],
    [0, 3_900, [0, 1_000, 2_000, 3_000, 4_000]],
    [0, 4_100, [0, 2_000, 4_000, 6_000]],
    [0, 7, [0, 2, 4, 6, 8]],
    [-150, 320, [-200, 0, 200, 400]],
  ])('from %s to %s has marks that people count in', (lowest, highest, marks) => {
    expect(marksOf(lowest, highest)).toEqual(marks)
  })
})

test('stacked bars begin where the one below ends; what came back hangs below nought', () => {
  const minors = fc.array(fc.bigInt({ min: -1_000n, max: 1_000n }), { minLength: 3, maxLength: 3 })
  fc.assert(
    fc.property(fc.array(minors, { maxLength: 5 }), (all) => {
      const { bars, lowest, highest } = stacked(all.map((byMonth) => ({ byMonth })))
      for (const [month] of [0, 1, 2].entries()) {
        const of = all.map((byMonth) => Number(byMonth[month]))
        const up = of.filter((minor) => minor > 0).reduce((sum, minor) => sum + minor, 0)
        const down = of.filter((minor) => minor < 0).reduce((sum, minor) => sum + minor, 0)
        const drawn = bars.filter((bar) => bar.month === month)
        expect(Math.max(0, ...drawn.map(({ to }) => to))).toBe(up)
        expect(Math.min(0, ...drawn.map(({ to }) => to))).toBe(down)
        for (const bar of drawn) expect(BigInt(bar.to - bar.from)).toBe(bar.minor)
        expect(up <= highest && down >= lowest).toBe(true)
      }
    }),
  )
})
