import type { Day } from '../../shared/model/day.ts'
import type { ListView } from '../settings/list-view.ts'
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
export const clientColumns = ({ today, now, onOpen }: Wish): Column<ClientRow>[] => [
  {
    id: 'client',
    label: 'portfolio.column.client',
    width: 176,
    cell: (row) => <NameCell of={row} onOpen={onOpen} />,
    sort: ({ client }) => client.name,
  },
  {
    id: 'cancel-by',
    label: 'portfolio.column.cancelBy',
    width: 140,
    usual: true,
    cell: (row) => <CancelByCell of={row} today={today} onOpen={onOpen} />,
    sort: ({ urgency }) => urgency,
    group: ({ days }) => {
      const name = days?.cancelBy ? formatMonth(days.cancelBy.on) : t('common.notShown')
      return { key: name, name }
    },
  },
  {
    id: 'due',
    label: 'portfolio.column.due',
    width: 92,
    align: 'end',
    usual: true,
    cell: (row) => <DueCell of={row} onOpen={onOpen} />,
    sort: ({ days }) => days && days.withinQuarter + days.late.count,
    downFirst: true,
  },
  {
    id: 'yearly',
    label: 'portfolio.column.yearly',
    width: 150,
    align: 'end',
    usual: true,
    cell: (row) => <YearlyCell of={row} onOpen={onOpen} />,
    sort: ({ days }) => days?.yearly.weight,
    downFirst: true,
  },
  {
    id: 'findings',
    label: 'portfolio.column.findings',
    width: 140,
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
    width: 62,
    align: 'end',
    usual: true,
    cell: (row) => <DraftsCell of={row} onOpen={onOpen} />,
    sort: ({ drafts }) => drafts,
    downFirst: true,
  },
  {
    id: 'seen',
    label: 'portfolio.column.seen',
    width: 104,
    align: 'end',
    usual: true,
    cell: (row) => <SeenCell of={row} now={now} />,
    sort: ({ worth }) => worth?.seenAt,
  },
  {
    id: 'sync',
    label: 'portfolio.column.sync',
    width: 116,
    align: 'end',
    usual: true,
    cell: (row) => <SyncCell of={row} now={now} onOpen={onOpen} />,
    sort: ({ waiting }) => waiting && waiting.refused * 1e6 + waiting.queued,
    downFirst: true,
  },
]

export const usualView = (columns: Column<ClientRow>[]): ListView => ({
  columns: columns.flatMap(({ id, usual }) => (usual ? [id] : [])),
  order: { by: 'cancel-by', down: false },
  group: null,
  filters: [],
})
