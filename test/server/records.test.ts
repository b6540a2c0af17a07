import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { clientTypes, RecordResponse, RecordsResponse, Written } from '../../server/records/model.ts'
import { references } from '../../server/records/references.ts'
import { brokenLink } from '../../server/sync/log.ts'
import { Scope, type Tables } from '../../server/workspaces/scope.ts'
import { judgementId } from '../../shared/inventory/findings/judged.ts'
import { Uuid } from '../../shared/model/id.ts'
import type { ClientType } from '../../shared/model/record-type.ts'
import { ok } from '../../shared/problem.ts'
import { makeKey, type TestKey } from '../support/api-keys.ts'
import { makeClient, observed, Writer } from '../support/ops.ts'
import { codeOf, pullAll, twoWorkspaces } from '../support/two-workspaces.ts'

const two = twoWorkspaces()
let key: TestKey
beforeEach(async () => {
  key = await makeKey(two.server, two.server.a.device)
})
const all = (client = two.ofA) => `/v1/clients/${client}/records`
const at = (record: string, client = two.ofA) => `${all(client)}/${record}`
const subscription = { type: 'subscription', fields: { product: 'Business', seatsPurchased: 10 } }
const created = async (body: unknown = subscription, by = key) =>
  Written.parse(await (await by.ask('POST', all(), body)).json()).record
const read = async (record: string) => RecordResponse.parse(await (await key.ask('GET', at(record))).json())
const change = (record: string, base: number, body: Record<string, unknown>, by = key) =>
  by.ask('PATCH', at(record), { type: 'subscription', ...body }, { 'if-match': `"${base}"` })
const refused = (status: number, code: string) => ({ status, code })
const invalid = refused(422, 'INVALID_REQUEST')
const logOf = async (client: string) =>
  await two.server.database.people
    .withTables<Tables>()
    .selectFrom('log')
    .innerJoin('scopes', 'scopes.scope', 'log.scope')
    .select(['log.kind', 'log.field', 'log.st', 'log.paired', 'log.member', 'log.n'])
    .where('scopes.id', '=', client)
    .orderBy('log.nr')
    .execute()

describe('writing', () => {
  test('makes a record that devices pull, with one row of the chain for each field (R3, R7, T36)', async () => {
    const record = await created()
    expect(record).toMatchObject({ type: 'subscription', deleted: false, rev: 2, values: subscription.fields })
    expect(record.provenance.product).toMatchObject({ by: 'person', source: 'person' })
    const { rows, head } = await pullAll(two.server.a.device, two.ofA)
    expect(head).toBe(2)
    expect(rows).toMatchObject([{ kind: 'record', id: record.id, edits: { product: { value: 'Business' } } }])
    const by = { st: 'applied', paired: key.id, member: two.server.a.member }
    expect(await logOf(two.ofA)).toMatchObject([
      { kind: 'set', field: 'product', n: 1, ...by },
      { kind: 'set', field: 'seatsPurchased', n: 2, ...by },
    ])
    const whole = await Scope.asServer(two.server.database, two.server.a.id, two.ofA, async (scope) =>
      ok(await brokenLink(scope)),
    )
    expect(whole).toEqual(ok(undefined))
  })

  test('changes and takes back what was stated, deletes and restores', async () => {
    const record = await created()
    const changed = await change(record.id, record.rev, { set: { product: 'Enterprise' }, unset: ['seatsPurchased'] })
    expect(changed.status).toBe(200)
    expect((await read(record.id)).record).toMatchObject({ rev: 4, values: { product: 'Enterprise' } })
    expect((await read(record.id)).record.values).not.toHaveProperty('seatsPurchased')
    const gone = Written.parse(await (await key.ask('DELETE', `${at(record.id)}?base=4`)).json()).record
    expect(gone).toMatchObject({ deleted: true, rev: 5 })
    expect(await codeOf(await change(record.id, 5, { set: { plan: 'X' } }))).toEqual(refused(409, 'RECORD_DELETED'))
    const back = await key.ask('POST', `${at(record.id)}/restore`, { base: 5 })
    expect(Written.parse(await back.json()).record).toMatchObject({ deleted: false, rev: 6 })
  })

  test('never overwrites a value that was not seen: 409 with both, and a conflict on every device (R4, I5, I6)', async () => {
    const record = await created()
    await two.inA.set({ rec: record.id, base: 2 }, 'product', 'From a device')
    const response = await change(record.id, 2, { set: { product: 'From a program', plan: 'Yearly' } })
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect(await response.json()).toMatchObject({
      status: 409,
      code: 'CONFLICT',
      record: { values: { product: 'From a device', plan: 'Yearly' } },
      conflicts: [{ field: 'product', reason: 'field', yours: 'From a program', stands: 'From a device' }],
    })
    const { rows } = await pullAll(two.server.a.device, two.ofA)
    expect(rows.filter(({ kind }) => kind === 'conflict')).toMatchObject([
      { rec: record.id, field: 'product', value: 'From a program', reason: 'field', resolved: false },
    ])
  })

  test('a deletion that has not seen an edit is a conflict, and the record lives (R4)', async () => {
    const record = await created()
    await two.inA.set({ rec: record.id, base: 2 }, 'product', 'From a device')
    const response = await key.ask('DELETE', at(record.id), undefined, { 'if-match': '"2"' })
    expect(await response.json()).toMatchObject({ code: 'CONFLICT', conflicts: [{ reason: 'delete-vs-edit' }] })
    expect((await read(record.id)).record.deleted).toBe(false)
  })

  test('two programs behind one key do not overwrite each other either', async () => {
    const record = await created()
    expect((await change(record.id, 2, { set: { product: 'One' } })).status).toBe(200)
    const passed = refused(412, 'VERSION_PASSED')
    expect(await codeOf(await change(record.id, 2, { set: { product: 'Two' } }))).toEqual(passed)
    expect(await codeOf(await key.ask('DELETE', `${at(record.id)}?base=2`))).toEqual(passed)
    expect(await codeOf(await change(record.id, 99, { set: { product: 'Two' } }))).toEqual(passed)
    expect((await change(record.id, 2, { set: { product: 'One', plan: 'Yearly' } })).status).toBe(200)
    expect((await read(record.id)).record.values).toMatchObject({ product: 'One', plan: 'Yearly' })
  })

  test('is refused without a version, with one that is none, and with two that differ', async () => {
    const { id } = await created()
    const missing = refused(428, 'VERSION_MISSING')
    const body = { type: 'subscription', set: { plan: 'X' } }
    expect(await codeOf(await key.ask('PATCH', at(id), body))).toEqual(missing)
    expect(await codeOf(await key.ask('DELETE', at(id)))).toEqual(missing)
    expect(await codeOf(await key.ask('POST', `${at(id)}/restore`, {}))).toEqual(missing)
    for (const tag of ['*', 'W/"2"', '2', '"x"', '"2", "3"'])
      expect(await codeOf(await key.ask('PATCH', at(id), body, { 'if-match': tag })), tag).toEqual(invalid)
    expect(await codeOf(await key.ask('PATCH', at(id), { ...body, base: 1 }, { 'if-match': '"2"' }))).toEqual(invalid)
    for (const base of ['', '-1', '1.5', 'x', '1e400'])
      expect(await codeOf(await key.ask('DELETE', `${at(id)}?base=${base}`)), base).toEqual(invalid)
  })

  test('pins a correction against what the vendor showed, and says what it shows instead', async () => {
    const seen = await observed(two.ofA)
    await two.inA.add(seen)
    await change(seen.rec, 1, { set: { seatsPurchased: 7 } })
    const { record } = await read(seen.rec)
    expect(record).toMatchObject({ values: { seatsPurchased: 7 }, provenance: { seatsPurchased: { by: 'person' } } })
    expect(record.provenance.seatsPurchased).not.toHaveProperty('captured')
    await two.inA.add(
      await observed(two.ofA, { seats: 9, capture: { ...seen.sighting.capture, at: '2026-02-02T10:00:00Z' } }),
    )
    expect((await read(seen.rec)).record.provenance.seatsPurchased).toMatchObject({ captured: 9 })
  })

  test('takes the fields of the type alone, each by its schema (T22)', async () => {
    const wrong: unknown[] = [
      { type: 'subscription', fields: { nonsense: 1 } },
      { type: 'subscription', fields: { seatsPurchased: -1 } },
      { type: 'subscription', fields: {} },
      { type: 'client', fields: { name: 'Acme' } },
      { type: 'constructor', fields: { name: 'Acme' } },
      { ...subscription, id: randomUUID() },
      { ...subscription, seq: 1 },
      { ...subscription, client: two.ofB },
      JSON.parse('{"type":"subscription","fields":{"__proto__":{"x":1}}}'),
    ]
    for (const body of wrong)
      expect(await codeOf(await key.ask('POST', all(), body)), JSON.stringify(body)).toEqual(invalid)
    const { id, rev } = await created()
    for (const body of [{ set: { rev: 1 } }, { unset: ['nonsense'] }, {}, { set: { plan: 'X' }, unset: ['plan'] }])
      expect(await codeOf(await change(id, rev, body)), JSON.stringify(body)).toEqual(invalid)
    expect(await codeOf(await change(id, rev, { type: 'lot', set: { note: 'X' } }))).toEqual(invalid)
    expect(await logOf(two.ofA)).toHaveLength(2)
  })

  test('names records of the client alone, whichever else it names (T23)', async () => {
    const { id } = await created()
    const other = await makeClient(two.server.a.device, 'Other')
    const [elsewhere, foreign, domain] = [
      randomUUID(),
      randomUUID(),
      await created({ type: 'domain', fields: { name: 'a.example' } }),
    ]
    await new Writer(two.server.a.device, other).set({ rec: elsewhere }, 'product', 'X')
    await two.inB.set({ rec: foreign }, 'product', 'X')
    const lot = (subscription: string) => key.ask('POST', all(), { type: 'lot', fields: { subscription, quantity: 3 } })
    for (const named of [elsewhere, foreign, randomUUID(), domain.id])
      expect(await codeOf(await lot(named))).toEqual(refused(422, 'REFERENCE_UNKNOWN'))
    expect((await lot(id)).status).toBe(201)
  })

  test('every field that holds an id is one of the references', () => {
    const sample = randomUUID()
    const found = Object.entries(clientTypes).flatMap(([type, { shape }]) =>
      Object.entries(shape).flatMap(([field, schema]) =>
        z.safeParse(schema, sample).success && !z.safeParse(schema, 'words').success ? [`${type}.${field}`] : [],
      ),
    )
    const known = Object.entries(references).flatMap(([type, fields]) =>
      Object.keys(fields).map((field) => `${type}.${field}`),
    )
    expect(found.sort()).toEqual(known.sort())
    expect(Uuid.safeParse(sample).success).toBe(true)
  })

  test('what is said once of a thing has the id that devices give it, and is there once', async () => {
    const judgement = { type: 'judgement', fields: { finding: 'seats-unused x', status: 'accepted' } }
    expect((await created(judgement)).id).toBe(await judgementId(two.ofA, 'seats-unused x'))
    expect(await codeOf(await key.ask('POST', all(), judgement))).toEqual(refused(409, 'RECORD_EXISTS'))
    expect(await codeOf(await key.ask('POST', all(), { type: 'judgement', fields: { status: 'open' } }))).toEqual(
      invalid,
    )
  })

  test('is not for a reader, by key or by device (R6, T21)', async () => {
    const { id, rev } = await created()
    const reader = await makeKey(two.server, two.server.a.device, { role: 'reader' })
    const forbidden = refused(403, 'FORBIDDEN')
    expect((await reader.ask('GET', at(id))).status).toBe(200)
    expect(await codeOf(await reader.ask('POST', all(), subscription))).toEqual(forbidden)
    expect(await codeOf(await change(id, rev, { set: { plan: 'X' } }, reader))).toEqual(forbidden)
    expect(await codeOf(await reader.ask('DELETE', `${at(id)}?base=${rev}`))).toEqual(forbidden)
    expect(await codeOf(await reader.ask('POST', `${at(id)}/restore`, { base: rev }))).toEqual(forbidden)
    expect(await logOf(two.ofA)).toHaveLength(2)
  })

  test('is as large as a field and a request may be, and no larger (T30)', async () => {
    const many = Array.from({ length: 60 }, (_, index) => `${index}.${'x'.repeat(230)}.example`)
    expect((await key.ask('POST', all(), { type: 'certificate', fields: { names: many } })).status).toBeLessThan(500)
    const deep = JSON.parse(`${'['.repeat(40)}${']'.repeat(40)}`) as unknown
    expect(await codeOf(await key.ask('POST', all(), { type: 'domain', fields: deep }))).toEqual(invalid)
    const large = { type: 'domain', fields: { name: 'x'.repeat(1_100_000) } }
    expect(await codeOf(await key.ask('POST', all(), large))).toEqual(refused(413, 'TOO_LARGE'))
  })
})

describe('Idempotency-Key', () => {
  const same = { 'idempotency-key': '"8e03978e-40d5-43dd-bc93-6894a57f9324"' }
  const post = (body: unknown = subscription, headers: Record<string, string> = same, by = key) =>
    by.ask('POST', all(), body, headers)

  test('gives the same answer for the same request, and does it once (R1)', async () => {
    const first = await post()
    two.server.pass(24 * 3_600_000)
    const again = await post()
    expect([first.status, again.status]).toEqual([201, 201])
    expect(await again.text()).toBe(await first.text())
    // With quotes or without them it is the same key.
    expect((await post(subscription, { 'idempotency-key': '8e03978e-40d5-43dd-bc93-6894a57f9324' })).status).toBe(201)
    expect(await logOf(two.ofA)).toHaveLength(2)
  })

  test('refuses another request under it, and a POST without one', async () => {
    await post()
    const other = { type: 'subscription', fields: { product: 'Another' } }
    expect(await codeOf(await post(other))).toEqual(refused(422, 'IDEMPOTENCY_KEY_REUSED'))
    const { id, rev } = await created()
    const restored = await key.ask('POST', `${at(id)}/restore`, { base: rev }, same)
    expect(await codeOf(restored)).toEqual(refused(422, 'IDEMPOTENCY_KEY_REUSED'))
    const { request } = two.server
    const headers = { authorization: `Bearer ${key.token}`, 'content-type': 'application/json' }
    const bare = await request(all(), { method: 'POST', headers, body: JSON.stringify(subscription) })
    expect(await codeOf(bare)).toEqual(refused(400, 'IDEMPOTENCY_KEY_MISSING'))
    for (const wrong of ['short', 'x'.repeat(201), 'with blanks in', '"half-quoted'])
      expect(await codeOf(await post(subscription, { 'idempotency-key': wrong })), wrong).toEqual(invalid)
  })

  test('is each program’s own, in each client', async () => {
    const other = await makeKey(two.server, two.server.a.device)
    const foreign = await makeKey(two.server, two.server.b.device)
    const ids = await Promise.all(
      [
        await post(),
        await post(subscription, same, other),
        await foreign.ask('POST', all(two.ofB), subscription, same),
      ].map(async (response) => Written.parse(await response.json()).record.id),
    )
    expect(new Set(ids).size).toBe(3)
  })

  test('keeps a conflict as it was answered, and is forgotten after two days', async () => {
    const record = await created()
    await two.inA.set({ rec: record.id, base: 2 }, 'product', 'From a device')
    const ask = () =>
      key.ask(
        'PATCH',
        at(record.id),
        { type: 'subscription', base: 2, set: { product: 'Mine' } },
        { 'idempotency-key': 'the same twice'.replaceAll(' ', '-') },
      )
    const [first, again] = [await (await ask()).text(), await (await ask()).text()]
    expect(again).toBe(first)
    const { rows } = await pullAll(two.server.a.device, two.ofA)
    expect(rows.filter(({ kind }) => kind === 'conflict')).toHaveLength(1)
    two.server.pass(49 * 3_600_000)
    await post()
    const kept = await two.server.database.people.withTables<Tables>().selectFrom('api_answers').select('key').execute()
    expect(kept).toHaveLength(1)
  })

  test('two at once are one', async () => {
    const texts = await Promise.all([post(), post(), post()].map(async (response) => (await response).text()))
    expect(new Set(texts).size).toBe(1)
    expect(await logOf(two.ofA)).toHaveLength(2)
  })
})

describe('reading', () => {
  const list = async (query = '', by = key) =>
    RecordsResponse.parse(await (await by.ask('GET', `${all()}${query}`)).json())

  test('tells values, where each came from, and on which page that stood', async () => {
    const seen = await observed(two.ofA)
    await two.inA.add(seen)
    const { record, evidence } = await read(seen.rec)
    expect(record).toMatchObject({
      vendor: 'example.com',
      seenAt: '2026-02-01T10:00:00Z',
      values: { product: 'Office Suite', seatsPurchased: 5 },
      provenance: { product: { by: 'capture', source: 'json', at: '2026-02-01T10:00:00Z', observation: seen.id } },
    })
    expect(evidence[seen.id]).toMatchObject({
      capture: { url: 'https://admin.example.com/billing' },
      fields: { product: { locator: '$.items[0].name' } },
    })
    expect((await key.ask('GET', at(seen.rec))).headers.get('etag')).toBe('"1"')
  })

  test('pages through all of them once, by type, by state and by what changed', async () => {
    for (let at = 0; at < 5; at++) await created()
    const domain = await created({ type: 'domain', fields: { name: 'a.example' } })
    const found: string[] = []
    let after = ''
    do {
      const page = await list(`?limit=2${after}`)
      found.push(...page.records.map(({ id }) => id))
      after = page.next === null ? '' : `&after=${page.next}`
    } while (after)
    expect(found).toHaveLength(6)
    expect(found).toEqual([...new Set(found)].sort())
    expect((await list('?type=domain')).records.map(({ id }) => id)).toEqual([domain.id])
    expect((await list('?since=10')).records.map(({ id }) => id)).toEqual([domain.id])
    await key.ask('DELETE', `${at(domain.id)}?base=${domain.rev}`)
    expect((await list('?type=domain')).records).toEqual([])
    expect((await list('?state=deleted')).records.map(({ id }) => id)).toEqual([domain.id])
  })

  test.each([
    'type=client',
    "type=subscription'--",
    'state=all',
    'limit=0',
    'limit=201',
    'limit=1;drop',
    'after=x',
    "after=' or 1=1--",
    'since=-1',
    'since=1e999',
    'sort=body',
    'order=id desc',
    'fields[]=x',
  ])('refuses %s (T31)', async (query) => {
    expect(await codeOf(await key.ask('GET', `${all()}?${encodeURI(query)}`))).toEqual(invalid)
  })

  test('shows people as the client’s mode does, and what is not shown cannot be changed', async () => {
    const person = await created({
      type: 'person',
      fields: { name: 'Ada Canary', emails: ['ada@canary.example'], department: 'Sales' },
    })
    const owner = new Writer(two.server.a.device, two.server.a.id)
    for (const mode of ['pseudonymous', 'counts-only']) {
      await owner.set({ rec: two.ofA, type: 'client', base: 9 }, 'peopleMode', mode)
      const texts = [at(person.id), all(), `${at(person.id)}/history`].map(async (path) =>
        (await key.ask('GET', path)).text(),
      )
      expect((await Promise.all(texts)).join(''), mode).not.toMatch(/ada|canary/i)
      const renamed = { type: 'person', set: { name: 'Eve' } }
      expect(await codeOf(await key.ask('PATCH', at(person.id), renamed, { 'if-match': `"${person.rev}"` }))).toEqual(
        invalid,
      )
    }
    expect((await read(person.id)).record.values).toEqual({ department: 'Sales' })
    expect(await codeOf(await key.ask('POST', all(), { type: 'person', fields: { name: 'Eve' } }))).toEqual(invalid)
  })

  test('knows no record of another client, and no key another workspace’s (T20)', async () => {
    const { id } = await created()
    const foreign = await makeKey(two.server, two.server.b.device)
    const missing = refused(404, 'NOT_FOUND')
    expect(await codeOf(await foreign.ask('GET', at(id)))).toEqual(missing)
    expect(await codeOf(await foreign.ask('GET', at(id, two.ofB)))).toEqual(missing)
    expect(await codeOf(await foreign.ask('GET', all()))).toEqual(missing)
    expect(await codeOf(await foreign.ask('GET', `${at(id, two.ofB)}/history`))).toEqual(missing)
    expect(
      await codeOf(await foreign.ask('PATCH', at(id, two.ofB), { type: 'subscription', base: 0, set: { plan: 'X' } })),
    ).toEqual(missing)
    expect(await codeOf(await foreign.ask('DELETE', `${at(id, two.ofB)}?base=0`))).toEqual(missing)
  })
})

test('every type of a client can be made, read and listed', async () => {
  const { id } = await created()
  const money = { minor: 100, currency: 'EUR' }
  const bodies: Record<ClientType, Record<string, unknown>> = {
    subscription: { product: 'A' },
    assignment: { email: 'a@b.example' },
    invoice: { number: 'R-1' },
    domain: { name: 'a.example' },
    certificate: { subject: 'a.example' },
    control: { area: 'mfa', state: 'enforced' },
    product: { name: 'A' },
    charge: { billedCost: money, subscription: id },
    lot: { subscription: id, quantity: 3 },
    decision: { subscription: id, termEndsOn: '2026-12-31', choice: 'renew' },
    acknowledgement: {
      subject: id,
      date: '2026-12-31',
      version: 'v1',
      threshold: 30,
      by: 'Ada',
      at: '2026-03-01T09:00:00Z',
    },
    person: { name: 'Ada' },
    judgement: { finding: 'x', status: 'open' },
  }
  for (const [type, fields] of Object.entries(bodies)) {
    const response = await key.ask('POST', all(), { type, fields })
    const body: unknown = await response.json()
    expect(response.status, `${type} ${JSON.stringify(body)}`).toBe(201)
    const { record } = Written.parse(body)
    expect((await read(record.id)).record).toEqual(record)
  }
})
