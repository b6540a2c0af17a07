import { type Profile, screenUrl } from '../../support/extension.ts'
import { figure, type Row } from '../measure.ts'

/** What a page of the extension holds once its garbage is collected. */
export async function heapOf(profile: Profile): Promise<Row> {
  const samples: number[] = []
  for (let run = 0; run < 3; run++) {
    const page = await profile.context.newPage()
    await page.goto(screenUrl(profile, 'app.html#inventory'))
    await page.locator('.entries-head .number').first().waitFor({ timeout: 60_000 })
    const devtools = await profile.context.newCDPSession(page)
    await devtools.send('HeapProfiler.collectGarbage')
    const { usedSize } = await devtools.send('Runtime.getHeapUsage')
    samples.push(usedSize / 1024 / 1024)
    await page.close()
  }
  return { name: 'Inventory, memory of its page, MB', ms: figure(samples), target: '≤ 150 MB' }
}
