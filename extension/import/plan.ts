import { z } from 'zod'
import { CapturedType } from '../../shared/model/record-type.ts'
import type { LabelledTable } from '../heuristics/tables.ts'
import type { DayOrder } from '../heuristics/values/day.ts'

/** The maker of what a row tells of; no field of a record, but what its record belongs to. */
export const vendorField = 'vendor'

/** What a person says about a file beyond what is read from it; remembered for the next file of the same kind. */
export const Plan = z.strictObject({
  /** Null: as the reader judges. */
  type: CapturedType.nullable(),
  /** The product or vendor that the whole file is from, where its rows do not name one; '' where nobody said. */
  from: z.string().max(200),
  /** By the column's place: the field that it holds, or null where it is left out. A column that is not here is as read. */
  columns: z.record(z.string().regex(/^\d{1,3}$/), z.string().max(40).nullable()),
  /** By the column's place: which number of 03/04/2027 is the day; `none` leaves such days out. */
  orders: z.record(z.string().regex(/^\d{1,3}$/), z.enum(['dmy', 'mdy', 'none'])),
})
export type Plan = z.infer<typeof Plan>

export const emptyPlan: Plan = { type: null, from: '', columns: {}, orders: {} }

/** The field that a person gave to a column; undefined where it is as read. */
export const saidOf = ({ columns }: Plan, place: number): string | null | undefined =>
  Object.hasOwn(columns, place) ? columns[place] : undefined

/** What a person said of a column's days, over what its values show. `none` reads no ambiguous day. */
export function orderOf({ orders }: Plan, place: number, shown: DayOrder): DayOrder {
  const said = Object.hasOwn(orders, place) ? orders[place] : undefined
  return said === undefined ? shown : said === 'none' ? null : said
}

export const isAnswered = ({ orders }: Plan, place: number): boolean => Object.hasOwn(orders, place)

/** Files of the same kind have the same column names in the same order, however they are written. */
export const signatureOf = ({ columns }: LabelledTable): string =>
  columns
    .map((label) => label.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim())
    .join('\t')
    .slice(0, 8000)
