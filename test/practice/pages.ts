import type { PracticeConsole } from './console.ts'
import { type Tenant, tenants } from './tenants.ts'

const style = `
  :root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif }
  body { margin: 0 } header { display: flex; gap: 16px; align-items: center; padding: 12px 24px; border-bottom: 1px solid #8884 }
  header strong { margin-right: auto } nav { display: flex; gap: 16px; padding: 12px 24px } main { padding: 0 24px 48px; max-width: 1000px }
  table { border-collapse: collapse; width: 100% } th, td { text-align: left; padding: 8px 12px; border-bottom: 1px solid #8883 }
  [aria-current=page] { font-weight: 600 } small { opacity: .7 } ol li { margin: 8px 0 }`

const document = (title: string, body: string) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${title}</title><link rel="icon" href="data:,"><style>${style}</style></head>
<body>${body}</body></html>`

/** Addresses of a console as this tenant sees them, on the port that the practice server has. */
export const placed = (console: PracticeConsole, tenant: Tenant, address: string): string =>
  address.replaceAll('{host}', console.host(tenant)).replaceAll('{org}', tenant.github)

export const practiceUrl = (address: string, port: number): string => {
  const slash = address.indexOf('/')
  const [host, path] = slash < 0 ? [address, '/'] : [address.slice(0, slash), address.slice(slash)]
  return `http://${host}.localhost:${port}${path}`
}

const signIn = (console: PracticeConsole, tenant: Tenant, port: number, path: string) =>
  practiceUrl(`${console.host(tenant)}/practice/sign-in?as=${tenant.id}&to=${encodeURIComponent(path)}`, port)

/** One page of a console: the shell, and what its script shall fetch and show. */
export function consolePage(console: PracticeConsole, tenant: Tenant, path: string, port: number, today: Date): string {
  const views = console.views.map((view) => ({
    ...view,
    path: placed(console, tenant, view.path),
    requests: view.requests.map(({ url, by }) => ({ url: practiceUrl(placed(console, tenant, url), port), by })),
    body: console.body?.(view.path, tenant, today),
  }))
  const options = tenants.map(
    (each) =>
      `<a href="${signIn(console, each, port, placed(console, each, console.views[0]?.path ?? '/'))}"${each.id === tenant.id ? ' aria-current="page"' : ''}>${each.name}</a>`,
  )
  const at = views.find((view) => view.path === path)
  const settings = JSON.stringify({ tenant: tenant.id, views }).replaceAll('<', '\\u003c')
  return document(
    at?.title ?? console.name,
    `<header><strong>${console.name}</strong><small>Practice console, made-up data. Signed in to</small>${options.join(' ')}</header>
    <nav aria-label="Sections">${views.map((view) => `<a href="${view.path}">${view.title}</a>`).join('')}</nav>
    <main>${at?.body ?? ''}</main>
    <script type="application/json" id="practice">${settings}</script><script type="module" src="/practice/console-page.mjs"></script>`,
  )
}

/** Where a newcomer begins: what to do, in three steps. */
export function indexPage(consoles: PracticeConsole[], port: number): string {
  const links = (tenant: Tenant) =>
    consoles
      .map((console) => {
        const path = placed(console, tenant, console.views[0]?.path ?? '/')
        return `<li><a href="${signIn(console, tenant, port, path)}">${console.name}</a></li>`
      })
      .join('')
  return document(
    'Practice consoles',
    `<header><strong>Stocktake practice consoles</strong><small>Everything here is made up, and nothing leaves this machine.</small></header>
    <main><h1>Three steps</h1>
    <ol>
      <li>Open the <a href="${signIn(consoles[0] as PracticeConsole, tenants[0] as Tenant, port, '/licenses')}">Microsoft 365 admin center</a> of Brightwater Dental Group and click the Stocktake icon in the toolbar. Make the client, then allow the site.</li>
      <li>The page is read as it is: the badge counts the drafts. Look at them beside their evidence, and accept one.</li>
      <li>Click the icon again: the subscription is in the inventory. Then open a console of Northgate Freight and see how its drafts are kept apart.</li>
    </ol>
    ${tenants.map((tenant) => `<h2>${tenant.name}</h2><ul>${links(tenant)}</ul>`).join('')}</main>`,
  )
}
