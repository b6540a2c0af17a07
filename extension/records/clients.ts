import { fieldOf } from '../../shared/inventory/fold.ts'
import type { Uuid } from '../../shared/model/id.ts'
import { newId, newOrderedId } from '../../shared/model/make-id.ts'
import { layOver } from '../db/beliefs.ts'
import type { Database } from '../db/database.ts'
import { enqueue, type PartialOp } from '../db/outbox.ts'
import type { StoredRecord } from '../db/schema.ts'
import { openScope, thisDevice } from '../db/scopes.ts'
import { getSetting, putSetting } from '../settings/store.ts'

export type ClientCard = { id: Uuid; name: string; hue: number }

/** Creates a client in the workspace's scope, with a scope of its own, and makes it the active one. */
export async function createClient(db: Database, name: string, now = () => new Date()): Promise<Uuid> {
  const id = newId()
  const fields = { name: nameOf(name), hue: hueOf(id) }
  const about = { rec: id, type: 'client', base: 0, at: now().toISOString() } as const
  const ops = Object.entries(fields).map(
    ([field, value]): PartialOp => ({ ...about, op: newOrderedId(), kind: 'set', field, value }),
  )
  await db.transaction('rw', [db.settings, db.scopes, db.outbox, db.records, db.listing], async () => {
    const { workspace } = await thisDevice(db)
    await enqueue(db, { id: workspace, kind: 'workspace' }, ops)
    await layOver(db, workspace, ops)
    await openScope(db, id, 'client')
    await putSetting(db, { key: 'activeClient', client: id })
  })
  return id
}

/** One line, never empty: what `Client` demands, said without its schema, which the popup does without. */
function nameOf(name: string): string {
  const line = name.trim()
  if (line === '' || line.length > 500) throw new Error('not a client’s name')
  return line
}

/** Far from the hues of amber, red and green, which mean something elsewhere: 170–330. */
const hueOf = (id: Uuid): number => 170 + (Number.parseInt(id.slice(0, 8), 16) % 160)

/** All living clients by name. */
export async function listClients(db: Database): Promise<ClientCard[]> {
  const device = await getSetting(db, 'device')
  if (!device) return []
  const names = await db.listing
    .where('[scope+type+name+id]')
    .between([device.workspace, 'client'], [device.workspace, 'client', []])
    .primaryKeys()
  const [records, scopes] = await Promise.all([
    db.records.bulkGet(names.map(([scope, , , id]): [Uuid, Uuid] => [scope, id])),
    db.scopes.bulkGet(names.map(([, , , id]) => id)),
  ])
  return records.flatMap((record, place) => (record && !scopes[place]?.locked ? cardOf(record) : []))
}

export const setActiveClient = (db: Database, client: Uuid): Promise<void> =>
  putSetting(db, { key: 'activeClient', client })

/** The client that accepted drafts go to; undefined also where it was deleted meanwhile. */
export async function activeClient(db: Database): Promise<ClientCard | undefined> {
  const [device, active] = await Promise.all([getSetting(db, 'device'), getSetting(db, 'activeClient')])
  if (!device || !active) return undefined
  const record = await db.records.get([device.workspace, active.client])
  return record && record.deleted === 0 ? cardOf(record) : undefined
}

function cardOf(record: StoredRecord): ClientCard {
  const name = fieldOf(record, 'name')?.value
  const hue = fieldOf(record, 'hue')?.value
  return {
    id: record.id,
    name: typeof name === 'string' ? name : '',
    hue: typeof hue === 'number' ? hue : hueOf(record.id),
  }
}
