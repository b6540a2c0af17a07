import type { FieldBelief } from '../../shared/inventory/fold.ts'
import type { SpendLine } from '../../shared/inventory/spend/lines.ts'
import type { Uuid } from '../../shared/model/id.ts'
import type { Database } from '../db/database.ts'
import { evidenceOf } from '../records/queries.ts'
import type { Whole } from '../records/whole.ts'
import type { SourceView } from '../ui/source-tag.tsx'

const amountField = { charge: 'billedCost', invoice: 'total' } as const

/** Where the amount of a line is from, and the evidence of it for whoever asks. */
export function useLineSource(db: Database, client: Uuid, { inventory }: Whole) {
  const { charge, invoice } = inventory.beliefs
  const charges = new Map(charge.map((belief) => [belief.id, belief]))
  const bills = new Map(invoice.map((belief) => [belief.id, belief]))
  return {
    sourceOf: ({ id, type }: SpendLine): FieldBelief | undefined =>
      type === 'charge'
        ? (charges.get(id)?.from('billedCost') ?? charges.get(id)?.from('effectiveCost'))
        : bills.get(id)?.from('total'),
    evidenceOf: async (
      { type }: SpendLine,
      { source, at, observation }: FieldBelief,
    ): Promise<SourceView | undefined> => {
      const found = observation && (await evidenceOf(db, client, observation, amountField[type]))
      if (!found) return undefined
      const { confidence, excerpt, locator, capture } = found
      return { source, at, confidence, excerpt, locator, url: capture.url }
    },
  }
}
