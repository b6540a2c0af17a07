import { describe, expect, test } from 'vitest'
import type { Connector } from '../../extension/connector-kit/define.ts'
import type { FoundList } from '../../extension/connector-kit/material.ts'
import { connectorOf } from '../../extension/connector-kit/taught.ts'
import { connectors as builtIn } from '../../extension/connectors/index.ts'
import type { Database } from '../../extension/db/database.ts'
import type { Session } from '../../extension/db/schema.ts'
import { createClient } from '../../extension/records/clients.ts'
import { acceptDraft } from '../../extension/review/accept.ts'
import { changedFor, problemOf } from '../../extension/review/drift.ts'
import { reportOf } from '../../extension/review/drift-report.ts'
import { openVisit, receiveMaterial } from '../../extension/review/visits.ts'
import { definitionOf, firstLesson } from '../../extension/teach/lesson.ts'
import { readShown } from '../../extension/teach/trial.ts'
import { newId } from '../../shared/model/id.ts'
import { freshDatabase } from '../support/device.ts'

const taughtFor = (url: string): Connector => {
  const definition = definitionOf({
    ...firstLesson(url),
    list: { selector: 'article.tile' },
    fields: [
      { field: 'product', places: [{ selector: '[data-of="acme"]' }], text: '' },
      { field: 'seatsPurchased', places: [{ label: ['On the shelf'] }], text: '' },
    ],
  })
  if (!definition) throw new Error('the lesson tells nothing')
  return connectorOf({ id: 'x', name: 'Shelf of Acme', vendor: new URL(url).hostname }, definition)
}

const shelf = 'https://shelf.example/tools'
const full: FoundList = { rows: [[{ text: 'Planner' }, { text: '15' }]], gone: [] }
const none: FoundList = { rows: [], gone: [] }
/** A table that the generic reader understands. */
const table = {
  ...{ kind: 'table' as const, near: [], header: ['Product', 'Licenses purchased', 'Renews on'] },
  rows: [[{ text: 'Planner' }, { text: '15' }, { text: '2027-09-01' }]],
}

async function visit(
  db: Database,
  list: FoundList,
  {
    url = shelf,
    answers = {},
    blocks = [],
  }: { url?: string; answers?: Record<string, unknown>; blocks?: (typeof table)[] } = {},
): Promise<Session> {
  const connectors = [...builtIn, taughtFor(url)]
  const [place, session] = [{ origin: new URL(url).origin, tab: 1 }, newId()]
  await openVisit(db, place, { session, url, title: 'Tools' }, connectors)
  const responses = Object.entries(answers).map(([address, json]) => ({ url: address, body: JSON.stringify(json) }))
  const page = { headings: [], blocks, selections: {}, lists: { 'taught-x/0': list } }
  const material = { url, title: 'Tools', lang: 'en', at: new Date().toISOString(), responses, page }
  const body = { session, material, dropped: 0, refused: false }
  await receiveMaterial(db, place, body, { connectors, shown: readShown })
  const known = await db.sessions.get(session)
  if (!known) throw new Error('no such visit')
  return known
}
const said = (visit: Session, seconds = 60) => problemOf(visit, new Date(Date.parse(visit.openedAt) + seconds * 1000))

describe('a page that was taught', () => {
  test('and that shows the list no more, or empty, has changed; the generic reader tries instead', async () => {
    const db = freshDatabase()
    expect(said(await visit(db, full))).toBeNull()
    const later = await visit(db, none, { blocks: [table] })
    expect([said(later, 2), said(later)]).toEqual([null, 'PAGE_CHANGED'])
    const drafts = await db.drafts.where('session').equals(later.id).toArray()
    expect(drafts.map(({ sighting }) => sighting.capture.connector.id)).toEqual(['generic'])
    expect(said(await visit(db, full))).toBeNull()
  })

  test('on its first visit, or read by nobody before, an empty list says nothing', async () => {
    expect(said(await visit(freshDatabase(), none))).toBeNull()
  })

  test('and that lost the place of one field says so at once, and is read for the others', async () => {
    const db = freshDatabase()
    await visit(db, full)
    const later = await visit(db, { rows: [[{ text: 'Planner' }, null]], gone: ['On the shelf'] })
    expect([later.problem, later.missing, later.found]).toEqual(['PAGE_CHANGED', ['On the shelf'], 1])
  })

  test('never becomes zero seats: the record keeps what it had', async () => {
    const db = freshDatabase()
    const client = await createClient(db, 'Acme')
    await visit(db, full)
    for (const { id } of await db.drafts.toArray()) await acceptDraft(db, id, { confirmed: true })
    const records = () => db.records.where('[scope+id]').between([client, ''], [client, '\uffff']).toArray()
    const before = await records()
    expect(before.map(({ cells }) => cells.seatsPurchased?.value)).toEqual([15])
    await visit(db, none)
    await visit(db, { rows: [[{ text: 'Planner' }, { text: 'many' }]], gone: [] })
    expect(await db.drafts.count()).toBe(0)
    expect((await records()).map(({ cells }) => cells.seatsPurchased?.value)).toEqual([15])
  })

  test('has changed also where a built-in connector reads on', async () => {
    const db = freshDatabase()
    const url = 'https://github.com/organizations/acme/billing'
    const answers = { 'https://api.github.com/orgs/acme': { login: 'acme', plan: { name: 'team', seats: 10 } } }
    expect(said(await visit(db, full, { url, answers }))).toBeNull()
    const later = await visit(db, none, { url, answers })
    expect([said(later), changedFor(later).connector]).toEqual(['PAGE_CHANGED', 'taught-x'])
    expect(later.found).toBe(1)
  })

  test('is reported by its fields, without a word of the page, of its address or of who taught it', () => {
    const about = { extension: '0.1.0', on: '2026-11-27' }
    const all = reportOf(taughtFor(`${shelf}/acme`), [], about)
    expect(all).toContain('Connector: taught, version 1')
    expect(all).toContain('- subscription.product, found by its selector')
    expect(all).toContain('- subscription.seatsPurchased, found by its label')
    const one = reportOf(taughtFor(`${shelf}/acme`), ['On the shelf'], about)
    expect(one.match(/^- .*$/gm)).toEqual(['- subscription.seatsPurchased, found by its label'])
    for (const report of [all, one]) expect(report).not.toMatch(/acme|shelf of|on the shelf|tools/i)
  })
})
