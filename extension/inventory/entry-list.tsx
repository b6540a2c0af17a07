import { X } from 'lucide'
import { useMemo, useState } from 'preact/hooks'
import type { Day } from '../../shared/model/day.ts'
import type { Whole } from '../records/whole.ts'
import { Icon } from '../ui/icon.tsx'
import { t } from '../ui/language.ts'
import { More } from '../ui/more.tsx'
import { SearchField } from '../ui/search-field.tsx'
import { arranged, found, type Order, orders, type Row, sumOf } from './arranged.ts'
import { entriesOf } from './entries.ts'
import { EntryRow, ProductHead, VendorHead, YearSum } from './entry-row.tsx'
import { shownOf } from './words.ts'

const page = 60

/** All subscriptions of a client: found by typing, in one of three orders, painted a page at a time. */
export function EntryList({ whole, today }: { whole: Whole; today: Day }) {
  const [search, setSearch] = useState('')
  const [order, setOrder] = useState<Order>('name')
  const [limit, setLimit] = useState(page)
  const entries = useMemo(() => entriesOf(whole, today), [whole, today])
  const money = { currency: whole.client.currency, rates: whole.rates, today }
  const hits = useMemo(() => found(entries, search), [entries, search])
  const rows = useMemo(() => arranged(hits, order, money), [hits, order])
  const sum = useMemo(() => sumOf(hits, money), [hits])
  const change = (act: () => void) => {
    act()
    setLimit(page)
  }
  if (entries.length === 0) return <Empty />
  return (
    <>
      <header class="entries-head">
        <h1>{t('areas.inventory')}</h1>
        <p class="count faint" role="status">
          {shownOf(hits.length, entries.length)}
        </p>
        <YearSum of={sum} />
      </header>
      <div class="entries-tools">
        <SearchField label={t('inventory.search')} value={search} onInput={(text) => change(() => setSearch(text))} />
        <OrderChoice order={order} onChoose={(next) => change(() => setOrder(next))} />
      </div>
      <div class="entries">
        {hits.length === 0 && (
          <div class="state">
            <p>{t('inventory.noHit', search)}</p>
            <button type="button" class="button" onClick={() => change(() => setSearch(''))}>
              <Icon of={X} /> {t('inventory.clearSearch')}
            </button>
          </div>
        )}
        <ul>
          {rows.slice(0, limit).map((row) => (
            <AnyRow key={row.key} row={row} today={today} />
          ))}
        </ul>
        {limit < rows.length && <More key={limit} onSeen={() => setLimit(limit + page)} />}
      </div>
    </>
  )
}

function AnyRow({ row, today }: { row: Row; today: Day }) {
  if (row.is === 'vendor') return <VendorHead of={row} />
  if (row.is === 'product') return <ProductHead of={row} />
  return <EntryRow of={row.entry} under={row.under} today={today} />
}

function OrderChoice({ order, onChoose }: { order: Order; onChoose: (order: Order) => void }) {
  return (
    <fieldset class="order">
      <legend class="faint">{t('inventory.order')}</legend>
      {orders.map((each) => (
        <label key={each} class={each === order ? 'chosen' : ''}>
          <input type="radio" name="order" checked={each === order} onChange={() => onChoose(each)} />
          {t(`inventory.orders.${each}`)}
        </label>
      ))}
    </fieldset>
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
