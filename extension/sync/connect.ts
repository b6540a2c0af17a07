import { Pairing } from '../../shared/connect.ts'
import type { Uuid } from '../../shared/model/id.ts'
import { fail, type Outcome, ok } from '../../shared/problem.ts'
import { ScopesResponse } from '../../shared/sync.ts'
import type { Database } from '../db/database.ts'
import { stored } from '../db/storage-problem.ts'
import { getSetting, removeSetting } from '../settings/store.ts'
import { serverAddress } from './address.ts'
import { revokeThisDevice } from './devices.ts'
import { ask, type Server } from './http.ts'
import { pair } from './pair.ts'

export type SignIn = {
  /** Opens the sign-in and answers with the address that it came back to: `identity.launchWebAuthFlow`. */
  authorize: (url: string) => Promise<string | undefined>
  /** Where the browser lets it come back to: `identity.getRedirectURL()`. */
  redirectUri: string
  fetch?: typeof fetch
}

/** Authorization code with PKCE: the server's own sign-in, in a window of the browser, and back paired. */
export const connectServer = (
  db: Database,
  address: string,
  deviceName: string,
  { authorize, redirectUri, ...wish }: SignIn,
): Promise<Outcome<{ workspace: Uuid }>> =>
  stored(async () => {
    const server = await findServer(address, wish.fetch)
    if (!server.ok) return server
    const verifier = base64url(crypto.getRandomValues(new Uint8Array(32)))
    const state = base64url(crypto.getRandomValues(new Uint8Array(16)))
    const query = new URLSearchParams({
      redirect_uri: redirectUri,
      state,
      code_challenge: await challengeOf(verifier),
      code_challenge_method: 'S256',
      device_name: deviceName,
    })
    const code = codeFrom(await openWindow(authorize, `${server.value.url}/connect?${query}`), state)
    if (!code.ok) return code
    const body = JSON.stringify({ code: code.value, code_verifier: verifier })
    const pairing = await ask(server.value, { path: '/v1/connect/token', schema: Pairing, body })
    return pairing.ok ? pair(db, server.value.url, pairing.value, new Date()) : pairing
  })

/** As long as a server is told that it was left: the worker is stopped where one request takes half a minute. */
const farewell = 10_000

/**
 * Forgets the server and its token, and tells it so. The inventory, and what is unsent, stay on this device. Whether the
 * server heard it: where it did not, the device stands in its list until somebody disconnects it there.
 */
export async function disconnectServer(db: Database, wish: Pick<Server, 'fetch'> = {}): Promise<{ heard: boolean }> {
  const paired = await db.transaction('rw', db.settings, async () => {
    const before = await getSetting(db, 'server')
    await removeSetting(db, 'server')
    await removeSetting(db, 'syncState')
    return before
  })
  if (!paired) return { heard: false }
  const server = { ...wish, url: paired.url, token: paired.token, signal: AbortSignal.timeout(farewell) }
  return { heard: await revokeThisDevice(server) }
}

/** Before a window opens: is there a Stocktake server at all? Without a token it says so in its own words. */
export async function findServer(address: string, fetch?: Server['fetch']): Promise<Outcome<Server & { url: string }>> {
  const url = serverAddress(address)
  if (!url.ok) return url
  const server = { url: url.value, ...(fetch ? { fetch } : {}) }
  const answer = await ask(server, { path: '/v1/scopes', schema: ScopesResponse })
  if (answer.ok) return fail('NOT_A_SERVER')
  return answer.problem.code === 'UNAUTHENTICATED' ? ok(server) : answer
}

async function openWindow(authorize: SignIn['authorize'], url: string): Promise<string | undefined> {
  try {
    return await authorize(url)
  } catch {
    // The browser throws where the person closed the window, or the page never came back.
    return undefined
  }
}

/** `state` shows that the answer belongs to this question, and was not slipped in. */
function codeFrom(returned: string | undefined, state: string): Outcome<string> {
  const answer = returned !== undefined && URL.canParse(returned) ? new URL(returned).searchParams : undefined
  if (!answer || answer.get('error') === 'access_denied') return fail('SIGN_IN_CANCELED')
  const code = answer.get('code')
  return code && answer.get('state') === state ? ok(code) : fail('BAD_CODE')
}

const challengeOf = async (verifier: string): Promise<string> =>
  base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))))

const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
