import { ArrowDown, ArrowUp } from 'lucide'
import { Icon } from '../icon.tsx'
import { t } from '../language.ts'
import type { Column } from './column.ts'
import type { Standing } from './use-view.ts'

type Props<R> = { columns: readonly Column<R>[]; standing: Standing }

/** What each column is; a press sorts by it, another turns the order round. */
export function ColumnHeads<R>({ columns, standing }: Props<R>) {
  const { view } = standing
  const sortBy = ({ id, downFirst = false }: Column<R>) => {
    const down = view.order.by === id ? !view.order.down : downFirst
    standing.change({ view: { ...view, order: { by: id, down } } })
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: see the list
    <div class="list-heads" role="rowgroup">
      {/* biome-ignore lint/a11y/useSemanticElements: see the list */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: its buttons are */}
      <div class="list-row heads" role="row" aria-rowindex={1}>
        {columns.map((column) => {
          const sorts = view.order.by === column.id
          const sort = !sorts ? 'none' : view.order.down ? 'descending' : 'ascending'
          return (
            // biome-ignore lint/a11y/useSemanticElements: see the list
            // biome-ignore lint/a11y/useFocusableInteractive: as above
            <div
              key={column.id}
              role="columnheader"
              aria-sort={column.sort ? sort : undefined}
              class={`list-cell at-${column.align ?? 'start'} ${column.yields ? 'gives-way' : ''}`}
            >
              {column.sort ? (
                <button type="button" class="list-sort" onClick={() => sortBy(column)}>
                  {t(column.label)}
                  <Icon of={view.order.down ? ArrowDown : ArrowUp} class={sorts ? '' : 'idle'} />
                </button>
              ) : (
                t(column.label)
              )}
            </div>
          )
        })}
      </div>
    </div>
  )
}
