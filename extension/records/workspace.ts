import { type Belief, beliefOf, type ValuesOf } from '../../shared/inventory/belief.ts'
import { Rates } from '../../shared/inventory/money/rates.ts'
import { type Names, namesFrom } from '../../shared/inventory/names.ts'
import type { Uuid } from '../../shared/model/id.ts'
import { resolveVendor } from '../../shared/vendor-directory/index.ts'
import type { Database } from '../db/database.ts'
import { getSetting } from '../settings/store.ts'
import { recordsOfTypes } from './queries.ts'

/** What the workspace says of its clients, read once for all of them. */
export type Workspace = {
  aboutOf: (client: Uuid) => ValuesOf<'client'>
  aliases: Belief<'alias'>[]
  names: Names
  rates: Rates
}

/** Whether what a client's inventory is made of is the same in both. */
export function isSameFor(client: Uuid, one: Workspace, other: Workspace): boolean {
  const said = ({ aboutOf, aliases, rates }: Workspace) =>
    JSON.stringify([aboutOf(client), aliases.map(({ id, values }) => [id, values]), rates.records])
  return said(one) === said(other)
}

export async function workspaceOf(db: Database): Promise<Workspace> {
  const device = await getSetting(db, 'device')
  const records = device ? await recordsOfTypes(db, device.workspace, ['client', 'alias', 'rate']) : []
  const beliefs = <T extends 'client' | 'alias' | 'rate'>(type: T) =>
    records.flatMap((record) => (record.type === type ? [beliefOf({ ...record, type })] : []))
  const about = new Map(beliefs('client').map(({ id, values }) => [id, values]))
  const aliases = beliefs('alias')
  return {
    aboutOf: (client) => about.get(client) ?? {},
    aliases,
    names: namesFrom(aliases, resolveVendor),
    rates: new Rates(beliefs('rate')),
  }
}
