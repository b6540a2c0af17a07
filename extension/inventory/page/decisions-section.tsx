import type { Uuid } from '../../../shared/model/id.ts'
import { choices } from '../../ui/decide-words.ts'
import { dayOf, formatDay } from '../../ui/format.ts'
import { t } from '../../ui/language.ts'
import type { Decided } from './dossier.ts'

type Props = { of: Decided[]; subscription: Uuid; device: Uuid | undefined }

/** What was decided of each term: by whom, when, why, and whether the notice is sent. */
export function DecisionsSection({ of, subscription, device }: Props) {
  return (
    <section aria-label={t('inventory.page.decisions.title')}>
      <header class="section-head">
        <h2>{t('inventory.page.decisions.title')}</h2>
        <span />
        <a class="button" href={`#renewals/${subscription}`}>
          {t('inventory.page.decisions.decide')}
        </a>
      </header>
      {of.length === 0 && <p class="soft">{t('inventory.page.decisions.none')}</p>}
      <ul class="decided">
        {of.map((one) => (
          <DecisionRow key={one.belief.id} of={one} device={device} />
        ))}
      </ul>
    </section>
  )
}

function DecisionRow({ of: { belief, by, at }, device }: { of: Decided; device: Uuid | undefined }) {
  const { choice, termEndsOn, reason, decidedBy, decidedOn, noticeSentOn } = belief.values
  if (!choice) return null
  const who = decidedBy ?? calledDevice(by, device)
  const needsNotice = choice === 'cancel' || choice === 'switch'
  return (
    <li>
      <span>
        <strong>{choices[choice]}</strong>
        {termEndsOn && (
          <span class="faint under">
            {t('inventory.page.decisions.termUntil')} <time dateTime={termEndsOn}>{formatDay(termEndsOn)}</time>
          </span>
        )}
      </span>
      <span>
        {reason ?? <span class="not-shown">{t('inventory.page.decisions.noReason')}</span>}
        <span class="faint under">{`${who}, ${formatDay(decidedOn ?? dayOf(new Date(at)))}`}</span>
      </span>
      <span class="number">
        {noticeSentOn
          ? t('inventory.page.decisions.noticeSent', formatDay(noticeSentOn))
          : needsNotice && <span class="tone-soon">{t('inventory.page.decisions.noticeNotSent')}</span>}
      </span>
    </li>
  )
}

/** Devices are numbers here, and only its own is known to each: names of colleagues are on the server. */
export const calledDevice = (by: Uuid | undefined, own: Uuid | undefined): string =>
  by !== undefined && by === own ? t('inventory.page.you') : t('inventory.page.colleague')
