import { ArrowRight } from 'lucide'
import { problem } from '../../../../shared/problem.ts'
import type { Database } from '../../../db/database.ts'
import type { Session } from '../../../db/schema.ts'
import type { DraftView } from '../../../review/drafts.ts'
import { PageDrafts } from '../../../review/page-drafts.tsx'
import type { Whose } from '../../../review/standing-note.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { ProblemNote } from '../../../ui/note.tsx'
import { words } from '../words.ts'

type Props = { db: Database; session: Session; views: DraftView[]; whose: Whose; onReview: () => void }

/** Drafts of this page: the first few here, all of them in the review. */
export function Found({ db, session, views, whose, onReview }: Props) {
  const { total, found, unchanged } = session
  return (
    <div class="found">
      <header>
        <h2>{words.found(views.length)}</h2>
        <span class="cut faint grow">
          {[total !== null && total > found && words.rows(found, total), unchanged > 0 && words.alsoKnown(unchanged)]
            .filter(Boolean)
            .join(' · ')}
        </span>
        <button type="button" class="button link" onClick={onReview}>
          {words.reviewAll} <Icon of={ArrowRight} />
        </button>
      </header>
      {session.problem !== null && <ProblemNote problem={problem(session.problem)} />}
      <PageDrafts db={db} views={views} whose={whose} room={3} onReview={onReview} />
    </div>
  )
}
