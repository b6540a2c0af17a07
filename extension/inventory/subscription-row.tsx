import { ChevronDown, SquareArrowOutUpRight } from 'lucide'
import { useState } from 'preact/hooks'
import { renewalOf } from '../../shared/inventory/terms/due.ts'
import type { Around } from '../../shared/inventory/terms/facts.ts'
import type { Day } from '../../shared/model/day.ts'
import type { Shown } from '../records/queries.ts'
import { DayWords, urgencyOf } from '../ui/day-words.tsx'
import { fieldWords } from '../ui/field-words.ts'
import { ageOf, formatMoney } from '../ui/format.ts'
import { Icon } from '../ui/icon.tsx'
import { t } from '../ui/language.ts'
import { labelOf, moneyOf, valueText } from '../ui/value-text.ts'
import type { EvidenceOf } from './evidence.ts'
import { Seats } from './seats.tsx'
import { SourceOf } from './source-of.tsx'
import { nameOf, termFactsOf } from './subscription.ts'

type Props = { of: Shown; around: Around; today: Day; evidence: EvidenceOf }

export function SubscriptionRow({ of, around, today, evidence }: Props) {
  const [open, setOpen] = useState(false)
  const { fields, vendor } = of
  const name = nameOf(fields, vendor)
  const telling = ['seatsPurchased', 'seatsAssigned', 'product'].find((field) => fields[field])
  return (
    <li class={`subscription ${open ? 'open' : ''}`}>
      <div class="row subscription-row">
        <div class="line">
          <button type="button" class="disclose" aria-expanded={open} onClick={() => setOpen(!open)}>
            <Icon of={ChevronDown} />
            <span class="cut">{name}</span>
          </button>
          {telling && fields[telling] && (
            <SourceOf of={fields[telling]} field={telling} what={name} evidence={evidence} />
          )}
          <Price of={fields} />
        </div>
        <div class="line columns">
          <span class="cut faint">{vendor}</span>
          <span class="seats">
            <Seats of={fields} />
          </span>
          <RenewalWords of={fields} around={around} today={today} />
        </div>
      </div>
      {open && (
        <div class="subscription-open">
          <a href={`/app.html#inventory/${of.id}`} target="_blank" rel="noreferrer">
            {t('inventory.open')}
            <span class="aside">: {name}</span> <Icon of={SquareArrowOutUpRight} />
          </a>
          <Everything of={of} evidence={evidence} />
        </div>
      )}
    </li>
  )
}

function Price({ of }: { of: Shown['fields'] }) {
  const total = moneyOf(of.totalPrice?.value)
  const unit = moneyOf(of.unitPrice?.value)
  if (total) return <span class="number price">{formatMoney(total)}</span>
  if (!unit) return <span class="number price not-shown">{t('common.priceNotShown')}</span>
  return (
    <span class="number price">
      {formatMoney(unit)} <span class="faint">{t('inventory.basis.per_unit')}</span>
    </span>
  )
}

function RenewalWords({ of, around, today }: { of: Shown['fields']; around: Around; today: Day }) {
  const renewal = renewalOf(termFactsOf(of, around), today)
  if (!renewal) return <span class="number not-shown">{t('inventory.renewalNotShown')}</span>
  return (
    <span class="number">
      <DayWords day={renewal.on} today={today} tone={urgencyOf(renewal.on, today, renewal.how)} />
    </span>
  )
}

/** Every field that is known, each with its own source. */
function Everything({ of, evidence }: Pick<Props, 'of' | 'evidence'>) {
  const known = Object.keys(fieldWords.subscription).flatMap((field) => {
    const belief = of.fields[field]
    return belief ? [{ field, belief }] : []
  })
  const account = of.vendorAccount?.name ?? of.vendorAccount?.id
  return (
    <dl class="everything">
      {known.map(({ field, belief }) => (
        <div key={field}>
          <dt>{labelOf('subscription', field)}</dt>
          <dd>
            {valueText('subscription', field, belief.value)}{' '}
            <SourceOf of={belief} field={field} what={labelOf('subscription', field)} evidence={evidence} />
            {belief.conflict && <span class="tone-soon"> {t('inventory.twoValues')}</span>}
          </dd>
        </div>
      ))}
      <div>
        <dt>{t('common.account')}</dt>
        <dd>{account ?? <span class="not-shown">{t('common.notShown')}</span>}</dd>
      </div>
      {of.seenAt !== '' && (
        <div>
          <dt>{t('common.lastSeen')}</dt>
          <dd>{ageOf(of.seenAt, new Date())}</dd>
        </div>
      )}
    </dl>
  )
}
