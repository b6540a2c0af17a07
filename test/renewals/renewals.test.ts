import { beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '../../extension/db/database.ts'
import { acknowledge, dueAlerts, takeBack } from '../../extension/records/alerts.ts'
import { createClient } from '../../extension/records/clients.ts'
import { decide, noteSent } from '../../extension/records/decision.ts'
import { editField } from '../../extension/records/edit.ts'
import { wholeOf } from '../../extension/records/whole.ts'
import { marksOf, weeksOf } from '../../extension/renewals/calendar.ts'
import { atStake, stakeWords } from '../../extension/renewals/stake.tsx'
import { totalParts } from '../../extension/ui/total-parts.ts'
import { Rates } from '../../shared/inventory/money/rates.ts'
import { groupOf, type Line, linesOf } from '../../shared/inventory/renewal-lines.ts'
import type { Uuid } from '../../shared/model/id.ts'
import type { Fields } from '../../shared/model/observation.ts'
import type { CapturedType } from '../../shared/model/record-type.ts'
import { accept } from '../support/accepted.ts'
import { freshDatabase } from '../support/device.ts'
import { sightingOf } from '../support/ops.ts'

const today = '2026-11-27'
const eur = (minor: number) => ({ minor, currency: 'EUR' })
const year = { count: 1, unit: 'year' }
let db: Database
let client: Uuid
beforeEach(async () => {
  db = freshDatabase()
  client = await createClient(db, 'Zoo')
})

let count = 0
const evidence = { source: 'json', locator: 'x', excerpt: 'x', confidence: 'high' } as const
const seen = (fields: Fields, type: CapturedType = 'subscription') =>
  accept(db, {
    ...sightingOf(),
    type,
    key: `thing ${++count}`,
    fields,
    evidence: Object.fromEntries(Object.keys(fields).map((field) => [field, evidence])),
  })
const known = async () => {
  const whole = await wholeOf(db, client, today)
  return { ...whole, alerts: dueAlerts(whole, today) }
}
const read = async () => {
  const { lines, dayless } = linesOf(await known(), today)
  return { lines: lines.map((line) => [groupOf(line, today), line.name, line.happens, line.on]), dayless }
}
const notice = { noticePeriod: { count: 1, unit: 'month' } }

test('a notice that was sent too late leaves it late; renegotiating settles nothing', async () => {
  const missed = await seen({ product: 'Missed', endsOn: '2026-12-10', autoRenews: true, ...notice })
  const agree = await seen({ product: 'Agree', endsOn: '2027-02-10', renewalMode: 'express' })
  const term = (subscription: Uuid, termEndsOn: string) => ({ subscription, termEndsOn })
  await decide(db, client, term(missed, '2026-12-10'), { choice: 'cancel' })
  await noteSent(db, client, term(missed, '2026-12-10'), today)
  await decide(db, client, term(agree, '2027-02-10'), { choice: 'renegotiate' })
  expect((await read()).lines).toEqual([
    ['late', 'Missed', 'cancel-by', '2026-11-10'],
    ['quarter', 'Agree', 'agree', '2027-02-10'],
  ])
})

test('each thing stands by its next day: to cancel, to agree, the renewal, the end, the expiry', async () => {
  await seen({ product: 'Cancel', endsOn: '2027-01-31', autoRenews: true, ...notice })
  await seen({ product: 'Missed', endsOn: '2026-12-10', autoRenews: true, ...notice })
  await seen({ product: 'Agree', endsOn: '2027-02-10', renewalMode: 'express', ...notice })
  await seen({ product: 'Renews', renewsOn: '2027-06-01', autoRenews: true })
  await seen({ product: 'Ends', endsOn: '2026-11-29', autoRenews: false })
  await seen({ product: 'Nobody knows', endsOn: '2026-11-20' })
  await seen({ product: 'Over', endsOn: '2026-11-20', autoRenews: false })
  await seen({ product: 'Gone', endsOn: '2027-01-20', status: 'canceled' })
  await seen({ product: 'No day' })
  await seen({ name: 'zoo.example', expiresOn: '2027-01-15' }, 'domain')
  await seen({ subject: 'vpn.zoo.example', endsOn: '2026-11-25' }, 'certificate')
  expect(await read()).toEqual({
    lines: [
      ['late', 'Missed', 'cancel-by', '2026-11-10'],
      ['late', 'Nobody knows', 'term-ends', '2026-11-20'],
      ['late', 'vpn.zoo.example', 'expires', '2026-11-25'],
      ['month', 'Ends', 'ends', '2026-11-29'],
      ['quarter', 'Cancel', 'cancel-by', '2026-12-31'],
      ['quarter', 'zoo.example', 'expires', '2027-01-15'],
      ['quarter', 'Agree', 'agree', '2027-02-10'],
      ['later', 'Renews', 'renews', '2027-06-01'],
    ],
    dayless: 1,
  })
})

describe('a decision', () => {
  const term = async () => {
    const subscription = await seen({ product: 'Desk', endsOn: '2027-01-31', autoRenews: true, ...notice })
    return { subscription, termEndsOn: '2027-01-31' }
  }
  const said = { choice: 'cancel', reason: 'too dear', decidedBy: 'Ada', decidedOn: today } as const
  const line = async () => linesOf(await known(), today).lines[0]

  test('is kept with whose word it is, and why; a cancellation is open until its notice is sent', async () => {
    const of = await term()
    await decide(db, client, of, said)
    expect(await line()).toMatchObject({ happens: 'cancel-by', settled: false, decision: said })
    await noteSent(db, client, of, today)
    expect(await line()).toMatchObject({ happens: 'ends', on: '2027-01-31', settled: true })
  })

  test('takes the place of the former one, and gives it back', async () => {
    const of = await term()
    await decide(db, client, of, said)
    await decide(db, client, of, { choice: 'renew', decidedOn: today })
    const after = await line()
    expect([after?.happens, after?.on]).toEqual(['renews', '2027-02-01'])
    expect(after?.decision).not.toHaveProperty('reason')
    await decide(db, client, of, said)
    expect((await line())?.decision).toMatchObject(said)
    await decide(db, client, of, null)
    expect(await line()).toMatchObject({ settled: false, happens: 'cancel-by' })
  })
})

test('at stake is what nobody has decided and somebody must within three months, a year; what has no price is told', async () => {
  const priced = { unitPrice: eur(1_000), seatsPurchased: 10, billingPeriod: { count: 1, unit: 'month' } }
  await seen({ product: 'Soon', renewsOn: '2027-01-10', autoRenews: true, ...priced })
  await seen({ product: 'Later', renewsOn: '2027-06-10', autoRenews: true, ...priced })
  await seen({ product: 'Ends', endsOn: '2027-01-10', autoRenews: false, ...priced })
  await seen({ product: 'Priceless', renewsOn: '2027-01-10', autoRenews: true })
  const decided = await seen({ product: 'Decided', renewsOn: '2027-01-10', autoRenews: true, ...priced })
  await decide(db, client, { subscription: decided, termEndsOn: '2027-01-09' }, { choice: 'renew' })
  const { rates, ...whole } = await known()
  const { total, unpriced, count } = atStake(linesOf(whole, today).lines, { currency: 'EUR', rates, today })
  expect([total.minor, unpriced, count]).toEqual([120_000n, 1, 2])
  expect(totalParts(total, unpriced).without).toBe(1)
})

describe('alerts', () => {
  const owed = async () => (await known()).alerts.filter(({ acknowledged }) => !acknowledged)

  test('are acknowledged one or all, under an id that every device computes, and owed again when that is taken back', async () => {
    await seen({ product: 'Desk', endsOn: '2026-12-20', autoRenews: true })
    const [first, ...others] = await owed()
    expect(first && [first.threshold, others.length]).toEqual([120, 3])
    if (!first) return
    await acknowledge(db, client, [first])
    await acknowledge(db, client, [first])
    expect((await owed()).map(({ threshold }) => threshold)).toEqual([90, 60, 30])
    expect(await db.records.filter(({ type }) => type === 'acknowledgement').count()).toBe(1)
    await acknowledge(db, client, others)
    expect(await owed()).toEqual([])
    await takeBack(db, client, [first, ...others])
    expect(await owed()).toHaveLength(4)
  })

  test('follow the subscription’s own ladder, and the date that a person changes', async () => {
    const id = await seen({ product: 'Desk', endsOn: '2026-12-20', autoRenews: true })
    await editField(db, client, id, 'alertDays', [45, 10])
    expect((await owed()).map(({ threshold }) => threshold)).toEqual([45])
    await acknowledge(db, client, await owed())
    await editField(db, client, id, 'endsOn', '2026-12-21')
    expect((await owed()).map(({ date, threshold }) => [date, threshold])).toEqual([['2026-12-21', 45]])
    await editField(db, client, id, 'endsOn', null)
    expect(
      (await owed()).map(({ date }) => date),
      'back again is owed anew',
    ).toEqual(['2026-12-20'])
  })
})

describe('the calendar', () => {
  const marks = async (lines: Line[], of: number) =>
    [...marksOf(lines, await known(), of, today)].flatMap(([day, all]) => all.map(({ happens }) => `${day} ${happens}`))

  test('has the days of this term and of those that follow, and what renews every month once', async () => {
    await seen({ product: 'Yearly', endsOn: '2027-01-31', autoRenews: true, renewalTerm: year, ...notice })
    await seen({ product: 'Monthly', endsOn: '2026-12-14', autoRenews: true, renewalTerm: { count: 1, unit: 'month' } })
    const { lines } = linesOf(await known(), today)
    expect(await marks(lines, 2026)).toEqual(['2026-12-15 renews', '2026-12-31 cancel-by'])
    expect((await marks(lines, 2027)).sort()).toEqual(['2027-02-01 renews', '2027-12-31 cancel-by'])
    expect((await marks(lines, 2028)).sort()).toEqual(['2028-02-01 renews', '2028-12-31 cancel-by'])
  })

  test('lays out every day of a month once, in weeks that begin where the person’s do', () => {
    const leap = weeksOf(2028, 2, 0)
    expect(leap[0]).toEqual([
      undefined,
      '2028-02-01',
      '2028-02-02',
      '2028-02-03',
      '2028-02-04',
      '2028-02-05',
      '2028-02-06',
    ])
    expect(leap.flat().filter(Boolean)).toHaveLength(29)
    expect(weeksOf(2027, 2, 0)).toHaveLength(4)
    expect(weeksOf(2027, 2, 6)[0]?.indexOf('2027-02-01')).toBe(1)
  })
})

test('the head says what a sum is without only where there is a sum', () => {
  const worth = (lines: Line[]) => stakeWords(atStake(lines, { currency: 'EUR', rates: new Rates([]), today }))
  const line = { type: 'subscription', on: today, happens: 'renews', settled: false, alerts: [] } as unknown as Line // all that is counted by
  expect(worth([])).toEqual({ beside: 'Nothing to decide within 3 months' })
  expect(worth([{ ...line, id: '1' }])).toEqual({
    beside: '1 subscription to decide within 3 months, its price not shown or not converted',
  })
  const priced = { ...line, id: '2', perYear: eur(12_00) }
  expect(worth([priced, { ...line, id: '1' }])).toEqual({
    sum: '€12.00 a year to decide within 3 months',
    beside: 'without 1 price that no source shows or no rate converts',
  })
})
