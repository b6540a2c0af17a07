import { X } from 'lucide'
import { Icon } from '../icon.tsx'
import { t } from '../language.ts'
import type { Filter } from './column.ts'
import type { Standing } from './use-view.ts'

/** What narrows the list now, each to be taken away where it stands. */
export function ChosenFilters<R>({ filters, standing }: { filters: readonly Filter<R>[]; standing: Standing }) {
  const { view } = standing
  const chosen = filters.filter(({ id }) => view.filters.includes(id))
  if (chosen.length === 0) return null
  const keep = (ids: string[]) => standing.change({ view: { ...view, filters: ids } })
  return (
    <ul class="chosen-filters" aria-label={t('list.chosenFilters')}>
      {chosen.map(({ id, group, label }) => (
        <li key={id}>
          <button type="button" class="chip" onClick={() => keep(view.filters.filter((each) => each !== id))}>
            <span class="faint">{t(group)}</span> {label} <Icon of={X} />
            <span class="aside">{t('common.remove')}</span>
          </button>
        </li>
      ))}
      {chosen.length > 1 && (
        <li>
          <button type="button" class="button link" onClick={() => keep([])}>
            {t('list.clearFilters')}
          </button>
        </li>
      )}
    </ul>
  )
}
