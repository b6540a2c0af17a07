import type { Context } from 'hono'
import { streamSSE } from 'hono/streaming'
import type { Gauge } from 'prom-client'
import type { Outcome } from '../../shared/problem.ts'
import { fail } from '../../shared/problem.ts'
import { limits } from '../../shared/sync.ts'
import type { Database } from '../db/database.ts'

type Heard = (head: number) => void

/** Which scopes have a new head, from whatever node it came; who listens here is told of those it asked for. */
class Notices {
  private readonly hearers = new Map<number, Set<Heard>>()
  private readonly ends = new Set<() => void>()
  private listening: Promise<unknown> | undefined
  /** Open streams by device; on each node for itself. */
  readonly open = new Map<string, number>()

  constructor(private readonly database: Database) {}

  /** Until the function it gives is called. */
  async follow(scope: number, hear: Heard, end: () => void): Promise<() => void> {
    this.listening ??= this.database.engine.listen((at, head) => {
      for (const told of this.hearers.get(at) ?? []) told(head)
    })
    await this.listening
    const those = this.hearers.get(scope) ?? new Set()
    this.hearers.set(scope, those.add(hear))
    this.ends.add(end)
    return () => {
      those.delete(hear)
      if (those.size === 0) this.hearers.delete(scope)
      this.ends.delete(end)
    }
  }

  /** A server that stops ends its streams itself, or it would wait for them. */
  end(): void {
    for (const end of [...this.ends]) end()
  }
}

const known = new WeakMap<Database, Notices>()

export function noticesOf(database: Database): Notices {
  const notices = known.get(database) ?? new Notices(database)
  known.set(database, notices)
  return notices
}

export type Standing = { scope: number; head: number }

/**
 * Head numbers of one scope, as server-sent events (WHATWG HTML §9.2). Nothing depends on them: who misses one asks
 * anyway. `standing` is asked again before each one and at each heartbeat, so a stream ends with the access (R6).
 */
export async function streamNotices(
  context: Context,
  database: Database,
  device: string,
  standing: () => Promise<Outcome<Standing>>,
  streams: Pick<Gauge, 'inc' | 'dec'>,
): Promise<Outcome<Response>> {
  const first = await standing()
  if (!first.ok) return first
  const notices = noticesOf(database)
  const open = notices.open.get(device) ?? 0
  if (open >= limits.noticesOfDevice) return fail('RATE_LIMITED')
  notices.open.set(device, open + 1)
  context.header('cache-control', 'no-store')
  // A proxy that collects what it passes on would keep it until it is of no use.
  context.header('x-accel-buffering', 'no')
  const response = streamSSE(context, async (stream) => {
    let wake = () => {}
    let news = true
    let ended = false
    const end = () => {
      ended = true
      wake()
    }
    stream.onAbort(end)
    const hear = () => {
      news = true
      wake()
    }
    const unfollow = await notices.follow(first.value.scope, hear, end)
    streams.inc()
    try {
      while (!ended) {
        const now = await standing()
        if (!now.ok) break
        if (news) await stream.writeSSE({ event: 'head', data: JSON.stringify({ head: now.value.head }) })
        else await stream.write(': still here\n\n')
        news = false
        await new Promise<void>((resolve) => {
          const late = setTimeout(resolve, limits.heartbeatMs)
          wake = () => {
            clearTimeout(late)
            resolve()
          }
          if (news || ended) wake()
        })
      }
    } finally {
      unfollow()
      streams.dec()
      const left = (notices.open.get(device) ?? 1) - 1
      if (left > 0) notices.open.set(device, left)
      else notices.open.delete(device)
    }
  })
  return { ok: true, value: response }
}
