import { fieldOf } from '../../shared/inventory/fold.ts'
import { newId, newOrderedId, type Uuid } from '../../shared/model/id.ts'
import { fail, type Outcome, ok } from '../../shared/problem.ts'
import type { Connector } from '../connector-kit/define.ts'
import { connectorsFor } from '../connector-kit/match.ts'
import { connectorOf, type Definition, parseDefinition, speaksFor } from '../connector-kit/taught.ts'
import { connectors } from '../connectors/index.ts'
import { layOver } from '../db/beliefs.ts'
import type { Database } from '../db/database.ts'
import { enqueue, type PartialOp } from '../db/outbox.ts'
import type { StoredRecord } from '../db/schema.ts'
import { thisDevice } from '../db/scopes.ts'
import { stored } from '../db/storage-problem.ts'
import { pausedConnectors } from '../settings/paused.ts'
import { getSetting } from '../settings/store.ts'

/** A taught connector as the workspace has it; `definition` is null where this device cannot read it. */
export type Taught = {
  id: Uuid
  scope: Uuid
  name: string
  vendor: string
  paused: boolean
  definition: Definition | null
}

/** All living ones of the workspace, by name. */
export async function listTaught(db: Database): Promise<Taught[]> {
  const device = await getSetting(db, 'device')
  if (!device) return []
  const names = await db.listing
    .where('[scope+type+name+id]')
    .between([device.workspace, 'connector'], [device.workspace, 'connector', []])
    .toArray()
  const records = await db.records.bulkGet(names.map(({ scope, id }): [Uuid, Uuid] => [scope, id]))
  return records.flatMap((record) => (record ? [taughtOf(record)] : []))
}

function taughtOf(record: StoredRecord): Taught {
  const text = (field: string): string => {
    const value = fieldOf(record, field)?.value
    return typeof value === 'string' ? value : ''
  }
  return {
    id: record.id,
    scope: record.scope,
    name: text('name'),
    vendor: text('vendor'),
    paused: fieldOf(record, 'paused')?.value === true,
    definition: parseDefinition(text('definition')) ?? null,
  }
}

/**
 * What runs on this device: what ships with it, and what was taught, is understood here and is not paused. A page whose
 * own connector is paused is not read by the generic reader in its place.
 */
export async function connectorsNow(db: Database, page?: string): Promise<Connector[]> {
  const [taught, paused] = [await listTaught(db), await pausedConnectors(db)]
  const isQuiet = page !== undefined && pausedOn(page, paused).length > 0
  const ours = connectors.filter(({ id, readAll }) => !paused.has(id) && !(isQuiet && readAll !== undefined))
  return [...ours, ...taught.flatMap(runnable)]
}

/** By name, those of ours that know this page and are paused. */
export const pausedOn = (page: string, paused: Set<string>): string[] =>
  connectorsFor(page, connectors)
    .filter(({ id, readAll }) => paused.has(id) && readAll === undefined)
    .map(({ name }) => name)

export const runnable = ({ paused, definition, name, vendor, id }: Taught): Connector[] =>
  paused || !definition || name === '' || !speaksFor(definition, vendor)
    ? []
    : [connectorOf({ id, name, vendor }, definition)]

type Saved = { name: string; vendor: string; definition: Definition }

/** A new record of the workspace, told to colleagues like any other. */
export const saveTaught = (db: Database, { name, vendor, definition }: Saved): Promise<Outcome<null>> =>
  write(db, newId(), () => ok({ name: name.trim(), vendor, definition: JSON.stringify(definition), paused: false }))

/**
 * The next version of one that was opened: an edit of the same record, so that every colleague has it. Where somebody
 * else saved another one meanwhile, theirs stands until the person has been told.
 */
export const changeTaught = (db: Database, opened: Taught, { name, definition }: Saved): Promise<Outcome<null>> =>
  write(db, opened.id, (record) => {
    const present = record && record.deleted === 0 ? taughtOf(record) : undefined
    if (!present) return fail('NOT_FOUND')
    if (JSON.stringify(present.definition) !== JSON.stringify(opened.definition)) return fail('TAUGHT_MEANWHILE')
    const version = (present.definition?.version ?? 0) + 1
    const next = { definition: JSON.stringify({ ...definition, version }) }
    return ok(name.trim() === opened.name ? next : { ...next, name: name.trim() })
  })

function write(
  db: Database,
  id: Uuid,
  make: (record: StoredRecord | undefined) => Outcome<Record<string, string | boolean>>,
): Promise<Outcome<null>> {
  const at = new Date().toISOString()
  return stored(() =>
    db.transaction('rw', [db.settings, db.scopes, db.outbox, db.records, db.listing], async () => {
      const { workspace } = await thisDevice(db)
      const record = await db.records.get([workspace, id])
      const made = make(record)
      if (!made.ok) return made
      const about = { rec: id, type: 'connector', base: record?.rev ?? 0, at, kind: 'set' } as const
      const ops = Object.entries(made.value).map(
        ([field, value]): PartialOp => ({ ...about, op: newOrderedId(), field, value }),
      )
      await enqueue(db, { id: workspace, kind: 'workspace' }, ops)
      await layOver(db, workspace, ops)
      return ok(null)
    }),
  )
}
