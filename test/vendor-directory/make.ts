/**
 * Makes the tables of shared/vendor-directory from their sources; run again only when a source is renewed:
 *
 *   npx tsx test/vendor-directory/make.ts VENDORS.json MICROSOFT-PRODUCTS.json MICROSOFT-SKUS.csv
 *
 * VENDORS.json: [{domain, name, names?, hosts?, categories?}], MICROSOFT-PRODUCTS.json: [{guid, stringId, name}],
 * MICROSOFT-SKUS.csv: Microsoft's own columns, a row for each service plan of a product.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import Papa from 'papaparse'
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
  'shopify.com': ['myshopify.com'],
  'duosecurity.com': ['duo.com'],
}

/** What the source calls by its domain alone. */
const known: Record<string, Partial<z.infer<typeof Vendor>>> = {
  'duosecurity.com': { name: 'Duo', names: ['Duo Security', 'Duosecurity', 'Cisco Duo'], categories: ['identity'] },
}

const PlanRow = z.object({ GUID: z.guid(), Service_Plan_Id: z.guid(), Service_Plan_Name: z.string() })

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
    .map((vendor) => ({ ...vendor, ...known[vendor.domain] }))
    .map(({ domain, name, names, hosts, categories }) => {
      // A school that signs in through a vendor is listed as a name of that vendor.
      const others = names.map(clean).filter((other) => other !== clean(name) && !/univers|college|school/i.test(other))
      const elsewhere = [...hosts, ...(ownHosts[domain] ?? [])].filter((host) => !host.endsWith(`.${domain}`))
      return line(domain, clean(name), others.join('|'), elsewhere.join(' '), categories.join(' '))
    })
    .sort()
}

/** Service plans by their GUID and name, and each SKU with the places of its plans in that list. */
function plansOf(csv: string): { plans: string[]; lines: string[] } {
  const rows = Papa.parse(csv.replace(/^\ufeff/, ''), { header: true, skipEmptyLines: true }).data.flatMap((row) => {
    const parsed = PlanRow.safeParse(row)
    return parsed.success ? [parsed.data] : []
  })
  const names = new Map<string, string>()
  const skus = new Map<string, Set<string>>()
  for (const { GUID, Service_Plan_Id, Service_Plan_Name } of rows) {
    const [sku, plan] = [GUID.toLowerCase(), Service_Plan_Id.toLowerCase()]
    if (!names.has(plan)) names.set(plan, clean(Service_Plan_Name))
    skus.set(sku, (skus.get(sku) ?? new Set()).add(plan))
  }
  const plans = [...names.keys()].sort()
  const place = new Map(plans.map((plan, at) => [plan, at]))
  const placesOf = (of: Set<string>) => [...of].map((plan) => place.get(plan) ?? 0).sort((a, b) => a - b)
  return {
    plans: plans.map((plan) => line(plan, names.get(plan) ?? '')),
    lines: [...skus].map(([sku, of]) => line(sku, placesOf(of).join(' '))).sort(),
  }
}

const [vendorsFile, productsFile, plansFile] = process.argv.slice(2)
if (!vendorsFile || !productsFile || !plansFile)
  throw new Error('usage: make.ts VENDORS.json MICROSOFT-PRODUCTS.json MICROSOFT-SKUS.csv')
const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))
const write = (name: string, content: object) =>
  writeFileSync(
    new URL(`../../shared/vendor-directory/${name}`, import.meta.url),
    `${JSON.stringify(content, null, 1)}\n`,
  )

const microsoft =
  'Microsoft, "Product names and service plan identifiers for licensing", by way of KelvinTegelaar/CIPP-API Config/ConversionTable.csv on GitHub'

write('vendors.json', {
  source: '2factorauth/twofactorauth and robchahin/sso-wall-of-shame on GitHub; hosts of consoles added by the project',
  columns: 'domain, name, other names, hosts elsewhere, categories',
  lines: vendorLines(z.array(Vendor).parse(read(vendorsFile))),
})
write('microsoft-skus.json', {
  source: microsoft,
  columns: 'GUID, string id, product name',
  lines: z
    .array(Product)
    .parse(read(productsFile))
    .map(({ guid, stringId, name }) => line(guid.toLowerCase(), stringId, clean(name)))
    .sort(),
})
write('microsoft-plans.json', {
  source: microsoft,
  columns: 'GUID of the SKU, its service plans by their place in plans (GUID, name)',
  ...plansOf(readFileSync(plansFile, 'utf8')),
})
