import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import type { Env } from './env.ts'

/** Who asks, as the socket says: headers of a proxy are anybody's word. An IPv6 network counts as one. */
export function addressOf<E extends Env>(context: Context<E>): string {
  if (!context.env) return 'in-process'
  const address = getConnInfo(context).remote.address ?? 'unknown'
  return address.includes(':') && !address.startsWith('::ffff:') ? address.split(':').slice(0, 4).join(':') : address
}
