import { X } from 'lucide'
import { useMemo } from 'preact/hooks'
import { Rates } from '../../shared/inventory/money/rates.ts'
import type { Day } from '../../shared/model/day.ts'
import type { Database } from '../db/database.ts'
import { DownloadMenu } from '../export/download-menu.tsx'
import { Icon } from '../ui/icon.tsx'
import { t } from '../ui/language.ts'
import { fitting, opened } from '../ui/list/arrange.ts'
import { ChosenFilters } from '../ui/list/chosen-filters.tsx'
import type { ListRow } from '../ui/list/column.ts'
import { List, shownColumns } from '../ui/list/list.tsx'
import { ListTools } from '../ui/list/list-tools.tsx'
import { useView } from '../ui/list/use-view.ts'
import { ViewMenu } from '../ui/list/view-menu.tsx'
import { totalParts } from '../ui/total-parts.ts'
import { arranged, found, type Sum, sumOf } from './arranged.ts'
import type { Entry } from './entries.ts'
import { entryColumns, usualView } from './entry-columns.tsx'
import { entryFile } from './entry-file.ts'
import { entryFilters } from './entry-filters.ts'
import type { EntriesNow } from './use-entries.ts'

type Props = { db: Database; name: string; now: EntriesNow; today: Day }

/** All subscriptions of a client: found by typing, narrowed, grouped and sorted as a person likes to see them. */
export function EntryList({ db, name, now, today }: Props) {
  const { entries, currency, late, retry } = now
  const rates = useMemo(() => new Rates(now.rates), [now.rates])
  const columns = useMemo(() => entryColumns(today, currency), [today, currency])
  const filters = useMemo(() => entryFilters(entries, today), [entries, today])
  const usual = useMemo(() => usualView(columns), [columns])
  const standing = useView('inventory', usual)
  const { view, search, closed } = standing
  const hits = useMemo(
    () => fitting(found(entries, search), filters, view.filters),
    [entries, search, filters, view.filters],
  )
  const rows = useMemo(() => arranged(hits, columns, view), [hits, columns, view])
  const money = { currency, rates, today }
  const sum = useMemo(() => sumOf(hits, money), [hits, rates, currency])
  if (entries.length === 0) return <Empty />
  return (
    <>
      <header class="entries-head">
        <h1>{t('areas.inventory')}</h1>
        <p class="count faint" role="status">
          {shownOf(hits.length, entries.length)}
          {late && ` · ${t(`inventory.late.${late}`)}`}
        </p>
        {late === 'failed' && (
          <button type="button" class="button quiet" onClick={retry}>
            {t('common.tryAgain')}
          </button>
        )}
        <YearSum of={sum} />
      </header>
      <ListTools search={t('inventory.search')} columns={columns} filters={filters} standing={standing}>
        <ViewMenu db={db} list="inventory" usual={usual} standing={standing} />
        <DownloadMenu
          client={name}
          today={today}
          disabled={late !== undefined}
          list={() => entryFile(t('areas.inventory'), rowsIn(rows), shownColumns(columns, view))}
        />
      </ListTools>
      <ChosenFilters filters={filters} standing={standing} />
      {hits.length === 0 ? (
        <NoHit search={search} onClear={() => standing.change({ search: '', view: { ...view, filters: [] } })} />
      ) : (
        <List
          label={t('areas.inventory')}
          columns={columns}
          rows={opened(rows, closed)}
          standing={standing}
          countOf={({ length }) => t('inventory.subscriptions', length)}
          sumOf={(of) => <YearSum of={sumOf(of, money)} />}
        />
      )}
    </>
  )
}

const rowsIn = (rows: ListRow<Entry>[]) => rows.flatMap((row) => (row.is === 'row' ? [row.row] : []))

const shownOf = (shown: number, total: number) =>
  shown === total ? t('inventory.subscriptions', total) : t('inventory.someOf', total, shown)

/** A sum names what it is without: what has no price, and what has no rate. */
function YearSum({ of: { total, unpriced } }: { of: Sum }) {
  const { text, without } = totalParts(total, unpriced)
  if (text === '') return null
  return (
    <span class="number">
      {text} <span class="faint">{without > 0 ? t('inventory.yearlyWithout', without) : t('common.yearly')}</span>
    </span>
  )
}

function NoHit({ search, onClear }: { search: string; onClear: () => void }) {
  return (
    <div class="state">
      <p>{search === '' ? t('inventory.noFit') : t('inventory.noHit', search)}</p>
      <button type="button" class="button" onClick={onClear}>
        <Icon of={X} /> {t('inventory.clear')}
      </button>
    </div>
  )
}

function Empty() {
  return (
    <div class="state">
      <h1>{t('inventory.emptyTitle')}</h1>
      <p>{t('inventory.empty')}</p>
      <a class="button main" href="#import">
        {t('common.importFile')}
      </a>
    </div>
  )
}
