import { registrableDomain } from './domain.ts'
import table from './vendors.json' with { type: 'json' }

/**
 * Who makes what, by registrable domain: a few hundred kilobytes, so screens import this file only where they must.
 * Names come from outside (pages, people, imports), hence Maps: a vendor named `constructor` is just not listed.
 */
export type ListedVendor = { domain: string; name: string; categories: string[] }

type Directory = { byHost: Map<string, ListedVendor>; byName: Map<string, ListedVendor | null> }

let directory: Directory | undefined

/** Made at the first question: most runs of the worker ask none. */
function opened(): Directory {
  if (directory) return directory
  const made: Directory = { byHost: new Map(), byName: new Map() }
  const rows = table.lines.map((line) => line.split('\t'))
  for (const [domain = '', name = '', , hosts = '', categories = ''] of rows) {
    const vendor = { domain, name, categories: categories.split(' ').filter(Boolean) }
    made.byHost.set(domain, vendor)
    for (const host of hosts.split(' ').filter(Boolean)) if (!made.byHost.has(host)) made.byHost.set(host, vendor)
    addName(made, name, vendor)
  }
  const proper = new Set(made.byName.keys())
  for (const [domain = '', , names = ''] of rows) {
    const vendor = made.byHost.get(domain)
    for (const name of names.split('|').filter(Boolean))
      if (vendor && !proper.has(folded(name))) addName(made, name, vendor)
  }
  directory = made
  return made
}

/** Of a name that two vendors bear, nobody can say whose it is. */
function addName({ byName }: Directory, name: string, vendor: ListedVendor): void {
  const key = folded(name)
  const known = byName.get(key)
  byName.set(key, known === undefined || known?.domain === vendor.domain ? vendor : null)
}

const legalForms =
  /[\s,]+(?:inc|incorporated|llc|ltd|limited|corp|corporation|company|co|gmbh|ag|se|sa|sas|bv|nv|oy|ab|plc|pty|technologies)\.?$/

function folded(name: string): string {
  let text = name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
  for (let shorter = text.replace(legalForms, ''); shorter && shorter !== text; shorter = text.replace(legalForms, ''))
    text = shorter
  return text
}

/** The vendor of a domain, a host, an address or a name; undefined where the directory does not list it. */
export function resolveVendor(domainOrHostOrName: string): ListedVendor | undefined {
  const given = domainOrHostOrName.trim().slice(0, 2000)
  const { byHost, byName } = opened()
  const host = hostOf(given)
  if (host === undefined) return byName.get(folded(given)) ?? undefined
  const domain = registrableDomain(host)
  return (
    byHost.get(host) ??
    (domain === undefined ? undefined : byHost.get(domain)) ??
    byName.get(folded(given)) ??
    undefined
  )
}

function hostOf(text: string): string | undefined {
  const withoutScheme = text.toLowerCase().replace(/^https?:\/\//, '')
  const host = withoutScheme.split(/[/?#:]/, 1)[0] ?? ''
  return /^[^\s@]+\.[^\s@.]{2,}$/.test(host) ? host.replace(/^www\./, '') : undefined
}
