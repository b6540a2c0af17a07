import { describe, expect, test } from 'vitest'
import type { Database } from '../../extension/db/database.ts'
import { createClient } from '../../extension/records/clients.ts'
import { deleteRecord, undeleteRecord } from '../../extension/records/edit.ts'
import { wholeOf } from '../../extension/records/whole.ts'
import { addLine, changesOf, editLine, sayAsBefore, sayPays } from '../../extension/spend/state.ts'
import type { Uuid } from '../../shared/model/id.ts'
import type { Fields, Sighting } from '../../shared/model/observation.ts'
import { accept } from '../support/accepted.ts'
import { freshDatabase } from '../support/device.ts'
import { sightingOf } from '../support/sightings.ts'

type Seen = { type?: Sighting['type']; key: string; fields: Fields }
/** As a console of Slack shows it. */
const seen = ({ type = 'subscription', key, fields }: Seen): Sighting => ({
  ...sightingOf(fields, { key }),
  type,
  vendor: 'slack.com',
})

const eur = (minor: number) => ({ minor, currency: 'EUR' })
const today = '2027-02-06'
const paid = async (db: Database, client: Uuid) => (await wholeOf(db, client, today)).inventory.paid
const saidOf = async (db: Database, client: Uuid) =>
  (await paid(db, client)).matches.map((match) =>
    match.is === 'matched' ? [match.subscription, ...match.reasons] : [match.is],
  )

async function setUp() {
  const db = freshDatabase()
  const client = await createClient(db, 'Contoso')
  const pro = await accept(db, seen({ key: 'pro', fields: { product: 'Pro' } }))
  const grid = await accept(db, seen({ key: 'grid', fields: { product: 'Grid' } }))
  return { db, client, pro, grid }
}

describe('what a person says of lines', () => {
  test('a bill of which only the total is known pays for what they say; undo asks again, and says what was said', async () => {
    const { db, client, pro, grid } = await setUp()
    for (const number of ['B-1', 'B-2'])
      await accept(
        db,
        seen({ type: 'invoice', key: number, fields: { number, total: eur(900), issuedOn: '2027-01-05' } }),
      )
    const lines = (await paid(db, client)).lines
    expect(await saidOf(db, client)).toEqual([['asked'], ['asked']])
    expect((await sayPays(db, client, lines, pro)).ok).toBe(true)
    expect(await saidOf(db, client)).toEqual([
      [pro, 'stated'],
      [pro, 'stated'],
    ])
    const stated = (await paid(db, client)).lines
    await sayPays(db, client, stated, grid)
    await sayAsBefore(db, client, stated)
    expect(await saidOf(db, client)).toEqual([
      [pro, 'stated'],
      [pro, 'stated'],
    ])
    await sayAsBefore(db, client, lines)
    expect(await saidOf(db, client)).toEqual([['asked'], ['asked']])
    const ops = await db.outbox.filter(({ body }) => body.type === 'invoice' && body.kind === 'set').toArray()
    expect(ops.every(({ body }) => body.kind === 'set' && body.field === 'subscription')).toBe(true)
  })

  test('that is not there any more is asked as gone', async () => {
    const { db, client, pro } = await setUp()
    await addLine(db, client, { publisher: 'Slack', billedCost: eur(5), billedOn: '2027-01-01', subscription: pro })
    expect(await saidOf(db, client)).toEqual([[pro, 'stated']])
    await deleteRecord(db, client, pro)
    expect((await paid(db, client)).matches).toMatchObject([{ is: 'asked', why: 'gone' }])
  })
})

describe('a typed line', () => {
  test('is spend at once, by whom and when it was said; deleted it is none, and comes back', async () => {
    const { db, client, pro } = await setUp()
    const added = await addLine(db, client, {
      publisher: 'Slack',
      description: 'Pro',
      billedCost: eur(1_200),
      billedOn: '2027-01-07',
    })
    if (!added.ok) throw new Error(added.problem.code)
    expect((await paid(db, client)).lines).toMatchObject([
      { billed: eur(1_200), billedOn: '2027-01-07', vendors: ['slack.com'] },
    ])
    expect(await saidOf(db, client)).toEqual([[pro, 'name', 'vendor']])
    await deleteRecord(db, client, added.value)
    expect((await paid(db, client)).lines).toEqual([])
    await undeleteRecord(db, client, added.value)
    expect((await paid(db, client)).lines).toHaveLength(1)
  })

  test('is changed field by field, and back to what was said before', async () => {
    const { db, client } = await setUp()
    const before = { publisher: 'Slack', description: 'Pro', billedCost: eur(1_200), billedOn: '2027-01-07' }
    const added = await addLine(db, client, before)
    if (!added.ok) throw new Error(added.problem.code)
    const { description: _, ...after } = { ...before, billedCost: eur(1_300), quantity: 2 }
    const changes = changesOf(before, after)
    expect(changes).toEqual({ billedCost: eur(1_300), quantity: 2, description: null })
    const former = await editLine(db, client, added.value, changes)
    const valuesOf = async () => (await wholeOf(db, client, today)).inventory.beliefs.charge.map(({ values }) => values)
    expect(await valuesOf()).toEqual([after])
    if (!former.ok) throw new Error(former.problem.code)
    await editLine(db, client, added.value, former.value)
    expect(await valuesOf()).toEqual([before])
  })

  test('that a person corrects after an import stays corrected without a quarrel', async () => {
    const { db, client } = await setUp()
    const rec = await accept(
      db,
      seen({ type: 'charge', key: 'c', fields: { billedCost: eur(10), billedOn: '2027-01-01' } }),
    )
    const outcome = await editLine(db, client, rec, { billedCost: eur(11) })
    expect(outcome).toMatchObject({ ok: true, value: { billedCost: null } })
    const [charge] = (await wholeOf(db, client, today)).inventory.beliefs.charge
    expect(charge?.from('billedCost')).toMatchObject({ value: eur(11), by: 'person' })
    expect(charge?.from('billedCost')?.conflict).toBeUndefined()
  })

  test('with a value that is none is refused, and nothing of it is written', async () => {
    const { db, client } = await setUp()
    expect(await addLine(db, client, { publisher: 'Slack', billedOn: 'tomorrow' })).toMatchObject({ ok: false })
    expect((await paid(db, client)).notSpend).toEqual([])
  })
})
