import { FileUp, Lightbulb, X } from 'lucide'
import { useEffect, useState } from 'preact/hooks'
import type { Day } from '../../shared/model/day.ts'
import type { Uuid } from '../../shared/model/id.ts'
import type { Database } from '../db/database.ts'
import { Icon } from '../ui/icon.tsx'
import { t } from '../ui/language.ts'
import { More } from '../ui/more.tsx'
import { SearchField } from '../ui/search-field.tsx'
import { Watched } from '../ui/state.tsx'
import { useLive } from '../ui/use-live.ts'
import { evidenceFrom } from './evidence.ts'
import { firstRows, type Listed, listedOf } from './first-page.ts'
import { SubscriptionRow } from './subscription-row.tsx'
import { shownOf } from './words.ts'

type Props = { db: Database; client: Uuid; today: Day; first: Listed | undefined; onListed: () => void }

/** The client's subscriptions, a page at a time, so that ten thousand open as fast as ten. */
export function SubscriptionList({ db, client, today, first, onListed }: Props) {
  const [search, setSearch] = useState('')
  const [limit, setLimit] = useState(firstRows)
  const live = useLive(() => listedOf(db, client, { search, limit }), [db, client, search, limit], first)
  const isThere = live.state !== 'loading'
  useEffect(() => {
    if (isThere) onListed()
  }, [isThere])
  const find = (text: string) => {
    setSearch(text)
    setLimit(firstRows)
  }
  const evidence = evidenceFrom(db, client)
  const searching = search.trim() !== ''
  return (
    <section class="inventory" aria-label={t('areas.inventory')}>
      <SearchBar search={search} onSearch={find} />
      <Watched of={live} rows={5}>
        {({ shown, total, around }) => (
          <>
            {total === 0 &&
              (searching ? (
                <NoHit search={search} onClear={() => find('')} />
              ) : (
                <p class="state soft">
                  {t('inventory.emptyTitle')}. {t('inventory.empty')}
                </p>
              ))}
            <ul class="subscriptions">
              {shown.map((one) => (
                <SubscriptionRow key={one.id} of={one} around={around(one.id)} today={today} evidence={evidence} />
              ))}
            </ul>
            {total !== undefined && total > 0 && (
              <p class="count faint" role="status">
                {shownOf(shown.length, total)}
              </p>
            )}
            {total !== undefined && shown.length === limit && shown.length < total && (
              <More key={limit} onSeen={() => setLimit(limit + firstRows)} />
            )}
          </>
        )}
      </Watched>
    </section>
  )
}

function SearchBar({ search, onSearch }: { search: string; onSearch: (text: string) => void }) {
  return (
    <div class="inventory-search">
      <SearchField label={t('inventory.search')} value={search} onInput={onSearch} />
      <a
        class="button quiet square"
        href="/app.html#findings"
        target="_blank"
        rel="noreferrer"
        title={t('inventory.findings')}
      >
        <Icon of={Lightbulb} />
        <span class="aside">{t('inventory.findings')}</span>
      </a>
      <a
        class="button quiet square"
        href="/app.html#import"
        target="_blank"
        rel="noreferrer"
        title={t('common.importFile')}
      >
        <Icon of={FileUp} />
        <span class="aside">{t('common.importFile')}</span>
      </a>
    </div>
  )
}

function NoHit({ search, onClear }: { search: string; onClear: () => void }) {
  return (
    <div class="state">
      <p>{t('inventory.noHit', search)}</p>
      <button type="button" class="button" onClick={onClear}>
        <Icon of={X} /> {t('inventory.clearSearch')}
      </button>
    </div>
  )
}
