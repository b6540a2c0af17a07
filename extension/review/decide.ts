import type { Uuid } from '../../shared/model/id.ts'
import type { Fields } from '../../shared/model/observation.ts'
import type { Outcome, Problem } from '../../shared/problem.ts'
import type { Database } from '../db/database.ts'
import type { Draft } from '../db/schema.ts'
import { t } from '../ui/language.ts'
import { sentenceOf } from '../ui/problem-words.ts'
import { toast } from '../ui/toasts.tsx'
import { titleOf } from '../ui/value-text.ts'

/**
 * What a person decides, with what the screen says after it. Accepting is loaded when it is first needed: the popup
 * paints without the whole model.
 */
export const draftTitle = ({ sighting: { type, fields, key } }: Draft): string => titleOf(type, fields, key)

/** `client` is the one on the screen. */
type Wish = { client: Uuid | undefined; corrections?: Fields | undefined; confirmed?: boolean | undefined }

async function accept(db: Database, { id, sighting }: Draft, wish: Wish): Promise<Outcome<unknown>> {
  const { acceptDraft } = await import('./accept.ts')
  const { client, corrections, confirmed } = wish
  return acceptDraft(db, id, {
    ...(corrections && Object.keys(corrections).length > 0 ? { corrections } : {}),
    ...(confirmed ? { confirmed } : {}),
    ...(client ? { seen: { client, fields: sighting.fields } } : {}),
  })
}

/** Null when it was accepted. */
export async function decideAccept(db: Database, draft: Draft, wish: Wish): Promise<Problem | null> {
  const outcome = await accept(db, draft, wish)
  if (!outcome.ok) return outcome.problem
  toast(t('review.accepted', draftTitle(draft)))
  void tellWorker()
  return null
}

/** The server and the toolbar badge learn of it at once; where the worker does not answer, its alarm sees to it. */
async function tellWorker(): Promise<void> {
  const { send } = await import('../messages.ts')
  await send('syncNow', {}).catch(() => undefined)
}

/** One after the other: each is its own transaction, and one that is refused does not hold the others. */
export async function decideAcceptAll(db: Database, drafts: { draft: Draft; wish: Wish }[]): Promise<void> {
  let accepted = 0
  const refused: Problem[] = []
  for (const { draft, wish } of drafts) {
    const outcome = await accept(db, draft, wish)
    if (outcome.ok) accepted += 1
    else refused.push(outcome.problem)
  }
  const [first] = refused
  toast(first ? t('review.refusedMany', refused.length, sentenceOf(first)) : t('review.acceptedMany', accepted))
  void tellWorker()
}

export async function decideDismiss(db: Database, draft: Draft): Promise<void> {
  const { dismissDraft } = await import('./dismiss.ts')
  // The screen may show less of it than is stored.
  const whole = await db.drafts.get(draft.id)
  await dismissDraft(db, draft.id)
  void tellWorker()
  toast(t('review.dismissed', draftTitle(draft)), whole && (() => void restoreDraft(db, whole)))
}

/** The way back of a dismissal: the draft as it was, and no memory of having been refused. */
export const restoreDraft = (db: Database, draft: Draft): Promise<void> =>
  db.transaction('rw', db.drafts, db.dismissed, async () => {
    await db.dismissed.delete(draft.id)
    await db.drafts.put(draft)
  })
