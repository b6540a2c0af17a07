import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import type { Database } from '../../extension/db/database.ts'
import { opsIn } from '../../extension/db/outbox.ts'
import { createClient, listClients } from '../../extension/records/clients.ts'
import { deleteRecord, editField } from '../../extension/records/edit.ts'
import { conflictsOf, subscriptionsOf } from '../../extension/records/queries.ts'
import { getSetting } from '../../extension/settings/store.ts'
import { localDigest } from '../../extension/sync/digest.ts'
import { syncNow, syncWhenDue } from '../../extension/sync/loop.ts'
import { pullStep } from '../../extension/sync/pull.ts'
import { pushStep } from '../../extension/sync/push.ts'
import { trimRing } from '../../extension/sync/ring.ts'
import { newId, type Uuid } from '../../shared/model/id.ts'
import { ChangesResponse, Row } from '../../shared/sync.ts'
import { accept } from '../support/accepted.ts'
import { makeClient } from '../support/ops.ts'
import { type PairedDevice, pairedDevice } from '../support/paired.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { sightingOf } from '../support/sightings.ts'

let server: TestServer
beforeEach(async () => {
  server = await startServer()
  onTestFinished(() => server.close())
})

/** Two devices of one workspace that both know one client, and a client of another workspace on the same server. */
async function twoDevices(): Promise<{ one: PairedDevice; two: PairedDevice; client: Uuid }> {
  await makeClient(server.b.device, 'Another workspace’s')
  const one = await pairedDevice(server, server.a)
  const client = await createClient(one.db, 'Acme')
  await one.sync()
  const two = await pairedDevice(server, server.a)
  await two.sync()
  await two.db.settings.put({ key: 'activeClient', client })
  return { one, two, client }
}

const fields = async (db: Database, client: Uuid) => {
  const { shown } = await subscriptionsOf(db, client, { limit: 100 })
  return shown.map(({ fields: all }) =>
    Object.fromEntries(Object.entries(all).map(([name, { value }]) => [name, value])),
  )
}
const counts = async (db: Database, scope: Uuid) => ({
  queued: await opsIn(db, scope, 'queued').count(),
  acked: await opsIn(db, scope, 'acked').count(),
  rejected: await opsIn(db, scope, 'rejected').count(),
})
/** Answers of some paths are lost after the server has done its work. */
const losing =
  (path: RegExp): typeof fetch =>
  async (input, init) => {
    const answer = await server.fetch(input, init)
    if (path.test(String(input))) throw new TypeError('network')
    return answer
  }

test('the walk: what one device accepted, another shows, with its evidence and its client', async () => {
  const { one, two, client } = await twoDevices()
  await accept(one.db, sightingOf({ product: 'Desk', seatsPurchased: 5 }), { seatsPurchased: 7 })
  expect(await one.sync()).toMatchObject({ problem: null, stopped: [] })
  expect(await two.sync()).toMatchObject({ problem: null, stopped: [] })
  expect((await listClients(two.db)).map(({ name }) => name)).toEqual(['Acme'])
  expect(await fields(two.db, client)).toEqual([{ product: 'Desk', seatsPurchased: 7 }])
  expect(await counts(one.db, client)).toEqual({ queued: 0, acked: 2, rejected: 0 })
})

test('the workspace goes before its clients, whatever was made first', async () => {
  const device = await pairedDevice(server, server.a)
  const client = await createClient(device.db, 'Acme')
  await accept(device.db, sightingOf({ product: 'Desk' }))
  expect(await device.sync()).toMatchObject({ problem: null, stopped: [] })
  expect(await counts(device.db, client)).toMatchObject({ queued: 0, acked: 1 })
})

describe('C1', () => {
  test('a push answer moves ops only; the belief stands on them until the pull has passed them', async () => {
    const { one, client } = await twoDevices()
    const rec = await accept(one.db, sightingOf({ seatsPurchased: 5 }), { seatsPurchased: 7 })
    const before = await one.db.records.get([client, rec])
    await pushStep(one.db, one.server, client)
    expect(await counts(one.db, client)).toEqual({ queued: 0, acked: 2, rejected: 0 })
    expect([
      await one.db.records.get([client, rec]),
      await one.db.confirmed.where('[scope+id]').between([client], [client, []]).count(),
    ]).toEqual([before, 0])
    await pullStep(one.db, one.server, client)
    const after = await one.db.records.get([client, rec])
    expect(after).toMatchObject({ rev: 2, edits: { seatsPurchased: { seq: 2 } } })
  })

  test('a pushed edit that lost is laid over until its conflict is pulled, and then no longer', async () => {
    const { one, two, client } = await twoDevices()
    const rec = await accept(one.db, sightingOf({ seatsPurchased: 5 }))
    await one.sync()
    await two.sync()
    await editField(one.db, client, rec, 'seatsPurchased', 6)
    await one.sync()
    await editField(two.db, client, rec, 'seatsPurchased', 7)
    await pushStep(two.db, two.server, client)
    expect(await fields(two.db, client)).toEqual([{ seatsPurchased: 7 }])
    await two.sync()
    expect(await fields(two.db, client)).toEqual([{ seatsPurchased: 6 }])
    await one.sync()
    for (const { db } of [one, two])
      expect(await conflictsOf(db, client)).toMatchObject([{ reason: 'field', field: 'seatsPurchased', value: 7 }])
    await editField(one.db, client, rec, 'seatsPurchased', 7)
    await one.sync()
    await two.sync()
    for (const { db } of [one, two]) {
      expect(await conflictsOf(db, client)).toEqual([])
      expect(await fields(db, client)).toEqual([{ seatsPurchased: 7 }])
    }
  })

  test('an answer that comes after the pull has passed it lifts the op at once', async () => {
    const { one, client } = await twoDevices()
    const rec = await accept(one.db, sightingOf({ seatsPurchased: 5 }), { seatsPurchased: 7 })
    await pushStep(one.db, { ...one.server, fetch: losing(/push/) }, client)
    await pullStep(one.db, one.server, client)
    await pushStep(one.db, one.server, client)
    expect(await one.db.records.get([client, rec])).toMatchObject({ edits: { seatsPurchased: { seq: 2 } } })
  })
})

test('C2: rows and cursor move together: a pull that fails to write moves neither', async () => {
  const { one, two, client } = await twoDevices()
  await accept(one.db, sightingOf({ product: 'Desk' }))
  await one.sync()
  two.db.listing.hook('creating', () => {
    throw new DOMException('full', 'QuotaExceededError')
  })
  expect(await two.sync()).toMatchObject({ problem: 'DEVICE_FULL' })
  expect([(await two.db.scopes.get(client))?.cursor, await two.db.observations.count()]).toEqual([0, 0])
})

describe('C4', () => {
  test('a page that answers an older question is dropped', async () => {
    const { one, two, client } = await twoDevices()
    await accept(one.db, sightingOf({ product: 'Desk' }))
    await one.sync()
    const held: (() => void)[] = []
    const slow: typeof fetch = async (input, init) => {
      const answer = await server.fetch(input, init)
      await new Promise<void>((go) => held.push(go))
      return answer
    }
    const late = pullStep(two.db, { ...two.server, fetch: slow }, client)
    await expect.poll(() => held.length).toBe(1)
    await accept(one.db, sightingOf({ product: 'Desk', plan: 'Pro' }))
    await one.sync()
    await pullStep(two.db, two.server, client)
    const [state, belief] = [await two.db.scopes.get(client), await fields(two.db, client)]
    held[0]?.()
    await late
    expect([await two.db.scopes.get(client), await fields(two.db, client)]).toEqual([state, belief])
  })

  test('a request ends with its caller', async () => {
    const { one, client } = await twoDevices()
    await accept(one.db, sightingOf({ product: 'Desk' }))
    const end = new AbortController()
    const never: typeof fetch = (_, init) =>
      new Promise((_resolve, reject) => {
        const give = () => reject(init?.signal?.reason)
        if (init?.signal?.aborted) give()
        else init?.signal?.addEventListener('abort', give)
      })
    const step = pushStep(one.db, { ...one.server, fetch: never, signal: end.signal }, client)
    end.abort()
    expect(await step).toMatchObject({ ok: false, problem: { code: 'OFFLINE' } })
    expect(await counts(one.db, client)).toMatchObject({ queued: 1 })
  })
})

test('C5, F06: a server restored from yesterday loses nothing', async () => {
  const { one, two, client } = await twoDevices()
  await accept(one.db, sightingOf({ product: 'Desk' }))
  await one.sync()
  await two.sync()
  const image = await server.backup()
  const rec = await accept(one.db, sightingOf({ product: 'Chair' }, { key: 'sku-2' }))
  await editField(one.db, client, rec, 'plan', 'Pro')
  await one.sync()
  await accept(two.db, sightingOf({ product: 'Lamp' }, { key: 'sku-3' }))
  await two.sync()
  await editField(one.db, client, rec, 'reseller', 'Unsent')
  await server.restore(image)
  for (const device of [one, two, one, two]) expect(await device.sync()).toMatchObject({ problem: null })
  for (const { db } of [one, two]) {
    expect(await fields(db, client)).toEqual([
      { product: 'Chair', plan: 'Pro', reseller: 'Unsent' },
      { product: 'Desk' },
      { product: 'Lamp' },
    ])
    expect(await conflictsOf(db, client)).toEqual([])
    expect(await counts(db, client)).toMatchObject({ queued: 0, rejected: 0 })
  }
  expect(await localDigest(one.db, client)).toEqual(await localDigest(two.db, client))
})

test('C5, F41: a clock that was ten years ahead for a moment does not make the device forget what the server may', async () => {
  const { one, client } = await twoDevices()
  const image = await server.backup()
  await accept(one.db, sightingOf({ product: 'Desk' }))
  await one.sync()
  const ahead = () => new Date(server.now().getTime() + 10 * 365 * 86_400_000)
  await syncNow(one.db, { fetch: server.fetch, now: ahead })
  expect(await counts(one.db, client)).toMatchObject({ acked: 1 })
  await server.restore(image)
  await one.sync()
  await one.sync()
  expect(await fields(one.db, client)).toEqual([{ product: 'Desk' }])
  const late = await pairedDevice(server, server.a)
  await late.sync()
  expect(await fields(late.db, client)).toEqual([{ product: 'Desk' }])
})

test('C5: what was acked longer than 30 days ago goes, but for the last thousand', async () => {
  const { one, client } = await twoDevices()
  await accept(one.db, sightingOf({ product: 'Desk' }))
  await one.sync()
  const [acked] = await opsIn(one.db, client, 'acked').toArray()
  const state = await one.db.scopes.get(client)
  if (!acked || !state) throw new Error('nothing was sent')
  const earlier = Array.from({ length: 1100 }, (_, at) => ({ ...acked, op: newId(), order: at / 2000 }))
  await one.db.outbox.bulkPut(earlier)
  const inDays = (days: number) => new Date(Date.parse(acked.sentAt ?? '') + days * 86_400_000)
  await trimRing(one.db, state, inDays(29))
  expect(await counts(one.db, client)).toMatchObject({ acked: 1101 })
  await trimRing(one.db, state, inDays(31))
  expect(await counts(one.db, client)).toMatchObject({ acked: 1000 })
  expect(await one.db.outbox.get([client, acked.op])).toBeDefined()
})

test('C5, R10: an older file in the server’s place is noticed by the cursor above its head, and loses nothing', async () => {
  const { one, two, client } = await twoDevices()
  await accept(one.db, sightingOf({ product: 'Desk' }))
  await one.sync()
  await two.sync()
  const image = await server.backup()
  await accept(one.db, sightingOf({ product: 'Chair' }, { key: 'sku-2' }))
  await one.sync()
  await two.sync()
  await server.putBack(image)
  for (const device of [two, one, two, one]) expect(await device.sync()).toMatchObject({ problem: null, stopped: [] })
  const late = await pairedDevice(server, server.a)
  await late.sync()
  for (const { db } of [one, two, late])
    expect(await fields(db, client)).toEqual([{ product: 'Chair' }, { product: 'Desk' }])
  expect(await localDigest(one.db, client)).toEqual(await localDigest(late.db, client))
})

test('C6: away for longer than deletions are kept: it downloads again, and its own unsent edit is not lost', async () => {
  const { one, two, client } = await twoDevices()
  const rec = await accept(one.db, sightingOf({ product: 'Desk' }))
  await accept(one.db, sightingOf({ product: 'Lamp' }, { key: 'sku-2' }))
  await one.sync()
  await two.sync()
  await editField(two.db, client, rec, 'plan', 'made in sleep')
  await deleteRecord(one.db, client, rec)
  await one.sync()
  server.pass(200 * 86_400_000)
  expect(await server.purge(server.a.id, client)).toBe(1)
  await two.sync()
  await one.sync()
  for (const { db } of [one, two]) {
    expect(await fields(db, client)).toEqual([{ product: 'Lamp' }])
    expect(await conflictsOf(db, client)).toMatchObject([{ reason: 'edit-after-purge', value: 'made in sleep' }])
  }
  expect(await localDigest(one.db, client)).toEqual(await localDigest(two.db, client))
})

test('C7: a row that differs from the server’s is mended by the daily comparison, and told once', async () => {
  const { one, client } = await twoDevices()
  const rec = await accept(one.db, sightingOf({ product: 'Desk' }))
  await one.sync()
  await one.db.observations.where('[scope+rec]').equals([client, rec]).delete()
  await one.db.records.delete([client, rec])
  server.pass(86_400_000)
  expect((await one.sync()).mended).toEqual([client])
  expect(await one.db.records.get([client, rec])).toMatchObject({ cells: { product: { value: 'Desk' } } })
  server.pass(86_400_000)
  expect((await one.sync()).mended).toEqual([])
})

describe('C8', () => {
  const answering =
    (status: number, headers: Record<string, string> = {}): typeof fetch =>
    async () =>
      Response.json(
        { type: 'about:blank', title: 'Busy', status, code: status === 429 ? 'RATE_LIMITED' : 'INTERNAL' },
        { status, headers },
      )

  test('failures wait longer and longer, at most five minutes, and an alarm in between does nothing', async () => {
    const { one } = await twoDevices()
    const waits: number[] = []
    for (let failure = 0; failure < 12; failure++) {
      await one.sync(answering(500))
      const state = await getSetting(one.db, 'syncState')
      waits.push(Date.parse(state?.retryAt ?? '') - server.now().getTime())
    }
    expect(waits.slice(0, 4)).toEqual([1000, 2000, 4000, 8000])
    expect(waits.at(-1)).toBe(150_000)
    const asked: unknown[] = []
    const wish = {
      now: server.now,
      fetch: (async (input) => {
        asked.push(input)
        return Response.error()
      }) satisfies typeof fetch,
    }
    expect((await syncWhenDue(one.db, wish)).idle).toBe('waiting')
    server.pass(150_001)
    expect((await syncWhenDue(one.db, wish)).idle).toBeNull()
    expect(asked).toHaveLength(1)
  })

  test('Retry-After is honored, and a success clears it', async () => {
    const { one } = await twoDevices()
    expect(await one.sync(answering(429, { 'retry-after': '120' }))).toMatchObject({ problem: 'RATE_LIMITED' })
    const state = await getSetting(one.db, 'syncState')
    expect(Date.parse(state?.retryAt ?? '') - server.now().getTime()).toBe(120_000)
    await one.sync()
    expect(await getSetting(one.db, 'syncState')).toMatchObject({ problem: null, retryAt: null, failures: 0 })
  })
})

test('I17: an endless 503 costs one request a round and keeps nothing but the count of failures', async () => {
  const { one } = await twoDevices()
  await accept(one.db, sightingOf({ product: 'Desk' }))
  let asked = 0
  const busy: typeof fetch = async () => {
    asked += 1
    return Response.json({ type: 'x', title: 'x', status: 500, code: 'INTERNAL' }, { status: 500 })
  }
  const kept = async () => (await Promise.all(one.db.tables.map((table) => table.count()))).join()
  await one.sync(busy)
  const before = await kept()
  for (let round = 0; round < 50; round++) await one.sync(busy)
  expect([asked, await kept()]).toEqual([51, before])
})

test('I18: a field that this version does not know survives its edits', async () => {
  const { one, client } = await twoDevices()
  const rec = await accept(one.db, sightingOf({ product: 'Desk' }), { plan: 'Pro' })
  const newer: typeof fetch = async (input, init) => {
    const answer = await server.fetch(input, init)
    if (!String(input).includes(`${client}/changes`)) return answer
    const page = ChangesResponse.parse(await answer.json())
    const rows = page.rows.map((raw) => {
      const row = Row.parse(raw)
      const unknown = { value: 'kept', seq: 1, by: newId(), at: '2026-11-01T10:00:00.000Z' }
      return row.kind === 'record' ? { ...row, edits: { ...row.edits, notYetKnown: unknown } } : row
    })
    return Response.json({ ...page, rows })
  }
  await one.sync(newer)
  await editField(one.db, client, rec, 'plan', 'Team')
  const known = { plan: { value: 'Team' }, notYetKnown: { value: 'kept' } }
  expect(await one.db.records.get([client, rec])).toMatchObject({ edits: known })
  expect((await opsIn(one.db, client, 'queued').toArray()).map(({ body }) => 'field' in body && body.field)).toEqual([
    'plan',
  ])
})

test.each([
  [401, 'UNAUTHENTICATED'],
  [403, 'MEMBERSHIP_REVOKED'],
  [426, 'UPGRADE_REQUIRED'],
])('F23: %i is said, and what is unsent stays on this device', async (status, code) => {
  const { one, client } = await twoDevices()
  await accept(one.db, sightingOf({ product: 'Desk' }))
  const refusing: typeof fetch = async () => Response.json({ type: 'x', title: 'x', status, code }, { status })
  expect(await one.sync(refusing)).toMatchObject({ problem: code })
  expect(await getSetting(one.db, 'syncState')).toMatchObject({ problem: code, failures: 1 })
  expect([await counts(one.db, client), await fields(one.db, client)]).toEqual([
    { queued: 1, acked: 0, rejected: 0 },
    [{ product: 'Desk' }],
  ])
})

describe('R2 on the device', () => {
  test('F17: a copied profile takes new numbers, and both copies’ edits are there once', async () => {
    const { one, two, client } = await twoDevices()
    // The copy: the same scope state and outbox on another machine.
    await two.db.scopes.bulkPut(await one.db.scopes.toArray())
    await two.db.settings.bulkPut(await one.db.settings.toArray())
    await accept(one.db, sightingOf({ product: 'Desk' }))
    await accept(two.db, sightingOf({ product: 'Lamp' }, { key: 'sku-2' }))
    await one.sync()
    await two.sync()
    await one.sync()
    const ids = new Set([(await one.db.scopes.get(client))?.device, (await two.db.scopes.get(client))?.device])
    expect(ids.size).toBe(2)
    for (const { db } of [one, two])
      expect(await fields(db, client)).toEqual([{ product: 'Desk' }, { product: 'Lamp' }])
  })
})

describe('one thing that fails does not stop the rest', () => {
  test('R5: a refused op waits in quarantine with its code, its belief is lifted, and the others go on', async () => {
    const { one, two, client } = await twoDevices()
    const bad = await accept(one.db, sightingOf({ product: 'Desk' }))
    const op = await opsIn(one.db, client, 'queued').first()
    if (op?.body.kind !== 'add') throw new Error('no add')
    // As an older or damaged build might have queued it.
    const sighting = { ...op.body.value.sighting, fields: { product: 5 } }
    await one.db.outbox.put({ ...op, body: { ...op.body, value: { ...op.body.value, sighting } } })
    await accept(one.db, sightingOf({ product: 'Lamp' }, { key: 'sku-2' }))
    await one.sync()
    await two.sync()
    expect(await counts(one.db, client)).toEqual({ queued: 0, acked: 1, rejected: 1 })
    expect((await opsIn(one.db, client, 'rejected').first())?.code).toBe('OP_INVALID')
    expect(await one.db.records.get([client, bad])).toBeUndefined()
    for (const { db } of [one, two]) expect(await fields(db, client)).toEqual([{ product: 'Lamp' }])
  })

  test('a scope that is gone is said on it, and another client’s goes on', async () => {
    const { one, client } = await twoDevices()
    await accept(one.db, sightingOf({ product: 'Desk' }))
    const other = await createClient(one.db, 'Other')
    await accept(one.db, sightingOf({ product: 'Lamp' }, { key: 'sku-2', account: null }))
    const gone: typeof fetch = (input, init) =>
      String(input).includes(`/v1/scopes/${client}/`)
        ? Promise.resolve(Response.json({ type: 'x', title: 'x', status: 410, code: 'SCOPE_GONE' }, { status: 410 }))
        : server.fetch(input, init)
    expect(await one.sync(gone)).toMatchObject({
      problem: 'SCOPE_GONE',
      stopped: [{ scope: client, code: 'SCOPE_GONE' }],
    })
    expect((await one.db.scopes.get(client))?.problem).toBe('SCOPE_GONE')
    expect([await counts(one.db, client), await counts(one.db, other)]).toMatchObject([
      { queued: 1 },
      { queued: 0, acked: 1 },
    ])
    await one.sync()
    expect((await one.db.scopes.get(client))?.problem).toBeNull()
  })

  test('T15: bad rows are kept aside and counted, the good ones of the page are there', async () => {
    const { one, two, client } = await twoDevices()
    await accept(one.db, sightingOf({ product: 'Desk' }))
    await one.sync()
    const foreign = { kind: 'record', id: newId(), rev: 1, type: 'client', deleted: 0, edits: {} }
    const odd = [
      null,
      7,
      { kind: 'hologram', id: 'h', rev: 1 },
      { kind: 'record', id: 'not an id', rev: 1 },
      foreign,
      { ...foreign, type: 'subscription', rev: 99 },
    ]
    const hostile: typeof fetch = async (input, init) => {
      const answer = await server.fetch(input, init)
      if (!String(input).includes(`${client}/changes`)) return answer
      const page = (await answer.json()) as { rows: unknown[] }
      return Response.json({ ...page, rows: [...odd, ...page.rows] })
    }
    expect(await two.sync(hostile)).toMatchObject({ problem: null })
    expect(await fields(two.db, client)).toEqual([{ product: 'Desk' }])
    // By what identity they have: two have none, and two have the same.
    expect(await two.db.unreadable.count()).toBe(4)
    expect((await listClients(two.db)).map(({ name }) => name)).toEqual(['Acme'])
  })

  test.each(['EPOCH', 'RESYNC_REQUIRED'] as const)(
    'T15: a server that always says %s is not asked for ever',
    async (code) => {
      const { one, two, client } = await twoDevices()
      await accept(one.db, sightingOf({ product: 'Desk' }))
      await one.sync()
      let asked = 0
      const stuck: typeof fetch = async (input, init) => {
        if (!String(input).includes(`${client}/changes`)) return server.fetch(input, init)
        asked += 1
        const body = { type: 'about:blank', title: code, status: 409, code }
        return Response.json(body, { status: 409, headers: { 'content-type': 'application/problem+json' } })
      }
      expect(await two.sync(stuck)).toMatchObject({ problem: 'NOT_A_SERVER' })
      expect(asked).toBeLessThan(10)
    },
  )

  test('T15: a server that never moves the cursor is not asked for ever', async () => {
    const { one, two, client } = await twoDevices()
    await accept(one.db, sightingOf({ product: 'Desk' }))
    await one.sync()
    const stuck: typeof fetch = async (input, init) => {
      const answer = await server.fetch(input, init)
      if (!String(input).includes(`${client}/changes`)) return answer
      return Response.json({ ...(await answer.json()), next: 0, more: true, rows: [] })
    }
    expect(await two.sync(stuck)).toMatchObject({ problem: 'NOT_A_SERVER' })
  })
})

test('another workspace’s server is refused, and nothing of it comes in', async () => {
  const { one } = await twoDevices()
  const other = await pairedDevice(server, server.b)
  const foreign = await getSetting(other.db, 'server')
  if (!foreign) throw new Error('not paired')
  await one.db.settings.put(foreign)
  await createClient(one.db, 'Must not travel')
  const report = await one.sync()
  expect(report.problem).not.toBeNull()
  await other.sync()
  expect((await listClients(other.db)).map(({ name }) => name)).not.toContain('Must not travel')
})
