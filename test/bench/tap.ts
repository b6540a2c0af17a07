import type { Page } from '@playwright/test'
import { buildNormal } from '../practice/build.ts'
import { allowHosts, openProfile } from '../support/extension.ts'
import { body, html, serve } from '../support/web.ts'
import { licensesOf } from './capture-pages.ts'
import { figure, meterOf, type Row } from './measure.ts'

const page = html('<!doctype html><title>Bench</title><p>Console</p>')
/** The page's own work: it asks, and reads what it is answered. */
const asking = (path: string, many: number, read: string) => `(async () => {
  for (let n = 0; n < ${many}; n++) await (await fetch('${path}?n=' + n)).${read}()
})()`

type Tab = { work: (script: string) => Promise<number> }

/**
 * What the tap adds to the page's thread. Two tabs, one that is watched and one that is not, take turns in short
 * stretches (bare, watched, watched, bare, …): what else the machine does meets both. A figure is of the differences or
 * ratios of neighbors, so the load of the hour is not in it.
 */
export async function tap(): Promise<Row[]> {
  buildNormal()
  const web = await serve({
    '/page': page,
    '/words': body('text/plain', 'x'.repeat(2000)),
    '/few': body('application/json', licensesOf(2000)),
    '/many': body('application/json', licensesOf(1024 * 1024)),
  })
  const profile = await openProfile({ build: 'normal' })
  await allowHosts(profile, 'http://watched.example.localhost/*')
  const open = async (host: string): Promise<Tab> => {
    const tab = await profile.context.newPage()
    await tab.goto(web.url(host, '/page'))
    return { work: await worker(tab) }
  }
  const [bare, watched] = [await open('bare.example'), await open('watched.example')]
  const words = await pairs(bare, watched, asking('/words', 100, 'text'), 20, 0)
  const few = await pairs(bare, watched, asking('/few', 100, 'json'), 10, 700)
  const large = await pairs(bare, watched, asking('/many', 5, 'json'), 10, 1000)
  await profile.close()
  await web.close()
  const ratios = words.map(([alone, beside]) => beside / alone)
  const added = (of: [number, number][], many: number) => figure(of.map(([alone, beside]) => (beside - alone) / many))
  const alone = figure(large.map(([each]) => each / 5))
  return [
    { name: 'fetches of no JSON (100 × 20 pairs): ratio of each pair', ms: figure(ratios), target: '≤ 1.01' },
    { name: 'a 2 kB JSON response, handed on: added to the page’s thread', ms: added(few, 100), target: '' },
    {
      name: 'a 1 MB JSON response: added to the page’s thread',
      ms: added(large, 5),
      floor: { name: 'the page’s own reading of it', ms: alone },
      target: '≤ 1.5 ms',
    },
  ]
}

/** Gives the processor time of the page's thread in some work of the page and what comes of it. */
async function worker(tab: Page): Promise<(script: string) => Promise<number>> {
  const spent = await meterOf(tab)
  return (script) => spent(() => tab.evaluate(script))
}

async function pairs(bare: Tab, watched: Tab, script: string, many: number, rest: number): Promise<[number, number][]> {
  // What is sent to the worker is sent in the rest after the work, and counts.
  const work = `${script}.then(() => new Promise((resolve) => setTimeout(resolve, ${rest})))`
  for (const tab of [bare, watched]) await tab.work(work)
  const samples: [number, number][] = []
  for (let turn = 0; turn < many; turn++) {
    if (turn % 2 === 0) {
      const alone = await bare.work(work)
      samples.push([alone, await watched.work(work)])
    } else {
      const beside = await watched.work(work)
      samples.push([await bare.work(work), beside])
    }
  }
  return samples
}
