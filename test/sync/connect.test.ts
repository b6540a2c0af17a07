import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { boundClient } from '../../extension/records/binding.ts'
import { createClient, listClients } from '../../extension/records/clients.ts'
import { subscriptionsOf } from '../../extension/records/queries.ts'
import { getSetting } from '../../extension/settings/store.ts'
import { connectServer, disconnectServer } from '../../extension/sync/connect.ts'
import { connectByCode } from '../../extension/sync/connect-by-code.ts'
import { newId } from '../../shared/model/id.ts'
import { accept } from '../support/accepted.ts'
import { freshDatabase } from '../support/device.ts'
import { account, sightingOf } from '../support/sightings.ts'

const redirectUri = 'https://abc.chromiumapp.org/'
const pairing = (workspace = newId()) => ({
  token: 'a'.repeat(43),
  device: newId(),
  workspace: { id: workspace, name: 'Ash' },
  member: { name: 'Robin', email: 'robin@example.com', role: 'owner' },
  deviceName: 'Work browser',
})
const refusal = (status: number, code: string) => Response.json({ type: 'x', title: 'x', status, code }, { status })

/** A server that gives out one pairing for the code `good` and the verifier of the challenge that it was shown. */
function fakeServer(given = pairing()) {
  let challenge = ''
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const { pathname } = new URL(String(input))
    if (pathname === '/v1/scopes') return refusal(401, 'UNAUTHENTICATED')
    if (pathname !== '/v1/connect/token') return refusal(404, 'NOT_FOUND')
    const { code, code_verifier } = JSON.parse(String(init?.body))
    const proven = createHash('sha256').update(code_verifier).digest('base64url') === challenge
    return code === 'good' && proven ? Response.json(given) : refusal(400, 'BAD_CODE')
  }
  const authorize = (answer: (state: string) => string | undefined) => async (url: string) => {
    const { searchParams } = new URL(url)
    challenge = searchParams.get('code_challenge') ?? ''
    return answer(searchParams.get('state') ?? '')
  }
  return { fetch, authorize }
}
const back = (query: Record<string, string>) => `${redirectUri}?${new URLSearchParams(query)}`

describe('connecting', () => {
  test('comes back paired, and gives what was made before to the server’s workspace', async () => {
    const db = freshDatabase()
    const client = await createClient(db, 'Acme')
    await accept(db, sightingOf({ product: 'Desk' }))
    const local = (await getSetting(db, 'device'))?.workspace ?? ''
    const given = pairing()
    const { fetch, authorize } = fakeServer(given)
    const outcome = await connectServer(db, 'stocktake.example/', 'Work browser', {
      authorize: authorize((state) => back({ code: 'good', state })),
      redirectUri,
      fetch,
    })
    expect(outcome).toEqual({ ok: true, value: { workspace: given.workspace.id } })
    expect(await getSetting(db, 'server')).toMatchObject({
      url: 'https://stocktake.example',
      token: given.token,
      member: 'Robin',
    })
    expect(await getSetting(db, 'device')).toMatchObject({
      name: 'Work browser',
      workspace: given.workspace.id,
      adopted: true,
    })
    expect((await listClients(db)).map(({ id }) => id)).toEqual([client])
    expect(await boundClient(db, account('t1'))).toBe(client)
    expect((await subscriptionsOf(db, client)).total).toBe(1)
    const scopes = await db.scopes.toArray()
    expect(scopes.map(({ scope }) => scope).sort()).toEqual([client, given.workspace.id].sort())
    for (const table of [db.outbox, db.records, db.listing])
      expect((await table.toArray()).filter(({ scope }) => scope === local)).toEqual([])
    const numbers = (await db.outbox.toArray())
      .filter(({ scope }) => scope === given.workspace.id)
      .map(({ body }) => body.n)
    expect(numbers.sort()).toEqual([1, 2, 3, 4, 5, 6])
  })

  test('to a second workspace is refused, also after disconnecting; to the same it is not', async () => {
    const db = freshDatabase()
    await createClient(db, 'Acme')
    const given = pairing()
    const to = (server: ReturnType<typeof fakeServer>) =>
      connectServer(db, 'stocktake.example', 'x', {
        authorize: server.authorize((state) => back({ code: 'good', state })),
        redirectUri,
        fetch: server.fetch,
      })
    await to(fakeServer(given))
    const { fetch } = fakeServer()
    expect(await disconnectServer(db, { fetch })).toEqual({ heard: false })
    expect(await getSetting(db, 'server')).toBeUndefined()
    expect(await to(fakeServer())).toMatchObject({ problem: { code: 'OTHER_WORKSPACE' } })
    expect(await getSetting(db, 'server')).toBeUndefined()
    expect(await to(fakeServer(given))).toMatchObject({ ok: true })
    expect((await listClients(db)).map(({ name }) => name)).toEqual(['Acme'])
  })

  test.each<[string, (state: string) => string | undefined, string]>([
    ['a closed window', () => undefined, 'SIGN_IN_CANCELED'],
    ['a refusal', (state) => back({ error: 'access_denied', state }), 'SIGN_IN_CANCELED'],
    ['an answer to another question', () => back({ code: 'good', state: 'forged' }), 'BAD_CODE'],
    ['a wrong code', (state) => back({ code: 'stolen', state }), 'BAD_CODE'],
    ['no code', (state) => back({ state }), 'BAD_CODE'],
  ])('%s leaves the device as it was', async (_, answer, code) => {
    const db = freshDatabase()
    const { fetch, authorize } = fakeServer()
    expect(
      await connectServer(db, 'stocktake.example', 'x', { authorize: authorize(answer), redirectUri, fetch }),
    ).toMatchObject({ ok: false, problem: { code } })
    expect(await getSetting(db, 'server')).toBeUndefined()
  })

  test('to an address where no server is opens no window', async () => {
    const db = freshDatabase()
    const authorize = () => expect.unreachable()
    const html = async () => new Response('<html>', { headers: { 'content-type': 'text/html' } })
    expect(await connectServer(db, 'example.com', 'x', { authorize, redirectUri, fetch: html })).toMatchObject({
      problem: { code: 'NOT_A_SERVER' },
    })
    const dead = () => Promise.reject(new TypeError('network'))
    expect(await connectServer(db, 'example.com', 'x', { authorize, redirectUri, fetch: dead })).toMatchObject({
      problem: { code: 'OFFLINE' },
    })
  })
})

describe('connecting by code (RFC 8628)', () => {
  const answers = (...said: Response[]) => {
    const fetch: typeof globalThis.fetch = async (input) => {
      const { pathname } = new URL(String(input))
      if (pathname === '/v1/scopes') return refusal(401, 'UNAUTHENTICATED')
      if (pathname === '/v1/device/code')
        return Response.json({
          device_code: 'd',
          user_code: 'WXYZ-1234',
          verification_uri: 'https://stocktake.example/device',
          expires_in: 30,
          interval: 5,
        })
      return said.shift() ?? refusal(400, 'SIGN_IN_PENDING')
    }
    return fetch
  }

  test('shows the code, asks at the server’s pace and comes back paired', async () => {
    const db = freshDatabase()
    const waits: number[] = []
    const shown: string[] = []
    const fetch = answers(refusal(400, 'SIGN_IN_PENDING'), refusal(400, 'SLOW_DOWN'), Response.json(pairing()))
    const outcome = await connectByCode(db, 'stocktake.example', 'x', {
      show: (code) => void shown.push(code),
      wait: async (ms) => void waits.push(ms),
      fetch,
    })
    expect(outcome).toMatchObject({ ok: true })
    expect([shown, waits]).toEqual([['WXYZ-1234'], [5000, 5000, 10_000]])
  })

  test.each([
    ['an old code', answers(), 'BAD_CODE'],
    ['a refused one', answers(refusal(400, 'SIGN_IN_CANCELED')), 'SIGN_IN_CANCELED'],
  ])('%s ends it', async (_, fetch, code) => {
    const db = freshDatabase()
    const outcome = await connectByCode(db, 'stocktake.example', 'x', { show: () => {}, wait: async () => {}, fetch })
    expect(outcome).toMatchObject({ ok: false, problem: { code } })
    expect(await getSetting(db, 'server')).toBeUndefined()
  })
})
