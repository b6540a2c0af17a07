import type { ComponentChildren } from 'preact'
import type { Day } from '../../shared/model/day.ts'
import type { ListView, Order } from '../settings/list-view.ts'
import { formatMonth } from '../ui/format.ts'
import { t } from '../ui/language.ts'
import type { Column } from '../ui/list/column.ts'
import {
  AlertsCell,
  CancelByCell,
  DraftsCell,
  DueCell,
  FindingsCell,
  NameCell,
  SeenCell,
  SyncCell,
  YearlyCell,
} from './client-cells.tsx'
import type { ClientRow } from './client-rows.ts'
import type { Open } from './week.ts'

type Wish = { today: Day; now: Date; onOpen: Open }

/** What the list can tell of a client. Amounts stand in each client's own currency, and are converted only to be sorted. */
export const clientColumns = (wish: Wish): Column<ClientRow>[] =>
  columns(wish).map((column) => ({ ...column, cell: drawnOnce(column.cell) }))

/** A cell of a row that did not change is not drawn again: days and amounts take long to write. */
function drawnOnce(cell: (row: ClientRow) => ComponentChildren): Column<ClientRow>['cell'] {
  const drawn = new WeakMap<ClientRow, ComponentChildren>()
  return (row) => {
    const known = drawn.get(row) ?? cell(row)
    drawn.set(row, known)
    return known
  }
}

type Drawn = Omit<Column<ClientRow>, 'cell'> & { cell: (row: ClientRow) => ComponentChildren }

const columns = ({ today, now, onOpen }: Wish): Drawn[] => [
  {
    id: 'client',
    label: 'portfolio.column.client',
    width: 168,
    cell: (row) => <NameCell of={row} onOpen={onOpen} />,
    sort: ({ client }) => client.name,
  },
  {
    id: 'cancel-by',
    label: 'portfolio.column.cancelBy',
    width: 132,
    usual: true,
    cell: (row) => <CancelByCell of={row} today={today} onOpen={onOpen} />,
    sort: ({ days }) => days?.cancelBy?.on,
    group: ({ days }) => {
      const name = days?.cancelBy ? formatMonth(days.cancelBy.on) : t('common.notShown')
      return { key: name, name }
    },
  },
  {
    id: 'due',
    label: 'portfolio.column.due',
    width: 84,
    align: 'end',
    usual: true,
    cell: (row) => <DueCell of={row} onOpen={onOpen} />,
    sort: ({ days }) => days && days.withinQuarter + days.late.count,
    downFirst: true,
  },
  {
    id: 'yearly',
    label: 'portfolio.column.yearly',
    width: 144,
    align: 'end',
    usual: true,
    cell: (row) => <YearlyCell of={row} onOpen={onOpen} />,
    sort: ({ days }) => days?.yearly.weight,
    downFirst: true,
  },
  {
    id: 'findings',
    label: 'portfolio.column.findings',
    width: 156,
    align: 'end',
    usual: true,
    cell: (row) => <FindingsCell of={row} onOpen={onOpen} />,
    sort: ({ worth }) => worth?.findings.saving.weight,
    downFirst: true,
  },
  {
    id: 'alerts',
    label: 'portfolio.column.alerts',
    width: 80,
    align: 'end',
    cell: (row) => <AlertsCell of={row} onOpen={onOpen} />,
    sort: ({ worth }) => worth?.alerts.count,
    downFirst: true,
  },
  {
    id: 'drafts',
    label: 'portfolio.column.drafts',
    width: 64,
    align: 'end',
    usual: true,
    cell: (row) => <DraftsCell of={row} onOpen={onOpen} />,
    sort: ({ drafts }) => drafts,
    downFirst: true,
  },
  {
    id: 'seen',
    label: 'portfolio.column.seen',
    width: 96,
    align: 'end',
    usual: true,
    cell: (row) => <SeenCell of={row} now={now} />,
    sort: ({ worth }) => worth?.seenAt,
  },
  {
    id: 'sync',
    label: 'portfolio.column.sync',
    width: 104,
    align: 'end',
    usual: true,
    cell: (row) => <SyncCell of={row} now={now} onOpen={onOpen} />,
    sort: ({ waiting }) => waiting && waiting.refused * 1e6 + waiting.queued,
    downFirst: true,
  },
]

/** As the rows come: no column says all that makes a client urgent. */
export const byUrgency: Order = { by: 'urgency', down: false }

export const usualView = (columns: Column<ClientRow>[]): ListView => ({
  columns: columns.flatMap(({ id, usual }) => (usual ? [id] : [])),
  order: byUrgency,
  group: null,
  filters: [],
})
