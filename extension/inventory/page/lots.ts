import type { Belief } from '../../../shared/inventory/belief.ts'
import { isValid } from '../../../shared/inventory/money/price.ts'
import type { Day } from '../../../shared/model/day.ts'
import type { Uuid } from '../../../shared/model/id.ts'
import type { FieldValue } from '../../../shared/model/observation.ts'
import { type Outcome, ok } from '../../../shared/problem.ts'
import type { Database } from '../../db/database.ts'
import { deleteRecord, stateRecord } from '../../records/edit.ts'
import { unitsOf } from './counted.ts'

export const lotFields = [
  'quantity',
  'packSize',
  'price',
  'priceBasis',
  'startsOn',
  'endsOn',
  'purchaseOrder',
  'payer',
  'reseller',
  'note',
] as const
export type LotField = (typeof lotFields)[number]
/** What was typed: a field that is null was left empty. */
export type LotValues = Record<LotField, FieldValue | null>

export type LotOf = { db: Database; client: Uuid; subscription: Uuid }

/** Writes a lot, a new one or one that is known; gives the way back to how it was. */
export async function putLot(of: LotOf, values: LotValues, lot?: Belief<'lot'>) {
  const { db, client, subscription } = of
  const outcome = await stateRecord(db, client, 'lot', { ...said(values, lot), subscription }, lot?.id)
  const undo = async (): Promise<Outcome<unknown>> => {
    if (!outcome.ok) return ok(null)
    return lot ? stateRecord(db, client, 'lot', formerOf(lot), lot.id) : deleteRecord(db, client, outcome.value)
  }
  return { outcome, undo }
}

/** An empty field of a new lot is not said, rather than taken back. */
const said = (values: LotValues, lot: Belief<'lot'> | undefined): Record<string, FieldValue | null> =>
  Object.fromEntries(
    lotFields.flatMap((field) =>
      values[field] === null && lot?.values[field] === undefined ? [] : [[field, values[field]]],
    ),
  )

const formerOf = (lot: Belief<'lot'>): LotValues => {
  const former = Object.fromEntries(lotFields.map((field) => [field, lot.values[field] ?? null]))
  return former as LotValues // one entry for each of the fields
}

/** The units of the lots that are valid today; undefined where one of them does not say how many. */
export function unitsToday(lots: Belief<'lot'>[], today: Day): number | undefined {
  let sum = 0
  for (const { values } of lots) {
    if (!isValid(values, today)) continue
    const units = unitsOf(values)
    if (units === undefined) return undefined
    sum += units
  }
  return sum
}

/** The latest first; what has no first day was there from the beginning. */
export const byStart = (a: Belief<'lot'>, b: Belief<'lot'>): number => {
  const [first, second] = [a.values.startsOn ?? '', b.values.startsOn ?? '']
  return first === second ? (a.id < b.id ? -1 : 1) : first > second ? -1 : 1
}
