import { folded } from '../../shared/inventory/names.ts'
import { type SeatsCost, sumOfCosts } from '../../shared/inventory/people/cost.ts'
import { peopleModeOf } from '../../shared/inventory/people/mode.ts'
import { type ProductOfPeople, productsOfPeople } from '../../shared/inventory/people/products.ts'
import { isNobodys, type PersonRow, peopleRows } from '../../shared/inventory/people/rows.ts'
import type { PeopleMode } from '../../shared/model/client.ts'
import type { Day } from '../../shared/model/day.ts'
import type { Uuid } from '../../shared/model/id.ts'
import type { Database } from '../db/database.ts'
import type { Whole } from '../records/whole.ts'

/** Everybody of one client, as they may be shown, and how many that is. */
export type People = {
  mode: PeopleMode
  rows: PersonRow[]
  products: ProductOfPeople[]
  totals: { persons: number; nobodys: number; seats: number; cost: SeatsCost }
  whole: Whole
}

/** What the parts of the screen know. */
export type Known = { db: Database; client: Uuid; today: Day; people: People }

export function peopleOf(whole: Whole, today: Day): People {
  const { inventory, client, rates } = whole
  const mode = peopleModeOf(client)
  const rows = peopleRows(inventory, mode, { currency: client.currency, rates, today })
  const nobodys = rows.filter(({ view }) => isNobodys(view)).length
  const totals = {
    persons: rows.length - nobodys,
    nobodys,
    seats: rows.reduce((sum, { held }) => sum + held, 0),
    cost: sumOfCosts(rows.map(({ cost }) => cost)),
  }
  return { mode, rows, products: productsOfPeople(rows), totals, whole }
}

/** What each is found by: nothing that is not shown. A product's name is folded once for all who hold it. */
export function searchTexts({ rows, mode }: Pick<People, 'rows' | 'mode'>): Map<PersonRow, string> {
  const names = new Map<string, string>()
  const foldedOnce = (name: string) => {
    const known = names.get(name) ?? folded(name)
    names.set(name, known)
    return known
  }
  return new Map(
    rows.map((row) => {
      const { view, called = '', seats } = row
      const own =
        mode === 'full' ? `${called} ${view.emails.join(' ')} ${view.stated?.values.department ?? ''}` : called
      const products = new Set(seats.map(({ product, vendor }) => `${product?.name ?? ''} ${vendor.name}`))
      return [row, [folded(own), ...[...products].map(foldedOnce)].join(' ')]
    }),
  )
}

/** Whose list it is, for the name of a file. */
export const whoseOf = ({ people: { whole }, today }: Known) => ({ client: whole.client.name, today })
