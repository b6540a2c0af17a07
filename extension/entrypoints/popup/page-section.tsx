import { useState } from 'preact/hooks'
import type { Uuid } from '../../../shared/model/id.ts'
import { NotAllowed } from '../../access/not-allowed.tsx'
import type { Page } from '../../access/page.ts'
import type { Database } from '../../db/database.ts'
import type { ClientCard } from '../../records/clients.ts'
import { problemOf } from '../../review/drift.ts'
import { t } from '../../ui/language.ts'
import { useNow } from '../../ui/use-now.ts'
import { AllKnown } from './states/all-known.tsx'
import { Found } from './states/found.tsx'
import { NoPage } from './states/no-page.tsx'
import { NothingFound } from './states/nothing-found.tsx'
import { Paused } from './states/paused.tsx'
import { Reading } from './states/reading.tsx'
import type { ThisPage } from './this-page.ts'

export type PageProps = {
  db: Database
  page: Page | null
  here: ThisPage
  active: ClientCard
  clients: ClientCard[]
  onSwitch: (client: Uuid) => void
  onReview: (session: Uuid | null) => void
  onVendors: () => void
  onAllowed: () => void
  /** How many drafts there is room for. */
  room: number
}

/** What was found here, or why nothing was, with the one button that helps. */
export function PageSection(props: PageProps) {
  const { here, onReview } = props
  return (
    <section class="this-page" aria-label={t('popup.thisPage')}>
      <PageState {...props} />
      {here.elsewhere > 0 && (
        <p class="elsewhere faint">
          {t('popup.waiting', here.elsewhere)}
          <button type="button" class="button link" onClick={() => onReview(null)}>
            {t('popup.review')}
          </button>
        </p>
      )}
    </section>
  )
}

function PageState(props: PageProps) {
  const { db, page, here, active, clients, onSwitch, onReview, onVendors, onAllowed, room } = props
  const { session, views } = here
  const now = useNow(2000)
  const [confirmedFor, confirm] = useState<Uuid | null>(null)
  if (session === null && page?.url && !page.allowed) return <NotAllowed url={page.url} onAllowed={onAllowed} />
  if (session === null) return page?.allowed ? <Reading /> : <NoPage onVendors={onVendors} />
  const code = problemOf(session, now)
  if (views.length > 0) {
    const confirmed = confirmedFor === active.id
    const whose = { active, clients, confirmed, onSwitch, onConfirm: () => confirm(active.id) }
    return <Found {...{ db, session, code, room }} views={views} whose={whose} onReview={() => onReview(session.id)} />
  }
  if (here.paused.length > 0) return <Paused names={here.paused} />
  if (session.found > 0 && code === null) return <AllKnown count={session.found} />
  return <NothingFound visit={session} code={code} />
}
