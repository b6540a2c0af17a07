import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { opsIn } from '../../extension/db/outbox.ts'
import { createClient, listClients } from '../../extension/records/clients.ts'
import { deleteRecord, editField } from '../../extension/records/edit.ts'
import { acceptDraft } from '../../extension/review/accept.ts'
import { putSetting } from '../../extension/settings/store.ts'
import { syncStanding } from '../../extension/sync/standing.ts'
import { takeUnsent } from '../../extension/sync/unsent.ts'
import { purgeClient } from '../../server/clients/purge.ts'
import { Scope } from '../../server/workspaces/scope.ts'
import { accept, show } from '../support/accepted.ts'
import { type PairedDevice, pairedDevice } from '../support/paired.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { sightingOf } from '../support/sightings.ts'

let server: TestServer
beforeEach(async () => {
  server = await startServer()
  onTestFinished(() => server.close())
})

/** A device that holds one client with an edit that was never sent; and the requests that it made since. */
async function withUnsent() {
  const device: PairedDevice = await pairedDevice(server, server.a)
  const client = await createClient(device.db, 'Acme')
  await device.sync()
  await accept(device.db, sightingOf({ product: 'Desk' }))
  const bodies: string[] = []
  const listening: typeof fetch = async (input, init) => {
    bodies.push(`${String(input)} ${String(init?.body ?? '')}`)
    return server.fetch(input, init)
  }
  return { ...device, client, bodies, sync: () => device.sync(listening) }
}

const members = () => server.database.people.updateTable('members').where('id', '=', server.a.member)
const toGrants = async (client: string, revoked_at: string | null) => {
  const of = { workspace: server.a.id, member: server.a.member, client }
  await members().set({ role: 'consultant', clients: 'granted' }).execute()
  await server.database.people
    .insertInto('grants')
    .values({ ...of, granted_at: server.now().toISOString(), revoked_at })
    .onConflict((conflict) => conflict.columns(['workspace', 'member', 'client']).doUpdateSet({ revoked_at }))
    .execute()
}

test('a client that was withdrawn is locked: nothing of it is sent, its unsent edits are a file once (F23)', async () => {
  const { db, client, bodies, sync } = await withUnsent()
  await toGrants(client, server.now().toISOString())
  await sync()
  expect(await listClients(db)).toEqual([])
  // The binding is the workspace's, and the server refused it.
  expect(await syncStanding(db)).toMatchObject({ waiting: 0, refused: 1, locked: { names: ['Acme'], unsent: 1 } })
  bodies.length = 0
  expect(await sync()).toMatchObject({ problem: null, stopped: [] })
  expect(bodies.filter((body) => body.includes(client) || body.includes('Desk'))).toEqual([])
  const file = await takeUnsent(db, server.now())
  expect(JSON.parse(file ?? '')).toMatchObject({ clients: [{ client, name: 'Acme', changes: [{ kind: 'add' }] }] })
  expect(await takeUnsent(db, server.now())).toBeNull()
  expect(await opsIn(db, client, 'rejected').count()).toBe(1)
})

test('access that is given again unlocks it, and what waited is sent (F23)', async () => {
  const { db, client, sync } = await withUnsent()
  await toGrants(client, server.now().toISOString())
  await sync()
  await toGrants(client, null)
  await sync()
  expect(await syncStanding(db)).toMatchObject({ waiting: 0, locked: { names: [], unsent: 0 } })
  expect(await opsIn(db, client, 'acked').count()).toBe(1)
  expect((await listClients(db)).map(({ name }) => name)).toEqual(['Acme'])
})

test('a removed member’s device locks every client, also one that was never sent (F23)', async () => {
  const { db, sync } = await withUnsent()
  await createClient(db, 'Made offline')
  await members().set({ state: 'removed' }).execute()
  expect(await sync()).toMatchObject({ problem: 'MEMBERSHIP_REVOKED' })
  expect((await syncStanding(db)).locked.names.sort()).toEqual(['Acme', 'Made offline'])
  expect(await listClients(db)).toEqual([])
  const file = JSON.parse((await takeUnsent(db, server.now())) ?? '')
  expect(file).toMatchObject({ clients: [{ name: 'Acme', changes: [{ kind: 'add' }] }] })
  // The client that no server had heard of is in the file, and goes there should access be given again.
  expect(file.workspace).toContainEqual(expect.objectContaining({ kind: 'set', type: 'client', value: 'Made offline' }))
  await members().set({ state: 'active' }).execute()
  await sync()
  expect((await syncStanding(db)).locked.names).toEqual([])
})

test('a client that was purged is locked, said to be gone, and its unsent edits are a file (F23)', async () => {
  const { db, client, sync } = await withUnsent()
  await Scope.asServer(server.database, server.a.id, client, (scope) => purgeClient(scope, server.now()))
  expect(await sync()).toMatchObject({ stopped: [{ scope: client, code: 'SCOPE_GONE' }] })
  expect(await listClients(db)).toEqual([])
  expect(await syncStanding(db)).toMatchObject({ waiting: 0, locked: { names: [], purged: ['Acme'], unsent: 1 } })
  expect(await sync()).toMatchObject({ problem: null, stopped: [] })
  expect(JSON.parse((await takeUnsent(db, server.now())) ?? '')).toMatchObject({ clients: [{ client, name: 'Acme' }] })
  expect((await opsIn(db, client, 'rejected').first())?.code).toBe('SCOPE_GONE')
})

test('a locked client takes nothing more: neither edit nor draft, from a screen that was still open (F23)', async () => {
  const { db, client, sync } = await withUnsent()
  const [record] = await db.records.where('[scope+id]').between([client, ''], [client, '\uffff']).toArray()
  await show(db, [sightingOf({ product: 'Lamp' }, { key: 'sku-2' })])
  const draft = (await db.drafts.toArray())[0]?.id
  await toGrants(client, server.now().toISOString())
  await sync()
  const before = await opsIn(db, client, 'queued').count()
  // What a screen does that has not heard of it yet.
  await putSetting(db, { key: 'activeClient', client })
  const refused = { ok: false, problem: expect.objectContaining({ code: 'MEMBERSHIP_REVOKED' }) }
  expect(await editField(db, client, record?.id ?? '', 'product', 'Late')).toMatchObject(refused)
  expect(await deleteRecord(db, client, record?.id ?? '')).toMatchObject(refused)
  expect(await acceptDraft(db, draft ?? '', { confirmed: true })).toMatchObject(refused)
  expect(await opsIn(db, client, 'queued').count()).toBe(before)
  expect(await db.drafts.get(draft ?? '')).toBeDefined()
})

test('a client that an early version locked, which kept no reason, is as one whose access was withdrawn (F23)', async () => {
  const { db, client } = await withUnsent()
  await db.scopes.update(client, { locked: { at: server.now().toISOString(), name: 'Acme' } })
  const [{ id = '' } = {}] = (await db.records.toArray()).filter(({ scope }) => scope === client)
  expect(await editField(db, client, id, 'product', 'Lamp')).toMatchObject({ problem: { code: 'MEMBERSHIP_REVOKED' } })
  expect(await syncStanding(db)).toMatchObject({ locked: { names: ['Acme'], purged: [] } })
  expect(JSON.parse((await takeUnsent(db, server.now())) ?? '')).toMatchObject({ clients: [{ client }] })
  expect((await opsIn(db, client, 'rejected').toArray()).map(({ code }) => code)).toEqual(['MEMBERSHIP_REVOKED'])
})

test('what a removed member changed of the workspace alone is offered as a file as well (F23)', async () => {
  const device: PairedDevice = await pairedDevice(server, server.a)
  await device.sync()
  await createClient(device.db, 'Made offline')
  await members().set({ state: 'removed' }).execute()
  await device.sync()
  expect((await syncStanding(device.db)).locked.unsent).toBe(2)
  const file = JSON.parse((await takeUnsent(device.db, server.now())) ?? '')
  expect(file.workspace).toContainEqual(expect.objectContaining({ type: 'client', value: 'Made offline' }))
})
