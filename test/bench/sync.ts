import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { loopbackFloor } from './floors/loopback.ts'
import { insertFloor } from './floors/sqlite.ts'
import { beside, type Figure, figure, type Row } from './measure.ts'
import { makeRecords } from './sync/records.ts'

/** What one repetition tells; the peers' harness tells the same under the same names. */
const measures = {
  push: 'pushDurableMs',
  pull: 'pullMs',
  total: 'totalMs',
  one: 'chgP50',
  nothing: 'resyncMs',
  wire: 'totalBytes',
  memory: 'rssMB',
} as const
type Measure = keyof typeof measures
type Told = Record<Measure, number[]>

const words: Record<Measure, string> = {
  push: 'A to durable, ms',
  pull: 'to B, ms',
  total: 'A, durable, B, ms',
  one: 'one record A to B, ms',
  nothing: 'nothing to do, ms',
  wire: 'on the wire, MB',
  memory: 'server, MB',
}

const argument = (name: string, otherwise: string): string => {
  const at = process.argv.indexOf(`--${name}`)
  return (at > 0 ? process.argv[at + 1] : undefined) ?? otherwise
}

const ours = ['stocktake', 'stocktake, captured', 'reference']
/** Those that the goals name, where the harness with them is given. */
const theirs = 'ref-hono-gzip,jazz,yjs-websocket,rxdb-http'

/** `npm run bench -- sync [--peers DIR [--with a,b]] [--records N] [--runs N]`: all in turn, so that noise hits all alike. */
export async function sync(): Promise<Row[]> {
  const [records, runs] = [argument('records', '10000'), Number(argument('runs', '3'))]
  const folder = argument('peers', '')
  const commands = new Map(
    ours.map((peer) => [peer, ['--import', 'tsx', 'test/bench/sync/one.ts', peer, records, '20']]),
  )
  if (folder)
    for (const peer of argument('with', theirs).split(','))
      commands.set(peer, ['--max-old-space-size=4096', resolve(folder, 'sync/one.mjs'), peer, records, '20'])
  const told = new Map<string, Told>()
  for (let run = 0; run < runs; run++)
    for (const [peer, command] of commands) {
      const result = await repetition(command)
      if (!result) console.error(`${peer} told nothing in run ${run + 1}`)
      else note(told, peer, result)
    }
  return [...rowsOf(told), ...(await floors(Number(records)))]
}

async function repetition(command: string[]): Promise<Record<string, number> | undefined> {
  const child = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'ignore'] })
  const late = setTimeout(() => child.kill('SIGKILL'), 300_000)
  let text = ''
  child.stdout.on('data', (part) => {
    text += String(part)
  })
  await once(child, 'close')
  clearTimeout(late)
  const line = /^RESULT (\{.*\})$/m.exec(text)?.[1]
  return line === undefined ? undefined : (JSON.parse(line) as Record<string, number>) // our own, and the harness's
}

function note(told: Map<string, Told>, peer: string, result: Record<string, number>): void {
  const of: Told = told.get(peer) ?? { push: [], pull: [], total: [], one: [], nothing: [], wire: [], memory: [] }
  for (const measure of keys) {
    const value = result[measures[measure]]
    if (typeof value === 'number') of[measure].push(measure === 'wire' ? value / 1024 / 1024 : value)
  }
  told.set(peer, of)
}

const keys = Object.keys(measures) as Measure[] // Object.keys is typed as string[]

/** What the product aims at, beside whom: at most so many times as much. */
const goals: [Measure, string, number][] = [
  ['total', 'jazz', 1],
  ['total', 'ref-hono-gzip', 1.2],
  ['total', 'reference', 1.2],
  ['pull', 'jazz', 0.6],
  ['one', 'jazz', 1.3],
  ['one', 'rxdb-http', 1],
  ['nothing', 'jazz', 0.5],
  ['memory', 'jazz', 1],
]

/** Each measure of each that ran, then the product beside those that its goals name. */
function rowsOf(told: Map<string, Told>): Row[] {
  const each = keys.flatMap((measure) =>
    [...told].map(([peer, values]): Row => ({ name: `${words[measure]}: ${peer}`, ms: figure(values[measure]) })),
  )
  const product = told.get('stocktake')
  const aimed = goals.flatMap(([measure, peer, most]): Row[] => {
    const values = told.get(peer)
    if (!product || !values) return []
    return [{ ...beside(`goal, ${words[measure]}`, product[measure], peer, values[measure]), target: `≤ ${most} ×` }]
  })
  return [...each, ...aimed]
}

/** What the disk and the loopback take by themselves for the same bytes. */
async function floors(count: number): Promise<Row[]> {
  const bodies = makeRecords(count).map((record) => JSON.stringify(record))
  const batches = Array.from({ length: Math.ceil(count / 200) }, (_, at) => bodies.slice(at * 200, at * 200 + 200))
  const [inserts, loopbacks]: [number[], number[]] = [[], []]
  for (let run = 0; run < 3; run++) {
    inserts.push(insertFloor(batches))
    loopbacks.push(await loopbackFloor(batches))
  }
  const row = (name: string, ms: Figure): Row => ({ name, ms })
  return [
    row('floor: one bare insert each, in batches of 200, ms', figure(inserts)),
    row('floor: Hono on loopback there and back, ms', figure(loopbacks)),
  ]
}
