import { setImmediate } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { dayDue, isOwed, localTime, noteRun } from '../../server/alerts/daily.ts'
import { startJobs } from '../../server/alerts/scheduler.ts'
import { jobOf } from '../../server/jobs/job.ts'
import { leaseMs, leaseOn } from '../../server/jobs/lease.ts'
import { outbound } from '../../server/webhooks/post.ts'
import { addDays } from '../../shared/model/calendar.ts'
import { SmtpSink } from '../support/smtp-sink.ts'
import { nodeOf, show, todayOf } from '../support/told.ts'
import { twoWorkspaces } from '../support/two-workspaces.ts'

const two = twoWorkspaces()
const minute = 60_000
const year = 365 * 24 * 60 * minute
const lease = (holder: string, clock = two.server.now) => leaseOn(two.server.database, 'alerts', holder, clock)

describe('a lease', () => {
  test('is held by one, renewed by the same, and free when it is given back', async () => {
    const [one, other] = [lease('one'), lease('other')]
    expect([await one.hold(), await other.hold(), await one.hold(), await other.hold()]).toEqual([
      true,
      false,
      true,
      false,
    ])
    await other.release()
    expect(await other.hold(), 'nobody gives back what another holds').toBe(false)
    await one.release()
    expect([await other.hold(), await one.hold()]).toEqual([true, false])
  })

  test('goes to another when its holder has died, not a moment before its end', async () => {
    const [dead, other] = [lease('dead'), lease('other')]
    await dead.hold()
    two.server.pass(leaseMs - 1)
    expect(await other.hold()).toBe(false)
    two.server.pass(1)
    expect(await other.hold()).toBe(true)
    expect(await dead.hold(), 'and one that wakes up again notices').toBe(false)
  })

  test('of fifty that ask at once, one gets it', async () => {
    const asked = await Promise.all(Array.from({ length: 50 }, (_, at) => lease(`node ${at}`).hold()))
    expect(asked.filter(Boolean)).toHaveLength(1)
  })

  test('a clock that was ten years ahead does not keep it for ten years (F41)', async () => {
    await lease('ahead', () => new Date(two.server.now().getTime() + 10 * year)).hold()
    expect(await lease('other').hold()).toBe(true)
  })

  test('two of different names do not know each other', async () => {
    await lease('one').hold()
    expect(await leaseOn(two.server.database, 'webhooks', 'other', two.server.now).hold()).toBe(true)
  })
})

describe('an hour of a day', () => {
  const due = (instant: string, zone: string, at = '07:00') => dayDue(new Date(instant), { at, zone })

  test('has come, or is yesterday’s', () => {
    expect(due('2026-03-10T06:59:59Z', 'UTC')).toBe('2026-03-09')
    expect(due('2026-03-10T07:00:00Z', 'UTC')).toBe('2026-03-10')
    expect(due('2026-03-10T23:59:59Z', 'UTC')).toBe('2026-03-10')
    expect(due('2026-03-09T22:00:00Z', 'Pacific/Auckland')).toBe('2026-03-10')
    expect(localTime(new Date('2026-03-01T00:05:00Z'), 'America/New_York')).toEqual({
      day: '2026-02-28',
      time: '19:05',
    })
    expect(localTime(new Date('2026-03-01T00:00:00Z'), 'UTC'), 'midnight is 00, never 24').toEqual({
      day: '2026-03-01',
      time: '00:00',
    })
  })

  test('that a clock change leaves out comes with the next one', () => {
    // 2026-03-29 in Zurich: from 02:00 to 03:00.
    expect(due('2026-03-29T00:59:00Z', 'Europe/Zurich', '02:30')).toBe('2026-03-28')
    expect(due('2026-03-29T01:00:00Z', 'Europe/Zurich', '02:30')).toBe('2026-03-29')
  })

  test.each(['2026-03-27T12:00:00Z', '2026-10-23T12:00:00Z'])(
    'comes once a day in the days from %s, though clocks change',
    async (from) => {
      const hour = { at: '02:30', zone: 'Europe/Zurich' }
      const runs: string[] = []
      for (let at = 0; at < 4 * 24 * 4; at++) {
        const now = new Date(Date.parse(from) + at * 15 * minute)
        const day = dayDue(now, hour)
        if (!(await isOwed(two.server.database, day, now))) continue
        await noteRun(two.server.database, day, true, now)
        runs.push(day)
      }
      const first = runs[0] ?? ''
      expect(runs).toEqual([0, 1, 2, 3, 4].map((days) => addDays(first, days)))
    },
  )
})

describe('a daily run', () => {
  const owed = (day: string) => isOwed(two.server.database, day, two.server.now())
  const note = (day: string, isDone: boolean) => noteRun(two.server.database, day, isDone, two.server.now())

  test('is owed once a day, however long nobody looked', async () => {
    expect(await owed('2026-03-01')).toBe(true)
    await note('2026-03-01', true)
    expect(await owed('2026-03-01')).toBe(false)
    expect(await owed('2026-03-11')).toBe(true)
  })

  test('is tried again a bounded number of times, then the next day takes over', async () => {
    let tries = 0
    for (let minutes = 0; minutes < 24 * 60; minutes++) {
      if (await owed('2026-03-01')) {
        await note('2026-03-01', false)
        tries++
      }
      two.server.pass(minute)
    }
    expect(tries).toBe(9)
    expect(await owed('2026-03-02')).toBe(true)
  })

  test('a clock that jumped ahead and back silences nothing (F41)', async () => {
    await note('2036-03-01', true)
    expect(await owed('2026-03-01')).toBe(true)
    two.server.pass(10 * year)
    await note('2026-03-01', false)
    two.server.pass(-10 * year)
    expect(await owed('2026-03-01')).toBe(true)
  })
})

describe('two nodes', () => {
  let sink: SmtpSink
  beforeEach(async () => {
    sink = await SmtpSink.start()
    await show(two.inA, two.server, { product: 'Desk', endsOn: addDays(todayOf(two.server), 10) })
    await show(two.inB, two.server, { product: 'Desk', endsOn: addDays(todayOf(two.server), 10) })
  })
  afterEach(() => sink.stop())
  const node = (holder: string) => nodeOf(two.server, { smtp: sink.url }, holder)

  test('at once tell everybody once', async () => {
    const nodes = [node('one'), node('other'), node('third')]
    await Promise.all(nodes.map(({ alerts }) => alerts.tick()))
    await Promise.all(nodes.map(({ alerts }) => alerts.tick()))
    expect(sink.mails).toHaveLength(2)
  })

  test('one that loses its lease half-way stops before its next mail, and another finishes', async () => {
    const [slow, other] = [node('slow'), node('other')]
    sink.answers.message = () => {
      // While its first mail is under way it sleeps for longer than its lease lasts, and another takes over.
      sink.answers = {}
      two.server.pass(leaseMs)
      void leaseOn(two.server.database, 'alerts', 'other', two.server.now).hold()
      return undefined
    }
    await slow.alerts.tick()
    expect(sink.mails).toHaveLength(1)
    await other.alerts.tick()
    expect(new Set(sink.mails.map(({ to }) => to)).size).toBe(2)
    expect(sink.mails).toHaveLength(2)
  })

  test('one that is stopped ends at its next step and gives the lease back', async () => {
    const [stopped, other] = [node('stopped'), node('other')]
    sink.answers.message = () => {
      sink.answers = {}
      void stopped.alerts.stop()
      return undefined
    }
    await stopped.alerts.tick()
    await stopped.alerts.stop()
    expect(sink.mails).toHaveLength(1)
    await other.alerts.tick()
    expect(sink.mails).toHaveLength(2)
  })
})

describe('a job', () => {
  const scheduled = () => ({
    database: two.server.database,
    clock: two.server.now,
    log: () => undefined,
    baseUrl: 'http://stocktake.test',
    secret: 'x',
    outbound,
    hour: { at: '07:00', zone: 'UTC' },
  })

  test('that still runs is not begun again, and one that failed is', async () => {
    let begun = 0
    let finish = () => {}
    const job = jobOf(scheduled(), 'slow', async () => {
      begun++
      await new Promise<void>((resolve) => {
        finish = resolve
      })
      throw new Error('fails')
    })
    const first = job.tick()
    while (begun === 0) await setImmediate()
    await job.tick()
    expect(begun).toBe(1)
    finish()
    await first
    const second = job.tick()
    while (begun === 1) await setImmediate()
    finish()
    await second
    expect(begun).toBe(2)
    await job.stop()
  })

  test('is over when it is stopped, also where the database does not answer any more (F65)', async () => {
    const { people } = two.server.database
    const refuse = () => {
      throw new Error('gone')
    }
    const gone = new Proxy(people, {
      get: (target, name) => (name === 'deleteFrom' ? refuse : Reflect.get(target, name).bind(target)),
    })
    const told: string[] = []
    const log = ({ event }: { event: string }) => void told.push(event)
    const job = jobOf(
      { ...scheduled(), log, database: { ...two.server.database, people: gone } },
      'any',
      async () => {},
    )
    await job.tick()
    await job.stop()
    expect(told).toEqual(['fault'])
  })

  test('is called by the clock, and is over when it is stopped', async () => {
    const jobs = startJobs(scheduled())
    await jobs.stop()
    expect(await two.server.database.people.selectFrom('leases').selectAll().execute()).toEqual([])
  })
})
