import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { buildNormal } from '../practice/build.ts'
import { bundle } from '../support/bundle.ts'
import { openProfile, screenUrl } from '../support/extension.ts'
import { figure, type Row, timed } from './measure.ts'

const runs = 3
const count = 20_000

/** Eight columns, as a reseller's sheet has them. */
const text = `Product,Plan,Total licenses,Assigned licenses,Expiration date,Auto renew,Price,Billing period\n${Array.from(
  { length: count },
  (_, at) => `Product ${at},Pro,${at + 1},${at >> 1},2027-0${(at % 9) + 1}-1${at % 9},Yes,"€${at}.50",monthly\n`,
).join('')}`
const file = { name: 'licenses.csv', mimeType: 'text/csv', buffer: Buffer.from(text) }

/** The longest time that the screen did not answer since it was last asked; the browser counts from 50 ms. */
const watch = `{
  let longest = 0
  const take = (entries) => { for (const { duration } of entries) longest = Math.max(longest, duration) }
  const observer = new PerformanceObserver((list) => take(list.getEntries()))
  observer.observe({ type: 'longtask' })
  globalThis.longestTask = () => {
    take(observer.takeRecords())
    const told = longest
    longest = 0
    return told
  }
}`
const longestTask = (page: Page) => page.evaluate<number>('longestTask()')

/** A file of as many rows as may be imported, from the choice to the dry run, and after a word about a column. By the clock. */
export async function importing(): Promise<Row[]> {
  buildNormal()
  const script = await bundle(fileURLToPath(new URL('device.entry.ts', import.meta.url)), 'device')
  const profile = await openProfile({ build: 'normal', locale: 'en-GB' })
  const samples = { opened: [] as number[], held: [] as number[], again: [] as number[] }
  try {
    const page = await profile.context.newPage()
    await page.goto(screenUrl(profile, 'manifest.json'))
    await page.evaluate(script)
    await page.evaluate(`device.newClient('Bench').then(() => undefined)`)
    await page.addInitScript(watch)
    for (let run = 0; run < runs; run++) {
      await page.goto(screenUrl(profile, 'app.html#import'))
      await page.reload()
      await page.getByRole('button', { name: 'Choose a file' }).waitFor()
      await longestTask(page)
      const button = page.getByRole('button', { name: 'Import 20,000 rows into Bench' })
      const ready = () => button.and(page.locator(':enabled')).waitFor({ timeout: 120_000 })
      samples.opened.push(
        await timed(async () => {
          await page.locator('input[type=file]').setInputFiles(file)
          await ready()
        }),
      )
      samples.held.push(await longestTask(page))
      await page.getByLabel('“Plan” becomes').selectOption({ label: 'Leave out' })
      await ready()
      samples.again.push(await longestTask(page))
    }
  } finally {
    await profile.close()
  }
  return [
    { name: '20,000 rows × 8 columns: chosen → dry run on the screen', ms: figure(samples.opened), target: '' },
    { name: 'longest task until then', ms: figure(samples.held), target: '≤ 100 ms' },
    { name: 'longest task after a word about a column', ms: figure(samples.again), target: '≤ 100 ms' },
  ]
}
