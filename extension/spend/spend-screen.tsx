import { Plus } from 'lucide'
import { useMemo, useState } from 'preact/hooks'
import { pricedOf } from '../../shared/inventory/money/priced.ts'
import { forecastOf } from '../../shared/inventory/spend/forecast.ts'
import type { SpendView } from '../../shared/inventory/spend/look-back.ts'
import { unlike } from '../../shared/inventory/spend/paid.ts'
import { type Month, monthOf } from '../../shared/inventory/spend/split.ts'
import type { Day } from '../../shared/model/day.ts'
import type { Uuid } from '../../shared/model/id.ts'
import type { Database } from '../db/database.ts'
import { followedWhole } from '../records/followed-whole.ts'
import type { Whole } from '../records/whole.ts'
import { formatCount } from '../ui/format.ts'
import { Icon } from '../ui/icon.tsx'
import { t } from '../ui/language.ts'
import { NoClient } from '../ui/no-client.tsx'
import { Watched } from '../ui/state.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { useLive } from '../ui/use-live.ts'
import { pickables } from './called.ts'
import { Choices } from './choices.tsx'
import { Lines } from './lines.tsx'
import { type By, convertLines, lookBack, reportingCurrency, type Year, yearsOf } from './look.ts'
import { Overview } from './overview.tsx'
import { questionsOf } from './questions.ts'
import { Settle } from './settle.tsx'
import { everyLine, type LineFilter } from './shown.ts'
import { useLineActs } from './use-line-acts.tsx'
import { useLineSource } from './use-line-source.ts'

type Props = { db: Database; active: { id: Uuid; name: string } | null; today: Day; of: Uuid | undefined }

/** What the active client paid and will pay, what each line of it is for, and what does not fit yet. */
export function SpendScreen({ db, active, today, of }: Props) {
  if (!active) return <NoClient>{t('spend.noClient')}</NoClient>
  return <OfClient key={`${active.id} ${of}`} db={db} client={active.id} today={today} of={of} />
}

type ClientProps = { db: Database; client: Uuid; today: Day; of: Uuid | undefined }

function OfClient(props: ClientProps) {
  const live = useLive(() => followedWhole(props.db, props.client, props.today), [props.client, props.today])
  return (
    <Watched of={live} rows={10}>
      {(whole) => <OfWhole {...props} whole={whole} />}
    </Watched>
  )
}

type Tab = 'overview' | 'lines' | 'settle'

function OfWhole({ db, client, today, of, whole }: ClientProps & { whole: Whole }) {
  const { inventory, client: about, names, rates } = whole
  const { paid, beliefs } = inventory
  const [tab, setTab] = useState<Tab>(of === undefined ? 'overview' : 'lines')
  const [filter, setFilter] = useState<LineFilter>(of === undefined ? everyLine : { ...everyLine, subscription: of })
  const [view, setView] = useState<SpendView>('cash')
  const [by, setBy] = useState<By>('vendor')
  const years = yearsOf(paid, { today, fiscalYearStart: about.fiscalYearStart, latest: t('spend.latest') })
  const [said, setSaid] = useState<string | null>(null)
  const year = years.find(({ label }) => label === said) ?? years[0]
  const currency = reportingCurrency(paid, about.currency)
  const wish = { currency, rates }
  const all = useMemo(() => pickables(inventory, names), [whole])
  const look = useMemo(() => lookBack(paid, { ...wish, view, by, ...year }), [whole, view, by, year.first])
  const forecast = useMemo(() => {
    const entitlements = inventory.entitlements.map(({ entitlement }) => entitlement)
    const facts = { subscriptions: pricedOf(entitlements), lots: beliefs.lot, decisions: beliefs.decision }
    return forecastOf(facts, { ...wish, today, first: monthOf(today) })
  }, [whole])
  const questions = useMemo(() => questionsOf(paid.matches), [whole])
  const { differences, unlisted } = useMemo(() => unlike(paid, beliefs), [whole])
  const nameOf = (vendor: string) => (vendor === '' ? t('spend.noVendor') : names.vendor(vendor).name)
  const { acts, add, addMissing, billOf, dialog } = useLineActs({ db, client, whole, all, currency })
  const source = useLineSource(db, client, whole)
  const open = questions.length + unlisted.length + differences.length + paid.gaps.length
  const show = (next: Partial<LineFilter>) => {
    setFilter({ ...everyLine, ...next })
    setTab('lines')
  }
  const tabs = [
    { id: 'overview', name: t('spend.tabs.overview') },
    { id: 'lines', name: `${t('spend.tabs.lines')} ${formatCount(paid.matches.length)}` },
    { id: 'settle', name: `${t('spend.tabs.settle')} ${formatCount(open)}` },
  ] as const
  const isEmpty = paid.matches.length === 0 && paid.notSpend.length === 0 && forecast.bills.length === 0
  return (
    <>
      <header class="area-head spend-head">
        <h1>{t('areas.spend')}</h1>
        {!isEmpty && tab === 'overview' && (
          <>
            <Years years={years} year={year} onYear={(label) => setSaid(label)} />
            <Choices
              label={t('spend.view')}
              choices={{ cash: t('spend.views.cash'), spread: t('spend.views.spread') }}
              value={view}
              onPick={setView}
            />
            <Choices
              label={t('spend.by')}
              choices={{ vendor: t('spend.bys.vendor'), category: t('spend.bys.category') }}
              value={by}
              onPick={setBy}
            />
          </>
        )}
        <span class="grow" />
        <button type="button" class="button" onClick={add}>
          <Icon of={Plus} /> {t('spend.add')}
        </button>
      </header>
      {isEmpty ? (
        <div class="state">
          <h2>{t('spend.emptyTitle')}</h2>
          <p>{t('spend.empty')}</p>
          <a class="button main" href="#import">
            {t('common.importFile')}
          </a>
        </div>
      ) : (
        <Tabs label={t('spend.tabList')} tabs={tabs} selected={tab} onSelect={setTab}>
          {tab === 'overview' && (
            <Overview
              look={look}
              forecast={forecast}
              view={view}
              by={by}
              currency={currency}
              budget={about.budget}
              nameOf={nameOf}
              notSpend={paid.notSpend.map(({ why }) => why)}
              onMonth={(month: Month) => show({ within: month })}
            />
          )}
          {tab === 'lines' && (
            <Lines
              matches={paid.matches}
              whose={{ client: about.name, today }}
              filter={filter}
              onFilter={setFilter}
              all={all}
              vendorName={({ vendors }) => nameOf(vendors[0] ?? '')}
              convert={convertLines(rates, currency, today)}
              currency={currency}
              {...source}
              acts={acts}
            />
          )}
          {tab === 'settle' && (
            <Settle
              questions={questions}
              unlisted={unlisted}
              differences={differences}
              gaps={paid.gaps}
              all={all}
              vendorName={nameOf}
              billOf={billOf}
              acts={acts}
              onVendor={(vendor) => show({ vendor })}
              onMissing={addMissing}
            />
          )}
        </Tabs>
      )}
      {dialog}
    </>
  )
}

type YearsProps = { years: Year[]; year: Year; onYear: (label: string) => void }

const Years = ({ years, year, onYear }: YearsProps) => (
  <label>
    <span class="aside">{t('spend.year')}</span>
    <select class="field-input compact" value={year.label} onChange={(event) => onYear(event.currentTarget.value)}>
      {years.map(({ label }) => (
        <option key={label} value={label}>
          {label}
        </option>
      ))}
    </select>
  </label>
)
