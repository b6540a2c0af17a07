import type { PeopleMode } from '../../model/client.ts'
import type { Day } from '../../model/day.ts'
import type { Uuid } from '../../model/id.ts'
import type { PersonKind } from '../../model/person.ts'
import type { Inventory } from '../inventory.ts'
import { calledBy } from './called.ts'
import { type CostWish, costReader, type SeatsCost } from './cost.ts'
import type { PersonView } from './persons.ts'
import { type SeatView, seatReader } from './seats.ts'

/** One person, or one account that is nobody's, as a list shows them. */
export type PersonRow = {
  view: PersonView
  /** By which they are linked to: never an address, which would stay in the browser's history. */
  id: Uuid
  /** As the client's mode has it; undefined where people are only counted. */
  called: string | undefined
  seats: SeatView[]
  held: number
  inactive: number
  /** The latest day of all that a console has shown. */
  lastActiveOn: Day | undefined
  cost: SeatsCost
}

export const peopleFilters = ['all', 'leavers', 'inactive', 'not-a-person', 'external', 'nobodys'] as const
export type PeopleFilter = (typeof peopleFilters)[number]

/** Everybody of the client, in the order of their keys. One pass over the assignments. */
export function peopleRows(inventory: Inventory, mode: PeopleMode, wish: CostWish): PersonRow[] {
  const seatOf = seatReader(inventory, wish.today)
  const costOf = costReader(wish)
  const rows: PersonRow[] = []
  for (const view of inventory.persons.views.values()) {
    const id = view.stated?.id ?? view.accounts[0]?.id
    if (id === undefined) continue
    const seats = view.accounts.map(seatOf)
    const isPerson = !isNoPerson(view.kind?.kind)
    let [held, inactive] = [0, 0]
    let lastActiveOn: Day | undefined
    for (const seat of seats) {
      if (seat.held) held += 1
      // Shared and service accounts sign in seldom by their nature.
      if (seat.inactive && isPerson) inactive += 1
      const on = seat.assignment.values.lastActiveOn
      if (on !== undefined && (lastActiveOn === undefined || on > lastActiveOn)) lastActiveOn = on
    }
    rows.push({ view, id, called: calledBy(view, mode), seats, held, inactive, lastActiveOn, cost: costOf(seats) })
  }
  return rows
}

const isNoPerson = (kind: PersonKind | undefined): boolean => kind === 'shared' || kind === 'service'

/** An account that shows no address and that nobody gave to a person. */
export const isNobodys = ({ emails, stated }: PersonView): boolean => emails.length === 0 && stated === undefined

const filters: Record<PeopleFilter, (row: PersonRow) => boolean> = {
  all: () => true,
  leavers: ({ view, held }) => view.left !== undefined && held > 0,
  inactive: ({ inactive, view }) => inactive > 0 && view.left === undefined,
  'not-a-person': ({ view }) => isNoPerson(view.kind?.kind),
  external: ({ view }) => view.kind?.kind === 'external',
  nobodys: ({ view }) => isNobodys(view),
}
export const isIn = (filter: PeopleFilter): ((row: PersonRow) => boolean) => filters[filter]

export const peopleOrders = ['name', 'seats', 'active', 'cost'] as const
export type PeopleOrder = (typeof peopleOrders)[number]

/** By name from A; by seats and cost the most first; by activity the longest ago first, and then of whom nobody knows. */
export function inOrderOf(order: PeopleOrder): (a: PersonRow, b: PersonRow) => number {
  const byName = (a: PersonRow, b: PersonRow) => compared(nameOf(a), nameOf(b)) || compared(a.view.key, b.view.key)
  if (order === 'seats') return (a, b) => b.held - a.held || byName(a, b)
  if (order === 'cost') return (a, b) => compared(costliness(b), costliness(a)) || byName(a, b)
  if (order === 'active') return (a, b) => compared(a.lastActiveOn ?? '~', b.lastActiveOn ?? '~') || byName(a, b)
  return byName
}

const nameOf = ({ called }: PersonRow): string => (called ?? '').toLocaleLowerCase()
const compared = <T extends string | bigint>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0)

/** Several currencies cannot be compared: then only the sum in the first counts. */
const costliness = ({ cost: { sums } }: PersonRow): bigint => sums[0]?.minor ?? -1n
