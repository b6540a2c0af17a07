import { fieldOf } from '../../shared/inventory/fold.ts'
import { newId, type Uuid } from '../../shared/model/id.ts'
import { type Outcome, ok } from '../../shared/problem.ts'
import { registrableDomain } from '../../shared/vendor-directory/domain.ts'
import type { Connector } from '../connector-kit/define.ts'
import { parseMatchPattern } from '../connector-kit/match.ts'
import { connectorOf, type Definition, parseDefinition } from '../connector-kit/taught.ts'
import { connectors } from '../connectors/index.ts'
import { layOver } from '../db/beliefs.ts'
import type { Database } from '../db/database.ts'
import { enqueue, type PartialOp } from '../db/outbox.ts'
import type { StoredRecord } from '../db/schema.ts'
import { thisDevice } from '../db/scopes.ts'
import { stored } from '../db/storage-problem.ts'
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

/** What runs on this device: what ships with it, and what was taught, is understood here and is not paused. */
export async function connectorsNow(db: Database): Promise<Connector[]> {
  const taught = await listTaught(db)
  return [...connectors, ...taught.flatMap(runnable)]
}

export const runnable = ({ paused, definition, name, vendor, id }: Taught): Connector[] =>
  paused || !definition || name === '' || !isOfVendor(definition, vendor)
    ? []
    : [connectorOf({ id, name, vendor }, definition)]

/** A definition speaks for its own vendor only: none can say of one vendor's page that another one showed it (T15). */
const isOfVendor = ({ matches }: Definition, vendor: string): boolean =>
  matches.every((match) => {
    const host = parseMatchPattern(match)?.host
    return host !== undefined && (registrableDomain(host) ?? host) === vendor
  })

/** A new record of the workspace, told to colleagues like any other. */
export function saveTaught(
  db: Database,
  { name, vendor, definition }: { name: string; vendor: string; definition: Definition },
): Promise<Outcome<null>> {
  const [id, at] = [newId(), new Date().toISOString()]
  const fields = { name: name.trim(), vendor, definition: JSON.stringify(definition), paused: false }
  const ops = Object.entries(fields).map(
    ([field, value]): PartialOp => ({
      op: newId(),
      rec: id,
      type: 'connector',
      base: 0,
      at,
      kind: 'set',
      field,
      value,
    }),
  )
  return stored(() =>
    db.transaction('rw', [db.settings, db.scopes, db.outbox, db.records, db.listing], async () => {
      const { workspace } = await thisDevice(db)
      await enqueue(db, { id: workspace, kind: 'workspace' }, ops)
      await layOver(db, workspace, ops)
      return ok(null)
    }),
  )
}
