import { Bell } from 'lucide'
import type { Line } from '../../shared/inventory/renewal-lines.ts'
import { isUnsent } from '../../shared/inventory/terms/outcome.ts'
import type { Day } from '../../shared/model/day.ts'
import type { Convert } from '../records/convert.ts'
import { DayWords, urgencyOf } from '../ui/day-words.tsx'
import { formatDay, formatMoney } from '../ui/format.ts'
import { Icon } from '../ui/icon.tsx'
import { part, t } from '../ui/language.ts'
import { usePicked } from '../ui/use-picked.ts'
import { decisionWords, reasonWords, stepWords } from './words.ts'

type Props = {
  of: Line
  today: Day
  picked: boolean
  convert: Convert
  onDecide: () => void
  onSent: () => void
  onAlerts: () => void
}

/** What, by which day, how much a year, what was decided: one row, and one thing to do. */
export function RenewalRow({ of, today, picked, convert, onDecide, onSent, onAlerts }: Props) {
  const row = usePicked(picked)
  const owed = of.alerts.filter(({ acknowledged }) => acknowledged === undefined).length
  return (
    <li ref={row} class={`row renewal ${picked ? 'picked' : ''}`} aria-current={picked || undefined}>
      <What of={of} />
      <When of={of} today={today} />
      <Money of={of} convert={convert} />
      <Decided of={of} />
      <div class="renewal-acts">
        {owed > 0 && (
          <button
            type="button"
            class="button quiet"
            onClick={onAlerts}
            aria-label={`${t('renewals.owedOf', owed)}: ${of.name}`}
          >
            <Icon of={Bell} /> {owed}
          </button>
        )}
        {of.decision && isUnsent(of.decision) && (
          <button type="button" class="button" onClick={onSent} aria-label={`${t('common.sentToday')}: ${of.name}`}>
            {t('common.sentToday')}
          </button>
        )}
        {of.term && of.happens !== 'expires' && (
          <button
            type="button"
            class={`button ${of.decision?.choice ? 'quiet' : ''}`}
            onClick={onDecide}
            aria-label={`${of.decision?.choice ? t('common.change') : t('decide.title')}: ${of.name}`}
          >
            {of.decision?.choice ? t('common.change') : t('decide.title')}
          </button>
        )}
      </div>
    </li>
  )
}

function What({ of: { id, type, name, vendor, owner } }: { of: Line }) {
  const about = [type === 'subscription' ? '' : t(`renewals.types.${type}`), vendor === name ? '' : vendor, owner]
    .filter(Boolean)
    .join(' · ')
  return (
    <div class="renewal-what">
      {type === 'subscription' ? (
        <a class="cut" href={`#inventory/${id}`}>
          {name}
        </a>
      ) : (
        <span class="cut strong">{name}</span>
      )}
      <span class="faint cut">{about}</span>
    </div>
  )
}

function When({ of: { happens, on, settled, steps, term }, today }: { of: Line; today: Day }) {
  const isPast = on < today
  const after = happens === 'cancel-by' && term ? t('renewals.renewsOn', formatDay(term.renewsOn)) : undefined
  return (
    <div class="renewal-when">
      <span>
        <span class="soft">
          {isPast ? t(`renewals.wasDue.${part(happens)}`) : t(`renewals.happens.${part(happens)}`)}
        </span>{' '}
        <DayWords day={on} today={today} tone={settled ? '' : urgencyOf(on, today, happens)} />
      </span>
      <span class="faint">
        {after ?? (happens === 'term-ends' ? t('renewals.unsaid') : '')}
        {steps && (
          <details>
            <summary>{t('renewals.counted')}</summary>
            <ol>
              {steps.map((step) => (
                <li key={step.step}>{stepWords(step)}</li>
              ))}
            </ol>
          </details>
        )}
      </span>
    </div>
  )
}

/** In the client's currency where there is a rate, with the original beside. */
function Money({ of: { type, perYear }, convert }: { of: Line; convert: Convert }) {
  if (type !== 'subscription') return <span />
  if (!perYear) return <span class="renewal-money not-shown">{t('common.priceNotShown')}</span>
  const converted = convert(perYear)
  return (
    <span class="renewal-money number">
      <span>
        <strong>{formatMoney(converted ?? perYear)}</strong> <span class="faint">{t('common.yearly')}</span>
      </span>
      {converted && <span class="faint">{formatMoney(perYear)}</span>}
    </span>
  )
}

function Decided({ of: { decision, term } }: { of: Line }) {
  if (!term) return <span />
  if (!decision?.choice) return <span class="renewal-decided not-shown">{t('renewals.undecided')}</span>
  const why = reasonWords(decision)
  const unsent = isUnsent(decision)
  const notice = decision.noticeSentOn === undefined ? '' : t('renewals.noticeSent', formatDay(decision.noticeSentOn))
  return (
    <div class="renewal-decided" title={why}>
      <span class="cut">{decisionWords(decision)}</span>
      <span class="faint cut">
        {unsent && <span class="tone-soon">{t('renewals.noticeUnsent')}</span>}
        {[notice, unsent && why ? ` · ${why}` : why].filter(Boolean).join(' · ')}
      </span>
    </div>
  )
}
