/** The workload of every peer: 17 fields, 388 bytes of JSON in the mean, the same ones each time. */
export type BenchRecord = {
  id: string
  vendor: string
  product: string
  sku: string
  plan: 'annual' | 'monthly'
  quantity: number
  assigned: number
  priceMinor: number
  currency: string
  start: string
  renewal: string
  status: string
  autoRenew: boolean
  owner: string
  source: 'json'
  evidence: string
  seenAt: number
}

// biome-ignore format: lists of words.
const vendors = ['Atlassian', 'Microsoft', 'Google', 'Adobe', 'Slack', 'Zoom', 'GitHub', 'GitLab', 'Datadog', 'Notion', 'Figma', 'Miro', 'Asana', 'HubSpot', 'Okta', 'Dropbox', 'Salesforce', 'Zendesk', 'Cloudflare', 'JetBrains']
// biome-ignore format: lists of words.
const plans = ['Suite Enterprise', 'Team Plan', 'Business Cloud', 'Creative All Apps', 'Standard', 'Premium Support', 'Advanced Security', 'Workspace Plus']
const statuses = ['active', 'active', 'active', 'trial', 'suspended', 'cancelled']
const currencies = ['EUR', 'USD', 'GBP', 'CHF', 'JPY']

/** Mulberry32: the same numbers as the peers' harness draws. */
function drawing(seed: number): () => number {
  let a = seed >>> 0
  return () => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const day = (time: number) => new Date(time).toISOString().slice(0, 10)

export function makeRecords(count: number, seed = 42): BenchRecord[] {
  const draw = drawing(seed)
  const upTo = (most: number) => Math.floor(draw() * most)
  const one = (list: string[]) => list[upTo(list.length)] ?? ''
  const base = Date.UTC(2026, 0, 1)
  return Array.from({ length: count }, (_, at) => {
    const vendor = one(vendors)
    const start = base - upTo(900) * 86_400_000
    const quantity = 1 + upTo(900)
    return {
      id: `sub-${String(at).padStart(7, '0')}`,
      vendor,
      product: `${vendor} ${one(plans)}`,
      sku: `${vendor.slice(0, 3)}-${upTo(1e6).toString(36)}`.toUpperCase(),
      plan: at % 3 ? 'annual' : 'monthly',
      quantity,
      assigned: Math.floor(quantity * draw()),
      priceMinor: 199 + upTo(90_000),
      currency: one(currencies),
      start: day(start),
      renewal: day(start + 365 * 86_400_000),
      status: one(statuses),
      autoRenew: draw() > 0.3,
      owner: `user${upTo(5000)}@corp.example`,
      source: 'json',
      evidence: `https://admin.${vendor.toLowerCase()}.example/o/${upTo(1e9).toString(16)}/billing#${at}`,
      seenAt: base + upTo(3e10),
    }
  })
}
