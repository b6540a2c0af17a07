import { useEffect, useRef, useState } from 'preact/hooks'
import { formatCount } from '../ui/format.ts'
import { t } from '../ui/language.ts'
import { type RowVerdict, type Sum, sumOf, type VerdictKind } from './dry-run.ts'
import type { Mapping } from './mapping.ts'
import type { SheetReading } from './sheet.ts'
import { VerdictRow } from './verdict-row.tsx'

type Filter = VerdictKind | 'faulty' | 'all'
const perPage = 100
const filters: Filter[] = ['all', 'new', 'changed', 'same', 'question', 'aside', 'faulty']

type Props = { verdicts: RowVerdict[]; reading: SheetReading; mapping: Mapping }

/** All rows by verdict, a page at a time: twenty thousand rows are as quick as twenty. */
export function DryRunList({ verdicts, reading, mapping }: Props) {
  const [filter, setFilter] = useState<Filter>('all')
  const [page, setPage] = useState(0)
  const sum = sumOf(verdicts)
  const shown = verdicts.filter((verdict) => isShown(verdict, filter))
  const last = Math.max(0, Math.ceil(shown.length / perPage) - 1)
  const at = Math.min(page, last)
  const top = useRef<HTMLElement>(null)
  useEffect(() => top.current?.scrollTo({ top: 0 }), [at, filter])
  const choose = (next: Filter) => {
    setFilter(next)
    setPage(0)
  }
  return (
    <>
      <div class="verdict-bar">
        <fieldset class="filters">
          <legend class="aside">{t('import.dryRun')}</legend>
          {filters.map((one) => (
            <Chip key={one} of={one} count={countOf(one, sum, verdicts.length)} on={one === filter} onPick={choose} />
          ))}
        </fieldset>
        <Pager at={at} last={last} all={shown.length} onPage={setPage} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard */}
      <section class="verdicts" ref={top} tabIndex={0} aria-label={t('import.list')}>
        <table>
          <thead>
            <tr>
              <th class="number">{t('import.headRow')}</th>
              <th>{t('import.headVerdict')}</th>
              <th>{t('import.headWhat')}</th>
              <th>{t('import.headChange')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.slice(at * perPage, (at + 1) * perPage).map((verdict) => (
              <VerdictRow key={verdict.row} verdict={verdict} mapping={mapping} raw={rawOf(reading, verdict.row)} />
            ))}
          </tbody>
        </table>
        {shown.length === 0 && <p class="faint none">{t('import.noneOf')}</p>}
      </section>
    </>
  )
}

const isShown = ({ kind, faults }: RowVerdict, filter: Filter): boolean =>
  filter === 'all' || (filter === 'faulty' ? faults.length > 0 : kind === filter)

const countOf = (filter: Filter, sum: Sum, all: number): number => (filter === 'all' ? all : sum[filter])

function Chip({ of, count, on, onPick }: { of: Filter; count: number; on: boolean; onPick: (filter: Filter) => void }) {
  // Unread values are rare, and then they matter; the verdicts always stand in the same place.
  if (of === 'faulty' && count === 0) return null
  return (
    <button
      type="button"
      class="chip"
      data-kind={count === 0 ? 'none' : of}
      aria-pressed={on}
      onClick={() => onPick(on ? 'all' : of)}
    >
      {t(`import.verdicts.${of}`)} <span class="count">{formatCount(count)}</span>
    </button>
  )
}

function Pager({ at, last, all, onPage }: { at: number; last: number; all: number; onPage: (page: number) => void }) {
  if (last === 0) return null
  return (
    <span class="pager">
      <button type="button" class="button quiet" disabled={at === 0} onClick={() => onPage(at - 1)}>
        {t('import.earlier')}
      </button>
      <span class="faint">{t('import.page', at * perPage + 1, Math.min(all, (at + 1) * perPage), all)}</span>
      <button type="button" class="button quiet" disabled={at === last} onClick={() => onPage(at + 1)}>
        {t('import.later')}
      </button>
    </span>
  )
}

/** The row as it stands, for those that became nothing. */
const rawOf = ({ table, header }: SheetReading, row: number): string =>
  (table.rows[row - header.at - 2]?.cells ?? [])
    .flatMap((cell) => (cell ? [String(cell.value)] : []))
    .join(' · ')
    .slice(0, 120)
