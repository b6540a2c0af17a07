import { expect, test } from 'vitest'
import { dossierOf } from '../../../extension/inventory/page/dossier.ts'
import { createClient } from '../../../extension/records/clients.ts'
import { editField, restoreField, stateRecord } from '../../../extension/records/edit.ts'
import { fieldOf } from '../../../shared/inventory/fold.ts'
import { newId } from '../../../shared/model/id.ts'
import { accept } from '../../support/accepted.ts'
import { freshDatabase } from '../../support/device.ts'
import { sightingOf } from '../../support/sightings.ts'

const eur = (minor: number) => ({ minor, currency: 'EUR' })
const [first, second] = ['2026-01-05T10:00:00.000Z', '2026-03-05T10:00:00.000Z']

async function seen() {
  const db = freshDatabase()
  const client = await createClient(db, 'Zoo')
  const id = await accept(db, sightingOf({ product: 'Chat', seatsPurchased: 10, unitPrice: eur(500) }, { at: first }))
  await accept(db, sightingOf({ product: 'Chat', seatsPurchased: 12, unitPrice: eur(550) }, { at: second }))
  const told = async () =>
    (await dossierOf(db, client, id))?.history
      .filter(({ field }) => field === 'seatsPurchased')
      .map(({ value, by, is }) => [value, by.kind, is])
  return { db, client, id, told }
}

test('the history has what was seen, each word of this device in its order, and what a colleague’s conflict kept', async () => {
  const { db, client, id, told } = await seen()
  for (const value of [20, 21]) {
    await editField(db, client, id, 'seatsPurchased', value)
    await new Promise((done) => setTimeout(done, 2)) // two words in one millisecond have no order
  }
  const lost = {
    kind: 'conflict',
    id: newId(),
    rev: 9,
    type: 'subscription',
    rec: id,
    field: 'seatsPurchased',
    reason: 'field',
    value: 19,
    by: newId(),
    at: '2026-04-01T00:00:00.000Z',
    resolved: true,
  } as const
  await db.confirmed.put({ scope: client, id: lost.id, row: lost })
  expect(await told()).toEqual([
    [21, 'person', 'stands'],
    [20, 'person', 'former'],
    [19, 'person', 'not-taken'],
    [12, 'capture', 'shown'],
    [10, 'capture', 'former'],
  ])
})

test('another client’s subscription, and a record of another type, have no page here', async () => {
  const { db, client, id } = await seen()
  const other = await createClient(db, 'Park')
  const lot = await stateRecord(db, client, 'lot', { subscription: id, quantity: 1 })
  expect(await dossierOf(db, other, id)).toBeUndefined()
  expect(await dossierOf(db, client, lot.ok ? lot.value : '')).toBeUndefined()
})

test('decisions are those on its own terms, the latest term first, with the device that said them', async () => {
  const { db, client, id } = await seen()
  const decide = (fields: Record<string, string>) => stateRecord(db, client, 'decision', fields)
  await decide({ subscription: id, termEndsOn: '2026-03-31', choice: 'renew' })
  await decide({ subscription: id, termEndsOn: '2027-03-31', choice: 'cancel' })
  await decide({ subscription: newId(), termEndsOn: '2027-03-31', choice: 'renew' })
  await decide({ subscription: id, termEndsOn: '2028-03-31', noticeSentOn: '2026-01-01' })
  const dossier = await dossierOf(db, client, id)
  expect(dossier?.decisions.map(({ belief, by }) => [belief.values.choice, by === dossier.device])).toEqual([
    ['cancel', true],
    ['renew', true],
  ])
})

test('prices are every one that was captured or entered, also one that was entered anew since', async () => {
  const { db, client, id } = await seen()
  for (const minor of [480, 490]) {
    await editField(db, client, id, 'unitPrice', eur(minor))
    await new Promise((done) => setTimeout(done, 2))
  }
  const dossier = await dossierOf(db, client, id)
  expect(dossier?.prices.map(({ price, by }) => [price.minor, by.kind])).toEqual([
    [500, 'capture'],
    [550, 'capture'],
    [480, 'person'],
    [490, 'person'],
  ])
})

test('undo gives back exactly what stood: also that a person has yet to choose', async () => {
  const { db, client, id } = await seen()
  const now = async () => {
    const record = await db.records.get([client, id])
    return record && { former: record.edits.seatsPurchased, belief: fieldOf(record, 'seatsPurchased') }
  }
  await editField(db, client, id, 'seatsPurchased', 15)
  await accept(db, sightingOf({ product: 'Chat', seatsPurchased: 18 }, { at: '2026-06-05T10:00:00.000Z' }))
  const before = await now()
  expect(before?.belief).toMatchObject({ value: 15, conflict: { captured: { value: 18 } } })
  // Kept: the conflict is settled.
  await editField(db, client, id, 'seatsPurchased', 15)
  expect((await now())?.belief?.conflict).toBeUndefined()
  await restoreField(db, client, id, 'seatsPurchased', before?.former)
  expect((await now())?.belief).toMatchObject({ value: 15, conflict: { captured: { value: 18 } } })
  // Where nobody had said anything, nothing is said again.
  await restoreField(db, client, id, 'seatsPurchased', undefined)
  expect((await now())?.belief).toMatchObject({ value: 18, by: 'capture' })
})
