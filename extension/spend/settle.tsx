import type { Difference, PaidUnlisted } from '../../shared/inventory/spend/billed.ts'
import type { Spend } from '../../shared/inventory/spend/lines.ts'
import type { Uuid } from '../../shared/model/id.ts'
import { formatDay, formatMoney } from '../ui/format.ts'
import { t } from '../ui/language.ts'
import type { LineActs } from './acts.ts'
import type { Pickable } from './called.ts'
import { Questions } from './question-list.tsx'
import type { Question } from './questions.ts'
import { sumsWords } from './words.ts'

type Gap = Spend['gaps'][number]
export type Bill = { number: string; vendor: string; issuer: string }

type Props = {
  questions: Question[]
  unlisted: PaidUnlisted[]
  differences: Difference[]
  gaps: Gap[]
  all: Map<Uuid, Pickable>
  vendorName: (key: string) => string
  billOf: (invoice: Uuid) => Bill
  acts: LineActs
  onVendor: (vendor: string) => void
  onMissing: (gap: Gap) => void
}

/** What does not fit together yet, each with its next step. */
export function Settle(props: Props) {
  const { questions, unlisted, differences, gaps } = props
  if (questions.length + unlisted.length + differences.length + gaps.length === 0)
    return (
      <div class="state">
        <h2>{t('spend.settled')}</h2>
        <p>{t('spend.settledText')}</p>
      </div>
    )
  return (
    <div class="spend-settle">
      <Questions {...props} />
      <Unlisted {...props} />
      <Differences {...props} />
      <Gaps {...props} />
    </div>
  )
}

function Unlisted({ unlisted, vendorName, onVendor }: Props) {
  if (unlisted.length === 0) return null
  return (
    <section aria-label={t('spend.unlisted')}>
      <h2>
        {t('spend.unlisted')} <span class="badge">{unlisted.length}</span>
      </h2>
      <p class="faint">{t('spend.unlistedText')}</p>
      <ul>
        {unlisted.map(({ vendor, sums, lines, lastOn }) => (
          <li key={vendor} class="settle-row">
            <span>
              <strong>{vendorName(vendor)}</strong>
              {lastOn !== null && <span class="faint sub">{t('spend.lastPaid', formatDay(lastOn))}</span>}
            </span>
            <span class="number">{sumsWords(sums)}</span>
            <span class="acts">
              <button type="button" class="button quiet" onClick={() => onVendor(vendor)}>
                {t('spend.showLines', lines.length)}
              </button>
              <a class="button quiet" href="#vendors">
                {t('spend.sameVendor')}
              </a>
              <a class="button" href="#inventory">
                {t('spend.addSubscription')}
              </a>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Differences({ differences, all }: Props) {
  if (differences.length === 0) return null
  return (
    <section aria-label={t('spend.differences')}>
      <h2>
        {t('spend.differences')} <span class="badge">{differences.length}</span>
      </h2>
      <ul>
        {differences.map(({ subscription, billed, purchased, difference }) => (
          <li key={subscription} class="settle-row">
            <span>
              <a href={`#inventory/${subscription}`}>
                <strong>{all.get(subscription)?.name ?? subscription}</strong>
              </a>
              <span class="faint sub">
                {t('spend.difference', billed.quantity, purchased)}, {t('spend.asOf', formatDay(billed.asOf))}
              </span>
            </span>
            <span class={`number ${difference > 0 ? 'tone-soon' : ''}`}>
              {difference > 0 ? t('spend.moreBilled', difference) : t('spend.fewerBilled', -difference)}
            </span>
            <span class="acts">
              <a class="button quiet" href={`#spend/${subscription}`}>
                {t('spend.showItsLines')}
              </a>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Gaps({ gaps, billOf, onMissing }: Props) {
  if (gaps.length === 0) return null
  return (
    <section aria-label={t('spend.gaps')}>
      <h2>
        {t('spend.gaps')} <span class="badge">{gaps.length}</span>
      </h2>
      <ul>
        {gaps.map((gap) => {
          const { number, vendor } = billOf(gap.invoice)
          const { currency } = gap.total
          const missing = BigInt(gap.total.minor) - gap.lines
          const amount = formatMoney({ minor: missing < 0n ? -missing : missing, currency })
          return (
            <li key={gap.invoice} class="settle-row">
              <span>
                <strong>{number}</strong> <span class="faint">{vendor}</span>
                <span class="faint sub">
                  {t('spend.gap', formatMoney(gap.total), formatMoney({ minor: gap.lines, currency }))}
                </span>
              </span>
              <span class="number tone-soon">
                {gap.otherCurrency
                  ? t('spend.otherCurrency')
                  : missing > 0n
                    ? t('spend.missing', amount)
                    : t('spend.tooMuch', amount)}
              </span>
              <span class="acts">
                {!gap.otherCurrency && (
                  <button type="button" class="button" onClick={() => onMissing(gap)}>
                    {t('spend.addMissing')}
                  </button>
                )}
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
