import type { Belief } from '../../../shared/inventory/belief.ts'
import { type CancelBy, cancelByOf } from '../../../shared/inventory/terms/cancel-by.ts'
import { type Chain, chainOf } from '../../../shared/inventory/terms/chain.ts'
import { type Around, factsOf } from '../../../shared/inventory/terms/facts.ts'
import { addDays, dayNumber } from '../../../shared/model/calendar.ts'
import type { Day } from '../../../shared/model/day.ts'
import { part, t } from '../../ui/language.ts'
import { Editable, type EditContext } from './editable.tsx'
import { termGroups } from './fields.ts'
import { TermLine } from './term-line.tsx'
import { stateWords, stepWords, unsureWords } from './words.ts'

type Props = { of: Belief<'subscription'>; around: Around; today: Day; edit: EditContext }

/** The chain of terms as a line, each step of the count of its last day, and what all of it follows from. */
export function TermsSection({ of, around, today, edit }: Props) {
  const facts = factsOf(of.values, of.from, around)
  const chain = chainOf(facts, { today, since: addDays(today, -800), until: addDays(today, 800) })
  const cancelBy = chain.current && cancelByOf(facts, chain.current, dayNumber(today))
  return (
    <section aria-label={t('inventory.page.terms.title')}>
      <h2>{t('inventory.page.terms.title')}</h2>
      {chain.current ? (
        <TermLine chain={chain} cancelBy={cancelBy} today={today} />
      ) : (
        <p class="soft">{t('inventory.page.terms.none')}</p>
      )}
      {chain.current && <Said chain={chain} cancelBy={cancelBy} today={today} />}
      <div class="fact-groups">
        {termGroups.map(({ id, fields }) => (
          <div key={id} class="fact-group">
            <h3>{t(`inventory.page.group.${id}`)}</h3>
            <dl class="facts">
              {fields.map((field) => (
                <Editable key={field} {...edit} field={field} />
              ))}
            </dl>
          </div>
        ))}
      </div>
    </section>
  )
}

type SaidProps = { chain: Chain; cancelBy: CancelBy | undefined; today: Day }

function Said({ chain: { state, unsure, mode }, cancelBy, today }: SaidProps) {
  const told = [stateWords(state), unsureWords(unsure)].filter(Boolean)
  return (
    <>
      {told.map((line) => (
        <p key={line} class="tone-soon">
          {line}
        </p>
      ))}
      {mode === 'none' ? (
        <p class="soft">{t('inventory.page.terms.noCancel')}</p>
      ) : (
        cancelBy && <Count of={cancelBy} today={today} />
      )}
    </>
  )
}

/** "How was this counted?" of the last day to cancel, in the order in which one counts. */
function Count({ of, today }: { of: CancelBy; today: Day }) {
  if (of.is === 'unknown') return <p class="soft">{t(`inventory.page.terms.cancelUnknown.${part(of.why)}`)}</p>
  return (
    <details class="count-steps" open>
      <summary>{t('inventory.page.terms.count')}</summary>
      <ol>
        {of.steps.map((step) => (
          <li key={step.step}>{stepWords(step)}</li>
        ))}
      </ol>
      {of.on < today && <p class="tone-late">{t('inventory.page.terms.lateCancel')}</p>}
    </details>
  )
}
