import { createHash, randomUUID } from 'node:crypto'
import { issueCode } from '../../server/connect/code.ts'
import { Written } from '../../server/records/model.ts'
import { DeviceCode } from '../../shared/connect.ts'
import type { ProblemCode } from '../../shared/problem.ts'
import { protocol, schema } from '../../shared/sync.ts'
import { asking, makeKey } from './api-keys.ts'
import { colleague } from './colleague.ts'
import { makeClient, observed, setOp } from './ops.ts'
import { type Two, versions } from './two-workspaces.ts'

/** One request to a route. What is absent is sent without. */
export type Sample = {
  path: string
  body?: unknown
  headers?: Record<string, string>
}
/** A request that succeeds, and those that provoke what this route alone refuses. */
export type RouteSample = {
  good: (two: Two) => Promise<Sample> | Sample
  refused?: Partial<Record<ProblemCode, (two: Two, good: Sample) => Promise<Sample> | Sample>>
}

const push = (rec = randomUUID()) => ({
  protocol,
  schema,
  device: randomUUID(),
  epoch: null as string | null,
  ops: [setOp(1, { rec }, 'product', 'One')],
})
const pushing = (two: Two, body: unknown): Sample => ({ path: `/v1/scopes/${two.ofA}/push`, body })
const changesOf = (two: Two, query: Record<string, string> = {}): Sample => ({
  path: `/v1/scopes/${two.ofA}/changes?${new URLSearchParams({ ...versions, ...query })}`,
})
const ofClient = (name: string): RouteSample => ({ good: ({ ofA }) => ({ path: `/v1/clients/${ofA}/${name}` }) })

const verifier = 'v'.repeat(43)
const newCode = (two: Two) => {
  const { id: workspace, member } = two.server.a
  const challenge = createHash('sha256').update(verifier).digest('base64url')
  const approved = { workspace, member, device_name: 'Browser', challenge, redirect_uri: 'https://x.example/' }
  return issueCode(two.server.database, approved, two.server.deps.random, two.server.now())
}
const askDeviceCode = async ({ server }: Two) =>
  DeviceCode.parse(
    await (await asking(server, server.a.device.token)('POST', '/v1/device/code', { device_name: 'Browser' })).json(),
  )

const fields = { product: 'One', seatsPurchased: 5 }
const idempotent = () => ({ 'idempotency-key': randomUUID() })
const records = (two: Two) => `/v1/clients/${two.ofA}/records`
/** A record that a program made and a device changed since: its path, and the version before and after. */
async function changedRecord(two: Two) {
  const response = await asking(two.server, two.server.a.device.token)('POST', records(two), {
    type: 'subscription',
    fields,
  })
  const { record } = Written.parse(await response.json())
  const { at } = await two.inA.set({ rec: record.id, base: record.rev }, 'product', 'Two')
  return { path: `${records(two)}/${record.id}`, id: record.id, before: record.rev, now: at }
}
const patch = (path: string, base: number | undefined, set: unknown = { product: 'Three' }): Sample => ({
  path,
  body: { type: 'subscription', ...(base === undefined ? {} : { base }), set },
})
async function deletedRecord(two: Two) {
  const record = await changedRecord(two)
  const { at } = await two.inA.del({ rec: record.id, base: record.now })
  return { ...record, deleted: at }
}
const same = { 'idempotency-key': 'the-same-for-both' }
/** Sends a good one under a key, and gives another one under it. */
const reused =
  (other: (good: Sample) => Sample) =>
  async (two: Two, good: Sample): Promise<Sample> => {
    const method = good.body === undefined ? 'DELETE' : 'PATCH'
    await asking(two.server, two.server.a.device.token)(method, good.path, good.body, same)
    return other(good)
  }
const withoutKey = (_: Two, good: Sample): Sample => ({ ...good, headers: {} })

const hook = async ({ server }: Two): Promise<string> => {
  const made = await server.a.device.post('/v1/webhooks', { url: 'https://hooks.invalid/' })
  const { webhook } = (await made.json()) as { webhook: { id: string } } // checked by the route's own sample
  return `/v1/webhooks/${webhook.id}`
}
/** One delivery of it: a test that nobody takes. */
const delivered = async (two: Two): Promise<string> => {
  const path = await hook(two)
  await two.server.a.device.post(`${path}/test`, {})
  const listed = await two.server.a.device.get(`${path}/deliveries`)
  const { deliveries } = (await listed.json()) as { deliveries: { id: string }[] } // as above
  return `${path}/deliveries/${deliveries[0]?.id}`
}
const calendar = async ({ server }: Two) => {
  const made = await server.a.device.post('/v1/calendars', {})
  return (await made.json()) as { url: string; calendar: { id: string } } // as above
}

const invitation = () => ({ email: `${randomUUID()}@example.com`, role: 'consultant', clients: 'all' })

/** Every route under /v1, and the two beside it that are described. A route without a line here fails the test. */
export const routeSamples: Record<string, RouteSample> = {
  'GET /healthz': { good: () => ({ path: '/healthz' }) },
  'GET /readyz': { good: () => ({ path: '/readyz' }) },
  'GET /openapi.json': { good: () => ({ path: '/openapi.json' }) },
  'GET /v1/scopes': { good: () => ({ path: '/v1/scopes' }) },
  'POST /v1/scopes/{scope}/push': {
    good: (two) => pushing(two, push()),
    refused: {
      INVALID_REQUEST: (two) => pushing(two, { protocol, schema }),
      EPOCH: (two) => pushing(two, { ...push(), epoch: randomUUID() }),
      GAP: (two) => pushing(two, { ...push(), ops: [setOp(7, { rec: randomUUID() }, 'product', 'One')] }),
      UPGRADE_REQUIRED: (two) => pushing(two, { ...push(), protocol: 99 }),
    },
  },
  'GET /v1/scopes/{scope}/changes': {
    good: (two) => changesOf(two),
    refused: {
      INVALID_REQUEST: (two) => changesOf(two, { limit: 'x' }),
      EPOCH: (two) => changesOf(two, { after: '999' }),
      UPGRADE_REQUIRED: (two) => changesOf(two, { protocol: '99' }),
    },
  },
  'GET /v1/scopes/{scope}/notices': { good: ({ ofA }) => ({ path: `/v1/scopes/${ofA}/notices` }) },
  'GET /v1/scopes/{scope}/digest': { good: ({ ofA }) => ({ path: `/v1/scopes/${ofA}/digest` }) },
  'POST /v1/scopes/{scope}/known-ops': {
    good: ({ ofA }) => ({
      path: `/v1/scopes/${ofA}/known-ops`,
      body: { protocol, schema, device: randomUUID(), ops: [] },
    }),
    refused: {
      INVALID_REQUEST: (_, { path }) => ({ path, body: { protocol, schema } }),
      UPGRADE_REQUIRED: (_, { path }) => ({ path, body: { protocol: 99, schema } }),
    },
  },
  'GET /v1/devices': { good: () => ({ path: '/v1/devices' }) },
  'PATCH /v1/devices/{device}': {
    good: async ({ server }) => ({
      path: `/v1/devices/${(await server.a.pair('Second')).id}`,
      body: { name: 'Laptop of Robin' },
    }),
  },
  'DELETE /v1/devices/{device}': {
    good: async ({ server }) => ({ path: `/v1/devices/${(await server.a.pair('Second')).id}` }),
  },
  'GET /v1/api-keys': { good: () => ({ path: '/v1/api-keys' }) },
  'POST /v1/api-keys': {
    good: () => ({ path: '/v1/api-keys', body: { name: 'X', role: 'reader', clients: 'all' } }),
    refused: {
      NOT_FOUND: (_, { path }) => ({ path, body: { name: 'X', role: 'reader', clients: [randomUUID()] } }),
    },
  },
  'DELETE /v1/api-keys/{key}': {
    good: async ({ server }) => ({ path: `/v1/api-keys/${(await makeKey(server, server.a.device)).id}` }),
  },
  'GET /v1/members': { good: () => ({ path: '/v1/members' }) },
  'PATCH /v1/members/{member}': {
    good: async ({ server }) => ({
      path: `/v1/members/${(await colleague(server, 'reader')).member}`,
      body: { role: 'consultant' },
    }),
    refused: {
      LAST_OWNER: ({ server }) => ({ path: `/v1/members/${server.a.member}`, body: { role: 'reader' } }),
    },
  },
  'DELETE /v1/members/{member}': {
    good: async ({ server }) => ({ path: `/v1/members/${(await colleague(server, 'reader')).member}` }),
    refused: { LAST_OWNER: ({ server }) => ({ path: `/v1/members/${server.a.member}` }) },
  },
  'DELETE /v1/members/{member}/devices/{device}': {
    good: async ({ server }) => {
      const { member, device } = await colleague(server, 'reader')
      return { path: `/v1/members/${member}/devices/${device.id}` }
    },
  },
  'GET /v1/invitations': { good: () => ({ path: '/v1/invitations' }) },
  'POST /v1/invitations': {
    good: () => ({ path: '/v1/invitations', body: invitation() }),
    refused: {
      NOT_FOUND: (_, { path }) => ({ path, body: { ...invitation(), clients: [randomUUID()] } }),
      ALREADY_MEMBER: ({ server }, { path }) => ({
        path,
        body: { ...invitation(), email: `${server.a.person}@example.com` },
      }),
    },
  },
  'DELETE /v1/invitations/{invitation}': {
    good: async ({ server }) => {
      const made = await server.a.device.post('/v1/invitations', invitation())
      const { invitation: it } = (await made.json()) as { invitation: { id: string } } // checked by its own sample
      return { path: `/v1/invitations/${it.id}` }
    },
  },
  'POST /v1/clients/{client}/export': { good: ({ ofA }) => ({ path: `/v1/clients/${ofA}/export`, body: {} }) },
  'POST /v1/clients/{client}/purge': {
    good: async ({ server }) => {
      const client = await makeClient(server.a.device, 'To be purged')
      return { path: `/v1/clients/${client}/purge`, body: { confirm: client } }
    },
  },
  'GET /v1/webhooks': { good: () => ({ path: '/v1/webhooks' }) },
  'POST /v1/webhooks': {
    good: () => ({ path: '/v1/webhooks', body: { url: 'https://hooks.invalid/' } }),
    refused: { BLOCKED_TARGET: (_, { path }) => ({ path, body: { url: 'https://127.0.0.1/' } }) },
  },
  'POST /v1/webhooks/{webhook}/secret': { good: async (two) => ({ path: `${await hook(two)}/secret`, body: {} }) },
  'POST /v1/webhooks/{webhook}/state': {
    good: async (two) => ({ path: `${await hook(two)}/state`, body: { state: 'disabled' } }),
  },
  'POST /v1/webhooks/{webhook}/test': { good: async (two) => ({ path: `${await hook(two)}/test`, body: {} }) },
  'DELETE /v1/webhooks/{webhook}': { good: async (two) => ({ path: await hook(two) }) },
  'GET /v1/webhooks/{webhook}/deliveries': { good: async (two) => ({ path: `${await hook(two)}/deliveries` }) },
  'POST /v1/webhooks/{webhook}/deliveries/{delivery}/replay': {
    good: async (two) => ({ path: `${await delivered(two)}/replay`, body: {} }),
  },
  'GET /v1/calendars': { good: () => ({ path: '/v1/calendars' }) },
  'POST /v1/calendars': {
    good: () => ({ path: '/v1/calendars', body: {} }),
    refused: { NOT_FOUND: (_, { path }) => ({ path, body: { client: randomUUID() } }) },
  },
  'DELETE /v1/calendars/{calendar}': {
    good: async (two) => ({ path: `/v1/calendars/${(await calendar(two)).calendar.id}` }),
  },
  'GET /calendar/{feed}': {
    good: async (two) => ({ path: new URL((await calendar(two)).url).pathname }),
    refused: { NOT_FOUND: () => ({ path: `/calendar/${'x'.repeat(43)}.ics` }) },
  },
  'GET /v1/mail': { good: () => ({ path: '/v1/mail' }) },
  'POST /v1/mail/test': { good: () => ({ path: '/v1/mail/test', body: {} }) },
  'POST /v1/connect/token': {
    good: async (two) => ({ path: '/v1/connect/token', body: { code: await newCode(two), code_verifier: verifier } }),
    refused: { BAD_CODE: (_, { path }) => ({ path, body: { code: 'wrong', code_verifier: verifier } }) },
  },
  'POST /v1/device/code': { good: () => ({ path: '/v1/device/code', body: { device_name: 'Browser' } }) },
  'POST /v1/device/token': {
    good: async (two) => {
      const { device_code } = await askDeviceCode(two)
      const { id: workspace, member, person: claimed_by } = two.server.a
      const approved = { state: 'approved' as const, workspace, member, claimed_by }
      await two.server.database.people.updateTable('device_codes').set(approved).execute()
      return { path: '/v1/device/token', body: { device_code } }
    },
    refused: {
      BAD_CODE: (_, { path }) => ({ path, body: { device_code: 'wrong' } }),
      SIGN_IN_PENDING: async (two, { path }) => {
        const { device_code } = await askDeviceCode(two)
        return { path, body: { device_code } }
      },
    },
  },
  ...Object.fromEntries(
    ['inventory', 'vendors', 'costs', 'findings', 'forecast', 'people', 'renewals', 'alerts', 'spend'].map((name) => [
      `GET /v1/clients/{client}/${name}`,
      ofClient(name),
    ]),
  ),
  'GET /v1/clients/{client}/spend': {
    ...ofClient('spend'),
    refused: { INVALID_REQUEST: ({ ofA }) => ({ path: `/v1/clients/${ofA}/spend?from=x&to=x` }) },
  },
  'GET /v1/clients/{client}/subscriptions/{record}/prices': {
    good: async (two) => {
      const seen = await observed(two.ofA)
      await two.inA.add(seen)
      return { path: `/v1/clients/${two.ofA}/subscriptions/${seen.rec}/prices` }
    },
  },
  'GET /v1/clients/{client}/records': {
    good: async (two) => {
      await changedRecord(two)
      return { path: records(two) }
    },
    refused: { INVALID_REQUEST: (two) => ({ path: `${records(two)}?sort=body` }) },
  },
  'POST /v1/clients/{client}/records': {
    good: (two) => ({ path: records(two), body: { type: 'subscription', fields }, headers: idempotent() }),
    refused: {
      IDEMPOTENCY_KEY_MISSING: withoutKey,
      IDEMPOTENCY_KEY_REUSED: (_, good) => ({ ...good, body: { type: 'subscription', fields: { product: 'Other' } } }),
      REFERENCE_UNKNOWN: (two) => ({
        path: records(two),
        body: { type: 'lot', fields: { subscription: randomUUID() } },
        headers: idempotent(),
      }),
      RECORD_EXISTS: async (two) => {
        const body = { type: 'judgement', fields: { finding: 'x', status: 'open' } }
        await asking(two.server, two.server.a.device.token)('POST', records(two), body)
        return { path: records(two), body, headers: idempotent() }
      },
    },
  },
  'GET /v1/clients/{client}/records/{record}': {
    good: async (two) => {
      const seen = await observed(two.ofA)
      await two.inA.add(seen)
      return { path: `${records(two)}/${seen.rec}` }
    },
  },
  'GET /v1/clients/{client}/records/{record}/history': {
    good: async (two) => ({ path: `${(await changedRecord(two)).path}/history` }),
    refused: { INVALID_REQUEST: (_, { path }) => ({ path: `${path}?limit=0` }) },
  },
  'PATCH /v1/clients/{client}/records/{record}': {
    good: async (two) => {
      const { path, now } = await changedRecord(two)
      return patch(path, now)
    },
    refused: {
      CONFLICT: async (two) => {
        const { path, before } = await changedRecord(two)
        return patch(path, before)
      },
      IDEMPOTENCY_KEY_REUSED: reused(({ path }) => ({ ...patch(path, 999), headers: same })),
      REFERENCE_UNKNOWN: async (two) => {
        const { id } = await changedRecord(two)
        const lot = { type: 'lot', fields: { subscription: id } }
        const response = await asking(two.server, two.server.a.device.token)('POST', records(two), lot)
        const { record } = Written.parse(await response.json())
        const body = { type: 'lot', base: record.rev, set: { subscription: randomUUID() } }
        return { path: `${records(two)}/${record.id}`, body }
      },
      VERSION_MISSING: (_, { path }) => patch(path, undefined),
      VERSION_PASSED: (_, { path }) => patch(path, 999),
      RECORD_DELETED: async (two) => {
        const { path, deleted } = await deletedRecord(two)
        return patch(path, deleted)
      },
    },
  },
  'DELETE /v1/clients/{client}/records/{record}': {
    good: async (two) => {
      const { path, now } = await changedRecord(two)
      return { path: `${path}?base=${now}` }
    },
    refused: {
      INVALID_REQUEST: (_, { path }) => ({ path: path.replace(/\?.*/, '?base=x') }),
      IDEMPOTENCY_KEY_REUSED: reused(({ path }) => ({ path: path.replace(/\?.*/, '?base=999'), headers: same })),
      CONFLICT: async (two) => {
        const { path, before } = await changedRecord(two)
        return { path: `${path}?base=${before}` }
      },
      VERSION_MISSING: (_, { path }) => ({ path: path.replace(/\?.*/, '') }),
      VERSION_PASSED: (_, { path }) => ({ path: path.replace(/\?.*/, '?base=999') }),
    },
  },
  'POST /v1/clients/{client}/records/{record}/restore': {
    good: async (two) => {
      const { path, deleted } = await deletedRecord(two)
      return { path: `${path}/restore`, body: { base: deleted }, headers: idempotent() }
    },
    refused: {
      IDEMPOTENCY_KEY_MISSING: withoutKey,
      IDEMPOTENCY_KEY_REUSED: (_, good) => ({ ...good, body: { base: 1 } }),
      CONFLICT: async (two) => {
        const { path, before } = await deletedRecord(two)
        return { path: `${path}/restore`, body: { base: before }, headers: idempotent() }
      },
      VERSION_MISSING: (_, { path }) => ({ path, body: {}, headers: idempotent() }),
      VERSION_PASSED: (_, { path }) => ({ path, body: { base: 999 }, headers: idempotent() }),
    },
  },
}
