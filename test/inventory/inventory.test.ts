import { describe, expect, test } from 'vitest'
import { layOver } from '../../extension/db/beliefs.ts'
import type { Database } from '../../extension/db/database.ts'
import type { PartialOp } from '../../extension/db/outbox.ts'
import { activeClient, createClient, listClients, setActiveClient } from '../../extension/records/clients.ts'
import { deleteRecord, editField, undeleteRecord } from '../../extension/records/edit.ts'
import { subscriptionsOf } from '../../extension/records/queries.ts'
import { newId, type Uuid } from '../../shared/model/id.ts'
import { observe } from '../../shared/model/observation.ts'
import { freshDatabase } from '../support/device.ts'
import { sightingOf } from '../support/sightings.ts'

async function own(db: Database, client: Uuid, products: string[]) {
  const ops = await Promise.all(
    products.map(async (product): Promise<PartialOp> => {
      const value = await observe(client, sightingOf({ product, seatsPurchased: 5 }, { key: product }))
      return {
        op: newId(),
        kind: 'add',
        rec: value.rec,
        type: 'subscription',
        base: 0,
        at: '2026-11-01T10:00:00.000Z',
        value,
      }
    }),
  )
  await db.transaction('rw', [db.scopes, db.records, db.listing], () => layOver(db, client, ops))
  return ops.map(({ rec }) => rec)
}

const queuedKinds = async (db: Database, scope: Uuid) =>
  (await db.outbox.where('[scope+state+order]').between([scope, 'queued'], [scope, 'queued', []]).toArray()).map(
    ({ body }) => `${body.n} ${body.kind}`,
  )

describe('clients', () => {
  test('the newest is active until another is chosen; lists are by name', async () => {
    const db = freshDatabase()
    expect(await activeClient(db)).toBeUndefined()
    const zoo = await createClient(db, ' Zoo ')
    const arzt = await createClient(db, 'Ärzte')
    await createClient(db, 'Azure')
    expect((await listClients(db)).map(({ name }) => name)).toEqual(['Ärzte', 'Azure', 'Zoo'])
    await setActiveClient(db, zoo)
    expect(await activeClient(db)).toMatchObject({ id: zoo, name: 'Zoo' })
    expect((await db.scopes.get(arzt))?.kind).toBe('client')
  })

  test('a client is two numbered ops of the workspace, and a deleted one is not active', async () => {
    const db = freshDatabase()
    const id = await createClient(db, 'Zoo')
    const workspace = (await db.scopes.toArray()).find(({ kind }) => kind === 'workspace')?.scope ?? ''
    expect(await queuedKinds(db, workspace)).toEqual(['1 set', '2 set'])
    await deleteRecord(db, workspace, id)
    expect([await activeClient(db), await listClients(db)]).toEqual([undefined, []])
  })
})

describe('subscriptions', () => {
  test('come by name, a page at a time, of one client only', async () => {
    const db = freshDatabase()
    const [one, two] = [await createClient(db, 'One'), await createClient(db, 'Two')]
    await own(db, one, ['Zebra', 'apple', 'Mango'])
    await own(db, two, ['Other client’s'])
    const page = await subscriptionsOf(db, one, { limit: 2 })
    expect(page.total).toBe(3)
    expect(page.shown.map(({ fields }) => fields.product?.value)).toEqual(['apple', 'Mango'])
  })

  test('are found by any of their words, whatever their case and accents', async () => {
    const db = freshDatabase()
    const client = await createClient(db, 'One')
    await own(db, client, ['Éditeur Pro', 'Desk', 'Desktop Pro'])
    const found = async (search: string) =>
      (await subscriptionsOf(db, client, { search })).shown.map(({ fields }) => fields.product?.value)
    expect(await found('EDITEUR')).toEqual(['Éditeur Pro'])
    expect(await found('pro desk')).toEqual(['Desktop Pro'])
    expect(await found('example.com')).toHaveLength(3)
    expect(await found('nothing such')).toEqual([])
  })

  test('an edit renames in the list, a deletion takes out of it and an undeletion brings back', async () => {
    const db = freshDatabase()
    const client = await createClient(db, 'One')
    const [rec = ''] = await own(db, client, ['Desk'])
    expect(await editField(db, client, rec, 'product', 'Table')).toMatchObject({ ok: true })
    expect((await subscriptionsOf(db, client, { search: 'desk' })).total).toBe(0)
    expect((await subscriptionsOf(db, client, { search: 'table' })).shown[0]?.fields.product).toMatchObject({
      by: 'person',
    })
    await deleteRecord(db, client, rec)
    expect((await subscriptionsOf(db, client)).total).toBe(0)
    await undeleteRecord(db, client, rec)
    expect((await subscriptionsOf(db, client)).total).toBe(1)
    expect(await queuedKinds(db, client)).toEqual(['1 set', '2 del', '3 undel'])
  })
})

describe('an edit', () => {
  test('remembers what the page showed, and can be taken back', async () => {
    const db = freshDatabase()
    const client = await createClient(db, 'One')
    const [rec = ''] = await own(db, client, ['Desk'])
    await editField(db, client, rec, 'seatsPurchased', 7)
    const op = await db.outbox.where('[scope+rec]').equals([client, rec]).first()
    expect(op?.body).toMatchObject({ kind: 'set', field: 'seatsPurchased', value: 7, against: 5, base: 0 })
    await editField(db, client, rec, 'seatsPurchased', null)
    expect((await subscriptionsOf(db, client)).shown[0]?.fields.seatsPurchased).toMatchObject({
      value: 5,
      by: 'capture',
    })
  })

  test.each([
    ['seatsPurchased', -1, 'BAD_VALUE'],
    ['constructor', 'x', 'BAD_VALUE'],
    ['endsOn', '2027-02-30', 'BAD_VALUE'],
  ])('of %s to %j is refused and changes nothing', async (field, value, code) => {
    const db = freshDatabase()
    const client = await createClient(db, 'One')
    const [rec = ''] = await own(db, client, ['Desk'])
    expect(await editField(db, client, rec, field, value)).toMatchObject({
      ok: false,
      problem: { code, detail: field },
    })
    expect(await queuedKinds(db, client)).toEqual([])
  })

  test('a failing storage is said, and neither half of it is written (C3)', async () => {
    const db = freshDatabase()
    const client = await createClient(db, 'One')
    const [rec = ''] = await own(db, client, ['Desk'])
    db.records.hook('updating', () => {
      throw new DOMException('full', 'QuotaExceededError')
    })
    expect(await editField(db, client, rec, 'product', 'Table')).toMatchObject({ problem: { code: 'DEVICE_FULL' } })
    expect(await queuedKinds(db, client)).toEqual([])
    expect((await db.scopes.get(client))?.n).toBe(0)
  })

  test('of a record that is not in this client is refused', async () => {
    const db = freshDatabase()
    const [one, two] = [await createClient(db, 'One'), await createClient(db, 'Two')]
    const [rec = ''] = await own(db, one, ['Desk'])
    expect(await editField(db, two, rec, 'product', 'Table')).toMatchObject({ problem: { code: 'NOT_FOUND' } })
  })
})
