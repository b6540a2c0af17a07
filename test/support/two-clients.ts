import type { Database } from '../../extension/db/database.ts'
import { thisDevice } from '../../extension/db/scopes.ts'
import { setActiveClient } from '../../extension/records/clients.ts'
import { editField, stateRecord } from '../../extension/records/edit.ts'
import type { PeopleMode } from '../../shared/model/client.ts'
import { newId, type Uuid } from '../../shared/model/id.ts'
import { peopleClient } from '../e2e/people-states.ts'
import { accept, correct } from '../e2e/seed.ts'
import { business, m365, slack } from '../e2e/seed-content.ts'

/** Who works at the first client. */
export const names = /okafor|lindqvist|reyes|brandt|duarte|zhao/i
/** What the second client is told by, and its id. */
export const canaries = /canary|fabrikam health/i

/** A worked client with corrections, a decision and conflicts; and another one whose every word is a canary. The first is active. */
export async function twoClients(db: Database, mode: PeopleMode = 'full'): Promise<{ id: Uuid; other: Uuid }> {
  const id = await peopleClient(db)
  const { workspace } = await thisDevice(db)
  await editField(db, workspace, id, 'peopleMode', mode)
  await correct(db, id, { ...m365, fields: business }, 'seatsPurchased', 130)
  await correct(db, id, { ...m365, fields: business }, 'owner', 'Teo Brandt')
  await conflictsIn(db, id)
  const other = (await db.records.toArray()).find(
    ({ type, edits }) => type === 'client' && /Fabrikam/.test(`${edits.name?.value}`),
  )
  if (!other) throw new Error('no second client')
  await setActiveClient(db, other.id)
  await accept(db, { ...slack, account: { ...slack.account, id: 'CANARY' }, fields: { product: 'Canary Suite' } })
  await stateRecord(db, other.id, 'person', { name: 'Canary Bird', emails: ['canary@fabrikam.example'] })
  await setActiveClient(db, id)
  return { id, other: other.id }
}

async function conflictsIn(db: Database, scope: Uuid): Promise<void> {
  const about = {
    kind: 'conflict',
    by: scope,
    at: '2027-02-06T13:20:00.000Z',
    resolved: false,
    rev: 9,
    rec: scope,
  } as const
  const rows = [
    { ...about, id: newId(), type: 'subscription', field: 'owner', value: 'Wen Zhao', reason: 'field' },
    { ...about, id: newId(), type: 'subscription', field: 'seatsPurchased', value: 120, reason: 'field' },
  ] as const
  await db.confirmed.bulkPut(rows.map((row) => ({ scope, id: row.id, row })))
}
