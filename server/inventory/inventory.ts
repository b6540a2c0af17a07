import { z } from 'zod'
import type { Names, NameVendor } from '../../shared/inventory/names.ts'
import { maskedRecord } from '../../shared/inventory/people/masked.ts'
import { peopleModeOf } from '../../shared/inventory/people/mode.ts'
import { decisionsBySubscription } from '../../shared/inventory/terms/facts.ts'
import { inventoryTree, VendorNode, vendorsOf } from '../../shared/inventory/tree.ts'
import type { Day } from '../../shared/model/day.ts'
import { Capture, Evidence } from '../../shared/model/evidence.ts'
import { Uuid } from '../../shared/model/id.ts'
import { fail, type Outcome, ok } from '../../shared/problem.ts'
import type { Scope } from '../workspaces/scope.ts'
import { contextOf } from './context.ts'
import { observationsById } from './store.ts'

export const InventoryResponse = z.strictObject({
  client: Uuid,
  /** The version that this is the inventory of. */
  head: z.int(),
  vendors: z.array(VendorNode),
  /** Where the values stand that a capture gave: by observation, then by field. */
  evidence: z.record(z.string(), z.strictObject({ capture: Capture, fields: z.record(z.string(), Evidence) })),
})
type InventoryResponse = z.infer<typeof InventoryResponse>

export const VendorsResponse = z.strictObject({
  client: Uuid,
  vendors: z.array(
    z.strictObject({ vendor: z.string(), name: z.string(), records: z.record(z.string(), z.int().min(1)) }),
  ),
})

/** Vendors → products → subscriptions with positions and renewals, and the evidence of each captured value. */
export async function inventory(scope: Scope, today: Day): Promise<Outcome<InventoryResponse>> {
  if (scope.row.kind !== 'client') return fail('NOT_FOUND')
  const { client, records, beliefs, names } = await contextOf(scope)
  const decisionsOf = decisionsBySubscription(beliefs.decision)
  const holidays = new Set(client.holidays ?? [])
  const aroundOf = (id: Uuid) => ({ decisions: decisionsOf.get(id), holidays })
  const mode = peopleModeOf(client)
  const shown = records.map((record) => maskedRecord(record, mode, record.id))
  const vendors = inventoryTree(shown, { nameVendor: namedBy(names), today, aroundOf })
  const head = scope.row.seq
  return ok({ client: scope.row.id, head, vendors, evidence: await evidenceOf(scope, vendors) })
}

/** Only for the fields that are shown: an observation says more than what won. */
async function evidenceOf(scope: Scope, vendors: VendorNode[]): Promise<InventoryResponse['evidence']> {
  const shown = new Map<Uuid, string[]>()
  for (const { products } of vendors)
    for (const { subscriptions } of products)
      for (const { fields } of subscriptions)
        for (const [field, { observation }] of Object.entries(fields))
          if (observation) shown.set(observation, [...(shown.get(observation) ?? []), field])
  const observations = await observationsById(scope, shown.keys())
  return Object.fromEntries(
    [...observations].map(([id, { sighting }]) => {
      const wanted = new Set(shown.get(id))
      const fields = Object.entries(sighting.evidence).filter(([field]) => wanted.has(field))
      return [id, { capture: sighting.capture, fields: Object.fromEntries(fields) }]
    }),
  )
}

/** Every vendor of which anything was captured, with how much. */
export async function vendors(scope: Scope): Promise<Outcome<z.infer<typeof VendorsResponse>>> {
  if (scope.row.kind !== 'client') return fail('NOT_FOUND')
  const { records, names } = await contextOf(scope)
  return ok({ client: scope.row.id, vendors: vendorsOf(records, namedBy(names)) })
}

/** As people merged them. */
const namedBy =
  (names: Names): NameVendor =>
  (said) => {
    const { key, name } = names.vendor(said)
    return { domain: key, name }
  }
