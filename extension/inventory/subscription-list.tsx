import { FileUp, Lightbulb, X } from 'lucide'
import { useState } from 'preact/hooks'
import type { Day } from '../../shared/model/day.ts'
import type { Uuid } from '../../shared/model/id.ts'
import type { Database } from '../db/database.ts'
import { aroundOf } from '../records/around.ts'
import { subscriptionsOf } from '../records/queries.ts'
import { Icon } from '../ui/icon.tsx'
import { t } from '../ui/language.ts'
import { More } from '../ui/more.tsx'
import { SearchField } from '../ui/search-field.tsx'
import { Watched } from '../ui/state.tsx'
import { useLive } from '../ui/use-live.ts'
import { evidenceFrom } from './evidence.ts'
import { SubscriptionRow } from './subscription-row.tsx'
import { shownOf } from './words.ts'

const page = 30

/** The client's subscriptions, a page at a time, so that ten thousand open as fast as ten. */
export function SubscriptionList({ db, client, today }: { db: Database; client: Uuid; today: Day }) {
  const [search, setSearch] = useState('')
  const [limit, setLimit] = useState(page)
  const live = useLive(async () => {
    const [found, around] = await Promise.all([subscriptionsOf(db, client, { search, limit }), aroundOf(db, client)])
    return { ...found, around }
  }, [db, client, search, limit])
  const find = (text: string) => {
    setSearch(text)
    setLimit(page)
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
                <p class="state soft">{t('inventory.empty')}</p>
              ))}
            <ul class="subscriptions">
              {shown.map((one) => (
                <SubscriptionRow key={one.id} of={one} around={around(one.id)} today={today} evidence={evidence} />
              ))}
            </ul>
            {total > 0 && (
              <p class="count faint" role="status">
                {shownOf(shown.length, total)}
              </p>
            )}
            {shown.length === limit && shown.length < total && (
              <More key={limit} onSeen={() => setLimit(limit + page)} />
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
