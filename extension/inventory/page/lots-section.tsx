import { Plus } from 'lucide'
import { useState } from 'preact/hooks'
import type { Belief } from '../../../shared/inventory/belief.ts'
import { isValid } from '../../../shared/inventory/money/price.ts'
import type { Day } from '../../../shared/model/day.ts'
import { deleteRecord, undeleteRecord } from '../../records/edit.ts'
import { formatCount, formatDay, formatMoney } from '../../ui/format.ts'
import { Icon } from '../../ui/icon.tsx'
import { tell } from '../../ui/tell.ts'
import { valueText } from '../../ui/value-text.ts'
import { LotDialog } from './lot-dialog.tsx'
import { byStart, type LotOf, type LotValues, putLot, unitsToday } from './lots.ts'
import { words } from './words.ts'

type Props = { of: LotOf; lots: Belief<'lot'>[]; purchased: number | undefined; currency: string; today: Day }

/** Each purchase with its own quantity, price, dates and order. A later one never replaces an earlier one. */
export function LotsSection({ of, lots, purchased, currency, today }: Props) {
  const [asking, setAsking] = useState<{ lot: Belief<'lot'> | undefined } | null>(null)
  const save = async (values: LotValues, lot: Belief<'lot'> | undefined) => {
    setAsking(null)
    const { outcome, undo } = await putLot(of, values, lot)
    tell(outcome, lot ? words.lotSaved : words.lotAdded, undo)
  }
  const remove = async ({ id }: Belief<'lot'>) =>
    tell(await deleteRecord(of.db, of.client, id), words.lotDeleted, () => undeleteRecord(of.db, of.client, id))
  return (
    <section aria-label={words.lots}>
      <header class="section-head">
        <h2>{words.lots}</h2>
        <Total lots={lots} purchased={purchased} today={today} />
        <button type="button" class="button" onClick={() => setAsking({ lot: undefined })}>
          <Icon of={Plus} /> {words.addLot}
        </button>
      </header>
      {lots.length === 0 && <p class="soft">{words.noLots}</p>}
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
      {units === undefined ? words.lotsUnknown : words.validToday(formatCount(units))}
      {differs && <span class="tone-soon"> {words.lotsDiffer(formatCount(purchased))}</span>}
    </span>
  )
}

type RowProps = { of: Belief<'lot'>; today: Day; onEdit: () => void; onDelete: () => void }

function LotRow({ of: { values }, today, onEdit, onDelete }: RowProps) {
  const { purchaseOrder, reseller, payer, note, price, priceBasis, startsOn, endsOn } = values
  const beside = [
    purchaseOrder === undefined ? '' : words.orderNumber(purchaseOrder),
    reseller === undefined ? '' : words.reseller(reseller),
    payer === undefined ? '' : words.payer(valueText('lot', 'payer', payer)),
    note ?? '',
  ]
  const name = `${quantityOf(values)} ${purchaseOrder ?? ''}`.trim()
  return (
    <li class={`lot ${isValid(values, today) ? '' : 'former-lot'}`}>
      <strong class={values.quantity === undefined ? 'not-shown' : ''}>{quantityOf(values)}</strong>
      <span class="number">
        {price ? formatMoney(price) : <span class="not-shown">{words.noPrice}</span>}{' '}
        {price && <span class="faint">{priceBasis ? words.bases[priceBasis] : words.basisNotSaid}</span>}
      </span>
      <span class="number">
        {startsOn && <time dateTime={startsOn}>{formatDay(startsOn)}</time>}
        {startsOn ? ' – ' : `${words.until} `}
        {endsOn ? <time dateTime={endsOn}>{formatDay(endsOn)}</time> : <span class="faint">{words.open}</span>}
        {!isValid(values, today) && <span class="faint under">{words.notValid}</span>}
      </span>
      <span class="lot-acts">
        <button type="button" class="button quiet" aria-label={words.editLotOf(name)} onClick={onEdit}>
          {words.editLot}
        </button>
        <button type="button" class="button quiet" aria-label={words.deleteLotOf(name)} onClick={onDelete}>
          {words.deleteLot}
        </button>
      </span>
      <span class="faint lot-beside">{beside.filter(Boolean).join(' · ')}</span>
    </li>
  )
}

function quantityOf({ quantity, packSize }: Belief<'lot'>['values']): string {
  if (quantity === undefined) return words.unitsNotSaid
  return packSize === undefined
    ? words.units(formatCount(quantity))
    : words.packs(formatCount(quantity), formatCount(packSize))
}
