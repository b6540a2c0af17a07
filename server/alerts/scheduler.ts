import { Cron } from 'croner'
import type { Database } from '../db/database.ts'
import type { Log } from '../http/log.ts'
import { type Job, jobOf } from '../jobs/job.ts'
import type { Mailer } from '../mail/mailer.ts'
import { deliverWaiting } from '../webhooks/deliver.ts'
import type { Outbound } from '../webhooks/post.ts'
import { dayDue, type Hour, isOwed, localTime, noteRun } from './daily.ts'
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
