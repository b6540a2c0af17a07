import { Check } from 'lucide'
import { DayWords } from '../../../extension/ui/day-words.tsx'
import { Icon } from '../../../extension/ui/icon.tsx'
import { Note, ProblemNote } from '../../../extension/ui/note.tsx'
import { PositionBar, positionWords } from '../../../extension/ui/position-bar.tsx'
import { SourceTag } from '../../../extension/ui/source-tag.tsx'
import { Ghosts, Watched } from '../../../extension/ui/state.tsx'
import { problem } from '../../../shared/problem.ts'
import { As, Kind } from './piece.tsx'

const today = '2027-02-06'
const positions = [
  { purchased: 120, assigned: 96, active: 71 },
  { purchased: 25, assigned: 31, active: 20 },
  { purchased: 40 },
  { assigned: 44, active: 29 },
]

export const Marks = () => (
  <Kind name="Marks">
    <As is="badges">
      <span class="badges">
        <span class="badge">taught</span>
        <span class="badge accent">New</span>
        <span class="badge soon">3 changes</span>
        <span class="badge late">past due</span>
        <span class="badge proven">
          <Icon of={Check} class="tiny" /> allowed
        </span>
      </span>
    </As>
    <As is="day, soon, late">
      <p>
        <DayWords day="2027-07-01" today={today} />
      </p>
      <p>
        <DayWords day="2027-02-19" today={today} tone="soon" />
      </p>
      <p>
        <DayWords day="2027-01-31" today={today} tone="late" />
      </p>
    </As>
    <As is="value, unit, not shown, proven">
      <p>
        <span class="number">€29,664.00</span> <span class="faint">a year</span>
      </p>
      <p class="not-shown">renewal not shown</p>
      <p class="tone-proven">proven</p>
    </As>
    <As is="position" wide>
      {positions.map((of) => (
        <p key={positionWords(of)} class="position-line">
          <PositionBar of={of} /> <span class="soft">{positionWords(of)}</span>
        </p>
      ))}
    </As>
    <As is="source">
      140 <SourceTag of={{ source: 'page', at: '2026-11-04T09:00:00.000Z' }} what="seats" />
      <br />
      12 Mar 2027 <SourceTag of={{ source: 'person', at: '2027-02-01T09:00:00.000Z' }} what="renewal" />
    </As>
  </Kind>
)

export const States = () => (
  <Kind name="States and notes">
    <As is="empty">
      <div class="state">
        <h3>No vendor yet</h3>
        <p>Vendors appear with the first subscription that you accept or import.</p>
        <button type="button" class="button main">
          Import a file
        </button>
      </div>
    </As>
    <As is="coming">
      <Ghosts rows={3} />
    </As>
    <As is="not readable">
      <Watched of={{ state: 'failed', problem: problem('STORAGE_FAILED'), retry: () => undefined }}>
        {() => null}
      </Watched>
    </As>
    <As is="note">
      <Note title="First time here: contoso.onmicrosoft.com">
        Accepting binds this account to Contoso; later drafts of it need no click.
      </Note>
    </As>
    <As is="offline">
      <ProblemNote problem={problem('OFFLINE')} />
    </As>
    <As is="wrong, with what helps">
      <Note tone="late" title="contoso.onmicrosoft.com belongs to Contoso" actions={<Switch />}>
        It cannot be recorded under Northwind Traders. The draft is kept.
      </Note>
    </As>
    <As is="partial">
      <p>
        <strong>€99,751.04</strong> <span class="faint">a year, without 5 subscriptions</span>
      </p>
      <p class="tone-soon">No rate for US$ of this day</p>
    </As>
  </Kind>
)

const Switch = () => (
  <button type="button" class="button">
    Switch to Contoso
  </button>
)
