import type { Uuid } from '../../model/id.ts'
import type { ValuesOf } from '../belief.ts'
import type { Billed } from './billed.ts'

/** Whose bill is another than before. */
export const otherBills = (before: Map<Uuid, Billed>, after: Map<Uuid, Billed>): Uuid[] =>
  [...new Set([...before.keys(), ...after.keys()])].filter((id) => !isSame(before.get(id), after.get(id)))

const isSame = (a: Billed | undefined, b: Billed | undefined): boolean =>
  a?.quantity === b?.quantity && a?.asOf === b?.asOf && String(a?.lines) === String(b?.lines)

/** What changes from day to day and is nothing that a line of a bill is compared with. */
const beside = new Set(['seatsAssigned', 'seatsActive', 'seatsAvailable', 'alertDays', 'owner'])

/** Whether every line that paid for a subscription still does, as far as it alone can tell. */
export function isBilledAlike(a: ValuesOf<'subscription'>, b: ValuesOf<'subscription'>): boolean {
  const told = (values: object) =>
    JSON.stringify(
      Object.entries(values)
        .filter(([field]) => !beside.has(field))
        .sort(([one], [other]) => (one < other ? -1 : 1)),
    )
  return told(a) === told(b)
}
