import type { ComponentChildren } from 'preact'
import { part, t } from '../ui/language.ts'
import { TotalCost } from './cost-words.tsx'
import type { People } from './people.ts'
import { notInIt } from './words.ts'

/** How many there are, how that was counted, and how they may be shown. */
export function PeopleHead({ people, children }: { people: People; children?: ComponentChildren }) {
  const { mode, totals } = people
  const left = notInIt(totals.cost.unpriced, totals.cost.unconverted)
  return (
    <header class="people-head">
      <div class="line">
        <h1>{t('areas.people')}</h1>
        <p>
          <strong class="number">{t('people.persons', totals.persons)}</strong>
          {totals.nobodys > 0 && ` · ${t('people.nobodys', totals.nobodys)}`} · {t('people.seats', totals.seats)}
          <TotalCost of={totals.cost} />
        </p>
        <span class="grow" />
        {children}
      </div>
      <p class="faint mode">
        {t(`people.mode.${part(mode)}`)} <a href="#rates">{t('people.changeMode')}</a>
      </p>
      <details class="how">
        <summary>{t('people.how')}</summary>
        <ul>
          <li>
            {t('people.howPersons', totals.persons)} {totals.nobodys > 0 && t('people.howNobodys', totals.nobodys)}
          </li>
          <li>{t('people.howSeats', totals.seats)}</li>
          <li>
            {t('people.howCost')} {left}
          </li>
        </ul>
      </details>
    </header>
  )
}

export function NobodyYet() {
  return (
    <div class="state">
      <h2>{t('people.empty')}</h2>
      <p>{t('people.emptyText')}</p>
      <a class="button" href="#import">
        {t('common.importFile')}
      </a>
    </div>
  )
}
