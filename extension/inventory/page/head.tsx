import { ChevronLeft } from 'lucide'
import type { Day } from '../../../shared/model/day.ts'
import { urgencyOf } from '../../ui/day-words.tsx'
import { ageOf, formatDay, formatMoney, relativeDay } from '../../ui/format.ts'
import { Icon } from '../../ui/icon.tsx'
import { part, t } from '../../ui/language.ts'
import { valueText } from '../../ui/value-text.ts'
import type { Entry } from '../entries.ts'

/** What one wants to know of a subscription before anything else: what it is, what it costs, and the next day. */
export function Head({ of: entry, today }: { of: Entry; today: Day }) {
  const { product, plan, vendor, account, status, part } = entry
  const beside = [part === 'pool' ? t('inventory.allPurchases') : '', plan ?? '', vendor.name, account ?? '']
  return (
    <header class="one-head">
      <a class="one-back" href="#inventory">
        <Icon of={ChevronLeft} /> {t('areas.inventory')}
      </a>
      <div class="one-title">
        <h1>{product.name}</h1>
        {status !== undefined && (
          <span class={`badge ${badges[status] ?? ''}`}>{valueText('subscription', 'status', status)}</span>
        )}
        <p class="faint">{beside.filter(Boolean).join(' · ')}</p>
      </div>
      <dl class="one-figures">
        <div>
          <dt>{t('inventory.page.costs')}</dt>
          <dd>
            <Price of={entry.price} />
          </dd>
        </div>
        <div>
          <dt>{t('inventory.page.next')}</dt>
          <dd>
            <Next of={entry.due} today={today} />
          </dd>
        </div>
        <div>
          <dt>{t('inventory.page.seen')}</dt>
          <dd>
            {entry.seenAt === '' ? t('inventory.neverSeen') : t('inventory.seen', ageOf(entry.seenAt, new Date()))}
          </dd>
        </div>
      </dl>
    </header>
  )
}

const badges: Partial<Record<string, string>> = {
  active: 'proven',
  'past-due': 'late',
  suspended: 'soon',
  trialing: 'accent',
}

function Price({ of }: { of: Entry['price'] }) {
  if (of.is === 'unknown') return <span class="not-shown">{t(`inventory.unpriced.${part(of.why)}`)}</span>
  if (of.is !== 'known') return <span>{t(`inventory.unpaid.${part(of.is)}`)}</span>
  const { money, converted, unconfirmed } = of
  return (
    <>
      <strong>{formatMoney(converted ?? money)}</strong> <span class="faint">{t('common.yearly')}</span>
      <span class="faint under">
        {converted && formatMoney(money)} {unconfirmed && t('inventory.unconfirmed')}
      </span>
    </>
  )
}

function Next({ of, today }: { of: Entry['due']; today: Day }) {
  if (!of) return <span class="not-shown">{t('inventory.page.nothingNext')}</span>
  const tone = urgencyOf(of.on, today, of.how)
  return (
    <>
      <span class="faint">{t(`inventory.how.${part(of.how)}`)}</span>{' '}
      <strong class={tone ? `tone-${tone}` : ''}>
        <time dateTime={of.on}>{formatDay(of.on)}</time>
      </strong>
      <span class={`under ${tone ? `tone-${tone}` : 'faint'}`}>{relativeDay(of.on, today)}</span>
    </>
  )
}
