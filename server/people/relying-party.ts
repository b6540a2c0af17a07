import type { Context } from 'hono'
import ipaddr from 'ipaddr.js'
import type { Env } from '../http/env.ts'

/** For whom a passkey is: the name of this server, which the browser itself holds every use against. */
export type RelyingParty = { id: string; origin: string }

const isNumber = (host: string): boolean => ipaddr.isValid(host.replaceAll(/[[\]]/g, ''))
const isLoopback = (host: string): boolean => host === 'localhost' || /^(127\.[\d.]+|\[::1\])$/.test(host)

/** Undefined where the server has no name: browsers make no passkey for a number. */
export function relyingParty(context: Context<Env>, baseUrl: string): RelyingParty | undefined {
  const [own, asked] = [new URL(baseUrl), new URL(context.req.url)]
  // On one's own machine it listens on a number, and has a name as well.
  const { hostname: id, origin } = isLoopback(own.hostname) && asked.hostname === 'localhost' ? asked : own
  return isNumber(id) ? undefined : { id, origin }
}
