import { daysBetween } from '../../shared/model/calendar.ts'
import type { Day } from '../../shared/model/day.ts'
import type { SubscriptionStatus } from '../../shared/model/subscription.ts'
import { t } from '../ui/language.ts'
import type { Filter } from '../ui/list/column.ts'
import { valueText } from '../ui/value-text.ts'
import type { Entry } from './entries.ts'
import { isOld, unassignedOf } from './entry-cells.tsx'

/** What the list can be narrowed to. Of the states only those that a subscription is in. */
export function entryFilters(entries: readonly Entry[], today: Day): Filter<Entry>[] {
  const within = (days: number) => (entry: Entry) => {
    const left = entry.due && daysBetween(today, entry.due.on)
    return left !== undefined && left >= 0 && left <= days
  }
  const on = 'inventory.column.due'
  const seats = 'inventory.column.seats'
  return [
    {
      id: 'due-late',
      group: on,
      label: t('inventory.filter.late'),
      fits: ({ due }) => due !== undefined && due.on < today,
    },
    { id: 'due-30', group: on, label: t('inventory.filter.within', 30), fits: within(30) },
    { id: 'due-90', group: on, label: t('inventory.filter.within', 90), fits: within(90) },
    { id: 'due-unknown', group: on, label: t('common.notShown'), fits: ({ due }) => due === undefined },
    {
      id: 'seats-free',
      group: seats,
      label: t('inventory.filter.free'),
      fits: ({ seats }) => (unassignedOf(seats) ?? 0) > 0,
    },
    { id: 'seats-over', group: seats, label: t('inventory.filter.over'), fits: ({ seats }) => isOver(seats) },
    { id: 'seats-idle', group: seats, label: t('inventory.filter.idle'), fits: ({ seats }) => isIdle(seats) },
    {
      id: 'price-unknown',
      group: 'inventory.column.price',
      label: t('common.notShown'),
      fits: ({ price }) => price.is === 'unknown',
    },
    {
      id: 'seen-old',
      group: 'inventory.column.seen',
      label: t('inventory.filter.old'),
      fits: ({ seenAt }) => isOld(seenAt, today),
    },
    {
      id: 'seen-never',
      group: 'inventory.column.seen',
      label: t('inventory.neverSeen'),
      fits: ({ seenAt }) => seenAt === '',
    },
    ...statesIn(entries).map(
      (status): Filter<Entry> => ({
        id: `status-${status}`,
        group: 'inventory.column.status',
        label: valueText('subscription', 'status', status),
        fits: (entry) => entry.status === status,
      }),
    ),
  ]
}

const isOver = ({ purchased, assigned, unlimited }: Entry['seats']) =>
  !unlimited && purchased !== undefined && assigned !== undefined && assigned > purchased
const isIdle = ({ assigned, active }: Entry['seats']) =>
  assigned !== undefined && active !== undefined && active < assigned

const statesIn = (entries: readonly Entry[]): SubscriptionStatus[] =>
  [...new Set(entries.flatMap(({ status }) => (status === undefined ? [] : [status])))].sort()
