import { fileURLToPath } from 'node:url'
import { chromium } from '@playwright/test'
import { z } from 'zod'
import { findChromium, quietArguments } from '../support/browser.ts'
import { bundle } from '../support/bundle.ts'
import { serveBlankPage } from './blank-page.ts'
import { type Figure, figure, type Row } from './measure.ts'

const Loaded = z.object({ first: z.number(), all: z.number(), longest: z.number() })
const Keys = z.object({ everywhere: z.array(z.number()), own: z.array(z.number()), scan: z.array(z.number()) })

/** Search as one types, over 10,000 subscriptions and 100,000 people of 50 clients, in real Chromium. */
export async function search(): Promise<Row[]> {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('No Chromium, Chrome or Edge was found; set CHROME_PATH.')
  const script = await bundle(fileURLToPath(new URL('search.entry.ts', import.meta.url)), 'search')
  const blank = await serveBlankPage()
  const browser = await chromium.launch({ executablePath, args: quietArguments })
  try {
    const page = await browser.newPage()
    await page.goto(blank.url)
    await page.evaluate(script)
    await page.evaluate('search.fill(10000, 100000, 50)')
    const { first, all, longest } = Loaded.parse(await page.evaluate('search.load(50)'))
    const { everywhere, own, scan } = Keys.parse(await page.evaluate('search.keys()'))
    return [
      { name: 'the active client can be searched after', ms: figure([first]) },
      { name: 'all 50 clients can be searched after', ms: figure([all]) },
      { name: 'the longest that the page was not free meanwhile', ms: figure([longest]), target: '≤ 50 ms' },
      { name: 'a key in all clients, median', ms: figure(everywhere) },
      { name: 'a key in all clients, p95', ms: p95(everywhere), target: '≤ 10 ms' },
      { name: 'a key in the active client, p95', ms: p95(own), target: '≤ 10 ms' },
      { name: 'a plain scan of the same 110,000 names, without typos or order, p95', ms: p95(scan) },
    ]
  } finally {
    await browser.close()
    blank.close()
  }
}

function p95(samples: number[]): Figure {
  const sorted = [...samples].sort((a, b) => a - b)
  return figure([sorted[Math.ceil(sorted.length * 0.95) - 1] ?? Number.NaN])
}
