import type { FieldValue } from '../../shared/model/observation.ts'
import type { ClientType } from '../../shared/model/record-type.ts'
import { loadRecords } from '../sync/store.ts'
import type { Scope } from '../workspaces/scope.ts'

/** Fields that name another record, and of which type; a test holds that none is missing. */
export const references: Partial<Record<ClientType, Record<string, ClientType | 'any'>>> = {
  lot: { subscription: 'subscription' },
  decision: { subscription: 'subscription' },
  charge: { subscription: 'subscription' },
  invoice: { subscription: 'subscription' },
  acknowledgement: { subject: 'any' },
}

/**
 * T23: the first field that names a record which does not live in this client. Another client's is not looked for, so
 * it is answered as one that is nowhere.
 */
export async function unknownReference(
  scope: Scope,
  type: ClientType,
  fields: Record<string, FieldValue>,
): Promise<string | undefined> {
  const named = Object.entries(references[type] ?? {}).filter(([field]) => Object.hasOwn(fields, field))
  if (named.length === 0) return undefined
  const records = await loadRecords(
    scope,
    named.map(([field]) => String(fields[field])),
  )
  return named.find(([field, of]) => {
    const belief = records.get(String(fields[field]))?.belief
    return belief?.deleted !== 0 || (of !== 'any' && belief.type !== of)
  })?.[0]
}
