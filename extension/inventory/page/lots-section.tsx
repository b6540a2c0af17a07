import { Plus } from 'lucide'
import { useState } from 'preact/hooks'
import type { Belief } from '../../../shared/inventory/belief.ts'
import { isValid } from '../../../shared/inventory/money/price.ts'
import type { Day } from '../../../shared/model/day.ts'
import { deleteRecord, undeleteRecord } from '../../records/edit.ts'
import { formatDay, formatMoney } from '../../ui/format.ts'
import { Icon } from '../../ui/icon.tsx'
import { part, t } from '../../ui/language.ts'
import { tell } from '../../ui/tell.ts'
import { valueText } from '../../ui/value-text.ts'
import { LotDialog } from './lot-dialog.tsx'
import { byStart, type LotOf, type LotValues, putLot, unitsToday } from './lots.ts'

type Props = { of: LotOf; lots: Belief<'lot'>[]; purchased: number | undefined; currency: string; today: Day }

/** Each purchase with its own quantity, price, dates and order. A later one never replaces an earlier one. */
export function LotsSection({ of, lots, purchased, currency, today }: Props) {
  const [asking, setAsking] = useState<{ lot: Belief<'lot'> | undefined } | null>(null)
  const save = async (values: LotValues, lot: Belief<'lot'> | undefined) => {
    setAsking(null)
    const { outcome, undo } = await putLot(of, values, lot)
    tell(outcome, lot ? t('inventory.page.lots.saved') : t('inventory.page.lots.added'), undo)
  }
  const remove = async ({ id }: Belief<'lot'>) =>
    tell(await deleteRecord(of.db, of.client, id), t('inventory.page.lots.deleted'), () =>
      undeleteRecord(of.db, of.client, id),
    )
  return (
    <section aria-label={t('inventory.page.lots.title')}>
      <header class="section-head">
        <h2>{t('inventory.page.lots.title')}</h2>
        <Total lots={lots} purchased={purchased} today={today} />
        <button type="button" class="button" onClick={() => setAsking({ lot: undefined })}>
          <Icon of={Plus} /> {t('inventory.page.lots.add')}
        </button>
      </header>
      {lots.length === 0 && <p class="soft">{t('inventory.page.lots.none')}</p>}
      <ul class="lots">
        {[...lots].sort(byStart).map((lot) => (
          <LotRow
            key={lot.id}
            of={lot}
            today={today}
            onEdit={() => setAsking({ lot })}
            onDelete={() => void remove(lot)}
          />
        ))}
      </ul>
      {asking && (
        <LotDialog
          lot={asking.lot}
          currency={currency}
          onClose={() => setAsking(null)}
          onSave={(values) => void save(values, asking.lot)}
        />
      )}
    </section>
  )
}

function Total({ lots, purchased, today }: Pick<Props, 'lots' | 'purchased' | 'today'>) {
  if (lots.length === 0) return <span class="faint" />
  const units = unitsToday(lots, today)
  const differs = units !== undefined && purchased !== undefined && units !== purchased
  return (
    <span class="faint">
      {units === undefined ? t('inventory.page.lots.unknown') : t('inventory.page.lots.validToday', units)}
      {differs && <span class="tone-soon"> {t('inventory.page.lots.differ', purchased)}</span>}
    </span>
  )
}

type RowProps = { of: Belief<'lot'>; today: Day; onEdit: () => void; onDelete: () => void }

function LotRow({ of: { values }, today, onEdit, onDelete }: RowProps) {
  const { purchaseOrder, reseller, payer, note, price, priceBasis, startsOn, endsOn } = values
  const beside = [
    purchaseOrder === undefined ? '' : t('inventory.page.lots.order', purchaseOrder),
    reseller === undefined ? '' : t('inventory.page.lots.reseller', reseller),
    payer === undefined ? '' : t('inventory.page.lots.payer', valueText('lot', 'payer', payer)),
    note ?? '',
  ]
  const name = `${quantityOf(values)} ${purchaseOrder ?? ''}`.trim()
  return (
    <li class={`lot ${isValid(values, today) ? '' : 'former-lot'}`}>
      <strong class={values.quantity === undefined ? 'not-shown' : ''}>{quantityOf(values)}</strong>
      <span class="number">
        {price ? formatMoney(price) : <span class="not-shown">{t('inventory.page.lots.noPrice')}</span>}{' '}
        {price && (
          <span class="faint">
            {priceBasis ? t(`inventory.basis.${part(priceBasis)}`) : t('inventory.page.lots.basisNotSaid')}
          </span>
        )}
      </span>
      <span class="number">
        <LotSpan from={startsOn} until={endsOn} />
        {!isValid(values, today) && <span class="faint under">{t('inventory.page.lots.notValid')}</span>}
      </span>
      <span class="lot-acts">
        <button type="button" class="button quiet" aria-label={t('inventory.page.lots.editOf', name)} onClick={onEdit}>
          {t('common.edit')}
        </button>
        <button
          type="button"
          class="button quiet"
          aria-label={t('inventory.page.lots.deleteOf', name)}
          onClick={onDelete}
        >
          {t('common.delete')}
        </button>
      </span>
      <span class="faint lot-beside">{beside.filter(Boolean).join(' · ')}</span>
    </li>
  )
}

function quantityOf({ quantity, packSize }: Belief<'lot'>['values']): string {
  if (quantity === undefined) return t('inventory.page.lots.unitsNotSaid')
  return packSize === undefined
    ? t('inventory.page.lots.units', quantity)
    : t('inventory.page.lots.packs', quantity, packSize)
}

/** A lot without a day is one of which nobody said when, not one that is open. */
function LotSpan({ from, until }: { from: Day | undefined; until: Day | undefined }) {
  if (from === undefined && until === undefined) return <span class="not-shown">{t('common.notSaid')}</span>
  return (
    <>
      {from && <time dateTime={from}>{formatDay(from)}</time>}
      {from ? ' – ' : `${t('inventory.page.lots.until')} `}
      {until ? (
        <time dateTime={until}>{formatDay(until)}</time>
      ) : (
        <span class="faint">{t('inventory.page.lots.open')}</span>
      )}
    </>
  )
}
