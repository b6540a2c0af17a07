import type { Day } from '../../shared/model/day.ts'
import type { Column as FileColumn, List } from '../export/list.ts'
import type { Whole } from '../records/whole.ts'
import { dayOf } from '../ui/format.ts'
import { part, t } from '../ui/language.ts'
import type { Column } from '../ui/list/column.ts'
import { valueText } from '../ui/value-text.ts'
import { type Entry, entriesOf } from './entries.ts'
import { unassignedOf } from './entry-cells.tsx'
import { entryColumns } from './entry-columns.tsx'

/** What a file tells of a column of the list; one of several figures becomes several columns. */
const told: Record<string, () => FileColumn<Entry>[]> = {
  name: () => [{ id: 'product', label: t('inventory.column.name'), kind: 'text', of: ({ product }) => product.name }],
  vendor: () => [],
  plan: () => [],
  account: () => [{ id: 'account', label: t('inventory.column.account'), kind: 'text', of: ({ account }) => account }],
  status: () => [{ id: 'status', label: t('inventory.column.status'), kind: 'text', of: statusOf }],
  owner: () => [{ id: 'owner', label: t('inventory.column.owner'), kind: 'text', of: ({ owner }) => owner }],
  sku: () => [{ id: 'sku', label: t('inventory.column.sku'), kind: 'text', of: ({ sku }) => sku }],
  seats: () => [
    { id: 'purchased', label: t('inventory.column.purchased'), kind: 'count', of: ({ seats }) => seats.purchased },
    { id: 'assigned', label: t('inventory.column.assigned'), kind: 'count', of: ({ seats }) => seats.assigned },
    { id: 'active', label: t('inventory.column.active'), kind: 'count', of: ({ seats }) => seats.active },
    { id: 'unlimited', label: t('common.unlimited'), kind: 'flag', of: unlimitedOf },
  ],
  unassigned: () => [
    {
      id: 'unassigned',
      label: t('inventory.column.unassigned'),
      kind: 'count',
      of: ({ seats }) => unassignedOf(seats),
    },
  ],
  price: () => [
    {
      id: 'price',
      label: t('inventory.column.price'),
      kind: 'money',
      of: ({ price }) => (price.is === 'known' ? (price.converted ?? price.money) : undefined),
    },
    {
      id: 'original',
      label: t('inventory.column.original'),
      kind: 'money',
      of: ({ price }) => (price.is === 'known' && price.converted ? price.money : undefined),
    },
    { id: 'why', label: t('inventory.column.why'), kind: 'text', of: whyNoPrice },
  ],
  due: () => [
    { id: 'due', label: t('inventory.column.due'), kind: 'day', of: ({ due }) => due?.on },
    {
      id: 'how',
      label: t('inventory.column.how'),
      kind: 'text',
      of: ({ due }) => due && t(`inventory.how.${part(due.how)}`),
    },
  ],
  seen: () => [
    {
      id: 'seen',
      label: t('inventory.column.seen'),
      kind: 'day',
      of: ({ seenAt }) => (seenAt === '' ? undefined : dayOf(new Date(seenAt))),
    },
  ],
}

/** Said only where it is so: that a number is not shown is no word for a limit. */
const unlimitedOf = ({ seats }: Entry) => seats.unlimited || undefined

const statusOf = ({ status }: Entry) => (status === undefined ? undefined : valueText('subscription', 'status', status))

/** A cost that is not there says why, in words: an empty cell could be taken for nothing. */
function whyNoPrice({ price }: Entry): string | undefined {
  if (price.is === 'known') return undefined
  return price.is === 'unknown' ? t(`inventory.unpriced.${part(price.why)}`) : t(`inventory.unpaid.${part(price.is)}`)
}

/** The rows as they stand, with the columns that are shown; vendor and plan always, as no head stands above a row. */
export const entryFile = (name: string, rows: Entry[], columns: readonly Column<Entry>[]): List<Entry> => ({
  name,
  columns: [
    { id: 'vendor', label: t('inventory.column.vendor'), kind: 'text', of: ({ vendor }) => vendor.name },
    ...columns.slice(0, 1).flatMap(({ id }) => told[id]?.() ?? []),
    { id: 'plan', label: t('inventory.column.plan'), kind: 'text', of: ({ plan }) => plan },
    ...columns.slice(1).flatMap(({ id }) => told[id]?.() ?? []),
    { id: 'record', label: t('values.record', 'subscription'), kind: 'text', of: ({ id }) => id },
  ],
  rows,
})

/** All subscriptions of a client with every column there is. */
export const entriesFile = (whole: Whole, today: Day): List<Entry> =>
  entryFile(t('areas.inventory'), entriesOf(whole, today), entryColumns(today, whole.client.currency))
