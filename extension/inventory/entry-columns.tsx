import type { Day } from '../../shared/model/day.ts'
import type { ListView } from '../settings/list-view.ts'
import { formatMonth } from '../ui/format.ts'
import { t } from '../ui/language.ts'
import type { Column } from '../ui/list/column.ts'
import { valueText } from '../ui/value-text.ts'
import type { Entry } from './entries.ts'
import {
  AgeCell,
  DueCell,
  NameCell,
  PriceCell,
  SeatsCell,
  StatusCell,
  TextCell,
  UnassignedCell,
  unassignedOf,
} from './entry-cells.tsx'

const group = (name: string | undefined) => ({ key: name ?? '', name: name ?? t('common.notShown') })

/** What the list can tell of a subscription. `currency` is the one that the client's totals are in. */
export const entryColumns = (today: Day, currency: string | undefined): Column<Entry>[] => [
  {
    id: 'name',
    label: 'inventory.column.name',
    width: 220,
    least: 160,
    cell: (entry, around) => <NameCell of={entry} around={around} />,
    sort: ({ product }) => product.name,
  },
  {
    id: 'vendor',
    label: 'inventory.column.vendor',
    width: 140,
    cell: ({ vendor }) => <TextCell of={vendor.name} />,
    sort: ({ vendor }) => vendor.name,
    group: ({ vendor }) => vendor,
  },
  {
    id: 'plan',
    label: 'inventory.column.plan',
    width: 140,
    cell: ({ plan }) => <TextCell of={plan} />,
    sort: ({ plan }) => plan,
  },
  {
    id: 'account',
    label: 'inventory.column.account',
    width: 180,
    cell: ({ account }) => <TextCell of={account} />,
    sort: ({ account }) => account,
    group: ({ account }) => group(account),
  },
  {
    id: 'status',
    label: 'inventory.column.status',
    width: 100,
    cell: (entry) => <StatusCell of={entry} />,
    sort: ({ status }) => status,
    group: ({ status }) => ({
      key: status ?? '',
      name: status === undefined ? t('common.notShown') : valueText('subscription', 'status', status),
    }),
  },
  {
    id: 'owner',
    label: 'inventory.column.owner',
    width: 160,
    cell: ({ owner }) => <TextCell of={owner} />,
    sort: ({ owner }) => owner,
    group: ({ owner }) => group(owner),
  },
  {
    id: 'sku',
    label: 'inventory.column.sku',
    width: 140,
    cell: ({ sku }) => <TextCell of={sku} />,
    sort: ({ sku }) => sku,
  },
  {
    id: 'seats',
    label: 'inventory.column.seats',
    width: 208,
    least: 140,
    align: 'end',
    usual: true,
    cell: ({ seats }) => <SeatsCell of={seats} />,
    sort: ({ seats }) => seats.assigned ?? seats.purchased,
    downFirst: true,
  },
  {
    id: 'unassigned',
    label: 'inventory.column.unassigned',
    width: 110,
    align: 'end',
    cell: ({ seats }) => <UnassignedCell of={seats} />,
    sort: ({ seats }) => unassignedOf(seats),
    downFirst: true,
  },
  {
    id: 'price',
    label: 'inventory.column.price',
    width: 176,
    least: 128,
    align: 'end',
    usual: true,
    cell: ({ price }) => <PriceCell of={price} />,
    sort: worthIn(currency),
    downFirst: true,
  },
  {
    id: 'due',
    label: 'inventory.column.due',
    width: 176,
    least: 160,
    align: 'end',
    usual: true,
    cell: ({ due }) => <DueCell of={due} today={today} />,
    sort: ({ due }) => due?.on,
    group: ({ due }) => group(due && formatMonth(due.on)),
  },
  {
    id: 'seen',
    label: 'inventory.column.seen',
    width: 128,
    least: 94,
    yields: true,
    align: 'end',
    usual: true,
    cell: ({ seenAt }) => <AgeCell of={seenAt} today={today} />,
    sort: ({ seenAt }) => seenAt || undefined,
    downFirst: true,
  },
]

/** In the client's currency. What cannot be converted compares with nothing, and stands behind by its own number. */
const worthIn =
  (currency: string | undefined) =>
  ({ price }: Entry): number | undefined => {
    if (price.is !== 'known') return price.is === 'unknown' ? undefined : -1
    const { money, converted } = price
    return converted?.minor ?? (money.currency === currency ? money.minor : money.minor / 1e15)
  }

/** The list as it stands where nobody asked for anything else: vendor → product → subscription. */
export const usualView = (columns: Column<Entry>[]): ListView => ({
  columns: columns.flatMap(({ id, usual }) => (usual ? [id] : [])),
  order: { by: 'name', down: false },
  group: 'vendor',
  filters: [],
})
