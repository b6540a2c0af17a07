import type { Database } from '../../extension/db/database.ts'
import { acceptDraft } from '../../extension/review/accept.ts'
import { newVisit } from '../../extension/review/new-visit.ts'
import { receiveReading } from '../../extension/review/receive.ts'
import { newId, type Uuid } from '../../shared/model/id.ts'
import type { Fields, Sighting } from '../../shared/model/observation.ts'
import { readingOf } from './sightings.ts'

/** What a visit showed, received as the worker does it. */
export const show = (db: Database, sightings: Sighting[]) =>
  receiveReading(
    db,
    newVisit({
      id: newId(),
      tab: 1,
      url: 'https://admin.example.com/billing',
      title: 'Billing',
      openedAt: '2026-11-01T10:00:00.000Z',
    }),
    readingOf(sightings),
  )

/** Sees a thing and accepts it into the active client; answers with its record. */
export async function accept(db: Database, sighting: Sighting, corrections: Fields = {}): Promise<Uuid> {
  await show(db, [sighting])
  const [draft] = await db.drafts.toArray()
  const outcome = await acceptDraft(db, draft?.id ?? '', { corrections, confirmed: true })
  if (!outcome.ok) throw new Error(outcome.problem.code)
  return outcome.value.record
}
