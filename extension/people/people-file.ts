import type { SeatsCost } from '../../shared/inventory/people/cost.ts'
import type { ProductOfPeople } from '../../shared/inventory/people/products.ts'
import { inOrderOf, type PersonRow } from '../../shared/inventory/people/rows.ts'
import type { SeatCost } from '../../shared/inventory/people/seats.ts'
import type { PeopleMode } from '../../shared/model/client.ts'
import type { Day } from '../../shared/model/day.ts'
import type { Column, List } from '../export/list.ts'
import type { Whole } from '../records/whole.ts'
import { part, t } from '../ui/language.ts'
import { amountsOf } from './cost-words.tsx'
import { peopleOf } from './people.ts'
import { leftWords, notInIt } from './words.ts'

/** Everybody, as the client's mode shows them: where names are made up, no address is in it. */
export function personFile(mode: PeopleMode, rows: PersonRow[]): List<PersonRow> {
  const named: Column<PersonRow>[] = [
    {
      id: 'email',
      label: t('people.field.addresses'),
      kind: 'text',
      of: ({ view }) => view.emails.join(', ') || undefined,
    },
    {
      id: 'department',
      label: t('people.field.department'),
      kind: 'text',
      of: ({ view }) => view.stated?.values.department,
    },
  ]
  return {
    name: t('areas.people'),
    columns: [
      { id: 'name', label: t('people.column.name'), kind: 'text', of: ({ called }) => called },
      ...(mode === 'full' ? named : []),
      {
        id: 'kind',
        label: t('people.field.kind'),
        kind: 'text',
        of: ({ view: { kind } }) => kind && t(`people.kind.${kind.kind}`),
      },
      {
        id: 'left',
        label: t('people.column.leavers'),
        kind: 'text',
        of: ({ view: { left } }) => left && leftWords(left),
      },
      { id: 'held', label: t('people.column.held'), kind: 'count', of: ({ held }) => held },
      { id: 'inactive', label: t('people.column.inactive'), kind: 'count', of: ({ inactive }) => inactive },
      { id: 'products', label: t('people.column.products'), kind: 'text', of: productsHeld },
      { id: 'lastActive', label: t('common.lastActive'), kind: 'day', of: ({ lastActiveOn }) => lastActiveOn },
      { id: 'cost', label: t('export.column.yearly'), kind: 'money', of: ({ cost }) => oneSum(cost) },
      { id: 'without', label: t('export.column.note'), kind: 'text', of: costNote },
    ],
    rows,
  }
}

const productsHeld = ({ seats }: PersonRow): string | undefined =>
  [...new Set(seats.flatMap((seat) => (seat.held && seat.product ? [seat.product.name] : [])))].sort().join(', ') ||
  undefined

/** Of a client without a currency there may be several: then they stand in words. */
function oneSum({ sums }: SeatsCost) {
  const [sum, second] = sums
  return sum && !second ? { minor: Number(sum.minor), currency: sum.currency } : undefined
}

function costNote({ cost, held }: PersonRow): string | undefined {
  if (held === 0) return t('people.accountOnly')
  const several = cost.sums.length > 1 ? amountsOf(cost) : ''
  return (
    [cost.upTo ? t('export.column.atMost') : '', several, notInIt(cost.unpriced, cost.unconverted)]
      .filter(Boolean)
      .join(' · ') || undefined
  )
}

/** Every product with how many hold it: all that is told where people are only counted. */
export const productFile = (products: ProductOfPeople[]): List<ProductOfPeople> => ({
  name: t('export.seatsByProduct'),
  columns: [
    {
      id: 'product',
      label: t('people.column.product'),
      kind: 'text',
      of: ({ product }) => product ?? t('people.consoleAccounts'),
    },
    { id: 'vendor', label: t('common.vendor'), kind: 'text', of: ({ vendor }) => vendor },
    { id: 'held', label: t('people.column.held'), kind: 'count', of: ({ held }) => held },
    { id: 'people', label: t('people.column.people'), kind: 'count', of: ({ byKind }) => byKind.people },
    { id: 'external', label: t('people.column.external'), kind: 'count', of: ({ byKind }) => byKind.external },
    { id: 'shared', label: t('people.column.shared'), kind: 'count', of: ({ byKind }) => byKind.shared },
    { id: 'service', label: t('people.column.service'), kind: 'count', of: ({ byKind }) => byKind.service },
    { id: 'inactive', label: t('people.column.inactive'), kind: 'count', of: ({ inactive }) => inactive },
    { id: 'leavers', label: t('people.column.leavers'), kind: 'count', of: ({ leavers }) => leavers },
    {
      id: 'cost',
      label: t('people.column.seatCost'),
      kind: 'money',
      of: ({ cost }) => (cost.is === 'known' ? cost.yearly : undefined),
    },
    { id: 'why', label: t('export.column.note'), kind: 'text', of: ({ cost }) => seatNote(cost) },
  ],
  rows: products,
})

function seatNote(cost: SeatCost): string | undefined {
  if (cost.is === 'nothing') return t('people.cost.nothing')
  if (cost.is === 'unknown') return t(`people.cost.${part(cost.why)}`)
  return cost.upTo ? t('export.column.atMost') : undefined
}

/** What the people of a client may be told of: where they are only counted, the products alone. */
export function peopleLists(whole: Whole, today: Day): { persons?: List<PersonRow>; products: List<ProductOfPeople> } {
  const { mode, rows, products } = peopleOf(whole, today)
  const told = { products: productFile(products) }
  return mode === 'counts-only' ? told : { persons: personFile(mode, [...rows].sort(inOrderOf('name'))), ...told }
}
