import type { Assessed } from '../../../shared/inventory/findings/context.ts'
import { calledBy } from '../../../shared/inventory/people/called.ts'
import type { Persons } from '../../../shared/inventory/people/persons.ts'
import { holdsSeat } from '../../../shared/inventory/position.ts'
import type { PeopleMode } from '../../../shared/model/client.ts'
import type { Day } from '../../../shared/model/day.ts'
import type { Uuid } from '../../../shared/model/id.ts'

export type SeatRow = {
  id: Uuid
  name: string | undefined
  status: string | undefined
  lastActiveOn: Day | undefined
  /** Holds it now; a seat that was taken away is told as a former one. */
  holds: boolean
  hasLeft: boolean
}

/** Who holds a seat, called as the client wishes; nobody where its people are only counted. */
export function seatRows({ entitlement }: Assessed, persons: Persons, mode: PeopleMode): SeatRow[] {
  if (mode === 'counts-only') return []
  const rows = entitlement.assignments.map((seat): SeatRow => {
    const person = persons.of(seat)
    return {
      id: seat.id,
      name: person && calledBy(person, mode),
      status: seat.values.status,
      lastActiveOn: seat.values.lastActiveOn,
      holds: holdsSeat(seat),
      hasLeft: person?.left !== undefined,
    }
  })
  return rows.sort(
    (a, b) =>
      Number(b.holds) - Number(a.holds) || (a.name ?? '~').localeCompare(b.name ?? '~') || (a.id < b.id ? -1 : 1),
  )
}
