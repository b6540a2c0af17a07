import { type Column, columnsIn } from '../columns.ts'
import type { Draft, Facts, Row } from '../draft.ts'
import { cellOf } from '../draft.ts'
import { labelOf } from '../values/shape.ts'
import { statusOf, yesNoOf } from '../values/word.ts'
import { type Area, areaOf, controlOf } from './control-area.ts'

/**
 * A list of factors, or of policies of one area: together they are one control. Enabled where any row is; rows that are
 * all off say that it is off.
 */
export function policiesOf(facts: Facts): Draft[] {
  const { columns, table } = facts
  const stated = columnsIn(columns, 'active', 'status', 'disabled').filter(({ path }) => path.length === 0)
  const [state] = stated
  if (!state || table.rows.length > 40) return []
  const area = listArea(facts)
  if (!area) return []
  const rows = table.rows.map((row) => ({ row, cell: cellOf(row, state), on: isOn(row, state, facts.lang) }))
  const decisive = rows.find(({ on }) => on) ?? rows.find(({ on }) => on === false)
  if (!decisive?.cell) return []
  const detail = rows
    .flatMap(({ row, on }) => (on === undefined ? [] : `${nameOf(row, columns)} ${on ? 'on' : 'off'}`))
    .join(', ')
  return [controlOf({ area, state: decisive.on ? 'enabled' : 'disabled', cell: decisive.cell, detail })]
}

/** What the list is a list of ("factors", "authenticators"), else what all its rows' settings are about. */
function listArea({ topic, columns, table }: Facts): Area | undefined {
  const own = areaOf(topic.subjectConcepts)
  if (own && !topic.subjectConcepts.has('user')) return own
  const policies = topic.subjectConcepts.has('policy') || [...topic.around].some((word) => word === 'policy')
  if (!policies || table.rows.length > 12) return undefined
  const found = new Set(columns.flatMap(({ both, path }) => (path.length ? (areaOf(both) ?? []) : [])))
  const [only] = found
  return found.size === 1 ? only : undefined
}

const nameOf = (row: Row, columns: Column[]): string =>
  labelOf(
    columnsIn(columns, 'name', 'product', 'type')
      .map((column) => cellOf(row, column)?.value)
      .find(Boolean),
  ) ?? 'row'

export function isOn(row: Row, column: Column, lang: string): boolean | undefined {
  const value = cellOf(row, column)?.value
  if (typeof value === 'boolean') return column.role === 'disabled' ? !value : value
  const word = statusOf(value, ['enabled', 'disabled', 'active', 'inactive'], lang)
  return word === undefined ? yesNoOf(value, lang) : word === 'enabled' || word === 'active'
}
