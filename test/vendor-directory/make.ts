/**
 * Makes the tables of shared/vendor-directory from their two sources; run again only when a source is renewed:
 *
 *   npx tsx test/vendor-directory/make.ts VENDORS.json MICROSOFT-PRODUCTS.json
 *
 * VENDORS.json: [{domain, name, names?, hosts?, categories?}], MICROSOFT-PRODUCTS.json: [{guid, stringId, name}].
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { z } from 'zod'

const Vendor = z.object({
  domain: z.string(),
  name: z.string(),
  names: z.array(z.string()).default([]),
  hosts: z.array(z.string()).default([]),
  categories: z.array(z.string()).default([]),
})
const Product = z.object({ guid: z.string(), stringId: z.string(), name: z.string() })

/** Domains under which a vendor's consoles and tenants live, which the source does not list. */
const ownHosts: Record<string, string[]> = {
  'microsoft.com': [
    ...['cloud.microsoft', 'office.com', 'office365.com', 'microsoft365.com', 'microsoftonline.com', 'yammer.com'],
    ...['azure.com', 'onmicrosoft.com', 'sharepoint.com', 'windows.net'],
  ],
  'google.com': ['googleapis.com'],
  'atlassian.com': ['atlassian.net', 'jira.com'],
  'zoom.us': ['zoom.com'],
}

const clean = (text: string) => text.replace(/[\s\t|]+/g, ' ').trim()
const line = (...cells: string[]) => cells.map((cell) => cell.trim()).join('\t')

function vendorLines(vendors: z.infer<typeof Vendor>[]): string[] {
  // The source lists some domains twice: as a vendor, and as a host of the vendor that bears the same name.
  const own = new Set(Object.values(ownHosts).flat())
  const isHostOf = (one: z.infer<typeof Vendor>, other: z.infer<typeof Vendor>) =>
    other.hosts.includes(one.domain) && (other.name === one.name || other.names.includes(one.name))
  const isListedAsHost = (one: z.infer<typeof Vendor>) =>
    own.has(one.domain) || vendors.some((other) => other.domain !== one.domain && isHostOf(one, other))
  return vendors
    .filter((vendor) => !isListedAsHost(vendor))
    .map(({ domain, name, names, hosts, categories }) => {
      // A school that signs in through a vendor is listed as a name of that vendor.
      const others = names.map(clean).filter((other) => other !== clean(name) && !/univers|college|school/i.test(other))
      const elsewhere = [...hosts, ...(ownHosts[domain] ?? [])].filter((host) => !host.endsWith(`.${domain}`))
      return line(domain, clean(name), others.join('|'), elsewhere.join(' '), categories.join(' '))
    })
    .sort()
}

const [vendorsFile, productsFile] = process.argv.slice(2)
if (!vendorsFile || !productsFile) throw new Error('usage: make.ts VENDORS.json MICROSOFT-PRODUCTS.json')
const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))
const write = (name: string, content: object) =>
  writeFileSync(
    new URL(`../../shared/vendor-directory/${name}`, import.meta.url),
    `${JSON.stringify(content, null, 1)}\n`,
  )

write('vendors.json', {
  source: '2factorauth/twofactorauth and robchahin/sso-wall-of-shame on GitHub; hosts of consoles added by the project',
  columns: 'domain, name, other names, hosts elsewhere, categories',
  lines: vendorLines(z.array(Vendor).parse(read(vendorsFile))),
})
write('microsoft-skus.json', {
  source:
    'Microsoft, "Product names and service plan identifiers for licensing", by way of KelvinTegelaar/CIPP-API Config/ConversionTable.csv on GitHub',
  columns: 'GUID, string id, product name',
  lines: z
    .array(Product)
    .parse(read(productsFile))
    .map(({ guid, stringId, name }) => line(guid.toLowerCase(), stringId, clean(name)))
    .sort(),
})
