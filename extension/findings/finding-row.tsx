import type { Judged } from '../../shared/inventory/findings/judged.ts'
import type { Decidable } from '../../shared/inventory/terms/decision-id.ts'
import type { Day } from '../../shared/model/day.ts'
import type { Uuid } from '../../shared/model/id.ts'
import type { Money } from '../../shared/model/money.ts'
import { urgencyOf } from '../ui/day-words.tsx'
import { sentenceOf } from '../ui/finding-words.ts'
import { formatDay, formatMoney, relativeDay } from '../ui/format.ts'
import { t } from '../ui/language.ts'
import { usePicked } from '../ui/use-picked.ts'
import { dayIn, isDeadline, unsaidWords } from './words.ts'

export type FindingActs = {
  /** Into the client's currency; undefined where it is in that already, or there is no rate. */
  convert: (money: Money) => Money | undefined
  accept: (finding: Judged) => void
  dismiss: (finding: Judged) => void
  reopen: (finding: Judged) => void
  /** The running term, where it is about one. */
  termOf: (finding: Judged) => Decidable | undefined
  sent: (finding: Judged) => void
  /** Whose page tells more of it. */
  subscriptionOf: (finding: Judged) => Uuid | undefined
  decide: (finding: Judged) => void
}

type RowProps = {
  of: Judged
  today: Day
  /** It is the one that the address names. */
  picked: boolean
  acts: FindingActs
}

export function FindingRow({ of, today, picked, acts }: RowProps) {
  const row = usePicked(picked)
  const sentence = sentenceOf(of)
  const subscription = acts.subscriptionOf(of)
  return (
    <li ref={row} class={`row finding ${picked ? 'picked' : ''}`} aria-current={picked || undefined}>
      <div class="finding-text">
        <strong>{subscription === undefined ? sentence : <a href={`#inventory/${subscription}`}>{sentence}</a>}</strong>
        <span class="faint">
          <When of={of} today={today} />
          {of.said !== undefined && <> {t('common.quoted', of.said)}</>}
          {of.status === 'dismissed' && of.until !== undefined && (
            <>
              {' '}
              {t('findings.untilDay')} <time dateTime={of.until}>{formatDay(of.until)}</time>
            </>
          )}
        </span>
      </div>
      <Amount of={of} convert={acts.convert} />
      <div class="finding-acts">
        {of.status === 'open' ? (
          <OpenActs of={of} sentence={sentence} acts={acts} />
        ) : (
          <button
            type="button"
            class="button quiet"
            onClick={() => acts.reopen(of)}
            aria-label={`${t('findings.reopen')}: ${sentence}`}
          >
            {t('findings.reopen')}
          </button>
        )}
      </div>
    </li>
  )
}

type ActsProps = { of: Judged; sentence: string; acts: FindingActs }

function OpenActs(props: ActsProps) {
  const { of, sentence, acts } = props
  return (
    <>
      <FirstAct {...props} />
      <button
        type="button"
        class="button quiet"
        onClick={() => acts.dismiss(of)}
        aria-label={`${t('findings.dismiss')}: ${sentence}`}
      >
        {t('findings.dismiss')}
      </button>
    </>
  )
}

/** What settles it: a decision, a notice that was sent, or a word that it will be acted on. */
function FirstAct({ of, sentence, acts }: ActsProps) {
  const term = acts.termOf(of)
  const is = (kind: Judged['kind']) => term !== undefined && of.kind === kind
  const [label, act] = is('renewal-undecided')
    ? [t('decide.title'), () => acts.decide(of)]
    : is('cancellation-unsent')
      ? [t('common.sentToday'), () => acts.sent(of)]
      : [t('findings.accept'), () => acts.accept(of)]
  return (
    <button type="button" class="button" onClick={act} aria-label={`${label}: ${sentence}`}>
      {label}
    </button>
  )
}

/** What it is about, and by or from which day. */
function When({ of, today }: { of: Judged; today: Day }) {
  const about = dayIn(of)
  const tone = isDeadline(of) && about && urgencyOf(about.day, today)
  return (
    <>
      {of.kind !== 'overlap' && of.vendor}
      {about && (
        <span class={tone ? `tone-${tone}` : ''}>
          {of.kind !== 'overlap' && ' · '}
          {about.word} <time dateTime={about.day}>{formatDay(about.day)}</time>, {relativeDay(about.day, today)}
        </span>
      )}
    </>
  )
}

/** In the client's currency where there is a rate, with the original beside. */
function Amount({ of: { saving, unsaid }, convert }: { of: Judged; convert: FindingActs['convert'] }) {
  if (!saving) return <span class="finding-amount not-shown">{unsaid && unsaidWords(unsaid)}</span>
  const { yearly, upTo } = saving
  const converted = convert(yearly)
  return (
    <span class="finding-amount number">
      <span>
        {upTo && <span class="faint">{t('findings.upTo')} </span>}
        <strong>{formatMoney(converted ?? yearly)}</strong> <span class="faint">{t('common.yearly')}</span>
      </span>
      {converted && <span class="faint original">{formatMoney(yearly)}</span>}
    </span>
  )
}
