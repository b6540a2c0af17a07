import type { Belief } from '../../../shared/inventory/belief.ts'
import { type CancelBy, cancelByOf } from '../../../shared/inventory/terms/cancel-by.ts'
import { type Chain, chainOf } from '../../../shared/inventory/terms/chain.ts'
import { type Around, factsOf } from '../../../shared/inventory/terms/facts.ts'
import { addDays, dayNumber } from '../../../shared/model/calendar.ts'
import type { Day } from '../../../shared/model/day.ts'
import { Editable, type EditContext } from './editable.tsx'
import { termGroups } from './fields.ts'
import { TermLine } from './term-line.tsx'
import { words } from './words.ts'

type Props = { of: Belief<'subscription'>; around: Around; today: Day; edit: EditContext }

/** The chain of terms as a line, each step of the count of its last day, and what all of it follows from. */
export function TermsSection({ of, around, today, edit }: Props) {
  const facts = factsOf(of.values, of.from, around)
  const chain = chainOf(facts, { today, since: addDays(today, -800), until: addDays(today, 800) })
  const cancelBy = chain.current && cancelByOf(facts, chain.current, dayNumber(today))
  return (
    <section aria-label={words.terms}>
      <h2>{words.terms}</h2>
      {chain.current ? (
        <TermLine chain={chain} cancelBy={cancelBy} today={today} />
      ) : (
        <p class="soft">{words.noTerm}</p>
      )}
      {chain.current && <Said chain={chain} cancelBy={cancelBy} today={today} />}
      <div class="fact-groups">
        {termGroups.map(({ id, fields }) => (
          <div key={id} class="fact-group">
            <h3>{words.groups[id]}</h3>
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
  const told = [words.states[state], unsure ? words.unsure[unsure] : ''].filter(Boolean)
  return (
    <>
      {told.map((line) => (
        <p key={line} class="tone-soon">
          {line}
        </p>
      ))}
      {mode === 'none' ? <p class="soft">{words.noCancel}</p> : cancelBy && <Count of={cancelBy} today={today} />}
    </>
  )
}

/** "How was this counted?" of the last day to cancel, in the order in which one counts. */
function Count({ of, today }: { of: CancelBy; today: Day }) {
  if (of.is === 'unknown') return <p class="soft">{words.cancelUnknown[of.why]}</p>
  return (
    <details class="count-steps" open>
      <summary>{words.count}</summary>
      <ol>
        {of.steps.map((step) => (
          <li key={step.step}>{words.step(step)}</li>
        ))}
      </ol>
      {of.on < today && <p class="tone-late">{words.lateCancel}</p>}
    </details>
  )
}
