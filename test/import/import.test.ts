import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dryRun, importable, sumOf } from '../../extension/import/dry-run.ts'
import { emptyPlan } from '../../extension/import/plan.ts'
import { planFor, recallPlan, rememberPlan } from '../../extension/import/remembered.ts'
import { writeRows } from '../../extension/import/write.ts'
import { createClient, setActiveClient } from '../../extension/records/clients.ts'
import { editField } from '../../extension/records/edit.ts'
import { fieldOf } from '../../shared/inventory/fold.ts'
import { newId } from '../../shared/model/id.ts'
import { accept } from '../support/accepted.ts'
import { freshDatabase } from '../support/device.ts'
import { importFile, rowsOf, verdictsOf } from '../support/imported.ts'
import { account, sightingOf } from '../support/sightings.ts'

const licenses = (alpha = 50) => `Product,Total licenses,Assigned licenses,Expiration date
Alpha Suite,${alpha},42,2027-12-31
Beta Tool,5,3,2027-06-30
`
const fresh = async () => {
  const db = freshDatabase()
  return { db, client: await createClient(db, 'Contoso') }
}
const kinds = (verdicts: { kind: string }[]) => verdicts.map(({ kind }) => kind)

describe('an import', () => {
  test('writes records with their evidence, and an op for each', async () => {
    const { db, client } = await fresh()
    expect(await importFile(db, client, licenses())).toBe(2)
    const observations = await db.observations.toArray()
    const alpha = observations.find(({ observation }) => observation.sighting.key === 'Alpha Suite')?.observation
      .sighting
    expect(alpha?.fields).toMatchObject({
      product: 'Alpha Suite',
      seatsPurchased: 50,
      seatsAssigned: 42,
      endsOn: '2027-12-31',
    })
    expect(alpha?.evidence.seatsPurchased).toEqual({
      source: 'import',
      locator: 'row 2, Total licenses',
      excerpt: '50',
      confidence: 'low',
    })
    expect(alpha?.capture).toMatchObject({ url: 'file:file.csv', connector: { id: 'import', version: 1 } })
    const ops = await db.outbox.where('[scope+rec]').between([client, ''], [client, '\uffff']).toArray()
    expect(ops.map(({ body }) => body.kind)).toEqual(['add', 'add'])
  })

  test('of the same file once more changes nothing: no observation, no record, no op', async () => {
    const { db, client } = await fresh()
    await importFile(db, client, licenses())
    const before = await Promise.all([db.observations.toArray(), db.records.toArray(), db.outbox.toArray()])
    expect(kinds(await verdictsOf(db, client, licenses()))).toEqual(['same', 'same'])
    expect(await importFile(db, client, licenses())).toBe(0)
    expect(await Promise.all([db.observations.toArray(), db.records.toArray(), db.outbox.toArray()])).toEqual(before)
  })

  test('any file: twice is once, in any order of its rows', async () => {
    const row = fc.tuple(fc.constantFrom('Alpha', 'Beta', 'Gamma', 'Delta'), fc.integer({ min: 1, max: 9 }))
    const people = fc.uniqueArray(row, { minLength: 1, maxLength: 6, selector: ([name]) => name })
    await fc.assert(
      fc.asyncProperty(people, async (rows) => {
        const { db, client } = await fresh()
        const text = (of: typeof rows) =>
          `Product,Seats purchased,Renewal date\n${of.map((one) => `${one.join()},2027-03-01\n`).join('')}`
        await importFile(db, client, text(rows))
        const count = await db.observations.count()
        expect(await importFile(db, client, text(rows))).toBe(0)
        expect(await importFile(db, client, text([...rows].reverse()))).toBe(0)
        expect(await db.observations.count()).toBe(count)
        db.close()
      }),
      { numRuns: 12 },
    )
  })

  test('in two windows at once is one import', async () => {
    const { db, client } = await fresh()
    await Promise.all([importFile(db, client, licenses()), importFile(db, client, licenses())])
    expect(await db.observations.count()).toBe(2)
  })

  test('says which fields change, from what to what, and writes only those rows', async () => {
    const { db, client } = await fresh()
    await importFile(db, client, licenses())
    const verdicts = await verdictsOf(db, client, licenses(60))
    expect(kinds(verdicts)).toEqual(['changed', 'same'])
    expect(verdicts[0]?.planned[0]?.effect.fields).toEqual([
      { field: 'seatsPurchased', before: 50, after: 60, disputed: false },
    ])
    expect(await importFile(db, client, licenses(60))).toBe(1)
    expect(await importFile(db, client, licenses(60))).toBe(0)
  })

  test('cancelled halfway keeps what is done, and goes on with the rest', async () => {
    const { db, client } = await fresh()
    const many = `Product,Seats purchased,Renewal date\n${Array.from({ length: 250 }, (_, at) => `P${at},${at + 1},2027-03-01\n`).join('')}`
    const cancel = new AbortController()
    const verdicts = importable(await verdictsOf(db, client, many))
    const written = await writeRows(db, client, verdicts, { signal: cancel.signal, onProgress: () => cancel.abort() })
    expect(written).toMatchObject({ rows: 100, left: 150, problem: null })
    expect(written.added).toHaveLength(100)
    expect(sumOf(await verdictsOf(db, client, many))).toMatchObject({ same: 100, new: 150 })
    expect(await importFile(db, client, many)).toBe(150)
    expect(await db.observations.count()).toBe(250)
  })

  test('belongs to the client that was named: after a switch nothing more is written, to nobody', async () => {
    const { db, client } = await fresh()
    const verdicts = importable(await verdictsOf(db, client, licenses()))
    const other = await createClient(db, 'Northwind')
    const running = { signal: new AbortController().signal, onProgress: () => undefined }
    expect((await writeRows(db, client, verdicts, running)).problem?.code).toBe('IMPORT_CLIENT_SWITCHED')
    expect(await db.observations.count()).toBe(0)
    await setActiveClient(db, client)
    expect((await writeRows(db, client, verdicts, running)).problem).toBeNull()
    expect(await db.observations.where('[scope+id]').between([other, ''], [other, '\uffff']).count()).toBe(0)
  })

  test('a row that is no record is none, also where its day would be asked for', async () => {
    const { db, client } = await fresh()
    const row = 'Ada,ada@example.com,Active,03/04/2027\n'
    const verdicts = await verdictsOf(db, client, `Name,Email,Status,Last active\n${row}${row}Total,,,\n`, {
      from: 'Slack',
    })
    expect(kinds(verdicts)).toEqual(['question', 'aside', 'aside'])
    expect(importable(verdicts)).toEqual([])
  })

  test('can be given up while it compares', async () => {
    const { db, client } = await fresh()
    const act = { id: newId(), name: 'a.csv', at: '2027-02-06T10:00:00.000Z' }
    const running = { signal: AbortSignal.abort(), onProgress: () => undefined }
    expect(await dryRun(db, client, await rowsOf(licenses()), act, running)).toBeUndefined()
  })
})

describe('what is known otherwise', () => {
  const seen = { product: 'Alpha Suite', seatsPurchased: 48, status: 'active' }

  test('the thing that a console showed is the same thing: its word stands, what it did not show is added', async () => {
    const { db, client } = await fresh()
    const rec = await accept(db, {
      ...sightingOf(seen, { account: account('t1'), key: 'SKU-9' }),
      vendor: 'example.com',
    })
    const verdicts = await verdictsOf(db, client, licenses(), { from: 'example.com' })
    expect(verdicts.map(({ planned }) => planned[0]?.rec === rec)).toEqual([true, false])
    expect(verdicts[0]).toMatchObject({ kind: 'changed', planned: [{ effect: { outranked: ['seatsPurchased'] } }] })
    await importFile(db, client, licenses(), { from: 'example.com' })
    const record = await db.records.get([client, rec])
    expect(record && fieldOf(record, 'seatsPurchased')?.value).toBe(48)
    expect(record && fieldOf(record, 'seatsAssigned')?.value).toBe(42)
    // The page that shows it is still the console's: a file is none to go back to.
    expect(record?.page?.url).toBe('https://admin.example.com/billing')
    expect(await importFile(db, client, licenses(), { from: 'example.com' })).toBe(0)
  })

  test('a person’s value stands, and the file’s is shown as disputed, once', async () => {
    const { db, client } = await fresh()
    await importFile(db, client, licenses())
    const record = (await db.records.toArray()).find(({ cells }) => cells.product?.value === 'Alpha Suite')
    await editField(db, client, record?.id ?? '', 'seatsPurchased', 51)
    expect(kinds(await verdictsOf(db, client, licenses()))).toEqual(['same', 'same'])
    const verdicts = await verdictsOf(db, client, licenses(60))
    expect(verdicts[0]?.planned[0]?.effect.fields).toEqual([
      { field: 'seatsPurchased', before: 51, after: 60, disputed: true },
    ])
    await importFile(db, client, licenses(60))
    expect(kinds(await verdictsOf(db, client, licenses(60)))).toEqual(['same', 'same'])
  })
})

test('what was said of a file is remembered for its kind and product, and comes back', async () => {
  const { db } = await fresh()
  expect(await planFor(db, 'name\temail', 'Slack')).toEqual({ ...emptyPlan, from: 'Slack' })
  const slack = { ...emptyPlan, from: 'Slack', orders: { 3: 'dmy' as const } }
  await rememberPlan(db, 'name\temail', slack)
  expect(await planFor(db, 'name\temail', '')).toEqual(slack)
  const zoom = { ...emptyPlan, from: 'Zoom', columns: { 1: null } }
  await new Promise((resolve) => setTimeout(resolve, 5))
  await rememberPlan(db, 'name\temail', zoom)
  expect(await planFor(db, 'name\temail', 'Slack')).toEqual(slack)
  expect(await planFor(db, 'name\temail', 'Okta')).toEqual({ ...zoom, from: 'Okta' })
  // The same columns came from two products: which one it is now, nobody can know.
  expect(await planFor(db, 'name\temail', '')).toEqual({ ...zoom, from: '' })
  expect(await recallPlan(db, 'name', 'Slack')).toBeUndefined()
  expect(await recallPlan(db, 'name\temail', 'Okta')).toBeUndefined()
})

test('secrets in a file are not kept, neither as value nor as evidence', async () => {
  const { db, client } = await fresh()
  const token = 'ghp_0123456789abcdefghijABCDEFGHIJ012345'
  const text = `Product,Plan,Seats purchased,Renewal date\nBeta,Pro,4,2027-03-01\nAlpha ${token},Pro,5,2027-03-01\nGamma,${token},${token},2027-03-01\n`
  expect(await importFile(db, client, text)).toBe(3)
  const kept = [await db.observations.toArray(), await db.records.toArray(), await db.outbox.toArray()]
  expect(JSON.stringify(kept).includes(token)).toBe(false)
})
