/** The marks of an axis from the lowest to the highest amount, in steps that people count in: 1, 2 or 5 with noughts. */
export function marksOf(lowest: number, highest: number, most = 4): number[] {
  const span = Math.max(highest, 0) - Math.min(lowest, 0)
  if (!(span > 0)) return [0]
  const rough = span / most
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 5, 10].map((of) => of * power).find((of) => of >= rough) ?? 10 * power
  const [from, to] = [Math.floor(Math.min(lowest, 0) / step), Math.ceil(Math.max(highest, 0) / step)]
  return Array.from({ length: to - from + 1 }, (_, at) => (from + at) * step)
}

export type Bar = { series: number; month: number; minor: bigint; from: number; to: number }

/** Bars stand on each other from nought up; what came back hangs below it. Only where they are drawn is a fraction. */
export function stacked(series: { byMonth: bigint[] }[]): { bars: Bar[]; lowest: number; highest: number } {
  const bars: Bar[] = []
  let [lowest, highest] = [0, 0]
  const months = series[0]?.byMonth.length ?? 0
  for (let month = 0; month < months; month++) {
    let [up, down] = [0n, 0n]
    for (const [at, { byMonth }] of series.entries()) {
      const minor = byMonth[month] ?? 0n
      if (minor === 0n) continue
      const from = minor > 0n ? up : down
      const to = from + minor
      if (minor > 0n) up = to
      else down = to
      bars.push({ series: at, month, minor, from: Number(from), to: Number(to) })
    }
    highest = Math.max(highest, Number(up))
    lowest = Math.min(lowest, Number(down))
  }
  return { bars, lowest, highest }
}
