import { expect, onTestFinished, test } from 'vitest'
import type { Draft } from '../../extension/db/schema.ts'
import { createClient } from '../../extension/records/clients.ts'
import { editField, stateRecord } from '../../extension/records/edit.ts'
import { onEdits } from '../../extension/sync/tell-of-edits.ts'
import { newId } from '../../shared/model/id.ts'
import { freshDatabase } from '../support/device.ts'

async function following() {
  const db = freshDatabase()
  const client = await createClient(db, 'Acme')
  const stated = await stateRecord(db, client, 'decision', { choice: 'renew' })
  const record = stated.ok ? stated.value : ''
  let told = 0
  let looked = 0
  const stop = onEdits(db, () => told++, {
    looked: () => looked++,
  })
  onTestFinished(stop)
  await expect.poll(() => looked).toBe(1)
  return { db, client, record, told: () => told, looked: () => looked }
}

test('what was edited before a screen opened is not told, what is edited then is', async () => {
  const { db, client, record, told } = await following()
  expect(told()).toBe(0)
  await editField(db, client, record, 'choice', 'cancel')
  await expect.poll(told).toBe(1)
})

test('a draft that was decided is told, one that came is not', async () => {
  const { db, told, looked } = await following()
  await db.drafts.put({ id: newId(), session: newId(), host: 'acme.example' } as Draft) // no more of it is looked at
  await expect.poll(looked).toBe(2)
  expect(told()).toBe(0)
  await db.drafts.clear()
  await expect.poll(told).toBe(1)
})

test('what the sync notes of a client is no edit', async () => {
  const { db, client, told, looked } = await following()
  await db.scopes.update(client, { cursor: 12 })
  await expect.poll(looked).toBe(2)
  expect(told()).toBe(0)
})
