import { CheckCheck, CircleCheck, FileUp, Keyboard } from 'lucide'
import { useState } from 'preact/hooks'
import type { Uuid } from '../../shared/model/id.ts'
import type { Problem } from '../../shared/problem.ts'
import type { Database } from '../db/database.ts'
import { Icon } from '../ui/icon.tsx'
import { useKeys } from '../ui/keys.ts'
import { t } from '../ui/language.ts'
import { Watched } from '../ui/state.tsx'
import { useLive } from '../ui/use-live.ts'
import { firstToCorrect, useCorrections } from './correcting.ts'
import { decideAccept, decideAcceptAll, decideDismiss } from './decide.ts'
import { DraftDetail } from './draft-detail.tsx'
import { DraftList } from './draft-list.tsx'
import { type DraftView, draftsInOrder, viewDrafts } from './drafts.ts'
import { groupDrafts, groupKeyOf, isUnconflicted } from './groups.ts'
import { AcceptAllDialog, KeysDialog } from './review-dialogs.tsx'
import type { ClientName } from './standing-note.tsx'
import { acceptAllText } from './words.ts'

export type ReviewProps = {
  db: Database
  active: ClientName | null
  clients: ClientName[]
  /** The visit that the person came from: its drafts stand first. */
  session: Uuid | null
  onSwitch: (client: Uuid) => void
}

export function ReviewScreen(props: ReviewProps) {
  const { db, active, session } = props
  const live = useLive(
    async () => viewDrafts(db, await draftsInOrder(db, session), active?.id ?? null),
    [db, active?.id, session],
  )
  return (
    <Watched of={live} rows={8}>
      {(views) => <Reviewing {...props} views={views} />}
    </Watched>
  )
}

function Reviewing({ views, ...props }: ReviewProps & { views: DraftView[] }) {
  const groups = groupDrafts(views)
  const ordered = groups.flatMap((group) => group.views)
  const walk = useWalk(ordered)
  const correcting = useCorrections(walk.view, ordered)
  const [confirmed, setConfirmed] = useState<ReadonlySet<string>>(new Set())
  const [problem, setProblem] = useState<{ draft: Uuid; problem: Problem } | null>(null)
  const [dialog, setDialog] = useState<'keys' | 'all' | null>(null)
  const { view } = walk
  // A confirmation holds for one client: after a switch it must be given again.
  const confirmation = (of: DraftView) => `${props.active?.id} ${groupKeyOf(of)}`
  const isConfirmed = (of: DraftView) => confirmed.has(confirmation(of))
  const ready = ordered.filter((one) => isUnconflicted(one, isConfirmed(one), correcting.of(one.draft.id)))
  const wish = (one: DraftView) => ({
    client: props.active?.id,
    corrections: correcting.of(one.draft.id),
    confirmed: isConfirmed(one),
  })

  const accept = async () => {
    if (!view) return
    const { id } = view.draft
    const refused = await decideAccept(props.db, view.draft, wish(view))
    setProblem(refused && { draft: id, problem: refused })
    if (!refused) walk.leave(id)
  }
  const dismiss = async () => {
    if (!view) return
    await decideDismiss(props.db, view.draft)
    walk.leave(view.draft.id)
  }
  const edit = () => view && correcting.open(firstToCorrect(view))
  const acceptAll = () => {
    setDialog(null)
    void decideAcceptAll(
      props.db,
      ready.map((one) => ({ draft: one.draft, wish: wish(one) })),
    )
  }
  useKeys({
    j: () => walk.step(1),
    k: () => walk.step(-1),
    ArrowDown: () => walk.step(1),
    ArrowUp: () => walk.step(-1),
    a: () => void accept(),
    e: () => void edit(),
    x: () => void dismiss(),
    1: () => correcting.choose(0),
    2: () => correcting.choose(1),
    A: () => ready.length > 0 && setDialog('all'),
    '?': () => setDialog('keys'),
  })

  return (
    <>
      <Bar
        count={ordered.length}
        ready={ready.length}
        onAll={() => setDialog('all')}
        onKeys={() => setDialog('keys')}
      />
      {view ? (
        <div class="review-columns">
          <DraftList groups={groups} selected={view.draft.id} clients={props.clients} onSelect={walk.go} />
          <DraftDetail
            key={view.draft.id}
            db={props.db}
            view={view}
            whose={{
              ...props,
              confirmed: isConfirmed(view),
              onConfirm: () => setConfirmed(new Set([...confirmed, confirmation(view)])),
            }}
            correcting={correcting}
            decisions={{ accept, edit, dismiss, problem: problem?.draft === view.draft.id ? problem.problem : null }}
          />
        </div>
      ) : (
        <Empty />
      )}
      {dialog === 'keys' && <KeysDialog onClose={() => setDialog(null)} />}
      {dialog === 'all' && (
        <AcceptAllDialog
          ready={ready}
          left={ordered.length - ready.length}
          active={props.active?.name ?? ''}
          onClose={() => setDialog(null)}
          onAccept={acceptAll}
        />
      )}
    </>
  )
}

/** The selected draft; when it goes, its next neighbor takes its place. Keys may come faster than the screen paints. */
function useWalk(views: DraftView[]) {
  const [selected, go] = useState<Uuid | null>(null)
  const placeOf = (id: Uuid | null) =>
    Math.max(
      0,
      views.findIndex(({ draft }) => draft.id === id),
    )
  const at = (place: number, otherwise: Uuid | null) => views[place]?.draft.id ?? otherwise
  const step = (by: 1 | -1) => go((from) => at(placeOf(from) + by, from))
  const leave = (id: Uuid) => go(at(placeOf(id) + 1, at(placeOf(id) - 1, null)))
  return { view: views[placeOf(selected)], go, step, leave }
}

function Bar(props: { count: number; ready: number; onAll: () => void; onKeys: () => void }) {
  return (
    <div class="review-bar">
      <h1>{t('review.title')}</h1>
      <span class="faint">{t('review.drafts', props.count)}</span>
      <span class="grow" />
      <button type="button" class="button" disabled={props.ready === 0} onClick={props.onAll}>
        <Icon of={CheckCheck} /> {acceptAllText(props.ready)} <kbd>A</kbd>
      </button>
      <a class="button quiet" href="/app.html#import">
        <Icon of={FileUp} /> {t('common.importFile')}
      </a>
      <button type="button" class="button quiet" onClick={props.onKeys}>
        <Icon of={Keyboard} /> {t('review.keys')} <kbd>?</kbd>
      </button>
    </div>
  )
}

function Empty() {
  return (
    <div class="state middle">
      <Icon of={CircleCheck} />
      <h2>{t('review.emptyTitle')}</h2>
      <p>{t('review.empty')}</p>
    </div>
  )
}
