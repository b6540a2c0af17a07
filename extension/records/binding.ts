import { fieldOf } from '../../shared/inventory/fold.ts'
import type { VendorAccount } from '../../shared/model/evidence.ts'
import type { Uuid } from '../../shared/model/id.ts'
import { idFrom, newOrderedId } from '../../shared/model/make-id.ts'
import type { Database } from '../db/database.ts'
import type { PartialOp } from '../db/outbox.ts'
import { getSetting } from '../settings/store.ts'

/** Everybody computes the same id for the binding of an account, so that two devices cannot bind it twice unseen. */
export const bindingIdOf = (account: VendorAccount): Promise<Uuid> => idFrom('binding', account.vendor, account.id)

/** The client that a vendor account belongs to, or null where nobody has said so. */
export async function boundClient(db: Database, account: VendorAccount): Promise<Uuid | null> {
  const binding = await bindingIdOf(account)
  return db.transaction('r', [db.settings, db.records], () => readBinding(db, binding))
}

/** The same, where the id was hashed before a transaction (C3). Needs `settings` and `records`. */
export async function readBinding(db: Database, binding: Uuid): Promise<Uuid | null> {
  const device = await getSetting(db, 'device')
  const record = device && (await db.records.get([device.workspace, binding]))
  if (!device || !record || record.deleted !== 0) return null
  const client = fieldOf(record, 'client')?.value
  if (typeof client !== 'string') return null
  // A client that was deleted holds nothing any more: the account may be bound anew.
  const owner = await db.records.get([device.workspace, client])
  return owner && owner.deleted !== 0 ? null : client
}

/** The ops that bind an account to a client. */
export function bindOps(binding: Uuid, account: VendorAccount, client: Uuid, base: number, at: string): PartialOp[] {
  const fields = { vendor: account.vendor, accountId: account.id, accountName: account.name, client }
  const about = { rec: binding, type: 'binding', base, at } as const
  return Object.entries(fields).flatMap(([field, value]) =>
    value === undefined ? [] : [{ ...about, op: newOrderedId(), kind: 'set', field, value } satisfies PartialOp],
  )
}
