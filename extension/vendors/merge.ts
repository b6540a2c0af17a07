import { type Belief, beliefOf } from '../../shared/inventory/belief.ts'
import { folded } from '../../shared/inventory/names.ts'
import { idFrom, type Uuid } from '../../shared/model/id.ts'
import type { Outcome } from '../../shared/problem.ts'
import type { Database } from '../db/database.ts'
import { thisDevice } from '../db/scopes.ts'
import { stateRecord } from '../records/edit.ts'

export type Named = { key: string; name: string }
/** `vendor` is whose products they are; absent where two vendors are one. */
export type Merging = { from: Named; to: Named; vendor?: Named }

/** The name by which others find it again: its own, unless the directory knows it by a domain. */
const saidOf = ({ key, name }: Named): string => (folded(name) === key ? name : key)

/** One word for all clients of the workspace, kept for later captures. Nothing is rewritten: taken back, they are two again. */
export async function merge(db: Database, { from, to, vendor }: Merging): Promise<Outcome<Uuid>> {
  const { workspace } = await thisDevice(db)
  const names = vendor ? { from: from.name, to: to.name } : { from: saidOf(from), to: saidOf(to) }
  const fields = { kind: vendor ? 'product' : 'vendor', ...names, ...(vendor ? { vendor: saidOf(vendor) } : {}) }
  const id = await idFrom(workspace, 'alias', fields.kind, vendor?.key ?? '', from.key)
  return stateRecord(db, workspace, 'alias', fields, id)
}

export async function aliasesOf(db: Database): Promise<{ workspace: Uuid; aliases: Belief<'alias'>[] }> {
  const { workspace } = await thisDevice(db)
  const listed = db.listing.where('[scope+type+name+id]').between([workspace, 'alias'], [workspace, 'alias', []])
  const keys = await listed.primaryKeys()
  const records = await db.records.bulkGet(keys.map(([, , , id]): [Uuid, Uuid] => [workspace, id]))
  const aliases = records.flatMap((record) => (record?.deleted === 0 ? [beliefOf({ ...record, type: 'alias' })] : []))
  return { workspace, aliases }
}
