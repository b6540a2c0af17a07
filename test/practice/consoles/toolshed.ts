import { inDays, isoDay, type PracticeConsole } from '../console.ts'
import type { Tenant } from '../tenants.ts'

/** A vendor that no connector knows: one page is a plain table, the other comes as JSON. The generic reader's ground. */
const host = 'portal.toolshed.example'

const lines = (tenant: Tenant, today: Date) =>
  [
    { product: 'Fleet Planner Pro', seats: 15, used: 11, price: 24, renews: 33 },
    { product: 'Route Optimizer', seats: 5, used: 5, price: 60, renews: 118 },
    { product: 'Document Vault', seats: 40, used: 17, price: 6.5, renews: 244 },
  ].map((line) => ({
    ...line,
    seats: line.seats * tenant.size,
    used: line.used * tenant.size,
    renewsOn: isoDay(inDays(today, line.renews)),
  }))

const table = (tenant: Tenant, today: Date) => `
  <h1>Subscriptions</h1>
  <p>Account: ${tenant.name}</p>
  <table>
    <caption>Your subscriptions</caption>
    <thead><tr><th>Product</th><th>Licenses purchased</th><th>Licenses assigned</th><th>Price per license</th><th>Billing</th><th>Renews on</th><th>Status</th></tr></thead>
    <tbody>${lines(tenant, today)
      .map(
        ({ product, seats, used, price, renewsOn }) =>
          `<tr><td>${product}</td><td>${seats}</td><td>${used}</td><td>$${price.toFixed(2)}</td><td>Monthly</td><td>${renewsOn}</td><td>Active</td></tr>`,
      )
      .join('')}</tbody>
  </table>`

/** Tiles in words that no vocabulary has: what the generic reader makes nothing of, until somebody teaches it. */
const tiles = (tenant: Tenant, today: Date) => `
  <h1>Tool shelf</h1>
  ${lines(tenant, today)
    .map(
      ({ product, seats, renewsOn }) => `<article class="tile"><h3>${product}</h3>
      <p><span>On the shelf</span> <b>${seats}</b></p><p><span>Good until</span> <b>${renewsOn}</b></p></article>`,
    )
    .join('')}`

/** The same in a component, in a frame, and where nobody can look: in a closed component and a frame of another origin. */
const cabinet = (tenant: Tenant, today: Date) => `
  <h1>Tool cabinet</h1>
  <p><span>Customer</span> <b>${tenant.name}</b></p>
  <tool-list><template shadowrootmode="open">${tiles(tenant, today).replace('<h1>Tool shelf</h1>', '')}</template></tool-list>
  <iframe title="Leased" style="margin: 12px 40px; border: 5px solid; width: 400px; height: 120px" srcdoc="${escaped(
    `<table><tr><th>On lease</th><th>How many</th></tr>${lines(tenant, today)
      .map(({ product, used }) => `<tr><td>${product}</td><td>${used}</td></tr>`)
      .join('')}</table>`,
  )}"></iframe>
  <iframe title="Partner" sandbox="" style="height: 40px" srcdoc="<b>8</b>"></iframe>
  <tool-lock style="display: block; height: 40px"><template shadowrootmode="closed"><b>9</b></template></tool-lock>`

const escaped = (html: string) => html.replaceAll('&', '&amp;').replaceAll('"', '&quot;')

const contracts = (tenant: Tenant, today: Date) => ({
  account: { id: `ts-${tenant.id}`, name: tenant.name },
  contracts: lines(tenant, today).map(({ product, seats, used, price, renewsOn }, at) => ({
    subscriptionId: `TS-${tenant.id.slice(0, 2).toUpperCase()}-${100 + at}`,
    productName: product,
    seatsPurchased: seats,
    seatsAssigned: used,
    unitPrice: { amount: price, currency: 'USD' },
    renewalDate: renewsOn,
    autoRenew: at !== 1,
    status: 'active',
  })),
})

const bodies: Record<string, (tenant: Tenant, today: Date) => string> = {
  '/subscriptions': table,
  '/shelf': tiles,
  '/cabinet': cabinet,
}

/** With the small print of each: more than travels as text. */
const archive = (tenant: Tenant, today: Date) => {
  const { account, contracts: signed } = contracts(tenant, today)
  const smallPrint = 'The tools are returned clean, dry and complete. '.repeat(800)
  return { account, contracts: signed.map((contract) => ({ ...contract, smallPrint })) }
}

export const toolshed: PracticeConsole = {
  id: 'toolshed',
  name: 'Toolshed customer portal',
  host: () => host,
  views: [
    { path: '/subscriptions', title: 'Subscriptions', requests: [], rows: '', columns: [] },
    { path: '/shelf', title: 'Tool shelf', requests: [], rows: '', columns: [] },
    { path: '/cabinet', title: 'Tool cabinet', requests: [], rows: '', columns: [] },
    {
      path: '/contracts',
      title: 'Contracts',
      requests: [{ url: `${host}/api/contracts`, by: 'fetch' }],
      rows: 'contracts',
      columns: [
        { label: 'Product', path: 'productName' },
        { label: 'Seats', path: 'seatsPurchased' },
      ],
    },
    {
      path: '/archive',
      title: 'Archive',
      requests: [{ url: `${host}/api/archive`, by: 'fetch' }],
      rows: 'contracts',
      columns: [{ label: 'Number', path: 'subscriptionId' }],
    },
  ],
  answer: (address, tenant, today) =>
    address === `${host}/api/contracts`
      ? { json: contracts(tenant, today) }
      : address === `${host}/api/archive`
        ? { json: archive(tenant, today) }
        : undefined,
  body: (path, tenant, today) => (Object.hasOwn(bodies, path) ? bodies[path]?.(tenant, today) : undefined),
}
