const vendors = ['Acme', 'Globex', 'Initech', 'Umbrella', 'Hooli']
const plans = ['Basic', 'Business', 'Enterprise', 'Premium']
const states = ['active', 'suspended', 'trial', 'expired']

const pick = <T>(list: readonly T[], at: number): T | undefined => list[at % list.length]
const day = (at: number) => new Date(Date.UTC(2027, 0, 1 + (at % 700))).toISOString().slice(0, 10)

const license = (at: number) => ({
  id: `sub-${String(at).padStart(7, '0')}`,
  vendor: pick(vendors, at),
  product: `${pick(vendors, at)} ${pick(plans, at * 7)} ${at % 90}`,
  sku: `SKU-${(at * 7919) % 100_000}`,
  plan: pick(['monthly', 'annual'], at),
  quantity: 20 + (at % 180),
  assigned: at % 20,
  unitPrice: ((at % 400) + 0.5).toFixed(2),
  currency: 'EUR',
  start: day(at * 3),
  renewal: day(at * 5),
  status: pick(states, at * 3),
  autoRenew: at % 3 > 0,
  owner: `user${at}@corp.example`,
  url: `https://admin.bench.example/o/${at}/billing`,
  seenAt: 1_767_138_558_851 + at,
})

/** JSON of a list of licenses, about so many characters long. */
export function licensesOf(chars: number): string {
  const data: ReturnType<typeof license>[] = []
  for (let size = 0; size < chars; ) size += JSON.stringify(data[data.push(license(data.length)) - 1]).length
  return JSON.stringify({ data, next: null, total: data.length })
}

/** JSON of a log, about so many characters long: nothing of it is ours. */
export function eventsOf(chars: number): string {
  const event = (at: number) => ({
    id: `evt-${at}`,
    at: 1_767_138_558_851 + at,
    level: pick(['info', 'warning', 'error'], at),
    message: `Request ${at} was answered in ${at % 400} ms`,
    request: { method: 'GET', path: `/v1/things/${at}`, bytes: at * 37 },
    ok: at % 7 > 0,
  })
  const events: ReturnType<typeof event>[] = []
  for (let size = 0; size < chars; ) size += JSON.stringify(events[events.push(event(events.length)) - 1]).length
  return JSON.stringify({ events, next: null })
}

/** A page of licenses as consoles render it: a row is 9 cells with links, code, times and badges in them. */
export function licensePage(rows: number): string {
  const heads = ['Vendor', 'Product', 'SKU', 'Seats', 'Assigned', 'Price', 'Renewal', 'Status', 'Owner']
  const body = Array.from({ length: rows }, (_, at) => {
    const { id, vendor, product, sku, quantity, assigned, unitPrice, currency, renewal, status, owner } = license(at)
    return `<tr data-id="${id}"><td><a href="/v/${vendor}">${vendor}</a></td><td>${product}</td><td><code>${sku}</code></td>
      <td class="num">${quantity}</td><td class="num">${assigned}</td><td class="num">${unitPrice} ${currency}</td>
      <td><time datetime="${renewal}">${renewal}</time></td><td><span class="pill ${status}">${status}</span></td><td>${owner}</td></tr>`
  })
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Licenses</title><style>table{border-collapse:collapse}
    td,th{padding:4px 8px;border-bottom:1px solid #ddd;font:13px sans-serif}.pill{border-radius:9px;padding:1px 6px;background:#eef}</style></head>
    <body><h1>Licenses</h1><table><thead><tr>${heads.map((head) => `<th>${head}</th>`).join('')}</tr></thead><tbody>${body.join('\n')}</tbody></table></body></html>`
}
