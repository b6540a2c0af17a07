import type { ComponentChildren } from 'preact'
import { useMemo, useRef } from 'preact/hooks'
import type { ListView } from '../../settings/list-view.ts'
import type { Column, ListRow } from './column.ts'
import { ColumnHeads } from './column-heads.tsx'
import { HeadRow } from './head-row.tsx'
import { moveInRows } from './move-in-rows.ts'
import { tracks, yields } from './tracks.ts'
import type { Standing } from './use-view.ts'
import { type Placed, VirtualRows } from './virtual-rows.tsx'

export type ListProps<R> = {
  label: string
  columns: readonly Column<R>[]
  rows: readonly ListRow<R>[]
  standing: Standing
  /** What stands at the end of a group's head, such as its sum. */
  sumOf: (rows: R[]) => ComponentChildren
  countOf: (rows: R[]) => string
}

/** A table of any length: heads that sort, groups that open and close, rows that are painted as they come in sight. */
export function List<R>({ label, columns, rows, standing, sumOf, countOf }: ListProps<R>) {
  const scroller = useRef<HTMLDivElement>(null)
  const shown = useMemo(() => shownColumns(columns, standing.view), [columns, standing.view])
  const heads = useMemo(() => headsOf(rows), [rows])
  const group = standing.view.group
  const toggle = (key: string) => {
    const closed = new Set(standing.closed)
    if (!closed.delete(key)) closed.add(key)
    standing.change({ closed })
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows that are not in sight are not there, which a table element cannot say
    <div
      ref={scroller}
      class={`list ${yields(shown) ? 'yields' : ''}`}
      role="table"
      aria-label={label}
      aria-rowcount={rows.length + 1}
      style={tracks(shown)}
      onKeyDown={(event) => moveInRows(event, rows.length)}
    >
      <ColumnHeads columns={shown} standing={standing} />
      <VirtualRows
        count={rows.length}
        sizeOf={(at) => (rows[at]?.is === 'head' ? 34 : 51)}
        keyOf={(at) => rows[at]?.key ?? ''}
        kindOf={(at) => rows[at]?.is ?? ''}
        headOf={(at) => heads[at]}
        scroller={scroller}
      >
        {(at, { key, ...placed }) => {
          const row = rows[at]
          if (row?.is === 'head') {
            const closed = standing.closed.has(row.key)
            const told = { countOf, sumOf, span: shown.length }
            return <HeadRow key={key} of={row} closed={closed} onToggle={toggle} placed={placed} {...told} />
          }
          return <Row key={key} of={row} columns={shown} group={group} placed={placed} />
        }}
      </VirtualRows>
    </div>
  )
}

type RowProps<R> = {
  of: Extract<ListRow<R>, { is: 'row' }> | undefined
  columns: readonly Column<R>[]
  group: string | null
  placed: Omit<Placed, 'key'>
}

function Row<R>({ of, columns, group, placed: { ref, ...placed } }: RowProps<R>) {
  // The same cells while it only moves: then nothing in them is looked at again.
  const cells = useMemo(
    () =>
      of &&
      columns.map(({ id, cell, align = 'start', yields }) => (
        // biome-ignore lint/a11y/useSemanticElements: see the list
        <div key={id} role="cell" class={`list-cell of-${id} at-${align} ${yields ? 'gives-way' : ''}`}>
          {cell(of.row, { group, level: of.level })}
        </div>
      )),
    [of?.row, of?.level, columns, group],
  )
  if (!of) return <div />
  return (
    // biome-ignore lint/a11y/useSemanticElements: see the list
    // biome-ignore lint/a11y/useFocusableInteractive: what can be done with a row is a link or a button in it
    <div ref={ref} class={`list-row level-${of.level}`} role="row" {...placed}>
      {cells}
    </div>
  )
}

/** In the order of the list, whatever the order they were chosen in; the first is always there. */
export const shownColumns = <R,>(columns: readonly Column<R>[], { columns: chosen }: Pick<ListView, 'columns'>) =>
  columns.filter(({ id }, at) => at === 0 || chosen.includes(id))

/** For each row the head it stands under, by place. */
function headsOf<R>(rows: readonly ListRow<R>[]): (number | undefined)[] {
  let head: number | undefined
  return rows.map((row, at) => {
    if (row.is === 'head' && row.level === 1) head = at
    return head
  })
}
