import { beforeEach, describe, expect, test } from 'vitest'
import { mayTry } from '../../server/people/attempts.ts'
import { DeviceCode, Pairing } from '../../shared/connect.ts'
import { codeOf, twoWorkspaces } from '../support/two-workspaces.ts'
import { signedInOwner, type Visitor } from '../support/visitor.ts'

const two = twoWorkspaces()
let visitor: Visitor
let person: string
let workspace: string
beforeEach(async () => {
  ;({ visitor, workspace, person } = await signedInOwner(two.server))
})

const post = (path: string, body: unknown) =>
  two.server.request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
const start = async () => DeviceCode.parse(await (await post('/v1/device/code', { device_name: 'Old browser' })).json())
const poll = ({ device_code }: DeviceCode) => post('/v1/device/token', { device_code })
const errorOf = async (response: Response) => {
  const body = (await response.json()) as { code: string; error: string } // read as it comes
  return [response.status, body.code, body.error]
}
const decide = (code: DeviceCode, decision: 'allow' | 'deny', as = visitor) =>
  as.submit('/device/decide', { user_code: code.user_code, decision, workspace })

/** Rules of T26, by number. */
describe('device code (T26, F50)', () => {
  test('① has 256 bits for the device and 40 for the person, ⑨ and no link that carries it', async () => {
    const code = await start()
    expect(Buffer.from(code.device_code, 'base64url').length * 8).toBeGreaterThanOrEqual(128)
    expect(code.user_code).toMatch(/^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/)
    expect(code).not.toHaveProperty('verification_uri_complete')
    expect(code).toMatchObject({ verification_uri: 'http://stocktake.test/device', expires_in: 300, interval: 5 })
    const stored = await two.server.database.people.selectFrom('device_codes').selectAll().execute()
    expect(JSON.stringify(stored)).not.toContain(code.device_code)
  })

  test('typed and allowed, becomes a token; ④ once', async () => {
    const code = await start()
    expect(await errorOf(await poll(code))).toEqual([400, 'SIGN_IN_PENDING', 'authorization_pending'])
    const typed = code.user_code.toLowerCase().replace('-', ' ')
    const page = await (await visitor.submit('/device', { user_code: typed })).text()
    // ⑦
    for (const words of ['Did you start this?', 'Old browser', 'in-process', 'owner@example.com', 'Workspace of'])
      expect(page).toContain(words)
    expect(await (await decide(code, 'allow')).text()).toContain('connected')
    const answers = await Promise.all([poll(code), poll(code), poll(code)])
    const [won, ...lost] = answers.sort((a, b) => a.status - b.status)
    expect(Pairing.parse(await won?.json())).toMatchObject({ workspace: { id: workspace }, deviceName: 'Old browser' })
    for (const answer of lost) expect(await errorOf(answer)).toEqual([400, 'BAD_CODE', 'invalid_grant'])
  })

  test('refused, tells the device so', async () => {
    const code = await start()
    await visitor.submit('/device', { user_code: code.user_code })
    await decide(code, 'deny')
    expect(await errorOf(await poll(code))).toEqual([400, 'BAD_CODE', 'access_denied'])
    expect((await decide(code, 'allow')).status).toBe(400)
  })

  test('② lives five minutes, for the person and for the device', async () => {
    const [code, allowed] = [await start(), await start()]
    await visitor.submit('/device', { user_code: allowed.user_code })
    await decide(allowed, 'allow')
    two.server.pass(5 * 60_000)
    expect((await visitor.submit('/device', { user_code: code.user_code })).status).toBe(400)
    expect(await errorOf(await poll(code))).toEqual([400, 'BAD_CODE', 'expired_token'])
    expect(await errorOf(await poll(allowed))).toEqual([400, 'BAD_CODE', 'expired_token'])
  })

  test('③ belongs to the person who typed it first: nobody else may decide', async () => {
    const code = await start()
    const other = await signedInOwner(two.server, 'other@example.com')
    expect((await decide(code, 'allow', other.visitor)).status).toBe(403)
    await visitor.submit('/device', { user_code: code.user_code })
    expect((await other.visitor.submit('/device', { user_code: code.user_code })).status).toBe(400)
    const stolen = { user_code: code.user_code, decision: 'allow', workspace: other.workspace }
    expect((await other.visitor.submit('/device/decide', stolen)).status).toBe(400)
    expect(await errorOf(await poll(code))).toEqual([400, 'SIGN_IN_PENDING', 'authorization_pending'])
  })

  test('③ typed or decided by two at the same moment, it is one person’s and one decision', async () => {
    const code = await start()
    const other = await signedInOwner(two.server, 'other@example.com')
    const typing = [visitor, other.visitor].map((who) => who.submit('/device', { user_code: code.user_code }))
    const typed = (await Promise.all(typing)).map(({ status }) => status)
    expect([...typed].sort()).toEqual([200, 400])
    const [owner, of] = typed[0] === 200 ? [visitor, workspace] : [other.visitor, other.workspace]
    const decisions = (['allow', 'deny', 'allow'] as const).map((decision) =>
      owner.submit('/device/decide', { user_code: code.user_code, decision, workspace: of }),
    )
    const decided = (await Promise.all(decisions)).map(({ status }) => status)
    expect(decided.sort()).toEqual([200, 400, 400])
  })

  test('③ cannot be decided by who has not typed it, nor for a workspace that is not theirs', async () => {
    const code = await start()
    expect((await decide(code, 'allow')).status).toBe(400)
    await visitor.submit('/device', { user_code: code.user_code })
    const foreign = { user_code: code.user_code, decision: 'allow', workspace: two.server.a.id }
    expect((await visitor.submit('/device/decide', foreign)).status).toBe(403)
    expect(await codeOf(await poll(code))).toEqual({ status: 400, code: 'SIGN_IN_PENDING' })
  })

  test('⑤ slows down who asks too often', async () => {
    const code = await start()
    await poll(code)
    expect(await errorOf(await poll(code))).toEqual([400, 'SLOW_DOWN', 'slow_down'])
    two.server.pass(5_000)
    expect(await errorOf(await poll(code))).toEqual([400, 'SLOW_DOWN', 'slow_down'])
    two.server.pass(15_000)
    expect(await errorOf(await poll(code))).toEqual([400, 'SIGN_IN_PENDING', 'authorization_pending'])
  })

  test('⑥ may be guessed at five times in a quarter of an hour', async () => {
    const code = await start()
    const guess = (user_code: string) => visitor.submit('/device', { user_code })
    const statuses = []
    for (let i = 0; i < 6; i++) statuses.push((await guess(`AAAA-AAA${i + 2}`)).status)
    expect(statuses).toEqual([400, 400, 400, 400, 400, 429])
    expect((await guess(code.user_code)).status).toBe(429)
    two.server.pass(15 * 60_000)
    expect((await guess((await start()).user_code)).status).toBe(200)
  })

  test('⑥ that many people together guess at raises an alarm, and stops nobody who types a right one', async () => {
    const all = { most: 100, minutes: 15 }
    for (let i = 0; i < 99; i++) await mayTry(two.server.database, 'device guess by anybody', all, two.server.now())
    const alarms = () => two.server.logs.filter(({ event }) => event === 'alarm')
    await visitor.submit('/device', { user_code: 'AAAA-AAA2' })
    expect(alarms()).toEqual([])
    await visitor.submit('/device', { user_code: 'AAAA-AAA3' })
    expect(alarms()).toMatchObject([{ code: 'DEVICE_CODE_GUESSING' }])
    expect((await visitor.submit('/device', { user_code: (await start()).user_code })).status).toBe(200)
  })

  test('⑧ gives nothing to whoever was removed before it was fetched', async () => {
    const code = await start()
    await visitor.submit('/device', { user_code: code.user_code })
    await decide(code, 'allow')
    await two.server.database.people
      .updateTable('members')
      .set({ state: 'removed' })
      .where('person', '=', person)
      .execute()
    expect(await codeOf(await poll(code))).toEqual({ status: 403, code: 'MEMBERSHIP_REVOKED' })
  })

  test('cannot be asked for without end', async () => {
    const statuses = []
    for (let i = 0; i < 31; i++) statuses.push((await post('/v1/device/code', { device_name: 'x' })).status)
    expect(statuses).toEqual([...Array(30).fill(200), 429])
  })
})
