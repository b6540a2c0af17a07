import { describe, expect, test, vi } from 'vitest'
import type { Database } from '../../extension/db/database.ts'
import { thisDevice } from '../../extension/db/scopes.ts'
import { attentionOf } from '../../extension/inventory/attention.ts'
import { peopleOf, searchTexts } from '../../extension/people/people.ts'
import { createClient } from '../../extension/records/clients.ts'
import { editField } from '../../extension/records/edit.ts'
import { subscriptionsOf } from '../../extension/records/queries.ts'
import { wholeOf } from '../../extension/records/whole.ts'
import { acceptDraft } from '../../extension/review/accept.ts'
import { decideDismiss, draftTitle } from '../../extension/review/decide.ts'
import { draftsInOrder, viewDrafts } from '../../extension/review/drafts.ts'
import { newVisit } from '../../extension/review/new-visit.ts'
import { receiveReading } from '../../extension/review/receive.ts'
import type { PeopleMode } from '../../shared/model/client.ts'
import { newId, type Uuid } from '../../shared/model/id.ts'
import type { Sighting } from '../../shared/model/observation.ts'
import { freshDatabase } from '../support/device.ts'
import { importFile, verdictsOf } from '../support/imported.ts'
import { readingOf, sightingOf } from '../support/sightings.ts'

const told = vi.hoisted(() => [] as { text: string; undo?: () => void }[])
vi.mock('../../extension/ui/toasts.tsx', () => ({
  toast: (text: string, undo?: () => void) => told.push({ text, ...(undo ? { undo } : {}) }),
}))

/** Somebody whose name stands nowhere else. */
const fields = {
  person: 'Quibble Zyxwer',
  email: 'quibble.zyxwer@contoso.example',
  accountId: 'U-zyxwer',
  product: 'Desk',
  status: 'active',
  lastActiveOn: '2026-11-20',
}
const names = /quibble|zyxwer/i
const seat = (change: Partial<typeof fields> = {}, at = '2026-11-21T10:00:00.000Z'): Sighting => {
  const shown = sightingOf({ ...fields, ...change }, { key: fields.email, at })
  const evidence = Object.entries(shown.evidence).map(
    ([field, of]) => [field, { ...of, excerpt: 'Quibble Zyxwer, active', locator: `row of ${fields.email}` }] as const,
  )
  return { ...shown, type: 'assignment', evidence: Object.fromEntries(evidence) }
}
const visit = newVisit({
  id: newId(),
  tab: 1,
  url: 'https://admin.example.com/users',
  title: 'Users',
  openedAt: '2026-11-21T10:00:00Z',
})

async function client(mode: PeopleMode) {
  const db = freshDatabase()
  const id = await createClient(db, 'Contoso')
  await setMode(db, id, mode)
  return { db, id }
}
const setMode = async (db: Database, id: Uuid, mode: PeopleMode) =>
  editField(db, (await thisDevice(db)).workspace, id, 'peopleMode', mode)
const show = (db: Database, sighting = seat()) => receiveReading(db, visit, readingOf([sighting]))
const views = async (db: Database, id: Uuid) => viewDrafts(db, await draftsInOrder(db, null), id)
/** Everything that this device keeps and sends, but for drafts that nobody has decided. */
const kept = async (db: Database) =>
  JSON.stringify(await Promise.all(db.tables.filter(({ name }) => name !== 'drafts').map((table) => table.toArray())))
const seats = async (db: Database, id: Uuid) => peopleOf(await wholeOf(db, id, '2026-11-27'), '2026-11-27')

describe('where people are only counted', () => {
  test('accepting keeps and sends the seat, and nobody’s name', async () => {
    const { db, id } = await client('counts-only')
    await show(db)
    const [view] = await views(db, id)
    if (!view) throw new Error('no draft')
    const shownFields = view.draft.sighting.fields
    expect([draftTitle(view.draft), JSON.stringify(view).match(names)]).toEqual(['Desk', null])
    const corrections = { person: 'Quibble', email: 'zyxwer@contoso.example', status: 'inactive' }
    const done = await acceptDraft(db, view.draft.id, { seen: { client: id, fields: shownFields }, corrections })
    expect(done.ok).toBe(true)
    expect(await kept(db)).not.toMatch(names)
    const { rows, totals } = await seats(db, id)
    expect([totals.seats, rows[0]?.seats[0]?.assignment.values]).toEqual([
      1,
      { product: 'Desk', status: 'inactive', lastActiveOn: '2026-11-20' },
    ])
  })

  test('the same page once more makes no noise; another value is a change of the same seat', async () => {
    const { db, id } = await client('counts-only')
    await show(db)
    await acceptDraft(db, (await db.drafts.toArray())[0]?.id ?? '')
    expect(await show(db)).toEqual({ ok: true, value: { proposed: 0, unchanged: 1 } })
    await show(db, seat({ status: 'suspended' }, '2026-11-22T10:00:00.000Z'))
    const [view] = await views(db, id)
    expect([view?.kind, view?.changes.map(({ field, kind }) => [field, kind])]).toEqual([
      'changed',
      [
        ['product', 'same'],
        ['status', 'changed'],
        ['lastActiveOn', 'same'],
      ],
    ])
  })

  test('with another mode the seat gets its name back when it is seen again, and is no second one', async () => {
    const { db, id } = await client('counts-only')
    await show(db)
    await acceptDraft(db, (await db.drafts.toArray())[0]?.id ?? '')
    await setMode(db, id, 'full')
    await show(db)
    await acceptDraft(db, (await db.drafts.toArray())[0]?.id ?? '')
    const { rows, totals } = await seats(db, id)
    expect([totals.seats, rows[0]?.called]).toEqual([1, 'Quibble Zyxwer'])
  })

  test('what was kept before the mode changed stays, and is not shown', async () => {
    const { db, id } = await client('full')
    await show(db)
    await acceptDraft(db, (await db.drafts.toArray())[0]?.id ?? '')
    await setMode(db, id, 'counts-only')
    expect(await kept(db)).toMatch(names)
    expect((await seats(db, id)).rows.map(({ called }) => called)).toEqual([undefined])
  })

  test('an import keeps no names either, says so before, and is the same seat twice', async () => {
    const { db, id } = await client('counts-only')
    const line = (at: number) => `Quibble Zyxwer ${at},zyxwer${at}@contoso.example,active,2026-11-20`
    const file = `Name,Email,Status,Last active\n${line(1)}\n${line(2)}\n`
    const verdicts = await verdictsOf(db, id, file, { from: 'Desk' })
    expect(
      JSON.stringify(verdicts.flatMap(({ planned }) => planned).map(({ shown, effect }) => [shown, effect])),
    ).not.toMatch(names)
    expect(verdicts.map(({ planned }) => planned.length)).toEqual([1, 1])
    expect(await importFile(db, id, file, { from: 'Desk' })).toBe(2)
    expect(await kept(db)).not.toMatch(names)
    expect(await importFile(db, id, file, { from: 'Desk' })).toBe(0)
    expect((await seats(db, id)).totals.seats).toBe(2)
  })

  test('a dismissal is undone with all that the page had shown', async () => {
    const { db, id } = await client('counts-only')
    await show(db)
    const before = await db.drafts.toArray()
    const [view] = await views(db, id)
    if (view) await decideDismiss(db, view.draft)
    expect([await db.drafts.count(), told.at(-1)?.text]).toEqual([0, 'Dismissed Desk'])
    told.at(-1)?.undo?.()
    await vi.waitFor(async () => expect(await db.drafts.toArray()).toEqual(before))
  })
})

describe('under made-up names', () => {
  test('the review, the list and its search name nobody; everything is kept', async () => {
    const { db, id } = await client('pseudonymous')
    await show(db)
    const [view] = await views(db, id)
    if (!view) throw new Error('no draft')
    expect(JSON.stringify(view)).not.toMatch(names)
    const corrections = { person: 'Somebody else' }
    await acceptDraft(db, view.draft.id, { seen: { client: id, fields: view.draft.sighting.fields }, corrections })
    const { rows, mode } = await seats(db, id)
    expect([rows[0]?.view.name, rows[0]?.called]).toEqual(['Quibble Zyxwer', draftTitle(view.draft)])
    expect([...searchTexts({ rows, mode }).values()].join()).not.toMatch(names)
  })

  test('a made-up name is one in every area, also of somebody with a record', async () => {
    const { db, id } = await client('pseudonymous')
    const { say } = await import('../../extension/people/state.ts')
    await say(db, id, undefined, { name: 'Quibble Zyxwer', emails: [fields.email] })
    await show(db)
    const [view] = await views(db, id)
    const [row] = (await seats(db, id)).rows
    expect(view && draftTitle(view.draft)).toBe(row?.called)
  })
})

test('the list of subscriptions, in the popup as well, names no owner', async () => {
  const { db, id } = await client('full')
  await show(db, sightingOf({ product: 'Desk' }))
  const accepted = await acceptDraft(db, (await db.drafts.toArray())[0]?.id ?? '')
  await editField(db, id, accepted.ok ? accepted.value.record : '', 'owner', fields.email)
  const listed = async () => JSON.stringify(await subscriptionsOf(db, id))
  expect(await listed()).toMatch(names)
  for (const mode of ['pseudonymous', 'counts-only'] as const) {
    await setMode(db, id, mode)
    expect(await listed()).not.toMatch(names)
  }
})

test('what needs attention names nobody where nobody is to be named', async () => {
  const { db, id } = await client('full')
  await show(db)
  const accepted = await acceptDraft(db, (await db.drafts.toArray())[0]?.id ?? '')
  const rec = accepted.ok ? accepted.value.record : ''
  const about = { kind: 'conflict', type: 'assignment', by: id, at: '2026-11-22T10:00:00Z', resolved: false } as const
  const [one, two] = [newId(), newId()]
  await db.confirmed.bulkPut([
    {
      scope: id,
      id: one,
      row: { ...about, id: one, rec, rev: 9, field: 'person', value: 'Zyxwer Q.', reason: 'field' },
    },
    {
      scope: id,
      id: two,
      row: { ...about, id: two, rec, rev: 9, field: 'status', value: 'inactive', reason: 'field' },
    },
  ])
  expect((await attentionOf(db, id)).map(({ is, title }) => [is, title])).toEqual([
    ['choice', 'Quibble Zyxwer'],
    ['choice', 'Quibble Zyxwer'],
  ])
  for (const mode of ['pseudonymous', 'counts-only'] as const) {
    await setMode(db, id, mode)
    const waiting = await attentionOf(db, id)
    expect(waiting.map(({ is }) => is).sort()).toEqual(['choice', 'hidden'])
    expect(waiting.map((one) => [one.title, one.is === 'choice' ? JSON.stringify(one.record) : '']).join()).not.toMatch(
      names,
    )
  }
})
