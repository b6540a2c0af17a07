import { createHash, randomBytes } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { Pairing } from '../../shared/connect.ts'
import { codeOf, twoWorkspaces } from '../support/two-workspaces.ts'
import { signedInOwner, type Visitor } from '../support/visitor.ts'

const two = twoWorkspaces()
const chrome = `https://${'abcdefghijklmnop'.repeat(2)}.chromiumapp.org/`
const verifier = 'v'.repeat(43)
const challengeOf = (text: string) => createHash('sha256').update(text).digest('base64url')

let visitor: Visitor
let workspace: string
beforeEach(async () => {
  const owner = await signedInOwner(two.server)
  visitor = owner.visitor
  workspace = owner.workspace
})

const asking = (change: Record<string, string> = {}) => ({
  redirect_uri: chrome,
  state: 'the state',
  code_challenge: challengeOf(verifier),
  code_challenge_method: 'S256',
  device_name: 'Chrome on Linux',
  ...change,
})
const ask = (change: Record<string, string> = {}) => visitor.visit(`/connect?${new URLSearchParams(asking(change))}`)
const allow = async (change: Record<string, string> = {}) => {
  const response = await visitor.submit('/connect', { ...asking(), workspace, decision: 'allow', ...change })
  return new URL(response.headers.get('location') ?? 'about:blank').searchParams
}
const redeem = (code: string | null, code_verifier = verifier) =>
  two.server.request('/v1/connect/token', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code, code_verifier }),
  })
const badCode = { status: 400, code: 'BAD_CODE' }

describe('approval', () => {
  test('names the device, for whom and to what, and asks whether the person began it', async () => {
    const response = await ask()
    const html = await response.text()
    expect(response.status).toBe(200)
    for (const words of [
      'Did you start this?',
      'Chrome on Linux',
      'owner@example.com',
      'Workspace of owner@example.com',
    ])
      expect(html).toContain(words)
    // A browser holds the redirect after the form to this policy too.
    expect(response.headers.get('content-security-policy')).toContain(`form-action 'self' ${new URL(chrome).origin};`)
  })

  test('sends a code and the state back, and the code becomes a token that works', async () => {
    const back = await allow()
    expect(back.get('state')).toBe('the state')
    expect(Buffer.from(back.get('code') ?? '', 'base64url').length * 8).toBeGreaterThanOrEqual(128)
    const pairing = Pairing.parse(await (await redeem(back.get('code'))).json())
    expect(pairing).toMatchObject({
      workspace: { id: workspace },
      member: { email: 'owner@example.com', role: 'owner' },
      deviceName: 'Chrome on Linux',
    })
    expect(Buffer.from(pairing.token, 'base64url')).toHaveLength(32)
    const scopes = await two.server.request('/v1/scopes', { headers: { authorization: `Bearer ${pairing.token}` } })
    expect(await scopes.json()).toMatchObject({ workspace, scopes: [{ id: workspace, kind: 'workspace' }] })
    const stored = await two.server.database.people.selectFrom('devices').selectAll().execute()
    expect(JSON.stringify(stored)).not.toContain(pairing.token)
    expect(JSON.stringify(two.server.logs)).not.toContain(pairing.token)
  })

  test('refused, it says so to the extension and gives nothing', async () => {
    const back = await allow({ decision: 'deny' })
    expect([back.get('error'), back.get('code'), back.get('state')]).toEqual(['access_denied', null, 'the state'])
  })

  test('for a workspace that is not one’s own, it gives nothing', async () => {
    const response = await visitor.submit('/connect', { ...asking(), workspace: two.server.a.id, decision: 'allow' })
    expect([response.status, response.headers.get('location')]).toEqual([403, null])
  })

  test('asks a person who is not signed in to do so first, and comes back', async () => {
    const response = await two.server.request(`/connect?${new URLSearchParams(asking())}`)
    const next = new URL(response.headers.get('location') ?? '', 'http://x').searchParams.get('next')
    expect(next).toBe(`/connect?${new URLSearchParams(asking())}`)
  })
})

describe('what may ask', () => {
  test.each([
    chrome,
    `https://${'0123456789abcdef0123456789abcdef01234567'}.extensions.allizom.org/`,
    `http://127.0.0.1/mozoauth2/${'0123456789abcdef0123456789abcdef01234567'}`,
    `https://${'abcdefghijklmnop'.repeat(2)}.chromiumapp.org/provider_cb`,
  ])('an extension’s own address: %s', async (redirect_uri) => {
    expect((await ask({ redirect_uri })).status).toBe(200)
  })

  test.each([
    'https://evil.example/',
    'https://evil.example/#.chromiumapp.org/',
    `https://${'abcdefghijklmnop'.repeat(2)}.chromiumapp.org.evil.example/`,
    `https://${'q'.repeat(32)}.chromiumapp.org/`,
    `https://${'a'.repeat(31)}.chromiumapp.org/`,
    `http://${'a'.repeat(32)}.chromiumapp.org/`,
    `https://user@${'a'.repeat(32)}.chromiumapp.org/`,
    `https://${'a'.repeat(32)}.chromiumapp.org:444/`,
    `https://${'a'.repeat(32)}.chromiumapp.org/?code=mine`,
    'http://127.0.0.1/mozoauth2/',
    'http://127.0.0.1:8080/mozoauth2/0123456789abcdef0123456789abcdef01234567',
    'http://localhost/mozoauth2/0123456789abcdef0123456789abcdef01234567',
    'javascript:alert(1)',
  ])('no other address, and nothing is sent there: %s', async (redirect_uri) => {
    const response = await ask({ redirect_uri })
    expect([response.status, response.headers.get('location')]).toEqual([400, null])
    const posted = await visitor.submit('/connect', { ...asking({ redirect_uri }), workspace, decision: 'allow' })
    expect([posted.status, posted.headers.get('location')]).toEqual([400, null])
  })

  test.each([
    { code_challenge_method: 'plain' },
    { code_challenge: 'short' },
    { state: '' },
    { device_name: ' ' },
    { device_name: 'x'.repeat(81) },
  ])('S256 with a state and a name: not %j', async (change) => {
    expect((await ask(change)).status).toBe(400)
  })
})

describe('the code', () => {
  test('is worth nothing with a wrong verifier, and is used up by it', async () => {
    const code = (await allow()).get('code')
    expect(await codeOf(await redeem(code, 'w'.repeat(43)))).toEqual(badCode)
    expect(await codeOf(await redeem(code))).toEqual(badCode)
  })

  test('works once, also for two at the same moment', async () => {
    const code = (await allow()).get('code')
    const statuses = (await Promise.all([redeem(code), redeem(code), redeem(code)])).map(({ status }) => status)
    expect(statuses.sort()).toEqual([200, 400, 400])
  })

  test('works for five minutes', async () => {
    const [old, young] = [(await allow()).get('code'), (await allow()).get('code')]
    two.server.pass(5 * 60_000 - 1)
    expect((await redeem(young)).status).toBe(200)
    two.server.pass(1)
    expect(await codeOf(await redeem(old))).toEqual(badCode)
  })

  test('of a member who was removed meanwhile gives nothing (T26 ⑧)', async () => {
    const code = (await allow()).get('code')
    await two.server.database.people
      .updateTable('members')
      .set({ state: 'removed' })
      .where('workspace', '=', workspace)
      .execute()
    expect(await codeOf(await redeem(code))).toEqual({ status: 403, code: 'MEMBERSHIP_REVOKED' })
  })

  test('is stored hashed', async () => {
    const code = (await allow()).get('code') ?? ''
    const stored = await two.server.database.people.selectFrom('connect_codes').selectAll().execute()
    expect(stored).toHaveLength(1)
    expect(JSON.stringify(stored)).not.toContain(code)
  })

  test('that nobody gave is a wrong code', async () => {
    expect(await codeOf(await redeem(randomBytes(32).toString('base64url')))).toEqual(badCode)
    expect(await codeOf(await redeem('x', 'short'))).toEqual({ status: 422, code: 'INVALID_REQUEST' })
  })
})
