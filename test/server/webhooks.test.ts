import { createHmac, randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { createApp } from '../../server/app.ts'
import { addDevice } from '../../server/devices/store.ts'
import { EventResponse, Webhook } from '../../server/webhooks/described.ts'
import { AlertsDue, WebhookEvent } from '../../server/webhooks/payload.ts'
import { addDays } from '../../shared/model/calendar.ts'
import type { TestDevice } from '../support/server.ts'
import { speaking } from '../support/server.ts'
import { addMember, nodeOf, show, todayOf } from '../support/told.ts'
import { codeOf, twoWorkspaces } from '../support/two-workspaces.ts'
import { type Came, Receiver } from '../support/webhook-receiver.ts'

const two = twoWorkspaces()
let receiver: Receiver
/** The server with receivers on this machine allowed, as only tests have it. */
let ask: (path: string, init?: { method?: string; body?: unknown; device?: TestDevice }) => Promise<Response>
beforeEach(async () => {
  receiver = await Receiver.start()
  const app = createApp({ ...two.server.deps, outbound: { loopback: true, timeoutMs: 300 } })
  ask = async (path, { method = 'GET', body, device = two.server.a.device } = {}) =>
    app.request(new URL(path, two.server.deps.baseUrl), {
      method,
      headers: { authorization: `Bearer ${device.token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
})

const minute = 60_000
const Made = z.object({ webhook: Webhook, secret: z.string() })
const make = async (body: object = {}) =>
  Made.parse(await (await ask('/v1/webhooks', { method: 'POST', body: { url: receiver.url, ...body } })).json())
const fire = async (id: string) =>
  EventResponse.parse(await (await ask(`/v1/webhooks/${id}/test`, { method: 'POST', body: {} })).json()).delivery
const Log = z.object({ deliveries: z.array(EventResponse.shape.delivery) })
const logOf = async (id: string) => Log.parse(await (await ask(`/v1/webhooks/${id}/deliveries`)).json()).deliveries
/** The minute's turn of one node: alerts first, then what they gave to webhooks. */
const turn = async (wait = 0) => {
  two.server.pass(wait)
  const node = nodeOf(two.server)
  await node.alerts.tick()
  await node.webhooks.tick()
  await Promise.all([node.alerts.stop(), node.webhooks.stop()])
}
const endsSoon = () => ({ product: 'Desk', endsOn: addDays(todayOf(two.server), 10), alertDays: [60, 30, 5] })
const only = <T>([first, ...more]: T[]): T => {
  if (first === undefined || more.length > 0) throw new Error(`${more.length + 1} instead of one`)
  return first
}
/** What a receiver does after the page of Standard Webhooks, in its own words. */
const isSigned = ({ headers, body }: Came, secret: string) => {
  const signedText = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64')
  const expected = createHmac('sha256', key).update(signedText).digest('base64')
  return String(headers['webhook-signature'])
    .split(' ')
    .some((each) => each === `v1,${expected}`)
}

describe('a webhook', () => {
  test('is sent what is due, signed, once, and the alert says so', async () => {
    const { webhook, secret } = await make()
    const rec = await show(two.inA, two.server, endsSoon())
    await show(two.inB, two.server, { ...endsSoon(), product: 'Secret of Birch' })
    await turn()
    await turn(24 * 60 * minute)
    const came = only(receiver.came)
    expect(came.path).toBe('/hook?key=of-theirs')
    expect(isSigned(came, secret)).toBe(true)
    expect(isSigned({ ...came, body: `${came.body} ` }, secret)).toBe(false)
    const { type, data } = AlertsDue.parse(JSON.parse(came.body))
    expect(type).toBe('alerts.due')
    expect(data).toMatchObject({ workspace: two.server.a.id, client: two.ofA, clientName: 'Acme' })
    expect(only(data.alerts)).toMatchObject({
      record: rec,
      about: 'term-end',
      threshold: 30,
      title: 'Desk (example.com)',
    })
    expect(only(data.alerts).ids).toHaveLength(2)
    expect(only(await logOf(webhook.id))).toMatchObject({ status: 'delivered', tries: 1, response: 204 })
    const alerts = await (await ask(`/v1/clients/${two.ofA}/alerts`)).json()
    expect(alerts).toMatchObject({ alerts: [{ sent: [{ by: 'webhook' }] }, { sent: [{ by: 'webhook' }] }] })
  })

  test('with redacted titles names neither client nor product', async () => {
    await make({ titles: 'redacted' })
    await show(two.inA, two.server, endsSoon())
    await turn()
    const { body } = only(receiver.came)
    expect(only(AlertsDue.parse(JSON.parse(body)).data.alerts).title).toBe('Renewal')
    for (const name of ['Acme', 'Desk', 'example.com']) expect(body).not.toContain(name)
  })

  test('that answers 500, then 200: tried again after a minute under the same id, then never again', async () => {
    const { webhook } = await make()
    await show(two.inA, two.server, endsSoon())
    receiver.answers = [500, 200]
    await turn()
    await turn(minute - 1)
    expect(receiver.came).toHaveLength(1)
    expect(only(await logOf(webhook.id))).toMatchObject({ status: 'waiting', tries: 1, response: 500 })
    expect((await (await ask(`/v1/clients/${two.ofA}/alerts`)).json()) as object).not.toHaveProperty('alerts.0.sent')
    await turn(1)
    await turn(minute)
    expect(receiver.came).toHaveLength(2)
    expect(new Set(receiver.came.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
    expect(new Set(receiver.came.map(({ body }) => body)).size).toBe(1)
    expect(only(await logOf(webhook.id))).toMatchObject({ status: 'delivered', tries: 2, response: 200 })
  })

  test('that is down for good: eight tries in about a day and a half, then failed, and replayed by hand', async () => {
    const { webhook } = await make()
    await show(two.inA, two.server, endsSoon())
    receiver.answers = [503]
    await turn()
    for (let hours = 0; hours < 48; hours++) await turn(60 * minute)
    expect(receiver.came).toHaveLength(8)
    const failed = only(await logOf(webhook.id))
    expect(failed).toMatchObject({ status: 'failed', tries: 8, response: 503 })
    receiver.answers = [200]
    const again = await ask(`/v1/webhooks/${webhook.id}/deliveries/${failed.id}/replay`, { method: 'POST', body: {} })
    expect(await again.json()).toMatchObject({ delivery: { id: failed.id, status: 'delivered', response: 200 } })
    expect(receiver.came.at(-1)?.headers['webhook-id']).toBe(failed.id)
    expect(receiver.came.at(-1)?.body).toBe(receiver.came[0]?.body)
  })

  test('is not followed where it redirects, and not waited for longer than its time', async () => {
    const { webhook } = await make()
    receiver.headers = { location: receiver.url }
    receiver.answers = [302]
    expect(await fire(webhook.id)).toMatchObject({ status: 'waiting', response: 302 })
    expect(receiver.came).toHaveLength(1)
    receiver.answers = ['never']
    const delivery = await fire(webhook.id)
    expect(delivery).toMatchObject({ status: 'waiting', code: 'TIMEOUT' })
    expect(delivery.ms).toBeGreaterThanOrEqual(290)
    expect(delivery).not.toHaveProperty('response')
  })

  test('that answers 410 is disabled, and goes on when it is switched on', async () => {
    const { webhook } = await make()
    receiver.answers = [410]
    expect(await fire(webhook.id)).toMatchObject({ status: 'failed', response: 410 })
    const list = await (await ask('/v1/webhooks')).json()
    expect(list).toMatchObject({ webhooks: [{ state: 'disabled', why: 'gone' }] })
    await show(two.inA, two.server, endsSoon())
    await turn()
    expect(receiver.came).toHaveLength(1)
    receiver.answers = [200]
    await ask(`/v1/webhooks/${webhook.id}/state`, { method: 'POST', body: { state: 'active' } })
    await turn(24 * 60 * minute)
    expect(receiver.came, 'what was owed meanwhile is not lost').toHaveLength(2)
  })

  test('signs with both secrets for a day while they change, then with the new one alone', async () => {
    const { webhook, secret } = await make()
    const rotated = await ask(`/v1/webhooks/${webhook.id}/secret`, { method: 'POST', body: {} })
    const next = z.object({ secret: z.string(), formerUntil: z.string() }).parse(await rotated.json())
    await fire(webhook.id)
    two.server.pass(25 * 60 * minute)
    await fire(webhook.id)
    const [first, second] = receiver.came
    if (!first || !second) throw new Error('two tests')
    expect([isSigned(first, secret), isSigned(first, next.secret)]).toEqual([true, true])
    expect([isSigned(second, secret), isSigned(second, next.secret)]).toEqual([false, true])
  })

  test('is sent by one node though two are at it, and again by another after one died at it', async () => {
    const { webhook } = await make()
    await show(two.inA, two.server, endsSoon())
    const nodes = [nodeOf(two.server), nodeOf(two.server)]
    await nodes[0]?.alerts.tick()
    await Promise.all(nodes.map(({ webhooks }) => webhooks.tick()))
    expect(receiver.came).toHaveLength(1)
    // As one leaves it that dies after sending and before writing down the answer.
    const tables = two.server.database.people.withTables<{
      webhook_deliveries: { status: string; tries: number; claimed_until: string | null; next_try_at: string }
    }>()
    const now = two.server.now().toISOString()
    const claimed_until = new Date(two.server.now().getTime() + 4000).toISOString()
    await tables
      .updateTable('webhook_deliveries')
      .set({ status: 'waiting', tries: 0, next_try_at: now, claimed_until })
      .execute()
    for (const node of nodes) await node.webhooks.stop()
    await turn()
    expect(receiver.came).toHaveLength(1)
    await turn(5000)
    expect(receiver.came).toHaveLength(2)
    expect(only(await logOf(webhook.id))).toMatchObject({ status: 'delivered' })
  })

  test('whose secret cannot be read, as the server was restored without its own, fails and says why', async () => {
    const { webhook } = await make()
    const app = createApp({ ...two.server.deps, secret: 'another', outbound: { loopback: true, timeoutMs: 300 } })
    const { token } = two.server.a.device
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
    const sent = await app.request(`/v1/webhooks/${webhook.id}/test`, { method: 'POST', headers, body: '{}' })
    expect(await sent.json()).toMatchObject({ delivery: { status: 'failed', code: 'SECRET_UNREADABLE' } })
    expect(receiver.came).toEqual([])
  })
})

describe('managed', () => {
  test('by owners and admins alone, each act noted once (T21, T36)', async () => {
    const { webhook } = await make()
    const delivery = await fire(webhook.id)
    const path = `/v1/webhooks/${webhook.id}`
    const acts: [string, string, object?][] = [
      ['GET', '/v1/webhooks'],
      ['POST', '/v1/webhooks', { url: receiver.url }],
      ['GET', `${path}/deliveries`],
      ['POST', `${path}/secret`, {}],
      ['POST', `${path}/state`, { state: 'disabled' }],
      ['POST', `${path}/state`, { state: 'active' }],
      ['POST', `${path}/test`, {}],
      ['POST', `${path}/deliveries/${delivery.id}/replay`, {}],
      ['DELETE', path],
    ]
    const notes = () =>
      two.server.database.people
        .withTables<{ log: { kind: string; member: string | null } }>()
        .selectFrom('log')
        .select(['kind', 'member'])
        .execute()
    for (const role of ['lead', 'consultant', 'reader'] as const) {
      const member = await addMember(two.server, two.server.a, `${role}@ash.example`, role)
      const name = { workspace: two.server.a.id, member, name: role }
      const paired = await addDevice(two.server.database.people, name, two.server.deps.random, two.server.now())
      const device = { ...paired, workspace: two.server.a.id, ...speaking(two.server.request, paired.token) }
      const before = await notes()
      for (const [method, asked, body] of acts)
        expect(await codeOf(await ask(asked, { method, body, device })), `${role} ${method} ${asked}`).toEqual({
          status: 403,
          code: 'FORBIDDEN',
        })
      expect(await notes()).toEqual(before)
    }
    for (const [method, asked, body] of acts) {
      const before = await notes()
      const response = await ask(asked, { method, body })
      expect(response.status, `${method} ${asked}`).toBe(200)
      const added = (await notes()).slice(before.length)
      expect(added.length, `${method} ${asked}`).toBe(method === 'GET' ? 0 : 1)
      for (const { member } of added) expect(member).toBe(two.server.a.member)
    }
  })

  test('its secret is in no table in clear, and in no answer but the one that made it (T35)', async () => {
    const { webhook, secret } = await make()
    await fire(webhook.id)
    const { secret: next } = z
      .object({ secret: z.string() })
      .parse(await (await ask(`/v1/webhooks/${webhook.id}/secret`, { method: 'POST', body: {} })).json())
    const image = (await two.server.backup()).toString('latin1')
    const said =
      (await (await ask('/v1/webhooks')).text()) + (await (await ask(`/v1/webhooks/${webhook.id}/deliveries`)).text())
    for (const each of [secret, next])
      for (const where of [image, said, JSON.stringify(two.server.logs)])
        expect(where).not.toContain(each.slice('whsec_'.length, -2))
  })

  test('at most ten, and what is removed is gone with its log', async () => {
    const made = []
    for (let at = 0; at < 10; at++) made.push(await make())
    const more = await ask('/v1/webhooks', { method: 'POST', body: { url: receiver.url } })
    expect(await codeOf(more)).toEqual({ status: 409, code: 'LIMIT_REACHED' })
    const id = made[0]?.webhook.id ?? ''
    await fire(id)
    await ask(`/v1/webhooks/${id}`, { method: 'DELETE' })
    expect(await codeOf(await ask(`/v1/webhooks/${id}/deliveries`))).toEqual({ status: 404, code: 'NOT_FOUND' })
    const tables = two.server.database.people.withTables<{ webhook_deliveries: { id: string } }>()
    expect(await tables.selectFrom('webhook_deliveries').select('id').execute()).toEqual([])
  })

  test('another workspace’s delivery cannot be replayed through one’s own webhook (T20, T23)', async () => {
    const { webhook } = await make()
    const delivery = await fire(webhook.id)
    const ofB = Made.parse(
      await (
        await ask('/v1/webhooks', { method: 'POST', body: { url: receiver.url }, device: two.server.b.device })
      ).json(),
    )
    for (const foreign of [delivery.id, randomUUID()])
      expect(
        await codeOf(
          await ask(`/v1/webhooks/${ofB.webhook.id}/deliveries/${foreign}/replay`, {
            method: 'POST',
            body: {},
            device: two.server.b.device,
          }),
        ),
      ).toEqual({ status: 404, code: 'NOT_FOUND' })
    expect(receiver.came).toHaveLength(1)
  })

  test('a test cannot be fired without end (T30)', async () => {
    const { webhook } = await make()
    const statuses: number[] = []
    for (let at = 0; at < 22; at++)
      statuses.push((await ask(`/v1/webhooks/${webhook.id}/test`, { method: 'POST', body: {} })).status)
    expect(statuses.filter((status) => status === 200)).toHaveLength(20)
    expect(statuses.slice(-2)).toEqual([429, 429])
    expect(receiver.came).toHaveLength(20)
  })

  test('what is sent has the documented shape, and the log forgets after thirty days', async () => {
    const { webhook } = await make()
    await fire(webhook.id)
    await show(two.inA, two.server, endsSoon())
    await turn()
    expect(receiver.came.map(({ body }) => WebhookEvent.parse(JSON.parse(body)).type)).toEqual(['test', 'alerts.due'])
    const spec = await (await ask('/openapi.json')).json()
    const event = z
      .object({ webhooks: z.object({ event: z.object({ post: z.object({ requestBody: z.unknown() }) }) }) })
      .parse(spec).webhooks.event.post.requestBody
    const Described = z.object({
      content: z.object({ 'application/json': z.object({ schema: z.record(z.string(), z.unknown()) }) }),
    })
    const schema = z.fromJSONSchema(Described.parse(event).content['application/json'].schema)
    for (const { body } of receiver.came) expect(schema.safeParse(JSON.parse(body)).success).toBe(true)
    await turn(31 * 24 * 60 * minute)
    const since = two.server.now().toISOString()
    expect(
      (await logOf(webhook.id)).map(({ createdAt }) => createdAt),
      'but what the next day owed',
    ).toEqual([since])
  })
})
