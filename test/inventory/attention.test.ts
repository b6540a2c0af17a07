import { expect, test } from 'vitest'
import type { Database } from '../../extension/db/database.ts'
import { attentionOf } from '../../extension/inventory/attention.ts'
import { createClient } from '../../extension/records/clients.ts'
import { deleteRecord, editField } from '../../extension/records/edit.ts'
import { newId, type Uuid } from '../../shared/model/id.ts'
import type { Row } from '../../shared/sync.ts'
import { accept } from '../support/accepted.ts'
import { freshDatabase } from '../support/device.ts'
import { sightingOf } from '../support/sightings.ts'

type Conflict = Extract<Row, { kind: 'conflict' }>

/** A conflict as the pull confirms it; the record was seen up to its rev. */
async function conflict(db: Database, scope: Uuid, rec: Uuid, over: Partial<Conflict>): Promise<void> {
  const about = { by: newId(), at: '2026-11-02T10:00:00.000Z', resolved: false, reason: 'field' } as const
  const row: Row = { kind: 'conflict', id: newId(), rev: 7, type: 'subscription', rec, ...about, ...over }
  await db.confirmed.put({ scope, id: row.id, row })
  await db.records.update([scope, rec], { rev: 7 })
}

async function deskOf(db: Database): Promise<{ client: Uuid; rec: Uuid }> {
  const client = await createClient(db, 'One')
  return { client, rec: await accept(db, sightingOf({ product: 'Desk', seatsPurchased: 5 })) }
}

test('two values for one field are a choice, until one is chosen here or elsewhere', async () => {
  const db = freshDatabase()
  const { client, rec } = await deskOf(db)
  await conflict(db, client, rec, { field: 'seatsPurchased', value: 7 })
  await conflict(db, client, rec, { field: 'plan', value: 'Pro', resolved: true })
  expect(await attentionOf(db, client)).toMatchObject([
    { is: 'choice', title: 'Desk', field: 'seatsPurchased', theirs: 7 },
  ])
  await editField(db, client, rec, 'plan', 'Basic')
  expect(await attentionOf(db, client)).toHaveLength(1)
  await editField(db, client, rec, 'seatsPurchased', 7)
  expect(await attentionOf(db, client)).toEqual([])
})

test('a deletion against a change is told, until a word on the whole record is said', async () => {
  const db = freshDatabase()
  const { client, rec } = await deskOf(db)
  await conflict(db, client, rec, { reason: 'delete-vs-edit' })
  expect(await attentionOf(db, client)).toMatchObject([{ is: 'told', title: 'Desk', deleted: false }])
  await deleteRecord(db, client, rec)
  expect(await attentionOf(db, client)).toEqual([])
})

test('a change that the server refused is told with its reason, under its own client only', async () => {
  const db = freshDatabase()
  const { client, rec } = await deskOf(db)
  await editField(db, client, rec, 'plan', 'Pro')
  const op = await db.outbox.where('[scope+rec]').equals([client, rec]).last()
  if (!op) throw new Error('nothing was queued')
  await db.outbox.put({ ...op, state: 'rejected', code: 'OP_REFUSED' })
  expect(await attentionOf(db, client)).toMatchObject([
    { is: 'refused', title: 'Desk', problem: { code: 'OP_REFUSED' } },
  ])
  expect(await attentionOf(db, await createClient(db, 'Two'))).toEqual([])
})
