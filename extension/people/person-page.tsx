import { ArrowLeft, Pencil, Trash2, UsersRound } from 'lucide'
import { useState } from 'preact/hooks'
import { isNobodys, type PersonRow } from '../../shared/inventory/people/rows.ts'
import type { Uuid } from '../../shared/model/id.ts'
import { Icon } from '../ui/icon.tsx'
import { part, t } from '../ui/language.ts'
import { tell } from '../ui/tell.ts'
import { MaybeTheSame } from './maybe-the-same.tsx'
import type { Known } from './people.ts'
import { PersonBadges } from './person-badges.tsx'
import { PersonFacts } from './person-facts.tsx'
import { PersonForm } from './person-form.tsx'
import { PickPerson } from './pick-person.tsx'
import { SeatTable } from './seat-table.tsx'
import { forget, give, join } from './state.ts'

/** One person: what is known of them, every account, and who may be the same. */
export function PersonPage({ of, ...known }: Known & { of: Uuid }) {
  const { people } = known
  const view = people.whole.inventory.persons.byId(of)
  const row = view && people.rows.find((each) => each.view === view)
  return (
    <div class="people person-page">
      <p class="back">
        <a href="#people">
          <Icon of={ArrowLeft} /> {t('people.back')}
        </a>
      </p>
      {row ? <Person {...known} row={row} /> : <Gone />}
    </div>
  )
}

function Gone() {
  return (
    <div class="state">
      <h1>{t('people.gone')}</h1>
      <p>{t('people.goneText')}</p>
    </div>
  )
}

function Person({ row, ...known }: Known & { row: PersonRow }) {
  const { people } = known
  const named = people.mode === 'full'
  return (
    <>
      <header class="person-head">
        <h1 class="cut">{row.called}</h1>
        <PersonBadges row={row} />
        <span class="grow" />
        {named && <Acts {...known} row={row} />}
      </header>
      {!named && (
        <p class="faint mode">
          {t(`people.mode.${part(people.mode)}`)} {t('people.named')} <a href="#rates">{t('people.changeMode')}</a>
        </p>
      )}
      <PersonFacts {...known} row={row} />
      {named && <MaybeTheSame {...known} row={row} />}
      <section aria-label={t('people.seatsTitle')}>
        <h2>{t('people.seatsTitle')}</h2>
        {row.seats.length === 0 ? (
          <p class="faint none">{t('people.noSeats')}</p>
        ) : (
          <SeatTable known={known} row={row} whole />
        )}
      </section>
    </>
  )
}

/** What can be said of them; each with its way back. */
function Acts({ row, ...known }: Known & { row: PersonRow }) {
  const { db, client, people } = known
  const [asking, setAsking] = useState<'edit' | 'same' | 'give' | null>(null)
  const { view, called = t('people.somebody') } = row
  const others = people.rows.filter((each) => each !== row && each.view.emails.length > 0)
  const close = () => setAsking(null)
  const same = async (other: PersonRow) => {
    close()
    const done = await join(db, client, view, other.view)
    tell(done.outcome, t('people.joined', called, other.called ?? ''), done.undo)
  }
  const theirs = async (other: PersonRow) => {
    close()
    const done = await give(db, client, view, other.view)
    tell(done.outcome, t('people.given', called, other.called ?? ''), done.undo)
  }
  const stated = view.stated?.id
  const remove = async (id: Uuid) => {
    const done = await forget(db, client, id)
    // The record is gone, its accounts are not: one of them names the page from now on.
    const [account] = view.accounts
    if (done.outcome.ok) location.hash = account ? `#people/${account.id}` : '#people'
    tell(done.outcome, t('people.removed', called), done.undo)
  }
  return (
    <>
      {isNobodys(view) ? (
        <button type="button" class="button" onClick={() => setAsking('give')}>
          <Icon of={UsersRound} /> {t('people.give')}
        </button>
      ) : (
        <>
          <button type="button" class="button" onClick={() => setAsking('edit')}>
            <Icon of={Pencil} /> {t('common.edit')}
          </button>
          <button type="button" class="button" onClick={() => setAsking('same')}>
            <Icon of={UsersRound} /> {t('people.same')}
          </button>
        </>
      )}
      {stated !== undefined && (
        <button type="button" class="button quiet" title={t('people.removeHint')} onClick={() => void remove(stated)}>
          <Icon of={Trash2} /> {t('people.remove')}
        </button>
      )}
      {asking === 'edit' && <PersonForm {...known} view={view} onClose={close} />}
      {asking === 'same' && (
        <PickPerson
          title={t('people.sameTitle', called)}
          hint={t('people.sameHint')}
          rows={others}
          onClose={close}
          onPick={(other) => void same(other)}
        />
      )}
      {asking === 'give' && (
        <PickPerson
          title={t('people.giveTitle', called)}
          hint={t('people.giveHint')}
          rows={others}
          onClose={close}
          onPick={(other) => void theirs(other)}
        />
      )}
    </>
  )
}
