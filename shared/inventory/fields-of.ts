import { fieldNames } from '../model/record-type.ts'
import { type FieldBelief, fieldOf } from './fold.ts'
import type { InventoryRecord } from './record.ts'

/**
 * Every field that has a value, in the order in which people read them. In a file of its own: the order is the schemas',
 * and the popup folds without them.
 */
export const fieldsOf = (record: InventoryRecord): ({ field: string } & FieldBelief)[] =>
  fieldNames(record.type).flatMap((field) => {
    const belief = fieldOf(record, field)
    return belief ? [{ field, ...belief }] : []
  })
