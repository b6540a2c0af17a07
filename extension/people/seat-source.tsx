import type { SeatView } from '../../shared/inventory/people/seats.ts'
import { evidenceOf } from '../records/queries.ts'
import { SourceTag, type SourceView } from '../ui/source-tag.tsx'
import type { Known } from './people.ts'

/** The most telling field that a console showed of a seat. */
const telling = ['product', 'email', 'status', 'person', 'accountId'] as const

/** Where a seat was read. Excerpts and addresses of pages are shown only where people are shown by their names. */
export function SeatSource({ known, seat: { assignment, product, vendor } }: { known: Known; seat: SeatView }) {
  const { db, client, people } = known
  const named = people.mode === 'full'
  for (const field of telling) {
    const belief = assignment.from(field)
    const { observation } = belief ?? {}
    if (!belief || observation === undefined) continue
    const load = async (): Promise<SourceView | undefined> => {
      const found = await evidenceOf(db, client, observation, field)
      return found && { ...found, at: found.capture.at, url: found.capture.url }
    }
    const { source, at } = belief
    return <SourceTag of={{ source, at }} what={product?.name ?? vendor.name} load={named ? load : undefined} />
  }
  return null
}
