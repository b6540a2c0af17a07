import { Check, ExternalLink, Pencil, X } from 'lucide'
import { isAboutPeople, isShownAsIs } from '../../shared/inventory/people/masked.ts'
import type { Problem } from '../../shared/problem.ts'
import type { Database } from '../db/database.ts'
import { fieldWords, readByTaught, typeWords } from '../ui/field-words.ts'
import { ageOf, dayOf, hostOf, safeLink } from '../ui/format.ts'
import { Icon } from '../ui/icon.tsx'
import { part, t } from '../ui/language.ts'
import { Note, ProblemNote } from '../ui/note.tsx'
import { labelOf } from '../ui/value-text.ts'
import { draftTitle } from './decide.ts'
import type { DraftView } from './drafts.ts'
import { type Correcting, FieldRow } from './field-row.tsx'
import { OutcomeLine } from './outcome-line.tsx'
import { StandingNote, type Whose } from './standing-note.tsx'
import { withinSentence } from './words.ts'

export type Decisions = { accept: () => void; edit: () => void; dismiss: () => void; problem: Problem | null }

type Props = { db: Database; view: DraftView; whose: Whose; correcting: Correcting; decisions: Decisions }

/** What another client’s account shows is not spread out under this one: only the guard stands there. */
export function DraftDetail({ db, view, whose, correcting, decisions }: Props) {
  const wrong = view.standing.is === 'elsewhere'
  const { draft } = view
  const told = !wrong && draft.sighting.type === 'subscription'
  return (
    <article class={`detail ${wrong ? 'wrong' : ''}`} aria-label={t('review.detailLabel')}>
      <DetailHead view={view} />
      <div class="detail-notes">
        <StandingNote view={view} whose={whose} />
        {view.changes.some(({ kind }) => kind === 'contested') && (
          <Note tone="soon" title={t('review.contestedTitle')}>
            {t('review.contested')}
          </Note>
        )}
        {decisions.problem && <ProblemNote problem={decisions.problem} tone="late" />}
      </div>
      {told && whose.active && (
        <OutcomeLine
          db={db}
          draft={draft}
          corrections={correcting.corrections}
          client={whose.active.id}
          today={dayOf(new Date())}
        />
      )}
      {!wrong && <FieldTable view={view} correcting={correcting} />}
      <Actions decisions={decisions} blocked={wrong || view.standing.is === 'no-client'} />
    </article>
  )
}

function DetailHead({ view: { draft, taught } }: { view: DraftView }) {
  const { type, vendor, vendorAccount, capture } = draft.sighting
  const link = safeLink(capture.url)
  return (
    <header class="detail-head">
      <p class="faint">
        {typeWords[type].one} · {vendor}
        {vendorAccount && ` · ${vendorAccount.name ?? vendorAccount.id}`}
      </p>
      <h2>{draftTitle(draft)}</h2>
      <p class="faint">
        {t('review.captured', ageOf(draft.seenAt, new Date()))}
        {link !== undefined && (
          <>
            {' · '}
            <a href={link} target="_blank" rel="noreferrer">
              {hostOf(link)} <Icon of={ExternalLink} class="tiny" />
              <span class="aside">{t('review.openPage')}</span>
            </a>
          </>
        )}
      </p>
      {taught !== undefined && <p class="faint">{readByTaught(taught)}</p>}
    </header>
  )
}

function FieldTable({ view, correcting }: { view: DraftView; correcting: Correcting }) {
  const { draft, changes, kind } = view
  const { type } = draft.sighting
  const withPresent = kind !== 'new'
  const shown = new Set(changes.map(({ field }) => field))
  const missing = Object.keys(fieldWords[type]).filter(
    (field) => !shown.has(field) && isShownAsIs(type, field, view.mode),
  )
  return (
    <>
      <table class={`fields ${withPresent ? 'diff' : ''}`}>
        <thead>
          <tr>
            <th scope="col">{t('review.columns.field')}</th>
            {withPresent && <th scope="col">{t('review.columns.present')}</th>}
            <th scope="col">{t('review.columns.captured')}</th>
            <th scope="col">{t('review.columns.evidence')}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <FieldRow
              key={change.field}
              draft={draft}
              taught={view.taught}
              change={change}
              correcting={correcting}
              withPresent={withPresent}
              mode={view.mode}
            />
          ))}
        </tbody>
      </table>
      {view.mode !== 'full' && isAboutPeople(type) && (
        <p class="missing faint">{t(`review.people.${part(view.mode)}`)}</p>
      )}
      {missing.length > 0 && (
        <p class="missing faint">
          {t('review.alsoNotShown', missing.map((field) => withinSentence(labelOf(type, field))).join(', '))}
        </p>
      )}
    </>
  )
}

function Actions({ decisions, blocked }: { decisions: Decisions; blocked: boolean }) {
  return (
    <footer class="decide">
      <button type="button" class="button main" disabled={blocked} onClick={decisions.accept}>
        <Icon of={Check} /> {t('review.accept')} <kbd>a</kbd>
      </button>
      <button type="button" class="button" disabled={blocked} onClick={decisions.edit}>
        <Icon of={Pencil} /> {t('review.edit')} <kbd>e</kbd>
      </button>
      <button type="button" class="button" onClick={decisions.dismiss}>
        <Icon of={X} /> {t('review.dismiss')} <kbd>x</kbd>
      </button>
    </footer>
  )
}
