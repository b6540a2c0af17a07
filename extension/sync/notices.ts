import type { Uuid } from '../../shared/model/id.ts'
import type { Database } from '../db/database.ts'
import { watched } from '../db/live.ts'
import { getSetting } from '../settings/store.ts'

type Wish = {
  onNews: () => unknown
  signal?: AbortSignal
  fetch?: typeof fetch
  /** Waits between two tries, in milliseconds; ends early with the signal. */
  pause?: (ms: number, signal: AbortSignal) => Promise<void>
  random?: () => number
}

/**
 * While a screen is open, the server says at once when a colleague changed something; without that the alarm asks once
 * a minute. One of the open screens listens for all, as a device may hold few streams (C4).
 */
export async function listenForNotices(db: Database, wish: Wish): Promise<void> {
  const locks = globalThis.navigator?.locks
  const listen = () => whileSettled(db, wish)
  return locks ? locks.request(`notices of ${db.name}`, wish.signal ? { signal: wish.signal } : {}, listen) : listen()
}

type Followed = { server: string; token: string; scopes: Uuid[] }

/**
 * The workspace and the active client: whatever is on the screen is of these. A client that is new here is not on the
 * server before its first answer, and would be refused for good.
 */
const followedNow = async (db: Database): Promise<Followed | null> => {
  const [paired, device, client] = await Promise.all([
    getSetting(db, 'server'),
    getSetting(db, 'device'),
    getSetting(db, 'activeClient'),
  ])
  if (!paired || !device) return null
  const known = client && (await db.scopes.get(client.client))?.epoch ? [client.client] : []
  return { server: paired.url, token: paired.token, scopes: [device.workspace, ...known] }
}

/** Begins anew with another server or client. */
function whileSettled(db: Database, wish: Wish): Promise<void> {
  return new Promise((resolve) => {
    let former = ''
    let streams = new AbortController()
    const watching = watched(() => followedNow(db)).subscribe((followed) => {
      if (JSON.stringify(followed) === former) return
      former = JSON.stringify(followed)
      streams.abort()
      streams = new AbortController()
      for (const scope of followed?.scopes ?? []) void follow(db, followed, scope, { ...wish, signal: streams.signal })
    })
    wish.signal?.addEventListener('abort', () => {
      watching.unsubscribe()
      streams.abort()
      resolve()
    })
  })
}

const [first, longest] = [1000, 5 * 60_000]

/** C8: back-off with full jitter. A server that knows no notices, or no longer this device, is left alone. */
async function follow(db: Database, followed: Followed | null, scope: Uuid, wish: Wish & { signal: AbortSignal }) {
  const { signal, pause = pausing, random = Math.random } = wish
  for (let failures = 0; followed && !signal.aborted; failures++) {
    const heard = await hear(db, followed, scope, wish)
    if (heard === 'refused') return
    if (heard === 'news') failures = 0
    await pause(first + random() * Math.min(longest, first * 2 ** Math.min(failures, 10)), signal)
  }
}

/** One stream until it ends. What it says is a number and nothing else; a line that is longer than that ends it. */
async function hear(
  db: Database,
  { server, token }: Followed,
  scope: Uuid,
  { onNews, signal, fetch: request = fetch }: Wish & { signal: AbortSignal },
): Promise<'news' | 'nothing' | 'refused'> {
  let heard: 'news' | 'nothing' = 'nothing'
  try {
    const response = await request(`${server}/v1/scopes/${scope}/notices`, {
      headers: { accept: 'text/event-stream', authorization: `Bearer ${token}` },
      signal,
      redirect: 'manual',
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
    })
    if ([401, 403, 404, 410, 426].includes(response.status)) return 'refused'
    if (!response.ok || !response.headers.get('content-type')?.startsWith('text/event-stream')) return heard
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
    for (let text = ''; reader; ) {
      const { done, value } = await reader.read()
      if (done) return heard
      const lines = (text + value).split('\n')
      text = lines.pop() ?? ''
      if (text.length > 200) {
        await reader.cancel()
        return heard
      }
      for (const line of lines) {
        const head = /^data: ?\{"head":(\d{1,16})\}$/.exec(line)?.[1]
        if (head === undefined) continue
        heard = 'news'
        const state = await db.scopes.get(scope)
        if (state === undefined || state.cursor < Number(head)) await onNews()
      }
    }
  } catch {
    // Offline, or ended by its caller.
  }
  return heard
}

const pausing = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const late = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => {
      clearTimeout(late)
      resolve()
    })
  })
