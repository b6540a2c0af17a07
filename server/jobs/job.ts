import { randomUUID } from 'node:crypto'
import type { Database } from '../db/database.ts'
import { faultOf, type Log } from '../http/log.ts'
import { leaseOn } from './lease.ts'

type Deciding = { database: Database; clock: () => Date; log: Log }

export type Job = {
  /** What the clock calls: does what is due, where no other node is at it. */
  tick: () => Promise<void>
  /** Ends what runs at its next step, and gives the lease back. */
  stop: () => Promise<void>
}

type Work = (hold: () => Promise<boolean>) => Promise<void>

/** One job of which only one node at a time does anything. */
export function jobOf(
  { database, clock, log }: Deciding,
  name: string,
  work: Work,
  holder: string = randomUUID(),
): Job {
  const lease = leaseOn(database, name, holder, clock)
  let isStopping = false
  let running: Promise<void> | undefined
  const hold = async () => !isStopping && (await lease.hold())
  const noteFault = (error: unknown) => {
    const code = database.engine.problemOf(error) ?? 'INTERNAL'
    log({ at: clock().toISOString(), event: 'fault', code, ...faultOf(error) })
  }
  const once = async () => {
    try {
      if (await hold()) await work(hold)
    } catch (error) {
      noteFault(error)
    }
  }
  const tick = async () => {
    // One that still runs is not begun again.
    if (running) return
    running = once()
    await running
    running = undefined
  }
  const stop = async () => {
    isStopping = true
    await running
    try {
      await lease.release()
    } catch (error) {
      // A database that is down ends no shutdown: the lease ends by itself.
      noteFault(error)
    }
  }
  return { tick, stop }
}
