import type { Page } from '@playwright/test'
import { type Profile, screenUrl } from '../../support/extension.ts'
import { figure, type Row } from '../measure.ts'

/** What is watched for on the page: the first useful row, and what an action changes. */
type Area = {
  name: string
  row: string
  /** Clicked one after the other; the last one is the action. */
  steps: string[]
  /** An expression that is another one once the action shows. */
  shown: string
}

const text = (selector: string) => `document.querySelector(${JSON.stringify(selector)})?.textContent`
const cut = '[class~="cut"]'

const areas: Area[] = [
  {
    name: 'renewals',
    row: '.renewals-group li',
    steps: ['.renewals-group li .button', 'dialog[open] button[type=submit]'],
    shown: text('.renewals-group-title .badge'),
  },
  {
    name: 'findings',
    row: '.finding',
    steps: ['.findings-group:nth-of-type(2) .finding-acts .button'],
    shown: text('[role=tab]'),
  },
  {
    name: 'spend',
    row: '[role=tab]',
    steps: ['[role=tab]:nth-of-type(3)', '.question .answers .button'],
    shown: text('[role=tab]:nth-of-type(3)'),
  },
  { name: 'people', row: '.person-line:not(.people-columns)', steps: [], shown: text(cut) },
  { name: 'vendors', row: '.vendor-list li', steps: [], shown: text(cut) },
]

const times = 2

/** Each area of the large client: opened by its address, opened from another area, and acted in. */
export async function areasOf(profile: Profile): Promise<Row[]> {
  const rows: Row[] = []
  const chosen = process.env.AREA === undefined ? areas : areas.filter(({ name }) => name === process.env.AREA)
  for (const area of chosen) {
    const opened: Told[] = []
    const acted: Told[] = []
    const heap: number[] = []
    for (let run = 0; run < times; run++) {
      const page = await newPage(profile)
      await page.goto(screenUrl(profile, `app.html#${area.name}`))
      opened.push(await toldOf(page, area.row, 0))
      if (area.steps.length > 0) acted.push(await act(page, area))
      heap.push(await heapOf(page))
      await page.close()
    }
    process.stderr.write(`${area.name} ${JSON.stringify({ opened, acted, heap })}\n`)
    rows.push(...told(`${area.name}: opened`, opened), ...told(`${area.name}: acted`, acted))
    rows.push({ name: `${area.name}: memory, MB`, ms: figure(heap), target: '≤ 150 MB' })
  }
  return process.env.AREA === undefined ? [...rows, ...(await through(profile))] : rows
}

/** From one area to the next in the same tab. */
async function through(profile: Profile): Promise<Row[]> {
  const page = await newPage(profile)
  const rows: Row[] = []
  for (const { name, row } of [...areas, ...areas]) {
    const from = await clear(page)
    if (rows.length === 0) await page.goto(screenUrl(profile, `app.html#${name}`))
    else await page.evaluate(`location.hash = ${JSON.stringify(name)}`)
    rows.push(...told(`in one tab, ${name}`, [await toldOf(page, row, from)]))
  }
  const heap = await heapOf(page)
  await page.close()
  return [...rows, { name: 'all areas in one tab: memory, MB', ms: figure([heap]), target: '' }]
}

type Told = { ms: number; longest: number }

const told = (name: string, all: Told[]): Row[] =>
  all.length === 0
    ? []
    : [
        { name: `${name}, ms`, ms: figure(all.map(({ ms }) => ms)), target: '' },
        { name: `${name}, longest task`, ms: figure(all.map(({ longest }) => longest)), target: '' },
      ]

async function newPage(profile: Profile): Promise<Page> {
  const page = await profile.context.newPage()
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.addInitScript(`
    globalThis.tasks = []
    new PerformanceObserver((list) => { for (const { duration } of list.getEntries()) tasks.push(duration) })
      .observe({ type: 'longtask', buffered: true })
  `)
  return page
}

const clear = (page: Page): Promise<number> =>
  page.evaluate<number>('globalThis.tasks && (tasks.length = 0), performance.now()')

/** Until it is on the screen and the page has come to rest. */
async function toldOf(page: Page, selector: string, from: number): Promise<Told> {
  return until(page, `document.querySelector(${JSON.stringify(selector)})`, from)
}

async function until(page: Page, condition: string, from: number): Promise<Told> {
  const at = await page.evaluate<number>(`new Promise((resolve) => {
    const last = performance.now() + 40_000
    const look = () => {
      if (performance.now() > last) resolve(Number.NaN)
      else if (${condition}) requestAnimationFrame(() => setTimeout(() => resolve(performance.now())))
      else requestAnimationFrame(look)
    }
    look()
  })`)
  await page.evaluate('new Promise((resolve) => requestIdleCallback(() => setTimeout(resolve, 100)))')
  const longest = await page.evaluate<number>('Math.max(0, ...tasks)')
  return { ms: at - from, longest }
}

async function act(page: Page, { steps, shown }: Area): Promise<Told> {
  for (const step of steps.slice(0, -1)) await click(page, step)
  const before = await page.evaluate(shown)
  await clear(page)
  const from = await click(page, steps.at(-1) ?? '')
  return until(page, `${shown} !== ${JSON.stringify(before)}`, from)
}

/** Clicked in the page itself, so that the wait for its next frame is not counted. */
async function click(page: Page, selector: string): Promise<number> {
  await page.locator(selector).first().waitFor({ timeout: 60_000 })
  return page.evaluate<number>(
    `(() => { const from = performance.now(); document.querySelector(${JSON.stringify(selector)}).click(); return from })()`,
  )
}

async function heapOf(page: Page): Promise<number> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('HeapProfiler.collectGarbage')
  const { usedSize } = await devtools.send('Runtime.getHeapUsage')
  return usedSize / 1024 / 1024
}
