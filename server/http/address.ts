import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import ipaddr from 'ipaddr.js'
import type { Env } from './env.ts'

/**
 * Who asks, as the socket says: headers of a proxy are anybody's word, and only those that proxies of ours have added
 * (TRUST_PROXY of them) are looked at (T40). An IPv6 network counts as one, as everybody has 2⁶⁴ addresses of it.
 */
export function addressOf<E extends Env>(context: Context<E>): string {
  const socket = context.env ? (getConnInfo(context).remote.address ?? 'unknown') : 'in-process'
  const hops = context.get('trustProxy') ?? 0
  const said = hops > 0 ? (context.req.header('x-forwarded-for') ?? '').split(',') : []
  // Each proxy adds at the right whom it saw; what stands further left was sent along by whoever asks.
  return networkOf(said.at(-hops)?.trim() ?? '') ?? networkOf(socket) ?? socket
}

function networkOf(address: string): string | undefined {
  if (!ipaddr.isValid(address)) return undefined
  const parsed = ipaddr.process(address)
  if (parsed.kind() === 'ipv4') return parsed.toString()
  return `${parsed.toNormalizedString().split(':').slice(0, 4).join(':')}::/64`
}
