import { expect, test } from 'vitest'
import type { Database } from '../../extension/db/database.ts'
import { createClient } from '../../extension/records/clients.ts'
import { decide } from '../../extension/records/decision.ts'
import { editField } from '../../extension/records/edit.ts'
import { outcomeOf } from '../../extension/review/outcome.ts'
import { knownAround } from '../../extension/review/outcome-around.ts'
import type { Uuid } from '../../shared/model/id.ts'
import type { Fields } from '../../shared/model/observation.ts'
import { accept, show } from '../support/accepted.ts'
import { freshDatabase } from '../support/device.ts'
import { sightingOf } from '../support/sightings.ts'

const today = '2026-11-27'
const monthly = { billingPeriod: { count: 1, unit: 'month' } }
const eur = (minor: number) => ({ minor, currency: 'EUR' })
const desk = { product: 'Desk', seatsPurchased: 10, seatsAssigned: 8, unitPrice: eur(1_000), ...monthly }

async function outcome(db: Database, client: Uuid, fields: Fields, corrections: Fields = {}) {
  await show(db, [sightingOf(fields, { at: '2026-11-26T10:00:00.000Z' })])
  const [draft] = await db.drafts.toArray()
  if (!draft) throw new Error('no draft')
  return outcomeOf(draft, corrections, await knownAround(db, draft, client, today))
}

test('a new one: its position, its day, its price a year; what nothing shows is absent', async () => {
  const db = freshDatabase()
  const client = await createClient(db, 'Zoo')
  const shown = await outcome(db, client, { ...desk, renewsOn: '2027-03-01', autoRenews: true })
  expect(shown).toMatchObject({
    position: { purchased: { count: 10 }, assigned: { count: 8 }, unassigned: 2 },
    day: { on: '2027-03-01', how: 'renews' },
    perYear: eur(120_000),
  })
  expect(shown).not.toHaveProperty('rise')
})

test('of what shows a name alone nothing is told', async () => {
  const db = freshDatabase()
  const client = await createClient(db, 'Zoo')
  expect(await outcome(db, client, { product: 'Desk' })).toEqual({ position: { unlimited: false } })
})

test('a known one: with what people said of its terms, and how much dearer it became', async () => {
  const db = freshDatabase()
  const client = await createClient(db, 'Zoo')
  const record = await accept(db, sightingOf({ ...desk, renewsOn: '2027-03-01', autoRenews: true }))
  await editField(db, client, record, 'noticePeriod', { count: 1, unit: 'month' })
  const dearer = { ...desk, seatsAssigned: 13, unitPrice: eur(1_250), renewsOn: '2027-03-01', autoRenews: true }
  expect(await outcome(db, client, dearer)).toMatchObject({
    position: { overAssigned: 3 },
    day: { on: '2027-01-28', how: 'cancel-by' },
    perYear: eur(150_000),
    rise: { since: '2026-11-01T10:00:00.000Z', basisPoints: 2_500 },
  })
  await decide(db, client, { subscription: record, termEndsOn: '2027-02-28' }, { choice: 'renew' })
  expect((await outcome(db, client, dearer)).day).toEqual({ on: '2027-03-01', how: 'renews' })
})

test('with what the person corrects before accepting', async () => {
  const db = freshDatabase()
  const client = await createClient(db, 'Zoo')
  expect(await outcome(db, client, desk, { seatsPurchased: 20 })).toMatchObject({
    position: { purchased: { count: 20 }, unassigned: 12 },
    perYear: eur(240_000),
  })
})

test('one that has passed is told as what it is: too late', async () => {
  const db = freshDatabase()
  const client = await createClient(db, 'Zoo')
  const late = { ...desk, endsOn: '2026-12-10', autoRenews: true, noticePeriod: { count: 1, unit: 'month' } }
  expect((await outcome(db, client, late)).day).toEqual({ on: '2026-11-10', how: 'cancel-by' })
})
