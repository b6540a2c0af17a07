import { fieldOf } from '../../shared/inventory/fold.ts'
import type { PeopleMode } from '../../shared/model/client.ts'
import type { Uuid } from '../../shared/model/id.ts'
import { resolveVendor } from '../../shared/vendor-directory/index.ts'
import type { Database } from '../db/database.ts'
import type { StoredRecord } from '../db/schema.ts'
import type { ClientCard } from '../records/clients.ts'
import { peopleModeOf } from '../records/people-mode.ts'
import { isHidden } from './load.ts'
import { pageOf, type Thing } from './things.ts'

/** One line of what was found, as it is written in its record now. */
export type ShownThing = {
  type: Thing['type']
  id: Uuid
  client: ClientCard
  title: string
  line: string
  page: string
}

/** What is gone meanwhile, or may not be shown any more, is left out. */
export async function shownThings(db: Database, things: Thing[], clients: ClientCard[]): Promise<ShownThing[]> {
  const records = await db.records.bulkGet(things.map(({ scope, id }): [Uuid, Uuid] => [scope, id]))
  const modes = await modesOf(db, new Set(things.map(({ scope }) => scope)))
  const shown = things.flatMap((thing, at) => {
    const [record, client] = [records[at], clients.find(({ id }) => id === thing.scope)]
    if (!record || !client || record.deleted !== 0) return []
    return isHidden(thing.type, modes.get(thing.scope) ?? 'counts-only') ? [] : oneShown(thing, record, client)
  })
  return once(shown)
}

async function modesOf(db: Database, scopes: Set<Uuid>): Promise<Map<Uuid, PeopleMode>> {
  const modes = [...scopes].map(async (scope): Promise<[Uuid, PeopleMode]> => [scope, await peopleModeOf(db, scope)])
  return new Map(await Promise.all(modes))
}

function oneShown(thing: Thing, record: StoredRecord, client: ClientCard): ShownThing[] {
  const said = (field: string): string => {
    const value = fieldOf(record, field)?.value
    return typeof value === 'string' ? value : ''
  }
  const vendor = resolveVendor(record.vendor)?.name ?? record.vendor
  const [title, ...rest] = textsOf(thing.type, said, vendor, record)
  if (!title) return []
  const id = thing.type === 'lot' ? said('subscription') : thing.id
  const line = rest.filter((text) => text !== '' && text !== title).join(' · ')
  return [{ type: thing.type, id: thing.id, client, title, line, page: pageOf({ ...thing, id }) }]
}

function textsOf(type: Thing['type'], said: (field: string) => string, vendor: string, record: StoredRecord): string[] {
  const account = record.vendorAccount?.name ?? ''
  if (type === 'vendor') return [vendor, record.vendor]
  if (type === 'person') return [said('name'), said('department')]
  if (type === 'assignment') return [said('person') || said('email') || said('accountId'), said('email')]
  if (type === 'subscription') return [said('product') || said('sku') || vendor, said('plan'), vendor, account]
  if (type === 'product') return [said('name'), vendor]
  if (type === 'domain') return [said('name'), said('registrar') || vendor]
  if (type === 'certificate') return [said('subject'), said('issuer') || vendor]
  if (type === 'invoice') return [said('number'), said('issuer') || vendor]
  if (type === 'control') return [said('title'), said('area'), vendor]
  if (type === 'lot') return [said('purchaseOrder'), vendor]
  return [said('description') || said('invoiceId'), said('invoiceId'), said('invoiceIssuer') || vendor]
}

/** The same person by another seat, the same vendor by another subscription. */
function once(things: ShownThing[]): ShownThing[] {
  const seen = new Set<string>()
  return things.filter(({ type, id, client, title, line }) => {
    const isOne = type === 'person' || type === 'assignment' || type === 'vendor'
    const key = isOne ? `${client.id} ${type === 'vendor' ? 'vendor' : 'person'} ${title} ${line}` : id
    const isNew = !seen.has(key)
    seen.add(key)
    return isNew
  })
}
