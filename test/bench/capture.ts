import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { chromium } from '@playwright/test'
import { connectors } from '../../extension/connectors/index.ts'
import { buildNormal, normal } from '../practice/build.ts'
import { findChromium, quietArguments } from '../support/browser.ts'
import { bundle } from '../support/bundle.ts'
import { html, serve } from '../support/web.ts'
import { eventsOf, licensePage, licensesOf } from './capture-pages.ts'
import { beside, figure, meterOf, type Row } from './measure.ts'
import { tap } from './tap.ts'

/** What capturing costs a page, and what reading costs. Times are processor time of the one thread: other work on the machine does not count. */
export async function capture(): Promise<Row[]> {
  buildNormal()
  return [...(await reading()), ...sizes(), ...(await tap())]
}

const runs = 5
const megabyte = licensesOf(1024 * 1024)
const nothing = eventsOf(1024 * 1024)

/** Content scripts are all that every allowed page loads; none of them may know a vendor. */
function sizes(): Row[] {
  const folder = join(normal, 'content-scripts')
  const scripts = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'))
  const kilobytes = scripts.reduce((sum, script) => sum + gzipSync(script).length, 0) / 1024
  const hosts = connectors.flatMap(({ matches }) => matches).map((pattern) => /[\w-]+\.\w+(?=\/)/.exec(pattern)?.[0])
  const named = hosts.filter((host) => host !== undefined && scripts.some((script) => script.includes(host)))
  return [
    { name: 'content scripts together, kB gzipped', ms: figure([kilobytes]), target: '≤ 60' },
    { name: 'vendors that they name', ms: figure([named.length]), target: '0' },
  ]
}

async function reading(): Promise<Row[]> {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('No Chromium, Chrome or Edge was found; set CHROME_PATH.')
  const script = await bundle(fileURLToPath(new URL('capture.entry.ts', import.meta.url)), 'bench')
  const web = await serve({ '/licenses': html(licensePage(2000)) })
  const browser = await chromium.launch({ executablePath, args: quietArguments })
  const tab = await browser.newPage()
  await tab.goto(web.url('admin.example', '/licenses'))
  await tab.evaluate(script)
  await tab.evaluate(`globalThis.text = ${JSON.stringify(megabyte)}; globalThis.nothing = ${JSON.stringify(nothing)}`)
  const spent = await meterOf(tab)
  const run = (call: string) => spent(() => tab.evaluate(`bench.${call}`))
  const names = ['floor', 'snapshot', 'records', 'longest', 'parse', 'recognize', 'read', 'parseNothing', 'readNothing']
  const samples: Record<string, number[]> = Object.fromEntries(names.map((name) => [name, []]))
  const add = (name: string, value: number) => samples[name]?.push(value)
  await tab.evaluate('bench.readPage(true).then(() => bench.readResponse(text))')
  for (let turn = 0; turn < runs; turn++) {
    add('floor', await run('walkPage()'))
    add('snapshot', await run('readPage(false)'))
    add('records', await run('readPage(true)'))
    add('longest', (await tab.evaluate<{ longest: number }>('bench.readPage(false)')).longest)
    add('parse', await run('parse(text)'))
    add('recognize', await run('recognize(text)'))
    add('read', await run('readResponse(text)'))
    add('parseNothing', await run('parse(nothing)'))
    add('readNothing', await run('readResponse(nothing)'))
  }
  await browser.close()
  await web.close()
  const { floor = [], snapshot = [], records = [], longest = [], parse = [], recognize = [], read = [] } = samples
  const { parseNothing = [], readNothing = [] } = samples
  const walked = 'one TreeWalker pass with checkVisibility'
  return [
    { ...beside('2,000 rows: page → snapshot', snapshot, walked, floor), target: '' },
    { ...beside('2,000 rows: page → records', records, walked, floor), target: '≤ 3' },
    { name: 'longest slice of it, by the clock', ms: figure(longest), target: '≤ 16 ms' },
    { ...beside('1 MB JSON → recognized', recognize, 'its JSON.parse', parse), target: '≤ 2' },
    { ...beside('1 MB JSON → records', read, 'its JSON.parse', parse), target: '' },
    { ...beside('1 MB JSON that holds no records', readNothing, 'its JSON.parse', parseNothing), target: '≤ 2' },
  ]
}
