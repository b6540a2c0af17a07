import { setTimeout as pause } from 'node:timers/promises'
import { reference } from '../floors/reference.ts'
import type { Peer } from './peer.ts'
import { wireBytes } from './process.ts'
import { makeRecords } from './records.ts'
import { stocktake } from './stocktake.ts'

/** One repetition of one peer in a process of its own, as the peers' harness does it: PEER RECORDS CHANGES. */
const peers: Record<string, () => Peer> = {
  stocktake: () => stocktake('stated'),
  'stocktake, captured': () => stocktake('captured'),
  reference,
}

const timed = async (work: () => Promise<void>): Promise<number> => {
  const start = performance.now()
  await work()
  return performance.now() - start
}
const median = (all: number[]): number => [...all].sort((a, b) => a - b)[all.length >> 1] ?? Number.NaN

const [name = '', records = '10000', changes = '30'] = process.argv.slice(2)
const peer = peers[name]?.()
if (!peer) throw new Error(`no peer ${name}`)
await peer.start()
await peer.prepare(makeRecords(Number(records)))
await pause(300)
const before = peer.stats()
const bytes = wireBytes()
const push = await timed(peer.push)
const pull = await timed(peer.pull)
const after = peer.stats()
const totalBytes = wireBytes() - bytes
await peer.listen()
await pause(200)
await peer.change(0)
const one: number[] = []
for (let at = 1; at <= Number(changes); at++) {
  one.push(await timed(() => peer.change(at)))
  await pause(10)
}
const nothing: number[] = []
for (let at = 0; at < 5; at++) nothing.push(await timed(peer.nothing))
const result = {
  pushDurableMs: push,
  pullMs: pull,
  totalMs: push + pull,
  totalBytes,
  srvCpuMs: after.cpuMs - before.cpuMs,
  startRssMB: before.rssMB,
  rssMB: after.rssMB,
  peakMB: after.peakMB,
  chgP50: median(one),
  resyncMs: median(nothing),
}
await peer.stop()
console.log(`RESULT ${JSON.stringify(result)}`)
process.exit(0)
