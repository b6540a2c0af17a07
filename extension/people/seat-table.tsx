import { isShownAsIs } from '../../shared/inventory/people/masked.ts'
import type { PersonRow } from '../../shared/inventory/people/rows.ts'
import type { SeatView } from '../../shared/inventory/people/seats.ts'
import type { Seen } from '../../shared/inventory/seen.ts'
import type { Day } from '../../shared/model/day.ts'
import { formatDay } from '../ui/format.ts'
import { t } from '../ui/language.ts'
import { useLive, valueOr } from '../ui/use-live.ts'
import { valueText } from '../ui/value-text.ts'
import { SeatCostWords } from './cost-words.tsx'
import type { Known } from './people.ts'
import { SeatSource } from './seat-source.tsx'
import { seenIn } from './seen.ts'

/** Every account and seat of somebody, with when a console first and last showed it. `whole`: with account and evidence. */
export function SeatTable({ known, row, whole = false }: { known: Known; row: PersonRow; whole?: boolean }) {
  const { db, client, people } = known
  const seats = [...row.seats].sort(byProduct)
  const ids = seats.map(({ assignment }) => assignment.id)
  const seen = valueOr(
    useLive(() => seenIn(db, client, ids), [client, ids.join()]),
    undefined,
  )
  const named = people.mode === 'full'
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard
    <section class="seat-scroll" tabIndex={0} aria-label={t('people.productsOf', row.called ?? t('people.somebody'))}>
      <table class="people-table">
        <thead>
          <tr>
            <th scope="col">{t('people.column.product')}</th>
            {whole && named && <th scope="col">{t('common.account')}</th>}
            <th scope="col">{t('common.status')}</th>
            {whole && <th scope="col">{t('people.column.role')}</th>}
            {whole && <th scope="col">{t('people.column.mfa')}</th>}
            <th scope="col" class="number">
              {t('common.lastActive')}
            </th>
            <th scope="col" class="number">
              {t('common.firstSeen')}
            </th>
            <th scope="col" class="number">
              {t('common.lastSeen')}
            </th>
            <th scope="col" class="number">
              {t('people.column.seatCost')}
            </th>
            {whole && <th scope="col">{t('people.column.source')}</th>}
          </tr>
        </thead>
        <tbody>
          {seats.map((seat) => (
            <SeatLine
              key={seat.assignment.id}
              known={known}
              seat={seat}
              seen={seen?.get(seat.assignment.id)}
              whole={whole}
            />
          ))}
        </tbody>
      </table>
    </section>
  )
}

const byProduct = (a: SeatView, b: SeatView): number =>
  (a.product?.name ?? '').localeCompare(b.product?.name ?? '') || a.vendor.name.localeCompare(b.vendor.name)

type LineProps = { known: Known; seat: SeatView; seen: Seen | undefined; whole: boolean }

function SeatLine({ known, seat, seen, whole }: LineProps) {
  const { assignment, product, vendor, held, inactive, cost } = seat
  const { status, lastActiveOn, role, mfa, email, accountId } = assignment.values
  const named = isShownAsIs('assignment', 'email', known.people.mode)
  return (
    <tr class={product !== undefined && !held ? 'gone' : ''}>
      <th scope="row">
        {product?.name ?? t('people.accountOnly')}{' '}
        {vendor.name !== product?.name && <span class="faint">{vendor.name}</span>}
      </th>
      {whole && named && <td class="account">{email ?? accountId ?? <NotShown />}</td>}
      <td>{status === undefined ? <NotShown /> : valueText('assignment', 'status', status)}</td>
      {whole && <td>{role ?? <NotShown />}</td>}
      {whole && <td>{mfa === undefined ? <NotShown /> : valueText('assignment', 'mfa', mfa)}</td>}
      <td class={`number ${inactive ? 'tone-soon' : ''}`}>
        <DayOr day={lastActiveOn} />
        {inactive && <span class="aside">, {t('people.inactive')}</span>}
      </td>
      <td class="number">
        <DayOr day={seen?.first.slice(0, 10)} />
      </td>
      <td class="number">
        <DayOr day={seen?.last.slice(0, 10)} />
      </td>
      <td class="number">{held && <SeatCostWords of={cost} />}</td>
      {whole && (
        <td>
          <SeatSource known={known} seat={seat} />
        </td>
      )}
    </tr>
  )
}

const NotShown = () => <span class="not-shown">{t('common.notShown')}</span>

const DayOr = ({ day }: { day: Day | undefined }) =>
  day === undefined ? <NotShown /> : <time dateTime={day}>{formatDay(day)}</time>
