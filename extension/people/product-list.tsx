import { ChevronDown } from 'lucide'
import { useState } from 'preact/hooks'
import type { ProductOfPeople } from '../../shared/inventory/people/products.ts'
import { DownloadMenu } from '../export/download-menu.tsx'
import { formatCount, formatDay } from '../ui/format.ts'
import { Icon } from '../ui/icon.tsx'
import { t } from '../ui/language.ts'
import { More } from '../ui/more.tsx'
import { valueText } from '../ui/value-text.ts'
import { SeatCostWords } from './cost-words.tsx'
import { type Known, whoseOf } from './people.ts'
import { productFile } from './people-file.ts'
import { PersonBadges } from './person-badges.tsx'

/** Every product with how many hold it; opened, who. */
export function ProductList(known: Known) {
  const { people } = known
  return (
    <>
      <div class="people-bar">
        <span class="grow" />
        <DownloadMenu {...whoseOf(known)} list={() => productFile(people.products)} />
      </div>
      <div class="product-line people-columns faint" aria-hidden="true">
        <span>{t('people.column.products')}</span>
        <span class="number">{t('people.column.held')}</span>
        <span class="number">{t('people.column.inactive')}</span>
        <span class="number">{t('people.column.leavers')}</span>
        <span class="number">{t('people.column.seatCost')}</span>
      </div>
      <ul>
        {people.products.map((product) => (
          <ProductLine key={product.key} of={product} />
        ))}
      </ul>
    </>
  )
}

function ProductLine({ of }: { of: ProductOfPeople }) {
  const [open, setOpen] = useState(false)
  const { product, vendor, held, inactive, leavers, cost } = of
  const name = product ?? `${t('people.consoleAccounts')}, ${vendor}`
  return (
    <li class={open ? 'open' : ''}>
      <div class="row product-line">
        <span class="who">
          <button
            type="button"
            class="disclose"
            aria-expanded={open}
            aria-label={t('people.peopleOf', name)}
            onClick={() => setOpen(!open)}
          >
            <Icon of={ChevronDown} />
          </button>
          <span class="cut">
            {product ?? t('people.consoleAccounts')} <span class="faint">{vendor}</span>
          </span>
        </span>
        <Count of={held} what={product === undefined ? t('people.accounts', held) : t('people.seats', held)} />
        <Count of={inactive} what={t('people.inactiveSeats', inactive)} tone={inactive > 0 ? 'tone-soon' : 'faint'} />
        <Count of={leavers} what={t('people.leaversWith', leavers)} tone={leavers > 0 ? 'tone-late' : 'faint'} />
        <span class="number">{product !== undefined && <SeatCostWords of={cost} />}</span>
      </div>
      {open && <Holders of={of} />}
    </li>
  )
}

const Count = ({ of, what, tone = '' }: { of: number; what: string; tone?: string }) => (
  <span class={`number ${tone}`}>
    <span aria-hidden="true">{formatCount(of)}</span>
    <span class="aside">{what}</span>
  </span>
)

const page = 50

function Holders({ of: { holders } }: { of: ProductOfPeople }) {
  const [limit, setLimit] = useState(page)
  const shown = holders.slice(0, limit)
  return (
    <ul class="holders">
      {shown.map(({ row, seat }) => {
        const { status, lastActiveOn } = seat.assignment.values
        return (
          <li key={seat.assignment.id} class="row holder-line">
            <span class="who">
              <a class="cut" href={`#people/${row.id}`}>
                {row.called}
              </a>
              <PersonBadges row={row} />
            </span>
            <span class="faint">
              {status === undefined ? t('common.notShown') : valueText('assignment', 'status', status)}
            </span>
            <span class={`number ${seat.inactive ? 'tone-soon' : ''}`}>
              {lastActiveOn === undefined ? (
                <span class="not-shown">{t('common.notShown')}</span>
              ) : (
                <time dateTime={lastActiveOn}>{formatDay(lastActiveOn)}</time>
              )}
            </span>
          </li>
        )
      })}
      {shown.length < holders.length && <More key={limit} onSeen={() => setLimit(limit + page)} />}
    </ul>
  )
}
