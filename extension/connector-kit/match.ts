import type { Connector } from './define.ts'

/**
 * Two kinds of patterns. Pages: match patterns as browsers know them, `https://*.slack.com/admin*`. Responses: host and
 * path, `api.github.com/orgs/{org}`, without scheme and query. Both are matched step by step, never as a RegExp made
 * from data, so no pattern can make matching slow.
 */
export type MatchPattern = { host: string; anySubdomain: boolean; path: string }

const hostShape = /^(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)+$/

/** https only, one host or one host and its subdomains; undefined for anything wider or malformed. */
export function parseMatchPattern(pattern: string): MatchPattern | undefined {
  if (!pattern.startsWith('https://')) return undefined
  const slash = pattern.indexOf('/', 8)
  const host = pattern.slice(8, slash)
  if (slash < 0 || !hostShape.test(host)) return undefined
  const anySubdomain = host.startsWith('*.')
  return { host: anySubdomain ? host.slice(2) : host, anySubdomain, path: pattern.slice(slash) }
}

export function matchesPage(pattern: string, url: string): boolean {
  const wanted = parseMatchPattern(pattern)
  const address = addressOf(url)
  if (!wanted || !address) return false
  return hostFits(wanted.host, wanted.anySubdomain, address.host) && globFits(wanted.path, address.path + address.query)
}

const hostFits = (host: string, anySubdomain: boolean, actual: string): boolean =>
  actual === host || (anySubdomain && actual.endsWith(`.${host}`))

type Address = { host: string; path: string; query: string }

function addressOf(url: string): Address | undefined {
  if (!URL.canParse(url)) return undefined
  const parsed = new URL(url)
  if (parsed.protocol !== 'https:') return undefined
  return { host: parsed.hostname.toLowerCase(), path: parsed.pathname, query: parsed.search }
}

/** `*` stands for any run of characters. Goes back only to the last `*`: never more than |glob| × |text| steps. */
export function globFits(glob: string, text: string): boolean {
  let [g, t, star, mark] = [0, 0, -1, 0]
  while (t < text.length) {
    if (g < glob.length && glob[g] === '*') {
      star = g++
      mark = t
    } else if (g < glob.length && glob[g] === text[t]) {
      g++
      t++
    } else if (star >= 0) {
      g = star + 1
      t = ++mark
    } else return false
  }
  while (glob[g] === '*') g++
  return g === glob.length
}

/** The named parts of an address that fits a pattern of host and path; undefined where it does not fit. */
export function partsOf(pattern: string, url: string): Record<string, string> | undefined {
  const address = addressOf(url)
  return address && fitAddress(pattern, address)
}

function fitAddress(pattern: string, address: Address): Record<string, string> | undefined {
  const [host = '', ...segments] = pattern.split('/')
  const names: Record<string, string> = {}
  if (!hostMatches(host, address.host, names)) return undefined
  const actual = address.path.split('/').slice(1)
  if (actual.at(-1) === '') actual.pop()
  return segmentsFit(segments, actual, names) ? names : undefined
}

function hostMatches(pattern: string, actual: string, names: Record<string, string>): boolean {
  if (pattern.startsWith('*.')) return hostFits(pattern.slice(2), true, actual)
  const [labels, given] = [pattern.split('.'), actual.split('.')]
  return labels.length === given.length && labels.every((label, at) => segmentFits(label, given[at] ?? '', names))
}

/** `**` may stand once, for any number of segments, none included. */
function segmentsFit(pattern: string[], actual: string[], names: Record<string, string>): boolean {
  const wide = pattern.indexOf('**')
  if (wide < 0) return pattern.length === actual.length && sameSegments(pattern, actual, names)
  const [head, tail] = [pattern.slice(0, wide), pattern.slice(wide + 1)]
  if (actual.length < head.length + tail.length) return false
  return (
    sameSegments(head, actual.slice(0, head.length), names) &&
    sameSegments(tail, actual.slice(actual.length - tail.length), names)
  )
}

const sameSegments = (pattern: string[], actual: string[], names: Record<string, string>): boolean =>
  pattern.every((segment, at) => segmentFits(segment, actual[at] ?? '', names))

/** One `*` or `{name}` a segment, with fixed text around it; vendors' paths differ in case only by accident. */
function segmentFits(pattern: string, actual: string, names: Record<string, string>): boolean {
  const hole = /\*|\{([a-z][a-zA-Z]*)\}/.exec(pattern)
  if (!hole) return pattern.toLowerCase() === actual.toLowerCase()
  const before = pattern.slice(0, hole.index).toLowerCase()
  const after = pattern.slice(hole.index + hole[0].length).toLowerCase()
  const text = actual.toLowerCase()
  if (text.length <= before.length + after.length || !text.startsWith(before) || !text.endsWith(after)) return false
  if (hole[1]) names[hole[1]] = decoded(actual.slice(before.length, actual.length - after.length))
  return true
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}

/** Undefined where a pattern of host and path is well formed, else what is wrong with it. */
export function faultOf(pattern: string): string | undefined {
  const [host = '', ...segments] = pattern.split('/')
  if (/[:?#\s]/.test(pattern)) return 'has a scheme, a query or a blank'
  if (!/^(\*\.|[a-z0-9-]*\{[a-z][a-zA-Z]*\}[a-z0-9-]*\.)?[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(host)) return 'has no host'
  if (segments.filter((segment) => segment === '**').length > 1) return 'has ** twice'
  const holes = (segment: string) => (segment === '**' ? 0 : (segment.match(/\*|\{[^}]*\}/g)?.length ?? 0))
  return segments.some((segment) => holes(segment) > 1) ? 'has two wildcards in one segment' : undefined
}

const patternsOf = (value: string | string[]): string[] => (typeof value === 'string' ? [value] : value)

/** Which of its responses this address is, with the named parts of it. */
export function askedResponse(
  connector: Connector,
  url: string,
): { name: string; parts: Record<string, string> } | undefined {
  const address = addressOf(url)
  if (!address) return undefined
  for (const [name, patterns] of Object.entries(connector.responses ?? {}))
    for (const pattern of patternsOf(patterns)) {
      const parts = fitAddress(pattern, address)
      if (parts) return { name, parts }
    }
  return undefined
}

/** The name of the response that a connector asks for at this address, or null. */
export const asksFor = (connector: Connector, responseUrl: string): string | null =>
  askedResponse(connector, responseUrl)?.name ?? null

/**
 * The connectors for a page, best first. An address that is itself one of the responses (the JSON opened in a tab)
 * belongs to its connector as well.
 */
export const connectorsFor = (url: string, connectors: Connector[]): Connector[] =>
  connectors
    .filter(
      (connector) =>
        connector.readAll !== undefined ||
        connector.matches.some((pattern) => matchesPage(pattern, url)) ||
        asksFor(connector, url) !== null,
    )
    .sort((a, b) => b.priority - a.priority)
