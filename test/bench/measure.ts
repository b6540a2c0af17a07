import type { Page } from '@playwright/test'

/** Milliseconds of several runs: the median to quote and the range that tells how noisy the machine was. */
export type Figure = { median: number; min: number; max: number; runs: number }

const round = (value: number) => Math.round(value * 100) / 100

export function figure(samples: number[]): Figure {
  const sorted = [...samples].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const median =
    sorted.length % 2 ? (sorted[middle] ?? Number.NaN) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
  return {
    median: round(median),
    min: round(sorted[0] ?? Number.NaN),
    max: round(sorted.at(-1) ?? Number.NaN),
    runs: sorted.length,
  }
}

/** One measured thing beside the floor of the same run; `ratio` is of the medians. */
export type Row = { name: string; ms: Figure; floor?: { name: string; ms: Figure }; ratio?: number; target?: string }

export const beside = (name: string, samples: number[], floorName: string, floorSamples: number[]): Row => {
  const [ms, floor] = [figure(samples), figure(floorSamples)]
  return { name, ms, floor: { name: floorName, ms: floor }, ratio: round(ms.median / floor.median) }
}

export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** Milliseconds of processor time that the page's main thread spends on some work. */
export async function meterOf(page: Page): Promise<(work: () => Promise<unknown>) => Promise<number>> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' })
  const spent = async () => {
    const { metrics } = await devtools.send('Performance.getMetrics')
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000
  }
  return async (work) => {
    const before = await spent()
    await work()
    return (await spent()) - before
  }
}
