import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { chromium, type Page } from '@playwright/test'
import { z } from 'zod'
import { findChromium, quietArguments } from '../support/browser.ts'
import { bundle } from '../support/bundle.ts'
import { serveBlankPage } from './blank-page.ts'
import { loopbackFloor } from './floors/loopback.ts'
import { insertFloor } from './floors/sqlite.ts'
import { beside, figure, type Row } from './measure.ts'
import { paint } from './paint.ts'

type DeviceCode = typeof import('./device.entry.ts')
type Device = {
  page: Page
  call: <K extends keyof DeviceCode>(
    name: K,
    ...args: Parameters<DeviceCode[K]>
  ) => Promise<Awaited<ReturnType<DeviceCode[K]>>>
  close: () => Promise<void>
}

const fileOf = (name: string) => fileURLToPath(new URL(name, import.meta.url))
const Started = z.strictObject({ url: z.string(), workspace: z.string(), tokens: z.tuple([z.string(), z.string()]) })

/** The whole path: what a page showed, accepted on one device, on another one. */
export async function walk(): Promise<Row[]> {
  const script = await bundle(fileOf('device.entry.ts'), 'device')
  const blank = await serveBlankPage()
  const open = () => openDevice(script, blank.url)
  try {
    return [
      ...(await captureAndAccept(open)),
      ...(await travel(open, 1_000, 7)),
      ...(await travel(open, 10_000, 3)),
      await paint(script, 5),
    ]
  } finally {
    blank.close()
  }
}

const runs = 15

async function captureAndAccept(open: () => Promise<Device>): Promise<Row[]> {
  const device = await open()
  await device.call('newClient', 'Bench')
  const captured: number[] = []
  const floor: number[] = []
  for (let run = 0; run < runs; run++) {
    const text = JSON.stringify({ subscriptions: plans(run) })
    floor.push((await device.call('commitFloor', [text]))[0] ?? Number.NaN)
    const { ms, drafts } = await device.call(
      'capture',
      text,
      'https://api.bench.example/v1/subscriptions',
      'https://admin.bench.example/billing',
    )
    if (drafts !== 20) throw new Error(`Expected 20 drafts, got ${drafts}.`)
    captured.push(ms)
  }
  const accepted = await device.call('acceptEach', 60)
  const commits = await device.call(
    'commitFloor',
    plans(0)
      .concat(plans(1), plans(2))
      .map((plan) => JSON.stringify(plan)),
  )
  await device.close()
  return [
    beside('capture → 20 drafts', captured, 'one strict IndexedDB put of the same bytes', floor),
    beside('accept → durable, one draft', accepted, 'one strict IndexedDB put of the same bytes', commits),
  ]
}

const plans = (run: number) =>
  Array.from({ length: 20 }, (_, n) => ({
    id: `sub_${run}_${n}`,
    product: `Product ${run} ${n}`,
    plan: 'Business',
    seats: 10 + n,
    seats_used: n,
    price: '12.50',
    currency: 'EUR',
    renewal_date: '2027-03-01',
    status: 'active',
  }))

/** `count` records from device A to the durable server to device B, beside the two floors with the same bytes. */
async function travel(open: () => Promise<Device>, count: number, times: number): Promise<Row[]> {
  const samples = {
    total: [] as number[],
    push: [] as number[],
    pull: [] as number[],
    insert: [] as number[],
    loopback: [] as number[],
  }
  for (let run = 0; run < times; run++) {
    const server = await startServer()
    const [a, b] = [await open(), await open()]
    const { url, workspace, tokens } = server.started
    await a.call('pair', { server: url, workspace, token: tokens[0] })
    await b.call('pair', { server: url, workspace, token: tokens[1] })
    const client = await a.call('newClient', 'Bench')
    await a.call('sync')
    const bodies = await a.call('acceptMany', client, count)
    const push = await a.call('sync')
    const pull = await b.call('sync')
    if ((await b.call('countOf', client)) !== count) throw new Error('Not everything arrived.')
    const batches = Array.from({ length: Math.ceil(count / 200) }, (_, n) => bodies.slice(n * 200, (n + 1) * 200))
    samples.push.push(push)
    samples.pull.push(pull)
    samples.total.push(push + pull)
    samples.insert.push(insertFloor(batches))
    samples.loopback.push(await loopbackFloor(batches))
    await Promise.all([a.close(), b.close(), server.stop()])
  }
  const named = `${count.toLocaleString('en')} records`
  return [
    beside(`${named}: A → server → B`, samples.total, 'better-sqlite3 FULL, same bytes', samples.insert),
    beside(`${named}: A → server → B`, samples.total, 'bare loopback POST and GET, same bytes', samples.loopback),
    { name: `${named}: of it A → durable on the server (A also pulls its own back)`, ms: figure(samples.push) },
    { name: `${named}: of it server → durable on B`, ms: figure(samples.pull) },
  ]
}

async function startServer() {
  const child: ChildProcess = spawn(process.execPath, ['--import', 'tsx', fileOf('server.entry.ts')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (!child.stdout) throw new Error('A piped child has a stdout.')
  const [line] = await once(createInterface(child.stdout), 'line')
  return {
    started: Started.parse(JSON.parse(String(line))),
    stop: async () => {
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}

/** A device in a browser profile of its own on the disk: an IndexedDB in memory would not show what durable costs. */
async function openDevice(script: string, at: string): Promise<Device> {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('No Chromium, Chrome or Edge was found; set CHROME_PATH.')
  const folder = mkdtempSync(join(tmpdir(), 'stocktake-bench-'))
  const context = await chromium.launchPersistentContext(folder, { executablePath, args: quietArguments })
  const page = await context.newPage()
  await page.goto(at)
  await page.evaluate(script)
  const call: Device['call'] = (name, ...args) => page.evaluate(`device.${name}(...${JSON.stringify(args)})`)
  const close = async () => {
    await context.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return { page, call, close }
}
