import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rowsOf } from '../../extension/portfolio/client-rows.ts'
import type { ClientDays, DayLine } from '../../extension/portfolio/days.ts'
import { type Known, learned, nothingKnown } from '../../extension/portfolio/known.ts'
import type { Waiting } from '../../extension/portfolio/waiting.ts'
import { addressOf, weekOf } from '../../extension/portfolio/week.ts'
import type { ClientWorth } from '../../extension/portfolio/worth.ts'
import { addDays } from '../../shared/model/calendar.ts'

const today = '2026-11-27'
const now = new Date('2026-11-27T09:00:00.000Z')
const cards = ['a', 'b', 'c', 'd'].map((id, at) => ({ id, name: `Client ${id}`, hue: 170 + at }))

const nothing: ClientDays = {
  late: { first: [], count: 0 },
  week: { first: [], count: 0 },
  next: [],
  withinQuarter: 0,
  yearly: { sums: [], without: 0 },
  subscriptions: 0,
}
const calm: Waiting = { conflicts: 0, refused: 0, queued: 0, since: null, isBehind: false }
const still: ClientWorth = { findings: { count: 0, saving: { sums: [], without: 0 }, first: [] }, alerts: { count: 0 } }
const line = (id: string, on: string, weight = 0): DayLine => ({
  ...{ id, on, weight, name: `Thing ${id}`, vendor: 'Vendor', type: 'subscription', happens: 'cancel-by' },
  isUnsent: false,
})
type Of = { days?: Partial<ClientDays>; worth?: Partial<ClientWorth>; waiting?: Partial<Waiting>; drafts?: number }
const known = (of: Record<string, Of>, server = true): Known => ({
  ...nothingKnown,
  days: new Map(cards.map(({ id }) => [id, { ...nothing, ...of[id]?.days }])),
  worth: new Map(cards.map(({ id }) => [id, { ...still, ...of[id]?.worth }])),
  waiting: { server, syncedAt: null, of: new Map(cards.map(({ id }) => [id, { ...calm, ...of[id]?.waiting }])) },
  drafts: new Map(cards.map(({ id }) => [id, of[id]?.drafts ?? 0])),
})
const told = (of: Record<string, Of>) =>
  weekOf(cards, known(of), now).lines.map(({ key, is }) => [key.split(' ')[0], is])
const few = (...first: DayLine[]) => ({ first, count: first.length })

describe('the week of all clients', () => {
  test('late ones first, the last missed before others; then by day, and of one day by the money', () => {
    const week = known({
      a: { days: { week: few(line('a1', '2026-11-29', 5), line('a2', '2026-12-01')) }, drafts: 2 },
      b: {
        days: { late: few(line('b1', '2026-11-01'), line('b2', '2026-11-20')), week: few(line('b3', '2026-11-29', 9)) },
      },
      c: { waiting: { refused: 1 }, worth: { alerts: { count: 3, on: '2026-12-20' } } },
    })
    expect(weekOf(cards, week, now).lines.map(({ key }) => key)).toEqual([
      ...['b late b2', 'b late b1', 'b day b3', 'a day a1', 'a day a2', 'c refused', 'a drafts', 'c alerts'],
    ])
  })

  test('what there is more of one client than is told is counted, never dropped', () => {
    expect(told({ a: { days: { late: { first: [line('a1', '2026-11-01')], count: 12 } } } })).toEqual([
      ['a', 'late'],
      ['a', 'more-late'],
    ])
  })

  test('a change that goes to no server, or has not waited long, is not stuck', () => {
    const waiting = { queued: 1, since: '2026-11-25T09:00:00.000Z' }
    expect(told({ a: { waiting } })).toEqual([['a', 'stuck']])
    expect(told({ a: { waiting: { ...waiting, since: '2026-11-27T08:00:00.000Z' } } })).toEqual([])
    expect(weekOf(cards, known({ a: { waiting } }, false), now).lines).toEqual([])
  })

  test('nothing is told before the days of all are read, and what is dear stands at the end, all of it at once', () => {
    const all = known({ a: { days: { week: few(line('a1', today)) }, worth: { alerts: { count: 1 } } } })
    const partly = { ...all, days: new Map([...all.days].slice(0, 3)) }
    expect(weekOf(cards, partly, now)).toMatchObject({ lines: [], isRead: false, days: 3 })
    const read = weekOf(cards, { ...all, worth: new Map([...all.worth].slice(0, 1)) }, now)
    expect(read).toMatchObject({ isRead: true, isWhole: false, worth: 1 })
    expect(read.lines.map(({ is }) => is)).toEqual(['day'])
    expect(weekOf(cards, all, now).lines.map(({ is }) => is)).toEqual(['day', 'alerts'])
  })

  test('what cannot be read of one client is said, and costs no other anything', () => {
    const failed = learned(known({ a: { days: { week: few(line('a1', today)) } } }), {
      ...{ is: 'failed', client: 'b', problem: 'STORAGE_FAILED' },
    })
    expect(weekOf(cards, failed, now).lines.map(({ key }) => key)).toEqual(['b failed', 'a day a1'])
    const again = learned(failed, { is: 'days', client: 'b', days: nothing })
    expect(weekOf(cards, again, now).lines.map(({ key }) => key)).toEqual(['a day a1'])
  })
})

/** Days of one client, whose things have its own name in theirs. */
const daysFor = (client: string) =>
  fc
    .record({
      late: fc.array(fc.integer({ min: 1, max: 300 }), { maxLength: 4 }),
      week: fc.array(fc.integer({ min: 0, max: 7 }), { maxLength: 4 }),
      weight: fc.integer({ min: 0, max: 1e6 }),
      drafts: fc.nat(3),
      refused: fc.nat(2),
      alerts: fc.nat(2),
    })
    .map(
      ({ late, week, weight, drafts, refused, alerts }): Of => ({
        days: {
          late: few(...late.map((ago, at) => line(`${client}-late-${at}`, addDays(today, -ago), weight))),
          week: few(...week.map((until, at) => line(`${client}-week-${at}`, addDays(today, until), weight + at))),
        },
        drafts,
        waiting: { refused },
        worth: { alerts: { count: alerts } },
      }),
    )

const rank = ['late', 'day', 'refused', 'drafts', 'alerts']

test('every line is of the client whose page it opens, and no line stands above a more urgent one', () => {
  const all = fc.tuple(...cards.map(({ id }) => daysFor(id)))
  fc.assert(
    fc.property(all, (of) => {
      const facts = Object.fromEntries(cards.map(({ id }, at) => [id, of[at] ?? {}]))
      const { lines } = weekOf(cards, known(facts), now)
      for (const each of lines) {
        const owner = each.client?.id ?? ''
        expect(each.key.startsWith(`${owner} `)).toBe(true)
        if (each.is === 'late' || each.is === 'day') {
          expect(each.of.id.startsWith(`${owner}-`)).toBe(true)
          expect(addressOf(each)).toBe(`/app.html#inventory/${each.of.id}`)
        }
        if (each.is === 'drafts') expect(each.count).toBe(facts[owner]?.drafts)
      }
      const places = lines.map(({ is }) => rank.indexOf(is))
      expect(places).toEqual([...places].sort((a, b) => a - b))
      const days = (is: 'late' | 'day') => lines.flatMap((each) => (each.is === is && 'of' in each ? each.of : []))
      const on = (is: 'late' | 'day') => days(is).flatMap((of) => ('on' in of ? of.on : []))
      expect(on('day')).toEqual([...on('day')].sort())
      expect(on('late')).toEqual([...on('late')].sort().reverse())
      const count = (is: 'late' | 'week') => of.reduce((sum, one) => sum + (one.days?.[is]?.first.length ?? 0), 0)
      expect([on('late').length, on('day').length], 'none is lost').toEqual([count('late'), count('week')])
    }),
  )
})

describe('the rows of the list', () => {
  test('by name until the days of all are read, then by urgency; without a day at the end', () => {
    const facts = known({
      b: { days: { cancelBy: { id: 'b1', name: 'B', on: '2027-01-01' } } },
      c: { days: { late: few(line('c1', '2026-11-20')) } },
      d: { days: { late: few(line('d1', '2026-11-26')) } },
    })
    const names = (of: Known) => rowsOf(cards, of).map(({ client }) => client.id)
    expect(names({ ...facts, days: new Map([...facts.days].slice(1)) })).toEqual(['a', 'b', 'c', 'd'])
    expect(names(facts)).toEqual(['d', 'c', 'b', 'a'])
  })

  test('a row of which nothing new is told stays the same', () => {
    const state = known({})
    const first = rowsOf(cards, state)
    const second = rowsOf(cards, learned(state, { is: 'worth', client: 'b', worth: { ...still } }), first)
    expect(second.map((row, at) => row === first[at])).toEqual([true, false, true, true])
  })

  test('where nothing more comes, a client of whom not all is told is not waited for, until it is asked again', () => {
    const state = known({})
    const some = { ...state, worth: new Map([...state.worth].slice(1)) }
    const failed = (of: Known) => rowsOf(cards, of).map(({ failed }) => failed)
    const stopped = learned(some, { is: 'unreadable', problem: 'STORAGE_FAILED' })
    expect(failed(stopped)).toEqual(['STORAGE_FAILED', undefined, undefined, undefined])
    const again = learned(stopped, { is: 'asked-again' })
    expect(again).toEqual(some)
    expect(failed(again)).toEqual([undefined, undefined, undefined, undefined])
  })
})
