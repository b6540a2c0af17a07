import type { Connector } from '../../extension/connector-kit/define.ts'
import { askedResponse, matchesPage, partsOf } from '../../extension/connector-kit/match.ts'
import type { PageSnapshot } from '../../extension/connector-kit/material.ts'
import { parseJson } from '../../extension/connector-kit/parse.ts'
import { microsoftProduct } from '../../shared/vendor-directory/microsoft-skus.ts'
import { canariesOf, stillThere } from './canaries.ts'
import type { Recorded } from './har.ts'
import { Scrubber, type Vendor } from './scrub.ts'
import { registeredDomain } from './shapes.ts'

/** Files of a golden case by their path in it, or why nothing may be written. */
export type Case = { files: Record<string, string>; refused: string[] }

/** A session's answers, only those that the connector asks for, as a case of nobody. */
export function caseOf(connector: Connector, session: Recorded, page: PageSnapshot | null = null): Case {
  const url = session.pages.find((address) => connector.matches.some((pattern) => matchesPage(pattern, address)))
  if (url === undefined)
    return refusal(`No page of ${connector.name} is in the session: its addresses are ${connector.matches.join(', ')}.`)
  const latest = new Map(session.answers.map(({ url: address, text }) => [address, text]))
  const asked = [...latest].flatMap(([address, text]) => {
    const response = askedResponse(connector, address)
    const root = parseJson(text)
    return response && root !== undefined ? [{ ...response, address, text, root }] : []
  })
  if (asked.length === 0 && !page) return refusal(`The session has no JSON answer that ${connector.id} asks for.`)

  const scrubber = new Scrubber(vendorOf(connector), new Set(segmentsOf(connector)))
  const tenants = [
    ...asked.map(({ parts }) => parts),
    ...(connector.pages ?? []).map((pattern) => partsOf(pattern, url) ?? {}),
  ]
  for (const word of tenants.flatMap((parts) => Object.values(parts))) scrubber.learnTenant(word)
  for (const { root } of asked) scrubber.learn(root)
  if (page) scrubber.learn(rowsOf(page))
  const names = namesOf(asked.map(({ name }) => name))
  const golden = {
    url: scrubber.address(url),
    title: '',
    lang: 'en',
    now: new Date(session.at).toISOString(),
    responses: Object.fromEntries(asked.map(({ address }, at) => [names[at], scrubber.address(address)])),
  }
  const files = {
    'case.json': written(golden),
    ...Object.fromEntries(asked.map(({ root }, at) => [`responses/${names[at]}`, written(scrubber.scrub(root))])),
    ...(page ? { 'page.json': written(scrubber.scrub(JSON.parse(JSON.stringify(page)))) } : {}),
  }
  const originals = [
    url,
    ...asked.flatMap(({ address, text }) => [address, text]),
    ...(page ? [JSON.stringify(page)] : []),
  ]
  const canaries = canariesOf(originals, session.secrets, mayStayOf(connector))
  return { files, refused: stillThere(canaries, files) }
}

/** A page's tables and cards as objects under their column names and labels, which tell who is a person. */
const rowsOf = ({ blocks }: PageSnapshot) =>
  blocks.map((block) =>
    block.kind === 'table'
      ? block.rows.map((cells) => Object.fromEntries(cells.map(({ text }, at) => [block.header[at] ?? '', text])))
      : Object.fromEntries(block.lines.map(({ label, key, text }) => [label ?? key ?? '', text])),
  )

const refusal = (sentence: string): Case => ({ files: {}, refused: [sentence] })
const written = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

/** `users.json`, and where several pages of one list answered, `users-1.json`, `users-2.json`. */
const namesOf = (names: string[]): string[] =>
  names.map((name, at) => {
    const alike = names.filter((other) => other === name).length
    return alike === 1
      ? `${name}.json`
      : `${name}-${names.slice(0, at + 1).filter((other) => other === name).length}.json`
  })

const patternsOf = (connector: Connector): string[] => [
  ...connector.matches.map((match) => match.slice('https://'.length)),
  ...Object.values(connector.responses ?? {}).flat(),
  ...(connector.pages ?? []),
]

const segmentsOf = (connector: Connector): string[] =>
  patternsOf(connector).flatMap((pattern) => pattern.split('/').slice(1))

function vendorOf(connector: Connector): Vendor {
  const hosts = patternsOf(connector).map((pattern) => pattern.split('/')[0] ?? '')
  const domains = new Set([
    connector.vendor,
    ...hosts.map((host) => registeredDomain(host.replace(/^.*[*}][^.]*\./, ''))),
  ])
  const fixed = new Set(hosts.filter((host) => !/[*{]/.test(host)))
  return {
    isOurs: (host) => domains.has(registeredDomain(host)),
    isFixed: (host) =>
      fixed.has(host.toLowerCase()) || domains.has(host.toLowerCase()) || /^(www|api|app|admin|login)\./.test(host),
  }
}

function mayStayOf(connector: Connector): (value: string) => boolean {
  const { isOurs, isFixed } = vendorOf(connector)
  const own = new Set(segmentsOf(connector).map((segment) => segment.toLowerCase()))
  return (value) =>
    /(^|[@.])example\.(com|org|net)$/.test(value) ||
    (isOurs(value) && isFixed(value)) ||
    own.has(value) ||
    microsoftProduct(value) !== undefined
}
