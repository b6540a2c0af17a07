import { type Beliefs, beliefOf, beliefsOf, type ValuesOf } from '../../shared/inventory/belief.ts'
import { editsOf, priceHistory } from '../../shared/inventory/money/price-history.ts'
import { Rates } from '../../shared/inventory/money/rates.ts'
import { type Names, namesFrom } from '../../shared/inventory/names.ts'
import type { InventoryRecord } from '../../shared/inventory/record.ts'
import type { PricesOf } from '../../shared/inventory/spend/index-of.ts'
import type { RecordType } from '../../shared/model/record-type.ts'
import type { Scope } from '../workspaces/scope.ts'
import { observationsOfType, recordOf, recordsOf } from './store.ts'

/** What is believed of one client, and what its workspace knows beside it: currencies, merged names. */
export type ClientContext = {
  client: ValuesOf<'client'>
  records: InventoryRecord[]
  beliefs: Beliefs
  names: Names
  rates: Rates
}

export async function contextOf(scope: Scope): Promise<ClientContext> {
  const workspace = await scope.ofWorkspace()
  const client = await recordOf(workspace, scope.row.id)
  const of = async <T extends 'alias' | 'rate'>(type: T) =>
    (await recordsOf(workspace, type)).flatMap((record) => (isOf(record, type) ? [beliefOf(record)] : []))
  const records = await recordsOf(scope)
  // A server that only syncs does without the directory in its memory.
  const { resolveVendor } = await import('../../shared/vendor-directory/index.ts')
  return {
    records,
    client: client && isOf(client, 'client') ? beliefOf(client).values : {},
    beliefs: beliefsOf(records),
    names: namesFrom(await of('alias'), resolveVendor),
    rates: new Rates(await of('rate')),
  }
}

const isOf = <T extends RecordType>(record: InventoryRecord, type: T): record is InventoryRecord & { type: T } =>
  record.type === type

/** What each subscription of the client cost and when, as far as that was seen or stated. */
export async function pricesIn(scope: Scope, records: InventoryRecord[]): Promise<PricesOf> {
  const observations = await observationsOfType(scope, 'subscription')
  const byId = new Map(records.map((record) => [record.id, record]))
  return (id) => {
    const record = byId.get(id)
    return record ? priceHistory(observations.get(id) ?? [], editsOf(record)) : []
  }
}
