import { describe, expect, test } from 'vitest'
import { countedOf } from '../../../extension/inventory/page/counted.ts'
import { detailGroups, termGroups } from '../../../extension/inventory/page/fields.ts'
import { drawn, priceLines, size, steps } from '../../../extension/inventory/page/price-line.ts'
import { seatRows } from '../../../extension/inventory/page/seat-rows.ts'
import { timelineOf } from '../../../extension/inventory/page/timeline.ts'
import { stepWords } from '../../../extension/inventory/page/words.ts'
import { createClient } from '../../../extension/records/clients.ts'
import { editField, stateRecord } from '../../../extension/records/edit.ts'
import { wholeOf } from '../../../extension/records/whole.ts'
import type { PricePoint } from '../../../shared/inventory/money/price-history.ts'
import { cancelByOf } from '../../../shared/inventory/terms/cancel-by.ts'
import { chainOf } from '../../../shared/inventory/terms/chain.ts'
import { addDays, dayNumber } from '../../../shared/model/calendar.ts'
import { newId } from '../../../shared/model/id.ts'
import type { Fields } from '../../../shared/model/observation.ts'
import { fieldNames } from '../../../shared/model/record-type.ts'
import { accept } from '../../support/accepted.ts'
import { freshDatabase } from '../../support/device.ts'
import { sightingOf } from '../../support/sightings.ts'

const today = '2026-11-27'

test('every field of a subscription stands in exactly one group, so that each can be edited', () => {
  const placed = [...termGroups, ...detailGroups()].flatMap(({ fields }) => fields)
  expect(placed.sort()).toEqual(fieldNames('subscription').sort())
})

async function counted(fields: Fields, more: { lots?: Fields[]; seats?: Fields[]; charges?: Fields[] } = {}) {
  const db = freshDatabase()
  const client = await createClient(db, 'Zoo')
  const id = await accept(db, sightingOf({ product: 'Chat', sku: 'C', ...fields }))
  for (const lot of more.lots ?? []) await stateRecord(db, client, 'lot', { subscription: id, ...lot })
  for (const charge of more.charges ?? []) await stateRecord(db, client, 'charge', { subscription: id, ...charge })
  for (const [at, seat] of (more.seats ?? []).entries())
    await accept(db, { ...sightingOf({ sku: 'C', ...seat }, { key: `seat ${at}` }), type: 'assignment' })
  const { inventory } = await wholeOf(db, client, today)
  const [assessed] = inventory.entitlements
  if (!assessed) throw new Error('nothing was accepted')
  return { db, client, id, inventory, assessed, parts: countedOf(assessed, inventory, today) }
}

describe('how a part was counted', () => {
  test('names the fields that say it, and what nobody says is absent', async () => {
    const { id, parts } = await counted({ seatsPurchased: 12, seatsAssigned: 9 })
    expect([...parts.keys()]).toEqual(['purchased', 'assigned'])
    expect(parts.get('purchased')?.facts).toMatchObject([{ is: 'field', of: { id }, count: 12 }])
  })

  test('names the lots that are valid today, and their units are its count', async () => {
    const lots = [{ quantity: 2, packSize: 10 }, { quantity: 5 }, { quantity: 9, endsOn: '2026-01-01' }]
    const purchased = (await counted({}, { lots })).parts.get('purchased')
    expect([purchased?.part.count, purchased?.part.from]).toEqual([25, 'lots'])
    expect(purchased?.facts.map(({ count }) => count).sort()).toEqual([20, 5].sort())
  })

  test('counts people one by one, and says within how many days they are active', async () => {
    const seats = [
      { email: 'a@example.com', lastActiveOn: '2026-11-20' },
      { email: 'b@example.com', lastActiveOn: '2026-01-20' },
      { email: 'c@example.com', lastActiveOn: '2026-11-20', status: 'deprovisioned' },
    ]
    const { parts } = await counted({}, { seats })
    expect(parts.get('assigned')?.facts).toEqual([{ is: 'seats', count: 2, among: 2 }])
    expect(parts.get('active')).toMatchObject({ days: 90, facts: [{ is: 'seats', count: 1, among: 2 }] })
  })

  test('names the lines of the bills', async () => {
    const charge = {
      category: 'purchase',
      billedCost: { minor: 5_000, currency: 'EUR' },
      quantity: 14,
      chargePeriodStart: '2026-11-01',
      chargePeriodEnd: '2026-12-01',
    }
    const { parts } = await counted({ seatsPurchased: 12 }, { charges: [charge] })
    expect(parts.get('billed')).toMatchObject({ part: { count: 14 }, facts: [{ is: 'charge', count: 14 }] })
  })
})

describe('people with a seat', () => {
  const seats = [
    { person: 'Zoe', email: 'zoe@example.com' },
    { person: 'Ann', email: 'ann@example.com', status: 'deprovisioned' },
    { person: 'Bob', email: 'bob@example.com' },
  ]
  test('stand by name, those who held one last; called as the client wishes', async () => {
    const { assessed, inventory } = await counted({}, { seats })
    expect(seatRows(assessed, inventory.persons, 'full').map(({ name, holds }) => [name, holds])).toEqual([
      ['Bob', true],
      ['Zoe', true],
      ['Ann', false],
    ])
    const hidden = seatRows(assessed, inventory.persons, 'pseudonymous').map(({ name }) => name)
    expect(hidden.every((name) => /^#[2-9A-Z]{5}$/.test(name ?? ''))).toBe(true)
    expect(seatRows(assessed, inventory.persons, 'counts-only')).toEqual([])
  })
})

describe('the line of terms', () => {
  const line = (values: Parameters<typeof chainOf>[0]['values']) => {
    const facts = { values }
    const chain = chainOf(facts, { today, since: addDays(today, -800), until: addDays(today, 800) })
    const cancelBy = chain.current && cancelByOf(facts, chain.current, dayNumber(today))
    return timelineOf(chain, cancelBy, today)
  }
  const yearly = {
    contractStartsOn: '2024-03-12',
    initialTerm: { count: 1, unit: 'year' },
    renewalTerm: { count: 1, unit: 'year' },
    renewalMode: 'tacit',
    noticePeriod: { count: 1, unit: 'month' },
  } as const

  test('marks today, the last day to cancel and the renewal in the order of time, inside the line', () => {
    const found = line(yearly)
    expect(found?.marks.map(({ is, on }) => [is, on])).toEqual([
      ['today', today],
      ['cancel-by', '2027-02-11'],
      ['renews', '2027-03-12'],
    ])
    const places = found?.marks.map(({ at }) => at) ?? []
    expect([...places].sort((a, b) => a - b)).toEqual(places)
    expect(places.every((at) => at >= 0 && at <= 100)).toBe(true)
    expect(found?.pieces.filter(({ is }) => is === 'current')).toHaveLength(1)
  })

  test('names that would touch stand on lines of their own', () => {
    expect(new Set(line(yearly)?.marks.map(({ level }) => level)).size).toBeGreaterThan(1)
  })

  test('what ends by itself is not to be canceled; without a term there is no line', () => {
    expect(line({ ...yearly, renewalMode: 'none' })?.marks.map(({ is }) => is)).not.toContain('cancel-by')
    expect(line({ renewalMode: 'tacit' })).toBeUndefined()
  })

  test('each step of the count is a sentence', () => {
    const { renewalMode, noticePeriod } = yearly
    const rules = { renewalMode, noticePeriod, noticeOnBusinessDay: true, postalLeadDays: 3 }
    const facts = { values: { ...rules, endsOn: '2027-03-28' } }
    const { current } = chainOf(facts, { today })
    const by = current && cancelByOf(facts, current, dayNumber(today))
    expect(by?.is === 'known' && by.steps.map(stepWords)).toEqual([
      expect.stringMatching(/^The term ends on .*28.*2027/),
      expect.stringMatching(/^1 month before: .*28.*2027/),
      expect.stringMatching(/^That is no business day: .*26.*2027/),
      expect.stringMatching(/^3 days by post: .*23.*2027/),
    ])
  })
})

describe('the line of prices', () => {
  const point = (at: string, minor: number, more: Partial<PricePoint> = {}): PricePoint => ({
    field: 'unitPrice',
    price: { minor, currency: 'EUR' },
    at: `${at}T00:00:00.000Z`,
    basis: 'per-unit',
    period: { count: 1, unit: 'month' },
    by: { kind: 'capture', observation: newId() },
    ...more,
  })

  test('joins only prices of the same thing, in one currency, for one period', () => {
    const usd = point('2026-01-01', 900, { price: { minor: 900, currency: 'USD' } })
    const yearly = point('2026-02-01', 9_000, { period: { count: 1, unit: 'year' } })
    const lines = priceLines([usd, yearly, point('2026-03-01', 800), point('2026-04-01', 850)])
    expect(lines.map(({ points }) => points.map(({ price }) => price.minor))).toEqual([[800, 850], [9_000], [900]])
  })

  test('a price that was seen again is no step, and a higher one stands higher', () => {
    const [line] = priceLines([point('2026-01-01', 800), point('2026-02-01', 800), point('2026-03-01', 850)])
    if (!line) throw new Error('no line')
    expect(steps(line)).toHaveLength(2)
    const { dots } = drawn(line, '2026-06-01T00:00:00.000Z')
    const [low, high] = dots
    expect((low?.y ?? 0) > (high?.y ?? 0) && (low?.x ?? 0) < (high?.x ?? 0)).toBe(true)
    expect(dots.every(({ x, y }) => x >= 0 && x <= size.width && y >= 0 && y <= size.height)).toBe(true)
  })

  test.each([
    [[800], [800, 0]],
    [
      [800, 950],
      [950, 0],
    ],
    [[0], [0]],
    [
      [-500, 0],
      [0, -500],
    ],
  ])('of %j has %j at its axis: no amount that nobody saw, but nothing', (prices, ends) => {
    const [line] = priceLines(prices.map((minor, at) => point(`2026-01-0${at + 1}`, minor)))
    if (!line) throw new Error('no line')
    const { scale, dots } = drawn(line, '2026-06-01T00:00:00.000Z')
    expect(scale.map(({ minor }) => minor)).toEqual(ends)
    expect([...scale, ...dots].every(({ y }) => y >= 0 && y <= size.height)).toBe(true)
  })
})

test('a value that was entered is the one that is counted, and says that a person entered it', async () => {
  const { db, client, id } = await counted({ seatsPurchased: 12 })
  await editField(db, client, id, 'seatsPurchased', 15)
  const { inventory } = await wholeOf(db, client, today)
  const [assessed] = inventory.entitlements
  const purchased = assessed && countedOf(assessed, inventory, today).get('purchased')
  expect(purchased).toMatchObject({ part: { count: 15, from: 'stated' }, facts: [{ belief: { by: 'person' } }] })
})
