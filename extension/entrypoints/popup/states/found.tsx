import { ArrowRight } from 'lucide'
import type { ProblemCode } from '../../../../shared/problem.ts'
import type { Database } from '../../../db/database.ts'
import type { Session } from '../../../db/schema.ts'
import type { DraftView } from '../../../review/drafts.ts'
import { PageDrafts } from '../../../review/page-drafts.tsx'
import type { Whose } from '../../../review/standing-note.tsx'
import { VisitProblem } from '../../../review/visit-problem.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { t } from '../../../ui/language.ts'
import { knownConnectors } from '../known-connectors.ts'

type Props = {
  db: Database
  session: Session
  code: ProblemCode | null
  views: DraftView[]
  whose: Whose
  onReview: () => void
  /** How many drafts there is room for. */
  room: number
}

/** Drafts of this page: the first few here, all of them in the review. */
export function Found({ db, session, code, views, whose, onReview, room }: Props) {
  const { total, found, unchanged } = session
  return (
    <div class="found">
      <header>
        <h2>{t('popup.found', views.length)}</h2>
        <span class="cut faint grow">
          {[
            total !== null && total > found && t('popup.rows', found, total),
            unchanged > 0 && t('popup.alsoKnown', unchanged),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
        <button type="button" class="button link" onClick={onReview}>
          {t('popup.reviewAll')} <Icon of={ArrowRight} />
        </button>
      </header>
      {code !== null && <VisitProblem visit={session} code={code} known={knownConnectors} />}
      <PageDrafts db={db} views={views} whose={whose} room={room} onReview={onReview} />
    </div>
  )
}
