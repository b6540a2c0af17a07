import { afterEach, describe, expect, test, vi } from 'vitest'
import { finished, type RowSteps } from '../../extension/heuristics/steps.ts'
import { inSlices } from '../../extension/import/use-steps.ts'

/** A clock on which every look takes as long as half a slice. */
const slowClock = () => {
  let at = 0
  vi.spyOn(performance, 'now').mockImplementation(() => (at += 15))
}
afterEach(() => vi.restoreAllMocks())

function* counting(rows: number, seen: number[] = []): RowSteps<string> {
  for (let row = 0; row < rows; row++) {
    seen.push(row)
    yield row
  }
  return `${rows} rows`
}

describe('work in slices', () => {
  test('comes to what it comes to at once', async () => {
    slowClock()
    const running = { signal: new AbortController().signal, onProgress: () => undefined }
    expect(await inSlices(counting(20), running)).toBe(finished(counting(20)))
  })

  test('lets the screen go on between them, and tells how far it is', async () => {
    slowClock()
    const told: (number | string)[] = []
    const onProgress = (done: number) => {
      told.push(done)
      setTimeout(() => told.push('screen'))
    }
    await inSlices(counting(60), { signal: new AbortController().signal, onProgress })
    // After the first slice, and then a few times a second: each time the screen is painted anew.
    const counts = told.filter((one) => one !== 'screen')
    expect(counts[0]).toBe(1)
    expect(counts.length).toBeGreaterThan(2)
    expect(counts.length).toBeLessThan(10)
    expect(told).toEqual(counts.flatMap((count) => [count, 'screen']))
  })

  test('given up, it does no more and comes to nothing', async () => {
    slowClock()
    const stop = new AbortController()
    const seen: number[] = []
    expect(await inSlices(counting(100, seen), { signal: stop.signal, onProgress: () => stop.abort() })).toBeUndefined()
    expect(seen).toEqual([0, 1])
  })
})
