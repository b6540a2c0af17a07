import type { ComponentChildren } from 'preact'
import { TotalCost } from './cost-words.tsx'
import type { People } from './people.ts'
import { words } from './words.ts'

/** How many there are, how that was counted, and how they may be shown. */
export function PeopleHead({ people, children }: { people: People; children?: ComponentChildren }) {
  const { mode, totals } = people
  const left = words.leftOut(totals.cost.unpriced, totals.cost.unconverted)
  return (
    <header class="people-head">
      <div class="line">
        <h1>{words.title}</h1>
        <p>
          <strong class="number">{words.persons(totals.persons)}</strong>
          {totals.nobodys > 0 && ` · ${words.nobodys(totals.nobodys)}`} · {words.seats(totals.seats)}
          <TotalCost of={totals.cost} />
        </p>
        <span class="grow" />
        {children}
      </div>
      <p class="faint mode">
        {words.modes[mode]} <a href="#rates">{words.changeMode}</a>
      </p>
      <details class="how">
        <summary>{words.how}</summary>
        <ul>
          <li>{words.howPersons(totals.persons, totals.nobodys)}</li>
          <li>{words.howSeats(totals.seats)}</li>
          <li>
            {words.howCost} {left !== '' && words.notInIt(left)}
          </li>
        </ul>
      </details>
    </header>
  )
}

export function NobodyYet() {
  return (
    <div class="state">
      <h2>{words.empty}</h2>
      <p>{words.emptyText}</p>
      <a class="button" href="#import">
        {words.import}
      </a>
    </div>
  )
}
