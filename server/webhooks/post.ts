import type { lookup as systemLookup } from 'node:dns'
import { request as plain } from 'node:http'
import { request as secured } from 'node:https'
import { BlockedTarget, guarded, isTargetAllowed, type Reach } from './target.ts'

/** How requests leave the server; tests pass a lookup and a patience of their own. */
export type Outbound = Reach & { timeoutMs: number; lookup?: typeof systemLookup }
export const outbound: Outbound = { loopback: false, timeoutMs: 10_000 }

/** What somebody else's server answered: its status, or why there was none. What it said beside is not looked at. */
export type Answered = { ms: number } & (
  | { response: number }
  | { code: 'BLOCKED_TARGET' | 'TIMEOUT' | 'UNREACHABLE'; response?: undefined }
)

/** One POST over a connection of its own, within the time, without following a redirect and without reading the answer. */
export function post(url: string, headers: Record<string, string>, body: string, out: Outbound): Promise<Answered> {
  const start = performance.now()
  const ms = () => Math.round(performance.now() - start)
  // A host that is an address is connected to without a lookup, so it is looked at here.
  if (!isTargetAllowed(url, out)) return Promise.resolve({ code: 'BLOCKED_TARGET', ms: 0 })
  const target = new URL(url)
  return new Promise((resolve) => {
    const signal = AbortSignal.timeout(out.timeoutMs)
    const asked = (target.protocol === 'https:' ? secured : plain)(target, {
      method: 'POST',
      agent: false,
      lookup: guarded(out, out.lookup),
      signal,
      headers: { ...headers, 'content-length': Buffer.byteLength(body), connection: 'close' },
    })
    asked.once('response', (response) => {
      resolve({ response: response.statusCode ?? 0, ms: ms() })
      response.once('error', () => undefined)
      response.destroy()
    })
    asked.once('error', (error) => {
      const code = error instanceof BlockedTarget ? 'BLOCKED_TARGET' : signal.aborted ? 'TIMEOUT' : 'UNREACHABLE'
      resolve({ code, ms: ms() })
    })
    asked.end(body)
  })
}
