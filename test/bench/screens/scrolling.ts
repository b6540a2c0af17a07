import type { Page } from '@playwright/test'
import { type Profile, screenUrl } from '../../support/extension.ts'
import { figure, type Row } from '../measure.ts'

const steps = 150

/** All 50,000 rows, from the first to the last and in small steps: the longest frame of each way. */
export async function scrolling(profile: Profile): Promise<Row[]> {
  const page = await profile.context.newPage()
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.goto(screenUrl(profile, 'app.html#inventory'))
  await page.locator('.entries-head .number').first().waitFor({ timeout: 120_000 })
  await page.locator('.entry-name').first().hover()
  const slow = await longest(page, 300)
  const fast = await longest(page, 8_000)
  await page.close()
  const row = (name: string, frames: number[]) => ({ name, ms: figure(frames), target: 'none over 50 ms' })
  return [
    row('50,000 rows, frames while scrolling by 300 px', slow),
    row('50,000 rows, frames while scrolling by 8,000 px', fast),
  ]
}

/** The frames between turns of the wheel, each by its length. */
async function longest(page: Page, by: number): Promise<number[]> {
  await page.evaluate(`{
    const frames = globalThis.frames50 = []
    let last = performance.now()
    const next = (now) => { frames.push(now - last); last = now; globalThis.framing = requestAnimationFrame(next) }
    globalThis.framing = requestAnimationFrame((now) => { last = now; next(now); frames.length = 0 })
  }`)
  for (let step = 0; step < steps; step++) {
    await page.mouse.wheel(0, by)
    await page.evaluate('new Promise((resolve) => requestAnimationFrame(() => resolve()))')
  }
  return page.evaluate<number[]>('cancelAnimationFrame(framing), frames50')
}
