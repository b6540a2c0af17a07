import { Check } from 'lucide'
import { useState } from 'preact/hooks'
import type { Problem } from '../../shared/problem.ts'
import type { Database } from '../db/database.ts'
import { Icon } from '../ui/icon.tsx'
import { t } from '../ui/language.ts'
import { ProblemNote } from '../ui/note.tsx'
import { gistOf } from '../ui/value-text.ts'
import { decideAccept, draftTitle } from './decide.ts'
import { KindBadge } from './draft-list.tsx'
import type { DraftView } from './drafts.ts'
import { isUnconflicted } from './groups.ts'
import { StandingNote, type Whose } from './standing-note.tsx'

type Props = {
  db: Database
  views: DraftView[]
  whose: Whose
  /** How many rows there is room for. */
  room: number
  onReview: () => void
}

/** What one visit found, short: whose it is, the drafts that can be accepted at once, and the way to all of them. */
export function PageDrafts({ db, views, whose, room, onReview }: Props) {
  const [problem, setProblem] = useState<Problem | null>(null)
  const first = views[0]
  if (!first) return null
  const blocking = views.find(({ standing }) => standing.is !== 'here') ?? first
  const wrong = blocking.standing.is === 'elsewhere'
  const shown = wrong ? [] : views.slice(0, room)
  const accept = async (view: DraftView) =>
    setProblem(await decideAccept(db, view.draft, { client: whose.active?.id, confirmed: whose.confirmed }))
  return (
    <>
      <StandingNote view={blocking} whose={whose} />
      {problem && <ProblemNote problem={problem} tone="late" />}
      <ul class="page-drafts">
        {shown.map((view) => (
          <li key={view.draft.id} class="row page-draft">
            <span class="cut title">{draftTitle(view.draft)}</span>
            <KindBadge view={view} />
            <span class="cut faint gist">{gistOf(view.draft.sighting.type, view.draft.sighting.fields)}</span>
            {isUnconflicted(view, whose.confirmed) ? (
              <button
                type="button"
                class="button"
                aria-label={t('review.acceptIt', draftTitle(view.draft))}
                onClick={() => accept(view)}
              >
                <Icon of={Check} /> {t('review.accept')}
              </button>
            ) : (
              <button type="button" class="button quiet" onClick={onReview}>
                {t('review.needsReview')}
              </button>
            )}
          </li>
        ))}
      </ul>
      {views.length > shown.length && !wrong && (
        <p class="faint more">{t('review.popupMore', views.length - shown.length)}</p>
      )}
    </>
  )
}
