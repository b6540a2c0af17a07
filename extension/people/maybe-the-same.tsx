import { maybeSame } from '../../shared/inventory/people/maybe-same.ts'
import type { PersonRow } from '../../shared/inventory/people/rows.ts'
import { part, t } from '../ui/language.ts'
import { tell } from '../ui/tell.ts'
import type { Known } from './people.ts'
import { join } from './state.ts'

/** Asked, never taken: a person says whether two are one. */
export function MaybeTheSame({ db, client, people, row }: Known & { row: PersonRow }) {
  const { inventory, client: about } = people.whole
  const found = maybeSame(inventory.persons, row.view, about.domains ?? [])
  const rows = new Map(people.rows.map((each) => [each.view, each]))
  const asked = found.flatMap(({ view, because }) => {
    const other = rows.get(view)
    return other ? [{ other, because }] : []
  })
  if (asked.length === 0) return null
  const yes = async (other: PersonRow) => {
    const done = await join(db, client, row.view, other.view)
    tell(done.outcome, t('people.joined', row.called ?? '', other.called ?? ''), done.undo)
  }
  return (
    <section class="maybe-same" aria-label={t('people.maybe')}>
      <h2>{t('people.maybe')}</h2>
      <ul>
        {asked.map(({ other, because }) => (
          <li key={other.id} class="row">
            <span class="cut">
              <a href={`#people/${other.id}`}>{other.called}</a>{' '}
              <span class="faint">{other.view.emails.filter((email) => email !== other.called).join(', ')}</span>
            </span>
            <span class="faint">{t(`people.because.${part(because)}`)}</span>
            <button
              type="button"
              class="button"
              aria-label={t('people.yesSame', `${other.called} (${other.view.emails[0]})`)}
              onClick={() => void yes(other)}
            >
              {t('people.yes')}
            </button>
          </li>
        ))}
      </ul>
      <p class="faint">{t('people.askedOnly')}</p>
    </section>
  )
}
