import { UserPlus } from 'lucide'
import { useMemo, useState } from 'preact/hooks'
import { folded } from '../../shared/inventory/names.ts'
import {
  inOrderOf,
  isIn,
  type PeopleFilter,
  type PeopleOrder,
  type PersonRow,
  peopleFilters,
  peopleOrders,
} from '../../shared/inventory/people/rows.ts'
import { DownloadMenu } from '../export/download-menu.tsx'
import { formatCount } from '../ui/format.ts'
import { Icon } from '../ui/icon.tsx'
import { part, t } from '../ui/language.ts'
import { More } from '../ui/more.tsx'
import { SearchField } from '../ui/search-field.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { usePrinting } from '../ui/use-printing.ts'
import { type Known, type People, searchTexts, whoseOf } from './people.ts'
import { personFile } from './people-file.ts'
import { NobodyYet, PeopleHead } from './people-head.tsx'
import { PersonForm } from './person-form.tsx'
import { PersonLine } from './person-line.tsx'
import { ProductList } from './product-list.tsx'
import { shownOf } from './words.ts'

const page = 50

/** Everybody, or every product with who holds it; painted a page at a time. */
export function PeopleList(known: Known) {
  const { people } = known
  const [view, setView] = useState<'persons' | 'products'>('persons')
  const [adding, setAdding] = useState(false)
  const tabs = [
    { id: 'persons', name: t('people.view.persons', people.rows.length) },
    { id: 'products', name: t('people.view.products', people.products.length) },
  ] as const
  return (
    <div class="people">
      <PeopleHead people={people}>
        {people.mode === 'full' && (
          <button type="button" class="button" onClick={() => setAdding(true)}>
            <Icon of={UserPlus} /> {t('people.add')}
          </button>
        )}
      </PeopleHead>
      {people.rows.length === 0 ? (
        <NobodyYet />
      ) : (
        <Tabs label={t('people.view.label')} tabs={tabs} selected={view} onSelect={setView}>
          {view === 'persons' ? <Persons {...known} /> : <ProductList {...known} />}
        </Tabs>
      )}
      {adding && <PersonForm {...known} view={undefined} onClose={() => setAdding(false)} />}
    </div>
  )
}

function Persons(known: Known) {
  const { people } = known
  const [filter, setFilter] = useState<PeopleFilter>('all')
  const [order, setOrder] = useState<PeopleOrder>('name')
  const [search, setSearch] = useState('')
  const [limit, setLimit] = useState(page)
  const texts = useMemo(() => searchTexts(people), [people])
  const counts = useMemo(() => countsOf(people), [people])
  const sorted = useMemo(() => [...people.rows].sort(inOrderOf(order)), [people, order])
  const asked = folded(search).split(' ').filter(Boolean)
  const hits = sorted.filter(isIn(filter)).filter((row) => asked.every((word) => texts.get(row)?.includes(word)))
  const from = (act: () => void) => {
    act()
    setLimit(page)
  }
  const hint = people.mode === 'full' ? t('people.search') : t('people.searchMadeUp')
  return (
    <>
      <div class="people-bar">
        <SearchField label={hint} value={search} onInput={(text) => from(() => setSearch(text))} />
        <label class="people-order">
          <span class="faint">{t('people.order')}</span>
          <select
            class="field-input"
            value={order}
            onChange={(event) => from(() => setOrder(orderOf(event.currentTarget.value)))}
          >
            {peopleOrders.map((each) => (
              <option key={each} value={each}>
                {t(`people.orders.${each}`)}
              </option>
            ))}
          </select>
        </label>
        <span class="grow" />
        <DownloadMenu {...whoseOf(known)} list={() => personFile(people.mode, hits)} />
        <fieldset class="people-filters">
          <legend class="aside">{t('people.who')}</legend>
          {peopleFilters.map((each) => (
            <button
              key={each}
              type="button"
              class="chip"
              aria-pressed={each === filter}
              data-kind={counts[each] === 0 ? 'none' : 'some'}
              onClick={() => from(() => setFilter(each === filter ? 'all' : each))}
            >
              {t(`people.filter.${part(each)}`)} <span class="count">{formatCount(counts[each])}</span>
            </button>
          ))}
        </fieldset>
      </div>
      {hits.length === 0 ? (
        <NoHit
          onAll={() =>
            from(() => {
              setSearch('')
              setFilter('all')
            })
          }
        />
      ) : (
        <Lines known={known} hits={hits} limit={limit} onMore={() => setLimit(limit + page)} />
      )}
    </>
  )
}

const orderOf = (text: string): PeopleOrder => peopleOrders.find((each) => each === text) ?? 'name'

const countsOf = ({ rows }: People): Record<PeopleFilter, number> => {
  const count = (filter: PeopleFilter) => rows.filter(isIn(filter)).length
  return {
    all: rows.length,
    leavers: count('leavers'),
    inactive: count('inactive'),
    'not-a-person': count('not-a-person'),
    external: count('external'),
    nobodys: count('nobodys'),
  }
}

function NoHit({ onAll }: { onAll: () => void }) {
  return (
    <div class="state">
      <p>{t('people.noHit')}</p>
      <button type="button" class="button" onClick={onAll}>
        {t('people.showAll')}
      </button>
    </div>
  )
}

type LinesProps = { known: Known; hits: PersonRow[]; limit: number; onMore: () => void }

function Lines({ known, hits, limit, onMore }: LinesProps) {
  const shown = usePrinting() ? hits : hits.slice(0, limit)
  return (
    <>
      <div class="person-line people-columns faint" aria-hidden="true">
        <span>{t('people.column.name')}</span>
        <span>{t('people.column.products')}</span>
        <span class="number">{t('common.lastActive')}</span>
        <span class="number">{t('people.column.cost')}</span>
      </div>
      <ul>
        {shown.map((row) => (
          <PersonLine key={row.id} known={known} row={row} />
        ))}
      </ul>
      <p class="count faint" role="status">
        {shownOf(shown.length, hits.length)}
      </p>
      {shown.length < hits.length && <More key={limit} onSeen={onMore} />}
    </>
  )
}
