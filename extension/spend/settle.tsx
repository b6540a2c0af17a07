import type { Difference, PaidUnlisted } from '../../shared/inventory/spend/billed.ts'
import type { Spend } from '../../shared/inventory/spend/lines.ts'
import type { Uuid } from '../../shared/model/id.ts'
import { formatMoney } from '../ui/format.ts'
import type { LineActs } from './acts.ts'
import type { Pickable } from './called.ts'
import { Questions } from './question-list.tsx'
import type { Question } from './questions.ts'
import { sumsWords, words } from './words.ts'

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
        <h2>{words.settled}</h2>
        <p>{words.settledText}</p>
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
    <section aria-label={words.unlisted}>
      <h2>
        {words.unlisted} <span class="badge">{unlisted.length}</span>
      </h2>
      <p class="faint">{words.unlistedText}</p>
      <ul>
        {unlisted.map(({ vendor, sums, lines, lastOn }) => (
          <li key={vendor} class="settle-row">
            <span>
              <strong>{vendorName(vendor)}</strong>
              {lastOn !== null && <span class="faint sub">{words.lastPaid(lastOn)}</span>}
            </span>
            <span class="number">{sumsWords(sums)}</span>
            <span class="acts">
              <button type="button" class="button quiet" onClick={() => onVendor(vendor)}>
                {words.showLines(lines.length)}
              </button>
              <a class="button quiet" href="#vendors">
                {words.sameVendor}
              </a>
              <a class="button" href="#inventory">
                {words.addSubscription}
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
    <section aria-label={words.differences}>
      <h2>
        {words.differences} <span class="badge">{differences.length}</span>
      </h2>
      <ul>
        {differences.map(({ subscription, billed, purchased, difference }) => (
          <li key={subscription} class="settle-row">
            <span>
              <a href={`#inventory/${subscription}`}>
                <strong>{all.get(subscription)?.name ?? subscription}</strong>
              </a>
              <span class="faint sub">
                {words.difference(billed.quantity, purchased)}, {words.asOf(billed.asOf)}
              </span>
            </span>
            <span class={`number ${difference > 0 ? 'tone-soon' : ''}`}>
              {difference > 0 ? words.moreBilled(difference) : words.fewerBilled(-difference)}
            </span>
            <span class="acts">
              <a class="button quiet" href={`#spend/${subscription}`}>
                {words.showItsLines}
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
    <section aria-label={words.gaps}>
      <h2>
        {words.gaps} <span class="badge">{gaps.length}</span>
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
                  {words.gap(formatMoney(gap.total), formatMoney({ minor: gap.lines, currency }))}
                </span>
              </span>
              <span class="number tone-soon">
                {gap.otherCurrency ? words.otherCurrency : missing > 0n ? words.missing(amount) : words.tooMuch(amount)}
              </span>
              <span class="acts">
                {!gap.otherCurrency && (
                  <button type="button" class="button" onClick={() => onMissing(gap)}>
                    {words.addMissing}
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
