import { lookup as systemLookup } from 'node:dns'
import type { LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'

/** Where requests may go beside the public internet: tests have their receivers on this machine. */
export type Reach = { loopback: boolean }

/** T32, F52: thrown where a connection would lead into a network that is not everybody's. */
export class BlockedTarget extends Error {
  readonly code = 'BLOCKED_TARGET'
}

/**
 * Whether an address is one of the public internet. IPv6 has its own only within 2000::/3: what lies outside of it, and
 * what translates or tunnels to IPv4 (mapped, NAT64, 6to4, Teredo), can mean any machine of ours.
 */
export function mayReach(address: string, { loopback }: Reach): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.parse(address)
  const range = parsed.range()
  if (range === 'loopback') return loopback
  if (range !== 'unicast') return false
  return parsed.kind() === 'ipv4' || globalUnicast.test(parsed.toNormalizedString())
}

const globalUnicast = /^[23][0-9a-f]{3}:/

/**
 * Why a webhook may not lead there, as far as its address says so; a name is judged when it is resolved. The parser of
 * URLs has written decimal, hex and octal forms of an IPv4 address as the four numbers that they are.
 */
export function isTargetAllowed(text: string, reach: Reach): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, username, password, port, hostname } = new URL(text)
  const host = hostname.replace(/^\[(.*)\]$/, '$1').replace(/\.$/, '')
  const isHere = reach.loopback && ipaddr.isValid(host) && ipaddr.parse(host).range() === 'loopback'
  if (protocol !== 'https:' && !(protocol === 'http:' && isHere)) return false
  // Low ports are those of other protocols, which a request must not be made to speak.
  if (username !== '' || password !== '' || (port !== '' && Number(port) < 1024)) return false
  if (ipaddr.isValid(host)) return mayReach(host, reach)
  return host.includes('.') && !/\.(localhost|local|internal|home\.arpa)$/i.test(host)
}

/**
 * Resolves a name and hands on only what may be reached, at the moment of connecting: a name that meant another machine
 * when it was checked (rebinding) is caught here, because these very addresses are connected to. One address that may not
 * be reached blocks the name, whatever else it means.
 */
export const guarded =
  (reach: Reach, lookup: typeof systemLookup = systemLookup): LookupFunction =>
  (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, [])
      if (addresses.length === 0 || addresses.some(({ address }) => !mayReach(address, reach)))
        return callback(new BlockedTarget('blocked'), [])
      const [first] = addresses
      if (options.all || !first) return callback(null, addresses)
      callback(null, first.address, first.family)
    })
  }
