import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { emptyRecord, fieldOf, foldObservation } from '../../../../shared/inventory/fold.ts'
import type { InventoryRecord } from '../../../../shared/inventory/record.ts'
import { type Alert, alertsOwed } from '../../../../shared/inventory/terms/alerts.ts'
import { addDays } from '../../../../shared/model/calendar.ts'
import { newId } from '../../../../shared/model/id.ts'
import type { FieldValue, Observation } from '../../../../shared/model/observation.ts'

const [desk, person] = [newId(), newId()]
const ladder = [120, 90, 60, 30, 14, 7]
/** Days to be told of: their alerts overlap. */
const days = ['2026-10-31', '2026-11-30', '2026-12-31']

let count = 0
/** Every act has an instant of its own, in the order of the acts of its day. */
const instant = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) + ++count).toISOString()
function seen(endsOn: string, day: string): Observation {
  const at = instant(day)
  const id = `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`
  const evidence = { source: 'json', locator: 'endsOn', excerpt: endsOn, confidence: 'high' } as const
  return {
    id,
    rec: desk,
    sighting: {
      type: 'subscription',
      key: 'desk',
      vendor: 'tessel.example',
      vendorAccount: null,
      fields: { endsOn },
      evidence: { endsOn: evidence },
      capture: { id, at, url: 'https://tessel.example/', connector: { id: 't', version: 1 } },
    },
  }
}

/** One subscription and who is told of it, as a device or a server holds them. */
class Store {
  observations: Observation[] = []
  edits: InventoryRecord['edits'] = {}
  acknowledged: InventoryRecord[] = []
  decided: InventoryRecord[] = []

  get record(): InventoryRecord {
    const empty = { ...emptyRecord(desk, 'subscription'), edits: this.edits }
    return this.observations.reduce((record, observation) => foldObservation(record, observation, 0), empty)
  }
  get date(): FieldValue | undefined {
    return fieldOf(this.record, 'endsOn')?.value
  }
  state(value: string | null, day: string): void {
    this.edits = { endsOn: { value, seq: 1, by: person, at: instant(day) } }
  }
  owed(today: string, delivered: ReadonlySet<string> = new Set()): Alert[] {
    const records = [this.record, ...this.acknowledged, ...this.decided]
    return alertsOwed(records, { today, client: {}, delivered, observationsOf: () => this.observations })
  }
  acknowledge({ subject, date, version, threshold }: Alert): void {
    const values = Object.entries({ subject, date, version, threshold })
    const edits = values.map(([field, value]) => [field, { value, seq: 1, by: person, at: '2026-01-01T00:00:00.000Z' }])
    this.acknowledged.push({ ...emptyRecord(newId(), 'acknowledgement'), edits: Object.fromEntries(edits) })
  }
  decide(termEndsOn: string): void {
    const values = Object.entries({ subscription: desk, termEndsOn, choice: 'reduce' })
    const edits = values.map(([field, value]) => [field, { value, seq: 1, by: person, at: '2026-01-01T00:00:00.000Z' }])
    this.decided.push({ ...emptyRecord(newId(), 'decision'), edits: Object.fromEntries(edits) })
  }
}

const shown = (alerts: Alert[]) => alerts.map(({ date, threshold }) => `${date} -${threshold}`).sort()

describe('a date that changes and comes back', () => {
  const acknowledgeAll = (store: Store, today: string) => {
    for (const alert of store.owed(today)) store.acknowledge(alert)
  }

  test('is owed anew where a console showed another in between, though nobody ran the alerts meanwhile', () => {
    const store = new Store()
    store.observations.push(seen('2026-12-31', '2026-01-05'))
    acknowledgeAll(store, '2026-11-20')
    store.observations.push(seen('2026-12-31', '2026-11-21'))
    expect(store.owed('2026-11-22'), 'merely seen again').toEqual([])
    store.observations.push(seen('2027-05-31', '2026-11-23'), seen('2026-12-31', '2026-11-24'))
    expect(shown(store.owed('2026-11-25'))).toEqual(
      ladder
        .slice(0, 3)
        .map((days) => `2026-12-31 -${days}`)
        .sort(),
    )
  })

  test('is owed anew where a person said another in between', () => {
    const store = new Store()
    store.observations.push(seen('2026-12-31', '2026-01-05'))
    acknowledgeAll(store, '2026-11-20')
    store.state('2027-05-31', '2026-11-21')
    expect(store.owed('2026-11-21').map(({ date }) => date)).toEqual([])
    store.state(null, '2026-11-22')
    expect(store.owed('2026-11-22'), 'taken back').toHaveLength(3)
    acknowledgeAll(store, '2026-11-22')
    store.state('2026-12-31', '2026-11-23')
    expect(store.owed('2026-11-23'), 'said').toHaveLength(3)
  })

  test('keeps its version when another device’s sighting of the same date arrives late', () => {
    const store = new Store()
    store.observations.push(seen('2026-12-31', '2026-03-05'))
    acknowledgeAll(store, '2026-11-20')
    store.observations.push(seen('2026-12-31', '2026-01-05'), seen('2026-12-31', '2026-06-05'))
    expect(store.owed('2026-11-20')).toEqual([])
  })
})

test('a last day that passed stays owed when the console shows the next term, until it is acknowledged or decided', () => {
  const store = new Store()
  store.observations.push(seen('2026-10-31', '2026-01-05'), seen('2027-10-31', '2026-11-05'))
  expect(store.owed('2026-11-05')).toHaveLength(6)
  store.decide('2026-10-31')
  expect(store.owed('2026-11-05')).toEqual([])
})

test('the same facts give the same alerts on every device, in whatever order they came', () => {
  const sighting = fc.tuple(fc.constantFrom(...days), fc.integer({ min: 0, max: 300 }))
  fc.assert(
    fc.property(fc.array(sighting, { minLength: 1, maxLength: 8 }), fc.nat(), (sightings, turn) => {
      const [one, other] = [new Store(), new Store()]
      one.observations = sightings.map(([date, day]) => seen(date, addDays('2026-01-01', day)))
      const at = turn % one.observations.length
      other.observations = [...one.observations.slice(at), ...one.observations.slice(0, at)].reverse()
      const ids = (store: Store) => store.owed('2026-12-01').map(({ id }) => id)
      expect(ids(other).sort()).toEqual(ids(one).sort())
    }),
  )
})

const Step = fc.record({
  gap: fc.integer({ min: 0, max: 20 }),
  act: fc.oneof(
    fc.record({ is: fc.constant('see' as const), date: fc.constantFrom(...days) }),
    fc.record({ is: fc.constant('see again' as const), lateBy: fc.integer({ min: 0, max: 20 }) }),
    fc.record({ is: fc.constant('state' as const), date: fc.constantFrom(...days, null) }),
    fc.record({ is: fc.constant('acknowledge' as const), all: fc.boolean() }),
    fc.constant({ is: 'decide' as const }),
    fc.constant({ is: 'nothing' as const }),
  ),
  run: fc.constantFrom('no', 'yes', 'yes', 'crash before sending', 'crash before recording'),
})

/**
 * The rule told the other way round: a diary of what the date was, written as it happens. Each change of it begins a page;
 * an alert is owed once a page.
 */
class Diary {
  page = 0
  date: FieldValue | undefined
  passed: { page: number; date: string }[] = []
  decided = new Set<string>()
  acknowledged = new Set<string>()

  turn(date: FieldValue | undefined, today: string, by: 'person' | 'console'): void {
    if (by === 'console' && date === this.date) return
    if (by === 'person') this.passed = []
    else if (typeof this.date === 'string' && this.date < today) this.passed.push({ page: this.page, date: this.date })
    // A day that comes back is told of on its new page.
    this.passed = this.passed.filter((one) => one.date !== date)
    this.page += 1
    this.date = date
  }
  owed(today: string): string[] {
    const now = typeof this.date === 'string' ? [{ page: this.page, date: this.date }] : []
    return [...this.passed, ...now].flatMap(({ page, date }) =>
      this.decided.has(date) && date < today
        ? []
        : ladder
            .filter((days) => addDays(date, -days) <= today)
            .map((days) => `${page} ${date} ${days}`)
            .filter((key) => !this.acknowledged.has(key)),
    )
  }
  keyOf({ date, threshold }: Alert): string {
    const page = date === this.date ? this.page : this.passed.find((one) => one.date === date)?.page
    return `${page} ${date} ${threshold}`
  }
}

test('under random runs, crashes, sightings, edits and acknowledgements no alert is lost, and none is sent twice without a crash', () => {
  fc.assert(
    fc.property(fc.array(Step, { minLength: 1, maxLength: 20, size: 'max' }), (steps) => {
      const [store, diary] = [new Store(), new Diary()]
      const [delivered, sent, unrecorded] = [new Set<string>(), new Map<string, number>(), new Map<string, number>()]
      let today = '2026-09-01'
      store.observations.push(seen('2026-12-31', today))
      diary.turn('2026-12-31', today, 'console')
      for (const { gap, act, run } of [...steps, { gap: 1, act: { is: 'nothing' as const }, run: 'yes' }]) {
        today = addDays(today, gap)
        if (act.is === 'see') store.observations.push(seen(act.date, today))
        if (act.is === 'see again') {
          const last = store.observations.at(-1)?.sighting
          const date = last?.fields.endsOn
          const day = addDays(last?.capture.at.slice(0, 10) ?? today, act.lateBy)
          if (typeof date === 'string') store.observations.push(seen(date, day < today ? day : today))
        }
        if (act.is === 'see' || act.is === 'see again') diary.turn(store.date, today, 'console')
        if (act.is === 'state') {
          store.state(act.date, today)
          diary.turn(store.date, today, 'person')
        }
        if (act.is === 'acknowledge')
          for (const alert of store.owed(today).slice(0, act.all ? undefined : 1)) {
            store.acknowledge(alert)
            diary.acknowledged.add(diary.keyOf(alert))
          }
        if (act.is === 'decide' && typeof store.date === 'string') {
          store.decide(store.date)
          diary.decided.add(store.date)
        }
        const owed = store.owed(today, delivered)
        expect(owed.map((alert) => diary.keyOf(alert)).sort(), `owed on ${today}`).toEqual(diary.owed(today).sort())
        if (run === 'no' || run === 'crash before sending') continue
        for (const alert of owed) {
          const key = diary.keyOf(alert)
          expect(alert.delivered, `${key}: delivered as often as it was recorded`).toBe(
            (sent.get(key) ?? 0) > (unrecorded.get(key) ?? 0),
          )
          if (alert.delivered) continue
          sent.set(key, (sent.get(key) ?? 0) + 1)
          if (run === 'crash before recording') unrecorded.set(key, (unrecorded.get(key) ?? 0) + 1)
          else delivered.add(alert.id)
        }
      }
      for (const [key, times] of sent) expect(times - (unrecorded.get(key) ?? 0), key).toBeLessThanOrEqual(1)
      for (const key of diary.owed(today)) expect(sent.has(key), `${key} was sent`).toBe(true)
    }),
    { numRuns: 300 },
  )
})
