import { z } from 'zod'
import type { SeatsCost } from '../../shared/inventory/people/cost.ts'
import { peopleModeOf } from '../../shared/inventory/people/mode.ts'
import { productsOfPeople } from '../../shared/inventory/people/products.ts'
import { type PersonRow, peopleRows } from '../../shared/inventory/people/rows.ts'
import type { SeatView } from '../../shared/inventory/people/seats.ts'
import { Assignment } from '../../shared/model/assignment.ts'
import { PeopleMode } from '../../shared/model/client.ts'
import type { Day } from '../../shared/model/day.ts'
import { Uuid } from '../../shared/model/id.ts'
import { PersonKind } from '../../shared/model/person.ts'
import { fail, type Outcome, ok } from '../../shared/problem.ts'
import type { Scope } from '../workspaces/scope.ts'
import { Amount, amountOf } from './amounts.ts'
import { inventoryOf } from './whole.ts'

const Cost = z.strictObject({
  sums: z.array(Amount),
  upTo: z.boolean(),
  /** Seats that are not in it: without a known price, without a rate of exchange. */
  unpriced: z.int(),
  unconverted: z.int(),
})

const Seat = z.strictObject({
  record: Uuid,
  vendor: z.string(),
  /** Absent for an account that is no seat of a product. */
  product: z.string().optional(),
  status: Assignment.shape.status,
  lastActiveOn: z.string().optional(),
  lastSeenAt: z.string(),
  /** Not used within 90 days, by the console's own word. */
  inactive: z.boolean(),
})

export const PeopleResponse = z.strictObject({
  client: Uuid,
  head: z.int(),
  today: z.string(),
  mode: PeopleMode,
  products: z.array(
    z.strictObject({
      vendor: z.string(),
      product: z.string().optional(),
      held: z.int(),
      inactive: z.int(),
      leavers: z.int(),
      byKind: z.strictObject({ people: z.int(), external: z.int(), shared: z.int(), service: z.int() }),
    }),
  ),
  /** Absent where the client's people are only counted; without addresses where their names are made up. */
  people: z
    .array(
      z.strictObject({
        record: Uuid,
        called: z.string(),
        emails: z.array(z.string()).optional(),
        kind: z.strictObject({ kind: PersonKind, from: z.enum(['stated', 'address']) }).optional(),
        left: z
          .strictObject({ because: z.enum(['last-day', 'locked-in-directory']), on: z.string().optional() })
          .optional(),
        seats: z.array(Seat),
        cost: Cost,
      }),
    )
    .optional(),
})
type PeopleResponse = z.infer<typeof PeopleResponse>

/** Who uses what, as the client's people may be shown. */
export async function people(scope: Scope, today: Day): Promise<Outcome<PeopleResponse>> {
  if (scope.row.kind !== 'client') return fail('NOT_FOUND')
  const { inventory, client, rates } = await inventoryOf(scope, today)
  const mode = peopleModeOf(client)
  const rows = peopleRows(inventory, mode, { currency: client.currency, rates, today })
  return ok({
    client: scope.row.id,
    head: scope.row.seq,
    today,
    mode,
    products: productsOfPeople(rows).map(({ vendor, product, held, inactive, leavers, byKind }) => ({
      vendor,
      ...(product === undefined ? {} : { product }),
      held,
      inactive,
      leavers,
      byKind,
    })),
    ...(mode === 'counts-only' ? {} : { people: rows.map((row) => personOf(row, mode)) }),
  })
}

function personOf({ id, called = '', view, seats, cost }: PersonRow, mode: PeopleMode) {
  const { kind, left, emails } = view
  return {
    record: id,
    called,
    ...(mode === 'full' ? { emails } : {}),
    ...(kind ? { kind } : {}),
    ...(left ? { left: { because: left.because, ...(left.on === undefined ? {} : { on: left.on }) } } : {}),
    seats: seats.map(seatOf),
    cost: costOf(cost),
  }
}

function seatOf({ assignment: { id, seenAt, values }, vendor, product, inactive }: SeatView) {
  return {
    record: id,
    vendor: vendor.name,
    ...(product ? { product: product.name } : {}),
    ...(values.status === undefined ? {} : { status: values.status }),
    ...(values.lastActiveOn === undefined ? {} : { lastActiveOn: values.lastActiveOn }),
    lastSeenAt: seenAt,
    inactive,
  }
}

const costOf = ({ sums, ...rest }: SeatsCost) => ({ sums: sums.map(amountOf), ...rest })
