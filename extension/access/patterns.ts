import type { Connector } from '../connector-kit/define.ts'
import { practicePattern } from '../connector-kit/practice.ts'

/** `https://admin.microsoft.com/licenses*` → `https://admin.microsoft.com/*`: browsers give access by host, not by path. */
export const hostPattern = (match: string): string => match.replace(/^(\w+:\/\/[^/]+\/).*$/, '$1*')

/** What has to be allowed for a console that Stocktake knows. */
export const patternsOf = (connector: Connector): string[] => [
  ...new Set(connector.matches.map(hostPattern).map(practicePattern)),
]

/** What has to be allowed for the page at this address; undefined where there is nothing to allow (`chrome://`, a file). */
export function patternOfPage(url: string): string | undefined {
  const address = URL.canParse(url) ? new URL(url) : undefined
  return address && /^https?:$/.test(address.protocol) ? `${address.protocol}//${address.hostname}/*` : undefined
}

/** Whether a granted pattern covers a host pattern that is asked for, or an address. Only `*.` in front of a host is wide. */
export function covers(granted: string, wanted: string): boolean {
  const [a, b] = [partsOf(granted), partsOf(wanted)]
  if (!a || !b || a.scheme !== b.scheme) return false
  return (
    a.host === b.host || (a.host.startsWith('*.') && (b.host === a.host.slice(2) || b.host.endsWith(a.host.slice(1))))
  )
}

const partsOf = (pattern: string): { scheme: string; host: string } | undefined => {
  const [, scheme, host] = /^(https?):\/\/([^/:]+)(?::\d+)?(?:\/|$)/.exec(pattern) ?? []
  return scheme !== undefined && host !== undefined ? { scheme, host } : undefined
}
