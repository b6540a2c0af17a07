import type { PersonRow } from './rows.ts'
import type { SeatView } from './seats.ts'

export type Holder = { row: PersonRow; seat: SeatView }

/** Whose accounts these are, by kind; `people` are all that are neither of the others. */
export type ByKind = { people: number; external: number; shared: number; service: number }

/** One product, or a console's accounts that are no seat of anything, with who is in it. */
export type ProductOfPeople = {
  key: string
  vendor: string
  /** Absent for the accounts of a console. */
  product: string | undefined
  holders: Holder[]
  /** Seats that were not taken away, or accounts. */
  held: number
  inactive: number
  leavers: number
  byKind: ByKind
  /** Of one seat; the same for all of them. */
  cost: SeatView['cost']
}

/** Product → people, by vendor and name. */
export function productsOfPeople(rows: readonly PersonRow[]): ProductOfPeople[] {
  const found = new Map<string, ProductOfPeople>()
  for (const row of rows)
    for (const seat of row.seats) {
      const key = seat.product?.key ?? `account\n${seat.vendor.key}`
      const of = found.get(key) ?? newProduct(key, seat)
      found.set(key, of)
      of.holders.push({ row, seat })
      if (seat.product !== undefined && !seat.held) continue
      of.held += 1
      of.byKind[kindOf(row)] += 1
      if (seat.inactive && kindOf(row) !== 'shared' && kindOf(row) !== 'service') of.inactive += 1
      if (row.view.left) of.leavers += 1
    }
  return [...found.values()].sort(
    (a, b) =>
      a.vendor.localeCompare(b.vendor) || (a.product ?? '').localeCompare(b.product ?? '') || (a.key < b.key ? -1 : 1),
  )
}

const newProduct = (key: string, { vendor, product, cost }: SeatView): ProductOfPeople => ({
  key,
  vendor: vendor.name,
  product: product?.name,
  holders: [],
  held: 0,
  inactive: 0,
  leavers: 0,
  byKind: { people: 0, external: 0, shared: 0, service: 0 },
  cost,
})

export function kindOf({ view }: PersonRow): keyof ByKind {
  const kind = view.kind?.kind
  return kind === 'external' || kind === 'shared' || kind === 'service' ? kind : 'people'
}
