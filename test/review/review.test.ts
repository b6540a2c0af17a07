import { describe, expect, test } from 'vitest'
import type { Database } from '../../extension/db/database.ts'
import { boundClient } from '../../extension/records/binding.ts'
import { createClient, setActiveClient } from '../../extension/records/clients.ts'
import { deleteRecord, editField } from '../../extension/records/edit.ts'
import { subscriptionsOf } from '../../extension/records/queries.ts'
import { acceptDraft } from '../../extension/review/accept.ts'
import { dismissDraft } from '../../extension/review/dismiss.ts'
import { newVisit } from '../../extension/review/new-visit.ts'
import { receiveReading } from '../../extension/review/receive.ts'
import { newId, type Uuid } from '../../shared/model/id.ts'
import { Sighting } from '../../shared/model/observation.ts'
import { freshDatabase } from '../support/device.ts'
import { account, readingOf, sightingOf } from '../support/sightings.ts'

const session = newVisit({
  id: newId(),
  tab: 1,
  url: 'https://admin.example.com/billing',
  title: 'Billing',
  openedAt: '2026-11-01T10:00:00.000Z',
})

const show = (db: Database, ...sightings: Sighting[]) => receiveReading(db, session, readingOf(sightings))

const draftIds = async (db: Database) => (await db.drafts.toArray()).map(({ id }) => id)
const first = async (db: Database): Promise<Uuid> => (await draftIds(db))[0] ?? ''
const kinds = async (db: Database, scope: Uuid) => {
  const ops = await db.outbox.where('[scope+state+order]').between([scope, 'queued'], [scope, 'queued', []]).toArray()
  return ops.map(({ body }) => (body.kind === 'set' ? `set ${body.field}` : body.kind))
}
const workspaceOf = async (db: Database) =>
  (await db.scopes.toArray()).find(({ kind }) => kind === 'workspace')?.scope ?? ''

describe('receiving', () => {
  test('the same page captured twice replaces its own draft', async () => {
    const db = freshDatabase()
    await show(db, sightingOf({ product: 'Desk', seatsPurchased: 5 }))
    await show(db, sightingOf({ product: 'Desk', seatsPurchased: 6 }, { at: '2026-11-02T10:00:00.000Z' }))
    const drafts = await db.drafts.toArray()
    expect(drafts).toHaveLength(1)
    expect(drafts[0]).toMatchObject({
      firstSeenAt: '2026-11-01T10:00:00.000Z',
      seenAt: '2026-11-02T10:00:00.000Z',
      sighting: { fields: { seatsPurchased: 6 } },
    })
  })

  test('another account, another key or another host without account is another draft', async () => {
    const db = freshDatabase()
    const desk = { product: 'Desk' }
    await show(db, sightingOf(desk), sightingOf(desk, { account: account('t2') }), sightingOf(desk, { key: 'sku-2' }))
    await show(db, sightingOf(desk, { account: null }))
    await receiveReading(
      db,
      { ...session, host: 'other.example.com' },
      readingOf([sightingOf(desk, { account: null })]),
    )
    expect(await draftIds(db)).toHaveLength(5)
  })

  test('a page that shows less of the same does not make the draft poorer', async () => {
    const db = freshDatabase()
    await show(db, sightingOf({ product: 'Desk', seatsPurchased: 5 }))
    await show(db, sightingOf({ product: 'Desk' }))
    expect((await db.drafts.toArray())[0]?.sighting.fields).toEqual({ product: 'Desk', seatsPurchased: 5 })
    await show(db, sightingOf({ product: 'Table' }))
    expect((await db.drafts.toArray())[0]?.sighting.fields).toEqual({ product: 'Table' })
  })

  test('what is known and unchanged makes no noise: only the time it was seen at moves on', async () => {
    const db = freshDatabase()
    const client = await createClient(db, 'One')
    await show(db, sightingOf({ product: 'Desk', seatsPurchased: 5 }))
    await acceptDraft(db, await first(db))
    const before = await db.outbox.count()
    const again = await show(db, sightingOf({ product: 'Desk', seatsPurchased: 5 }, { at: '2026-11-09T10:00:00.000Z' }))
    expect(again).toEqual({ ok: true, value: { proposed: 0, unchanged: 1 } })
    expect([await draftIds(db), await db.outbox.count()]).toEqual([[], before])
    expect((await subscriptionsOf(db, client)).shown[0]?.seenAt).toBe('2026-11-09T10:00:00.000Z')
    expect(await db.sessions.get(session.id)).toMatchObject({ found: 1, unchanged: 1 })
  })

  test('a changed one is proposed, and taken back when the page shows the known value again', async () => {
    const db = freshDatabase()
    await createClient(db, 'One')
    await show(db, sightingOf({ seatsPurchased: 5 }))
    await acceptDraft(db, await first(db))
    await show(db, sightingOf({ seatsPurchased: 6 }, { at: '2026-11-02T10:00:00.000Z' }))
    expect(await draftIds(db)).toHaveLength(1)
    await show(db, sightingOf({ seatsPurchased: 5 }, { at: '2026-11-03T10:00:00.000Z' }))
    expect(await draftIds(db)).toHaveLength(0)
  })

  test('what a person corrected is not proposed again while the page shows what was corrected', async () => {
    const db = freshDatabase()
    const client = await createClient(db, 'One')
    await show(db, sightingOf({ seatsPurchased: 5 }))
    await acceptDraft(db, await first(db), { corrections: { seatsPurchased: 7 } })
    await show(db, sightingOf({ seatsPurchased: 5 }, { at: '2026-11-02T10:00:00.000Z' }))
    expect(await draftIds(db)).toHaveLength(0)
    await show(db, sightingOf({ seatsPurchased: 9 }, { at: '2026-11-03T10:00:00.000Z' }))
    await acceptDraft(db, await first(db))
    expect((await subscriptionsOf(db, client)).shown[0]?.fields.seatsPurchased).toMatchObject({
      value: 7,
      conflict: { captured: { value: 9 } },
    })
  })

  test('a dismissed content is not proposed again, a changed one is', async () => {
    const db = freshDatabase()
    await show(db, sightingOf({ seatsPurchased: 5 }))
    await dismissDraft(db, await first(db))
    await show(db, sightingOf({ seatsPurchased: 5 }, { at: '2026-11-02T10:00:00.000Z' }))
    expect(await draftIds(db)).toEqual([])
    await show(db, sightingOf({ seatsPurchased: 6 }))
    expect(await draftIds(db)).toHaveLength(1)
  })

  test('a choice between two readings is recorded as what the page showed, stated by a person, and not asked again', async () => {
    const db = freshDatabase()
    const client = await createClient(db, 'One')
    const evidence = { source: 'generic' as const, locator: 'row 1', excerpt: '03/04/2027', confidence: 'low' as const }
    const questions = { renewsOn: { choices: ['2027-04-03', '2027-03-04'], evidence } }
    const shown = (at: string) => ({ ...sightingOf({ product: 'Desk' }, { at }), questions })
    await show(db, shown('2026-11-01T10:00:00.000Z'))
    expect((await db.drafts.toArray())[0]).toMatchObject({ questions, sighting: { fields: { product: 'Desk' } } })
    await acceptDraft(db, await first(db), { corrections: { renewsOn: '2027-03-04' } })
    expect(await kinds(db, client)).toEqual(['add'])
    const [{ observation } = { observation: undefined }] = await db.observations.toArray()
    expect(observation?.sighting).toMatchObject({
      fields: { product: 'Desk', renewsOn: '2027-03-04' },
      evidence: { renewsOn: { excerpt: '03/04/2027', confidence: 'stated' } },
    })
    expect(Sighting.safeParse(observation?.sighting).success).toBe(true)
    await show(db, shown('2026-11-09T10:00:00.000Z'))
    expect(await draftIds(db)).toEqual([])
  })

  test('accepted without a choice, the field stays unknown and is asked again', async () => {
    const db = freshDatabase()
    const client = await createClient(db, 'One')
    const evidence = { source: 'generic' as const, locator: 'row 1', excerpt: '03/04/2027', confidence: 'low' as const }
    const asking = {
      ...sightingOf({ product: 'Desk' }),
      questions: { endsOn: { choices: ['2027-04-03', '2027-03-04'], evidence } },
    }
    await show(db, asking)
    await acceptDraft(db, await first(db))
    expect((await subscriptionsOf(db, client)).shown[0]?.fields.endsOn).toBeUndefined()
    await show(db, asking)
    expect(await draftIds(db)).toHaveLength(1)
  })

  test('a deleted thing that is seen again is proposed, and accepting it brings it back', async () => {
    const db = freshDatabase()
    const client = await createClient(db, 'One')
    await show(db, sightingOf({ product: 'Desk' }))
    const accepted = await acceptDraft(db, await first(db))
    await deleteRecord(db, client, accepted.ok ? accepted.value.record : '')
    await show(db, sightingOf({ product: 'Desk' }))
    expect(await draftIds(db)).toHaveLength(1)
    await acceptDraft(db, await first(db))
    expect((await subscriptionsOf(db, client)).total).toBe(1)
    expect(await kinds(db, client)).toEqual(['add', 'del', 'undel', 'add'])
  })
})

describe('accepting', () => {
  test('is one transaction: observation, record, numbered ops and binding, and no draft any more', async () => {
    const db = freshDatabase()
    const client = await createClient(db, 'One')
    await show(db, sightingOf({ product: 'Desk', seatsPurchased: 5 }))
    const accepted = await acceptDraft(db, await first(db), {
      corrections: { seatsPurchased: 7, plan: 'Pro', product: 'Desk' },
    })
    expect(accepted).toMatchObject({ ok: true, value: { client } })
    expect(await draftIds(db)).toEqual([])
    expect(await kinds(db, client)).toEqual(['add', 'set seatsPurchased', 'set plan'])
    expect((await kinds(db, await workspaceOf(db))).slice(2)).toEqual([
      'set vendor',
      'set accountId',
      'set accountName',
      'set client',
    ])
    expect(await boundClient(db, account('t1'))).toBe(client)
    expect((await subscriptionsOf(db, client)).shown[0]?.fields).toMatchObject({
      product: { value: 'Desk', by: 'capture' },
      seatsPurchased: { value: 7, by: 'person' },
      plan: { value: 'Pro', by: 'person' },
    })
    const observation = await db.observations.where('[scope+rec]').between([client], [client, []]).first()
    expect(observation).toMatchObject({ rev: 0, observation: { sighting: { fields: { seatsPurchased: 5 } } } })
  })

  test('into another client than the account’s is refused, and says whose it is', async () => {
    const db = freshDatabase()
    const one = await createClient(db, 'One')
    await show(db, sightingOf({ product: 'Desk' }))
    await acceptDraft(db, await first(db))
    const two = await createClient(db, 'Two')
    await show(db, sightingOf({ product: 'Chair' }, { key: 'sku-2' }))
    const refused = await acceptDraft(db, await first(db))
    expect(refused).toMatchObject({ ok: false, problem: { code: 'WRONG_CLIENT', detail: 'One' } })
    expect([await draftIds(db).then((ids) => ids.length), await kinds(db, two)]).toEqual([1, []])
    await setActiveClient(db, one)
    expect(await acceptDraft(db, await first(db))).toMatchObject({ ok: true, value: { client: one } })
  })

  test('a second account of another client is bound on its own, once', async () => {
    const db = freshDatabase()
    const one = await createClient(db, 'One')
    await show(db, sightingOf({ product: 'Desk' }), sightingOf({ product: 'Chair' }, { key: 'sku-2' }))
    for (const id of await draftIds(db)) await acceptDraft(db, id)
    expect(await kinds(db, await workspaceOf(db))).toHaveLength(2 + 4)
    const two = await createClient(db, 'Two')
    await show(db, sightingOf({ product: 'Desk' }, { account: account('t2') }))
    await acceptDraft(db, await first(db))
    expect([await boundClient(db, account('t1')), await boundClient(db, account('t2'))]).toEqual([one, two])
  })

  test.each([
    ['NO_CLIENT', {}, false, { product: 'Desk' }],
    ['CLIENT_UNCONFIRMED', {}, true, { product: 'Desk' }],
    ['BAD_VALUE', { confirmed: true, corrections: { seatsPurchased: -1 } }, true, { product: 'Desk' }],
    ['BAD_VALUE', { confirmed: true, corrections: { constructor: 'x' } }, true, { product: 'Desk' }],
  ] as const)('%s is an outcome that changes nothing', async (code, wish, withClient, fields) => {
    const db = freshDatabase()
    if (withClient) await createClient(db, 'One')
    const ops = await db.outbox.count()
    await show(db, sightingOf(fields, { account: null }))
    expect(await acceptDraft(db, await first(db), wish)).toMatchObject({ ok: false, problem: { code } })
    expect([await db.drafts.count(), await db.outbox.count(), await db.observations.count()]).toEqual([1, ops, 0])
  })

  test('a page without account is accepted once the person says whose it is, and binds nothing', async () => {
    const db = freshDatabase()
    const client = await createClient(db, 'One')
    await show(db, sightingOf({ product: 'Desk' }, { account: null }))
    expect(await acceptDraft(db, await first(db), { confirmed: true })).toMatchObject({ ok: true, value: { client } })
    expect(await kinds(db, await workspaceOf(db))).toHaveLength(2)
  })

  test('of a draft that was decided meanwhile does nothing twice', async () => {
    const db = freshDatabase()
    const client = await createClient(db, 'One')
    await show(db, sightingOf({ product: 'Desk' }))
    const id = await first(db)
    const both = await Promise.all([acceptDraft(db, id), acceptDraft(db, id)])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toMatchObject({ problem: { code: 'DRAFT_GONE' } })
    expect(await kinds(db, client)).toEqual(['add'])
  })

  test('when the storage fails nothing of it is there, and the draft is kept', async () => {
    const db = freshDatabase()
    const client = await createClient(db, 'One')
    await show(db, sightingOf({ product: 'Desk' }))
    db.drafts.hook('deleting', () => {
      throw new DOMException('full', 'QuotaExceededError')
    })
    expect(await acceptDraft(db, await first(db))).toMatchObject({ problem: { code: 'DEVICE_FULL' } })
    expect([await db.drafts.count(), await db.observations.count(), await kinds(db, client)]).toEqual([1, 0, []])
    expect(await boundClient(db, account('t1'))).toBeNull()
  })

  test('an edit after it stands on what the page showed', async () => {
    const db = freshDatabase()
    const client = await createClient(db, 'One')
    await show(db, sightingOf({ seatsPurchased: 5 }))
    const accepted = await acceptDraft(db, await first(db))
    expect(await editField(db, client, accepted.ok ? accepted.value.record : '', 'seatsPurchased', 6)).toMatchObject({
      ok: true,
    })
  })

  test('T10: one portal that shows no account, read for two clients in turns, keeps their drafts apart', async () => {
    const db = freshDatabase()
    const nameless = (seats: number) => sightingOf({ product: 'Desk', seatsPurchased: seats }, { account: null })
    const [brook, elm] = [await createClient(db, 'Brook'), await createClient(db, 'Elm')]
    await show(db, nameless(5))
    await setActiveClient(db, brook)
    await show(db, nameless(70))
    const drafts = await db.drafts.toArray()
    expect(drafts.map(({ client, sighting }) => [client, sighting.fields.seatsPurchased]).sort()).toEqual(
      [
        [elm, 5],
        [brook, 70],
      ].sort(),
    )
    const ofElm = drafts.find(({ client }) => client === elm)?.id ?? ''
    expect(await acceptDraft(db, ofElm, { confirmed: true })).toMatchObject({
      ok: false,
      problem: { code: 'WRONG_CLIENT', detail: 'Elm' },
    })
    expect(await db.observations.count()).toBe(0)
    // What was dismissed for one client is proposed for the other.
    await dismissDraft(db, ofElm)
    await show(db, nameless(5))
    expect((await db.drafts.toArray()).map(({ client }) => client)).toEqual([brook])
  })

  test('is of what the person looked at: not after a switch, and not of what came meanwhile', async () => {
    const db = freshDatabase()
    const brook = await createClient(db, 'Brook')
    const fields = { product: 'Desk', seatsPurchased: 5 }
    await show(db, sightingOf(fields, { account: null }))
    const seen = { client: brook, fields }
    const id = await first(db)
    await show(db, sightingOf({ ...fields, seatsPurchased: 6 }, { account: null }))
    expect(await acceptDraft(db, id, { confirmed: true, seen })).toMatchObject({ problem: { code: 'DRAFT_CHANGED' } })
    await createClient(db, 'Elm')
    expect(await acceptDraft(db, id, { confirmed: true, seen })).toMatchObject({ problem: { code: 'CLIENT_SWITCHED' } })
    expect(await db.observations.count()).toBe(0)
    await setActiveClient(db, brook)
    expect(await acceptDraft(db, id, { confirmed: true })).toMatchObject({ ok: true })
  })

  test('T10: consoles of two clients, in turns: nothing lands in the wrong one', async () => {
    const db = freshDatabase()
    const clients = [await createClient(db, 'One'), await createClient(db, 'Two')]
    for (const [place, client] of clients.entries()) {
      await setActiveClient(db, client)
      await show(db, sightingOf({ product: `of ${place}` }, { account: account(`t${place}`) }))
      await acceptDraft(db, await first(db))
    }
    for (let turn = 0; turn < 40; turn++) {
      const owner = turn % 2
      await setActiveClient(db, clients[(turn >> 1) % 2] ?? '')
      await show(
        db,
        sightingOf(
          { product: `of ${owner}`, seatsPurchased: turn },
          { account: account(`t${owner}`), key: `k${turn}` },
        ),
      )
      for (const id of await draftIds(db)) await acceptDraft(db, id)
    }
    for (const [place, client] of clients.entries()) {
      const { total, shown } = await subscriptionsOf(db, client, { limit: 100 })
      expect(total).toBeGreaterThan(10)
      expect(new Set(shown.map(({ fields }) => fields.product?.value))).toEqual(new Set([`of ${place}`]))
    }
  })
})
