import { useState } from 'preact/hooks'
import type { Assessed } from '../../../shared/inventory/findings/context.ts'
import type { Inventory } from '../../../shared/inventory/inventory.ts'
import { holdsSeat } from '../../../shared/inventory/position.ts'
import type { Seen } from '../../../shared/inventory/seen.ts'
import type { PeopleMode } from '../../../shared/model/client.ts'
import type { Uuid } from '../../../shared/model/id.ts'
import type { Database } from '../../db/database.ts'
import { whenSeen } from '../../records/observations.ts'
import { dayOf, formatDay } from '../../ui/format.ts'
import { t } from '../../ui/language.ts'
import { More } from '../../ui/more.tsx'
import { useLive, valueOr } from '../../ui/use-live.ts'
import { valueText } from '../../ui/value-text.ts'
import { type SeatRow, seatRows } from './seat-rows.ts'

const page = 50

type Props = { db: Database; client: Uuid; assessed: Assessed; inventory: Inventory; mode: PeopleMode }

export function PeopleSection({ db, client, assessed, inventory, mode }: Props) {
  const [limit, setLimit] = useState(page)
  const all = seatRows(assessed, inventory.persons, mode)
  const shown = all.slice(0, limit)
  const ids = shown.map(({ id }) => id)
  const seen = valueOr(
    useLive(() => whenSeen(db, client, ids), [client, ids.join()]),
    new Map<Uuid, Seen>(),
  )
  const held = assessed.entitlement.assignments.filter(holdsSeat).length
  return (
    <section aria-label={t('inventory.page.people.title')}>
      <h2>
        {t('inventory.page.people.title')} {held > 0 && <span class="badge">{held}</span>}
      </h2>
      {assessed.entitlement.assignments.length === 0 && <p class="soft">{t('inventory.page.people.none')}</p>}
      {mode === 'counts-only' && held > 0 && <p class="soft">{t('inventory.page.people.countedOnly', held)}</p>}
      {shown.length > 0 && (
        <table class="seats-held">
          <thead>
            <tr>
              <th scope="col">{t('inventory.page.people.person')}</th>
              <th scope="col">{t('common.status')}</th>
              <th scope="col" class="number">
                {t('common.lastActive')}
              </th>
              <th scope="col" class="number">
                {t('common.firstSeen')}
              </th>
              <th scope="col" class="number">
                {t('common.lastSeen')}
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <Row key={row.id} of={row} seen={seen.get(row.id)} />
            ))}
          </tbody>
        </table>
      )}
      {limit < all.length && <More key={limit} onSeen={() => setLimit(limit + page)} />}
    </section>
  )
}

function Row({ of: { name, status, lastActiveOn, holds, hasLeft }, seen }: { of: SeatRow; seen: Seen | undefined }) {
  return (
    <tr class={holds ? '' : 'former-seat'}>
      <th scope="row">
        {name ?? t('inventory.page.people.somebody')}{' '}
        {hasLeft && <span class="badge soon">{t('inventory.page.people.left')}</span>}
      </th>
      <td>
        <Known text={status && valueText('assignment', 'status', status)} />
      </td>
      <td class="number">
        <Known text={lastActiveOn && formatDay(lastActiveOn)} />
      </td>
      <td class="number">
        <Known text={seen && formatDay(dayOf(new Date(seen.first)))} />
      </td>
      <td class="number">
        <Known text={seen && formatDay(dayOf(new Date(seen.last)))} />
      </td>
    </tr>
  )
}

const Known = ({ text }: { text: string | undefined }) =>
  text === undefined ? <span class="not-shown">{t('common.notShown')}</span> : text
