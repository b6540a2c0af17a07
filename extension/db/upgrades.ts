import type { Transaction } from 'dexie'
import type { Uuid } from '../../shared/model/id.ts'
import type { SeenOn, Session, StoredObservation, StoredRecord } from './schema.ts'
import { seenOn } from './seen-on.ts'

/** Version 2: records know the page that last showed them, and visits the address of their page. */
export async function rememberPages(tx: Transaction): Promise<void> {
  const visits = tx.table<Session, Uuid>('sessions').toCollection()
  await visits.modify((visit) => {
    Object.assign(visit, { page: visit.url.split(/[?#]/, 1)[0], understood: false, missing: [], formerly: false })
  })
  const pages = new Map<string, { page?: SeenOn }>()
  await tx.table<StoredObservation>('observations').each(({ scope, rec, observation }) => {
    const key = `${scope} ${rec}`
    pages.set(key, seenOn(pages.get(key) ?? {}, observation.sighting.capture))
  })
  const records = tx.table<StoredRecord>('records').toCollection()
  await records.modify((record) => {
    Object.assign(record, pages.get(`${record.scope} ${record.id}`))
  })
}
