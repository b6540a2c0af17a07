import { Database } from '../../extension/db/database.ts'
import { putRecords } from '../../extension/db/listing.ts'
import { newScope } from '../../extension/db/scopes.ts'
import { emptyRecord } from '../../shared/inventory/fold.ts'
import { newId, type Uuid } from '../../shared/model/id.ts'
import '../support/device.ts'
import { makeClient } from '../support/ops.ts'
import { startServer, type TestDevice, type TestServer } from '../support/server.ts'
import { type Storage, tamper } from './faults.ts'

export type SimDevice = {
  key: string
  db: Database
  storage: Storage
  token: string
  /** The marker that every value of its workspace begins with. */
  own: 'ash' | 'birch'
  client: Uuid
  /** Copies of a profile cannot tell their edits apart. */
  copied: boolean
}

/** Databases and a server are used for several histories, each in scopes of its own; opening them costs more than using them. */
export type World = {
  server: TestServer
  databases: { db: Database; storage: Storage }[]
  tokens: { ash: TestDevice; birch: TestDevice }
}

const most = 6

// Nobody else listens in this process, and each message costs more than the write that it tells of.
globalThis.BroadcastChannel.prototype.postMessage = () => {}

let count = 0

export async function newWorld(): Promise<World> {
  const server = await startServer()
  const databases = Array.from({ length: most + 1 }, () => {
    const db = new Database(`simulation-${++count}`)
    return { db, storage: tamper(db) }
  })
  return { server, databases, tokens: { ash: server.a.device, birch: server.b.device } }
}

export async function endWorld({ server, databases }: World): Promise<void> {
  await server.close()
  for (const { db } of databases) await db.delete()
}

/** Three devices of one workspace, and one of another, each with a client that is new on both sides. */
export async function settle(world: World): Promise<SimDevice[]> {
  const ash = await makeClient(world.tokens.ash, 'Acme')
  const birch = await makeClient(world.tokens.birch, 'Bolt')
  const devices: SimDevice[] = []
  for (const own of ['ash', 'ash', 'ash', 'birch'] as const)
    devices.push(await deviceAt(world, devices.length, own, own === 'ash' ? ash : birch))
  return devices
}

export async function deviceAt(world: World, place: number, own: SimDevice['own'], client: Uuid): Promise<SimDevice> {
  const slot = world.databases[place]
  if (!slot) throw new Error('no database left')
  const { id: device, token, workspace } = world.tokens[own]
  const { db, storage } = slot
  storage.failAt = 0
  storage.made.clear()
  const owner = { ...emptyRecord(client, 'client'), scope: workspace, rev: 1 }
  await db.transaction('rw', [db.settings, db.scopes, db.records, db.listing, db.drafts], async () => {
    await db.settings.bulkPut([
      { key: 'device', id: device, name: `device ${place}`, workspace, adopted: true },
      { key: 'activeClient', client },
    ])
    await db.scopes.put({ ...newScope(client, 'client'), device: newId() })
    await putRecords(db, [undefined], [owner])
  })
  return { key: String(place), db, storage, token, own, client, copied: false }
}

export const roomForOneMore = (devices: SimDevice[]): boolean => devices.length < most

/** The last database is kept for whoever downloads everything at the end. */
export const latecomerPlace = most

/** The profile of a device as it is on disk at this moment, on another machine. */
export async function copyProfile(world: World, from: SimDevice, place: number): Promise<SimDevice> {
  const copy = await deviceAt(world, place, from.own, from.client)
  const scope = from.client
  const within = [[scope], [scope, []]] as const
  const source = from.db
  const rows = await source.transaction('r', source.tables, async () => ({
    scope: await source.scopes.get(scope),
    outbox: await source.outbox
      .where('[scope+op]')
      .between(...within)
      .toArray(),
    observations: await source.observations
      .where('[scope+id]')
      .between(...within)
      .toArray(),
    confirmed: await source.confirmed
      .where('[scope+id]')
      .between(...within)
      .toArray(),
    records: await source.records
      .where('[scope+id]')
      .between(...within)
      .toArray(),
    listing: await source.listing
      .where('[scope+type+name+id]')
      .between(...within)
      .toArray(),
  }))
  const { db } = copy
  await db.transaction('rw', db.tables, async () => {
    if (rows.scope) await db.scopes.put(rows.scope)
    await db.outbox.bulkPut(rows.outbox)
    await db.observations.bulkPut(rows.observations)
    await db.confirmed.bulkPut(rows.confirmed)
    await db.records.bulkPut(rows.records)
    await db.listing.bulkPut(rows.listing)
  })
  from.copied = true
  return { ...copy, copied: true }
}
