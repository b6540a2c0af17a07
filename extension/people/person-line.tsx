import { ChevronDown } from 'lucide'
import { useState } from 'preact/hooks'
import type { PersonRow } from '../../shared/inventory/people/rows.ts'
import { formatCount, formatDay } from '../ui/format.ts'
import { Icon } from '../ui/icon.tsx'
import { t } from '../ui/language.ts'
import { CostWords } from './cost-words.tsx'
import type { Known } from './people.ts'
import { PersonBadges } from './person-badges.tsx'
import { SeatTable } from './seat-table.tsx'

const named = 3

/** One person: who, with what, since when not, at what cost; opened, each of their products. */
export function PersonLine({ known, row }: { known: Known; row: PersonRow }) {
  const [open, setOpen] = useState(false)
  const { called = t('people.somebody'), view, lastActiveOn } = row
  const [address] = view.emails
  return (
    <li class={open ? 'open' : ''}>
      <div class="row person-line">
        <span class="who">
          <button
            type="button"
            class="disclose"
            aria-expanded={open}
            aria-label={t('people.productsOf', called)}
            onClick={() => setOpen(!open)}
          >
            <Icon of={ChevronDown} />
          </button>
          <span class="who-text">
            <span class="cut">
              <a href={`#people/${row.id}`}>{called}</a>
            </span>
            {known.people.mode === 'full' && address !== undefined && address !== called && (
              <span class="cut faint">{address}</span>
            )}
          </span>
          <PersonBadges row={row} />
        </span>
        <Products row={row} />
        <span class="number">
          {lastActiveOn === undefined ? (
            <span class="not-shown">{t('common.notShown')}</span>
          ) : (
            <time dateTime={lastActiveOn}>{formatDay(lastActiveOn)}</time>
          )}
        </span>
        <CostWords of={row.cost} held={row.held} />
      </div>
      {open && <SeatTable known={known} row={row} />}
    </li>
  )
}

/** The first products by name, and how many more. */
function Products({ row: { seats, held } }: { row: PersonRow }) {
  const names = [...new Set(seats.flatMap((seat) => (seat.held && seat.product ? [seat.product.name] : [])))].sort()
  if (names.length === 0) return <span class="faint">{t('people.accountOnly')}</span>
  return (
    <span class="person-products">
      <span class="number count">{formatCount(held)}</span>
      <span class="cut">{names.slice(0, named).join(', ')}</span>
      {names.length > named && <span class="faint">+{formatCount(names.length - named)}</span>}
    </span>
  )
}
