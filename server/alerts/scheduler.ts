import { randomUUID } from 'node:crypto'
import { Cron } from 'croner'
import type { Database } from '../db/database.ts'
import { faultOf, type Log } from '../http/log.ts'
import type { Mailer } from '../mail/mailer.ts'
import { deliverWaiting } from '../webhooks/deliver.ts'
import type { Outbound } from '../webhooks/post.ts'
import { dayDue, type Hour, isOwed, localTime, noteRun } from './daily.ts'
import { leaseOn } from './lease.ts'
import { tellAlerts } from './tell.ts'

export type Scheduled = {
  database: Database
  clock: () => Date
  log: Log
  baseUrl: string
  secret: string
  mail?: Mailer | undefined
  outbound: Outbound
  hour: Hour
}

export type Job = {
  /** What the clock calls every minute: does what is due, where no other node is at it. */
  tick: () => Promise<void>
  /** Ends what runs at its next step, and gives the lease back. */
  stop: () => Promise<void>
}

type Work = (hold: () => Promise<boolean>) => Promise<void>

/** One job of which only one node at a time does anything. */
export function jobOf(
  { database, clock, log }: Scheduled,
  name: string,
  work: Work,
  holder: string = randomUUID(),
): Job {
  const lease = leaseOn(database, name, holder, clock)
  let isStopping = false
  let running: Promise<void> | undefined
  const hold = async () => !isStopping && (await lease.hold())
  const once = async () => {
    try {
      if (await hold()) await work(hold)
    } catch (error) {
      const code = database.engine.problemOf(error) ?? 'INTERNAL'
      log({ at: clock().toISOString(), event: 'fault', code, ...faultOf(error) })
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
    await lease.release()
  }
  return { tick, stop }
}

/** The day's alerts, once their hour has come. */
export const alertsJob = (scheduled: Scheduled, holder?: string): Job =>
  jobOf(
    scheduled,
    'alerts',
    async (hold) => {
      const { database, clock, hour } = scheduled
      const due = dayDue(clock(), hour)
      if (!(await isOwed(database, due, clock()))) return
      const told = await tellAlerts({ ...scheduled, hold }, localTime(clock(), hour.zone).day)
      if (told !== 'lost') await noteRun(database, due, told === 'done', clock())
    },
    holder,
  )

/** What waits for a webhook; a job of its own, so that a slow mail server holds up no webhook, nor the reverse (R19). */
export const webhooksJob = (scheduled: Scheduled, holder?: string): Job =>
  jobOf(scheduled, 'webhooks', (hold) => deliverWaiting({ ...scheduled, hold }), holder)

/** Croner only looks at the clock: each minute, on every node. */
export function startJobs(scheduled: Scheduled): { stop: () => Promise<void> } {
  const jobs = [alertsJob(scheduled), webhooksJob(scheduled)]
  const clocks = jobs.map(({ tick }) => new Cron('* * * * *', { timezone: 'UTC', unref: true }, tick))
  const stop = async () => {
    for (const clock of clocks) clock.stop()
    await Promise.all(jobs.map((job) => job.stop()))
  }
  return { stop }
}
