import { rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { bundle } from '../support/bundle.ts'
import { openProfile, type Profile, screenUrl } from '../support/extension.ts'
import { beside, figure, type Row } from './measure.ts'
import { accepting } from './screens/accepting.ts'
import type { Filled, Sizes } from './screens/fill.entry.ts'
import { heapOf } from './screens/heap.ts'
import { type Opened, open } from './screens/opening.ts'
import { pulling } from './screens/pulling.ts'
import { scrolling } from './screens/scrolling.ts'
import { buildWithBarePage } from './screens/with-bare-page.ts'

const sizes: Sizes = { clients: 50, subscriptions: 10_000, seats: 100_000, scrolled: 50_000 }
const times = 5

/** What a consultant waits for, in the built extension with all of it on the device, beside bare pages of the same run. */
export async function screens(): Promise<Row[]> {
  const extension = await buildWithBarePage()
  const profile = await openProfile({ extension })
  try {
    const plain = await profile.context.newPage()
    await plain.goto(screenUrl(profile, 'manifest.json'))
    const pulled = await pulling(plain)
    const { large, scrolled } = await filled(plain)
    const activate = (client: string) => plain.evaluate(`fill.activate(${JSON.stringify(client)})`)
    await activate(large)
    return [
      ...(await paints(profile, extension)),
      await accepting(plain),
      pulled,
      await heapOf(profile),
      ...(await activate(scrolled).then(() => scrolling(profile))),
    ]
  } finally {
    await profile.close()
    for (const folder of [extension, profile.folder]) rmSync(folder, { recursive: true, force: true })
  }
}

async function filled(plain: Page): Promise<Filled> {
  await plain.evaluate(await bundle(fileURLToPath(new URL('screens/fill.entry.ts', import.meta.url)), 'fill'))
  return plain.evaluate(`fill.fill(${JSON.stringify(sizes)})`)
}

const narrow = { width: 400, height: 600 }
const wide = { width: 1280, height: 800 }
/** Until what is made behind the screen is there too, or given up, so that the next one starts alone. */
const until = (selector: string) => (page: Page) =>
  page
    .locator(selector)
    .first()
    .waitFor({ timeout: 10_000 })
    .catch(() => undefined)

const opened = {
  bare: { path: 'bare.html', selector: 'li', size: narrow },
  popup: { path: 'popup.html', selector: '.subscription-row', size: narrow, after: until('.due + .due button') },
  app: { path: 'app.html#inventory', selector: '.entry-name', size: wide, after: until('.entries-head .number') },
}

async function paints(profile: Profile, folder: string): Promise<Row[]> {
  const samples: Record<keyof typeof opened, Opened[]> = { bare: [], popup: [], app: [] }
  let first: Opened | undefined
  for (let run = 0; run <= times; run++)
    for (const screen of ['bare', 'popup', 'app'] as const) {
      const one = await open(profile, folder, opened[screen])
      // The first of each warms the browser's caches, as a person's second popup of the day finds them.
      if (run > 0) samples[screen].push(one)
      else if (screen === 'app') first = one
    }
  const [bare, popup, app] = [samples.bare, samples.popup, samples.app].map((all) => all.map(({ ms }) => ms))
  const floor = (name: string, all: number[] = [], target: string) => ({
    ...beside(name, all, 'bare Preact page, 30 rows from IndexedDB', bare ?? []),
    target,
  })
  const weight = (name: string, all: Opened[], target: string) => ({
    name,
    ms: figure(all.map(({ kB }) => kB)),
    target,
  })
  return [
    floor('popup, first row painted', popup, '≤ 1.1 × the bare page'),
    floor('Inventory, first row painted', app, '≤ 1.5 × the bare page'),
    {
      name: 'Inventory that was never opened: the list is worked out first',
      ms: figure(first ? [first.ms] : []),
      target: '',
    },
    weight('popup, scripts and styles until then, gzipped kB', samples.popup, '≤ 90 kB'),
    weight('app’s first route, scripts and styles until then, gzipped kB', samples.app, '≤ 180 kB'),
  ]
}
