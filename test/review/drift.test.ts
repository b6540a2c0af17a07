import { describe, expect, test } from 'vitest'
import { connectors } from '../../extension/connectors/index.ts'
import type { Database } from '../../extension/db/database.ts'
import { createClient } from '../../extension/records/clients.ts'
import { acceptDraft } from '../../extension/review/accept.ts'
import { problemOf } from '../../extension/review/drift.ts'
import { reportOf } from '../../extension/review/drift-report.ts'
import { openVisit, receiveMaterial } from '../../extension/review/visits.ts'
import { newId, type Uuid } from '../../shared/model/id.ts'
import { freshDatabase } from '../support/device.ts'

const url = 'https://github.com/organizations/acme/billing'
const place = { origin: 'https://github.com', tab: 1 }
const api = 'https://api.github.com/orgs/acme'
const plan = { login: 'acme', plan: { name: 'team', seats: 10, filled_seats: 9 } }

/** One visit of the page, with what its requests were answered. */
async function visit(db: Database, answers: Record<string, unknown>, at = url): Promise<Uuid> {
  const session = newId()
  await openVisit(db, place, { session, url: at, title: 'Billing' })
  const responses = Object.entries(answers).map(([address, json]) => ({
    url: address,
    body: new Blob([JSON.stringify(json)]),
  }))
  const material = { url: at, title: 'Billing', lang: 'en', at: new Date().toISOString(), responses, page: null }
  await receiveMaterial(db, place, { session, material, dropped: 0, refused: false })
  return session
}

const said = async (db: Database, session: Uuid, seconds: number) => {
  const known = await db.sessions.get(session)
  if (!known) throw new Error('no such visit')
  return problemOf(known, new Date(Date.parse(known.openedAt) + seconds * 1000))
}

describe('a page that its connector understood before', () => {
  test('and that shows nothing of it any more has changed, once it had the time to', async () => {
    const db = freshDatabase()
    await visit(db, { [api]: plan })
    const later = await visit(db, { 'https://api.github.com/v9/acme': { seats: 3 } })
    expect([await said(db, later, 2), await said(db, later, 9)]).toEqual([null, 'PAGE_CHANGED'])
  })

  test('has not changed where it is understood again, be it with nothing in it', async () => {
    const db = freshDatabase()
    const seats = 'https://api.github.com/orgs/acme/copilot/billing/seats'
    await visit(db, { [seats]: { total_seats: 1, seats: [{ assignee: { login: 'ada' } }] } })
    expect(await said(db, await visit(db, { [seats]: { total_seats: 0, seats: [] } }), 60)).toBeNull()
  })

  test('is another page than its neighbor, and a first visit proves nothing', async () => {
    const db = freshDatabase()
    expect(await said(db, await visit(db, {}), 60)).toBeNull()
    await visit(db, { [api]: plan })
    expect(await said(db, await visit(db, {}, `${url}/history`), 60)).toBeNull()
  })
})

test('what is not readable any more never becomes zero seats: the record keeps what it had', async () => {
  const db = freshDatabase()
  const client = await createClient(db, 'Acme')
  await visit(db, { [api]: plan })
  for (const { id } of await db.drafts.toArray()) await acceptDraft(db, id, { confirmed: true })
  const before = await db.records.where('[scope+id]').between([client, ''], [client, '\uffff']).toArray()
  expect(before[0]?.cells.seatsPurchased?.value).toBe(10)

  const later = await visit(db, { [api]: { login: 'acme', plan: { name: 'team', seats: null, filled: '9 of 10' } } })
  const session = await db.sessions.get(later)
  for (const { id } of await db.drafts
    .where('session')
    .equals(session?.id ?? '')
    .toArray())
    await acceptDraft(db, id, { confirmed: true })
  const after = await db.records.get([client, before[0]?.id ?? ''])
  expect(after?.cells.seatsPurchased?.value).toBe(10)
  expect(after?.cells.seatsAssigned?.value).toBe(9)
})

describe('the report of a changed page', () => {
  const github = connectors.find(({ id }) => id === 'github')
  if (!github) throw new Error('no such connector')
  const about = { extension: '0.1.0', on: '2026-11-27' }

  test('names what is missing in the connector’s own words, and nothing of the page', async () => {
    const db = freshDatabase()
    const session = await db.sessions.get(
      await visit(db, { [`${api}/copilot/billing/seats`]: { secret: ['Ada Lovelace'] } }),
    )
    expect(session).toMatchObject({ problem: 'PAGE_CHANGED', missing: ['copilotSeats:/', 'copilotSeats:/seats'] })
    const report = reportOf(github, session?.missing ?? [], about)
    expect(report).toContain('- copilotSeats:/seats, in api.github.com/orgs/{org}/copilot/billing/seats or ')
    expect(report).not.toMatch(/acme|Ada|secret/)
  })

  test('names all that is expected where nothing came at all', () => {
    const report = reportOf(github, [], about)
    expect(report.match(/^- /gm)).toHaveLength(6)
  })
})
