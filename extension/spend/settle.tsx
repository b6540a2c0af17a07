import { useRef, useState } from 'preact/hooks'
import type { Difference, PaidUnlisted } from '../../shared/inventory/spend/billed.ts'
import type { Spend } from '../../shared/inventory/spend/lines.ts'
import type { Uuid } from '../../shared/model/id.ts'
import { formatMoney } from '../ui/format.ts'
import { useKeys } from '../ui/keys.ts'
import type { LineActs } from './acts.ts'
import type { Pickable } from './called.ts'
import { titleOf } from './lines.tsx'
import type { Question } from './questions.ts'
import { whyAsked } from './reason-words.ts'
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

/** So many have a key of their own. */
const numbered = 9

function Questions({ questions, all, vendorName, acts }: Props) {
  const [at, setAt] = useState(0)
  const list = useRef<HTMLUListElement>(null)
  const go = (to: number) => {
    const next = Math.max(0, Math.min(questions.length - 1, to))
    setAt(next)
    list.current?.querySelectorAll<HTMLElement>(':scope > li')[next]?.focus()
  }
  const now = questions[Math.min(at, questions.length - 1)]
  const numbers = Object.fromEntries(
    (now?.candidates.slice(0, numbered) ?? []).map((id, place) => [
      String(place + 1),
      () => {
        if (now) acts.answer(now.lines, id)
        // What comes after it takes its place.
        requestAnimationFrame(() => go(at))
      },
    ]),
  )
  useKeys({
    j: () => go(document.activeElement?.closest('.question') ? at + 1 : at),
    k: () => go(at - 1),
    ...(now ? { o: () => acts.pick(now.lines) } : {}),
    ...numbers,
  })
  if (questions.length === 0) return null
  return (
    <section aria-label={words.questions}>
      <h2>
        {words.questions} <span class="badge">{questions.length}</span> <span class="faint keys">{words.keys}</span>
      </h2>
      <ul ref={list}>
        {questions.map((question, place) => (
          <QuestionRow
            key={question.key}
            of={question}
            current={question === now}
            all={all}
            vendor={vendorName(question.lines[0].vendors[0] ?? '')}
            acts={acts}
            onFocus={() => setAt(place)}
          />
        ))}
      </ul>
    </section>
  )
}

type QuestionProps = {
  of: Question
  current: boolean
  all: Map<Uuid, Pickable>
  vendor: string
  acts: LineActs
  onFocus: () => void
}

function QuestionRow({ of, current, all, vendor, acts, onFocus }: QuestionProps) {
  const [line] = of.lines
  const own = line.description ?? line.sku
  // Of many bills of one vendor, none is called by its number.
  const title = of.lines.length > 1 ? (own ?? vendor) : titleOf(line, vendor)
  return (
    <li class={`question ${current ? 'current' : ''}`} tabIndex={-1} onFocusIn={onFocus}>
      <div>
        <strong>{title}</strong> {title !== vendor && <span class="faint">{vendor}</span>}
        <span class="faint sub">
          {words.asks(of.lines.length, of.sums.length > 0 ? sumsWords(of.sums) : formatMoney(line.billed))}
          {of.lastOn !== undefined && `, ${words.last(of.lastOn)}`} · {whyAsked[of.why]}
        </span>
      </div>
      <div class="answers">
        {of.candidates.slice(0, numbered).map((id, place) => (
          <button
            key={id}
            type="button"
            class="button"
            aria-label={words.paysFor(all.get(id)?.name ?? id)}
            onClick={() => acts.answer(of.lines, id)}
          >
            {current && <kbd>{place + 1}</kbd>} {all.get(id)?.name ?? id}
          </button>
        ))}
        <button
          type="button"
          class="button quiet"
          aria-label={words.anotherOf(title)}
          onClick={() => acts.pick(of.lines)}
        >
          {words.another}
        </button>
        {of.candidates.length + of.more > numbered && (
          <span class="faint">{words.moreCandidates(of.candidates.length + of.more - numbered)}</span>
        )}
      </div>
    </li>
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
              <span class="number tone-soon">{missing > 0n ? words.missing(amount) : words.tooMuch(amount)}</span>
              <span class="acts">
                <button type="button" class="button" onClick={() => onMissing(gap)}>
                  {words.addMissing}
                </button>
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
