import type { ListView } from '../../../extension/settings/list-view.ts'
import { Chart, domainOf } from '../../../extension/spend/chart.tsx'
import { opened, sorted, underHeads } from '../../../extension/ui/list/arrange.ts'
import { ChosenFilters } from '../../../extension/ui/list/chosen-filters.tsx'
import type { Column, Filter } from '../../../extension/ui/list/column.ts'
import { List } from '../../../extension/ui/list/list.tsx'
import { ListTools } from '../../../extension/ui/list/list-tools.tsx'
import { useView } from '../../../extension/ui/list/use-view.ts'
import { PositionBar } from '../../../extension/ui/position-bar.tsx'
import { As, Kind } from './piece.tsx'

type Row = { id: string; name: string; vendor: string; seats?: number; assigned?: number }
const rows: Row[] = [
  { id: '1', name: 'Microsoft 365 E5', vendor: 'Microsoft', seats: 25, assigned: 31 },
  { id: '2', name: 'Visio Plan 2', vendor: 'Microsoft', seats: 6, assigned: 2 },
  { id: '3', name: 'A name that is longer than its column, which ends in three dots', vendor: 'Slack', seats: 180 },
  { id: '4', name: 'Zoom Workplace Pro', vendor: 'Zoom' },
]
const columns: Column<Row>[] = [
  {
    id: 'name',
    label: 'list.viewName',
    width: 260,
    cell: ({ name }) => <span class="cut">{name}</span>,
    sort: ({ name }) => name,
  },
  {
    id: 'vendor',
    label: 'common.vendor',
    width: 160,
    cell: ({ vendor }) => vendor,
    group: ({ vendor }) => ({ key: vendor, name: vendor }),
  },
  {
    id: 'bar',
    label: 'common.assigned',
    width: 90,
    cell: ({ seats, assigned }) => <PositionBar of={{ purchased: seats, assigned }} />,
  },
  {
    id: 'seats',
    label: 'common.seats',
    width: 120,
    align: 'end',
    cell: ({ seats }) => seats ?? <span class="not-shown">not shown</span>,
    sort: ({ seats }) => seats,
  },
]
const filters: Filter<Row>[] = [{ id: 'over', group: 'common.seats', label: 'more than purchased', fits: () => true }]
const usual: ListView = {
  columns: ['vendor', 'bar', 'seats'],
  order: { by: 'name', down: false },
  group: 'vendor',
  filters: ['over'],
}

const headed = (view: ListView) => underHeads(sorted(rows, columns, view.order), columns, view, ({ id }) => id)

export function Lists() {
  const standing = useView('gallery', usual)
  return (
    <Kind name="List">
      <As is="tools, a chosen filter, sorted, grouped, what is not shown" wide>
        <ListTools search="Search" columns={columns} filters={filters} standing={standing} />
        <ChosenFilters filters={filters} standing={standing} />
        <div class="list-frame">
          <List
            label="Subscriptions"
            columns={columns}
            rows={opened(headed(standing.view), standing.closed)}
            standing={standing}
            sumOf={() => (
              <span class="number">
                €43,914.00 <span class="faint">a year</span>
              </span>
            )}
            countOf={({ length }) => `${length} subscriptions`}
          />
        </div>
      </As>
    </Kind>
  )
}

const months = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'].map((month) => `2026-${month}`)
const series = [
  { name: 'Microsoft', tone: 's1', byMonth: months.map((_, at) => BigInt(200_000 + 40_000 * at)) },
  { name: 'Slack', tone: 's2', byMonth: months.map((_, at) => (at === 4 ? 900_000n : 0n)) },
  { name: 'Credit', tone: 's3', byMonth: months.map((_, at) => (at === 7 ? -300_000n : 0n)) },
]

export const Charts = () => (
  <Kind name="Chart">
    <As is="stacked months, a credit, the budget" wide>
      <div class="spend-overview chart-frame">
        <Chart
          title="2026"
          {...{ months, series }}
          currency="EUR"
          domain={domainOf([series], 700_000)}
          budget={700_000}
        />
      </div>
    </As>
  </Kind>
)
