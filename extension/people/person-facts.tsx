import type { ComponentChildren } from 'preact'
import type { PersonRow } from '../../shared/inventory/people/rows.ts'
import type { Day } from '../../shared/model/day.ts'
import type { PersonKind } from '../../shared/model/person.ts'
import { DayWords } from '../ui/day-words.tsx'
import { t } from '../ui/language.ts'
import { tell } from '../ui/tell.ts'
import type { Known } from './people.ts'
import { say, separate } from './state.ts'

/** What is known of a person beside their accounts; what nobody said is said to be so. */
export function PersonFacts({ row, ...known }: Known & { row: PersonRow }) {
  const { people, today } = known
  const said = row.view.stated?.values
  const named = people.mode === 'full'
  return (
    <section aria-label={t('people.facts')}>
      <dl class="person-facts">
        <Fact label={t('people.field.kind')}>
          <KindOf {...known} row={row} />
        </Fact>
        {named && (
          <Fact label={t('people.field.addresses')}>
            <Addresses {...known} row={row} />
          </Fact>
        )}
        <Fact label={t('people.field.department')}>{said?.department}</Fact>
        {named && <Fact label={t('people.field.manager')}>{said?.manager}</Fact>}
        <Fact label={t('people.field.startsOn')}>{dayOf(said?.startsOn, today)}</Fact>
        <Fact label={t('people.field.endsOn')}>{dayOf(said?.endsOn, today)}</Fact>
      </dl>
    </section>
  )
}

const dayOf = (day: Day | undefined, today: Day) => day && <DayWords day={day} today={today} />

const Fact = ({ label, children }: { label: string; children?: ComponentChildren }) => (
  <div>
    <dt>{label}</dt>
    <dd>{children || <span class="not-shown">{t('common.notSaid')}</span>}</dd>
  </div>
)

/** A look at the address is a look until somebody says it is right. */
function KindOf({ db, client, people, row: { view, called } }: Known & { row: PersonRow }) {
  const { kind } = view
  if (!kind) return <span class="not-shown">{t('common.notSaid')}</span>
  if (kind.from === 'stated') return <>{t(`people.kind.${kind.kind}`)}</>
  const confirm = async (is: PersonKind) => {
    const done = await say(db, client, view, { kind: is })
    tell(done.outcome, t('people.confirmed', called ?? '', t(`people.kind.${is}`)), done.undo)
  }
  return (
    <>
      {t(`people.kind.${kind.kind}`)} <span class="faint">{t('people.byLook')}</span>{' '}
      {people.mode === 'full' && view.emails.length > 0 && (
        <button type="button" class="button link" onClick={() => void confirm(kind.kind)}>
          {t('people.confirm')}
        </button>
      )}
    </>
  )
}

function Addresses({ db, client, row: { view } }: Known & { row: PersonRow }) {
  if (view.emails.length === 0) return <span class="not-shown">{t('people.noAddress')}</span>
  const apart = async (email: string) => {
    const done = await separate(db, client, view, email)
    tell(done.outcome, t('people.separated', email), done.undo)
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
              aria-label={t('people.separateOf', email)}
              onClick={() => void apart(email)}
            >
              {t('people.separate')}
            </button>
          )}
        </li>
      ))}
    </ul>
  )
}
