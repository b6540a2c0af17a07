import type { ComponentChildren } from 'preact'
import type { PersonRow } from '../../shared/inventory/people/rows.ts'
import type { Day } from '../../shared/model/day.ts'
import type { PersonKind } from '../../shared/model/person.ts'
import { DayWords } from '../ui/day-words.tsx'
import { tell } from '../ui/tell.ts'
import type { Known } from './people.ts'
import { say, separate } from './state.ts'
import { words } from './words.ts'

/** What is known of a person beside their accounts; what nobody said is said to be so. */
export function PersonFacts({ row, ...known }: Known & { row: PersonRow }) {
  const { people, today } = known
  const said = row.view.stated?.values
  const named = people.mode === 'full'
  return (
    <section aria-label={words.facts}>
      <dl class="person-facts">
        <Fact label={words.kind}>
          <KindOf {...known} row={row} />
        </Fact>
        {named && (
          <Fact label={words.addresses}>
            <Addresses {...known} row={row} />
          </Fact>
        )}
        <Fact label={words.department}>{said?.department}</Fact>
        {named && <Fact label={words.manager}>{said?.manager}</Fact>}
        <Fact label={words.startsOn}>{dayOf(said?.startsOn, today)}</Fact>
        <Fact label={words.endsOn}>{dayOf(said?.endsOn, today)}</Fact>
      </dl>
    </section>
  )
}

const dayOf = (day: Day | undefined, today: Day) => day && <DayWords day={day} today={today} />

const Fact = ({ label, children }: { label: string; children?: ComponentChildren }) => (
  <div>
    <dt>{label}</dt>
    <dd>{children || <span class="not-shown">{words.notSaid}</span>}</dd>
  </div>
)

/** A look at the address is a look until somebody says it is right. */
function KindOf({ db, client, people, row: { view, called } }: Known & { row: PersonRow }) {
  const { kind } = view
  if (!kind) return <span class="not-shown">{words.kindNotSaid}</span>
  if (kind.from === 'stated') return <>{words.kinds[kind.kind]}</>
  const confirm = async (is: PersonKind) => {
    const done = await say(db, client, view, { kind: is })
    tell(done.outcome, words.confirmed(`${called}, ${words.kinds[is]}`), done.undo)
  }
  return (
    <>
      {words.kinds[kind.kind]} <span class="faint">{words.byLook}</span>{' '}
      {people.mode === 'full' && view.emails.length > 0 && (
        <button type="button" class="button link" onClick={() => void confirm(kind.kind)}>
          {words.confirm}
        </button>
      )}
    </>
  )
}

function Addresses({ db, client, row: { view } }: Known & { row: PersonRow }) {
  if (view.emails.length === 0) return <span class="not-shown">{words.noAddress}</span>
  const apart = async (email: string) => {
    const done = await separate(db, client, view, email)
    tell(done.outcome, words.separated(email), done.undo)
  }
  return (
    <ul>
      {view.emails.map((email) => (
        <li key={email}>
          {email}{' '}
          {view.emails.length > 1 && (
            <button
              type="button"
              class="button link"
              aria-label={words.separateOf(email)}
              onClick={() => void apart(email)}
            >
              {words.separate}
            </button>
          )}
        </li>
      ))}
    </ul>
  )
}
