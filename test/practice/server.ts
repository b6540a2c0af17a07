import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { PracticeConsole } from './console.ts'
import { github } from './consoles/github.ts'
import { google } from './consoles/google.ts'
import { microsoft } from './consoles/microsoft.ts'
import { okta } from './consoles/okta.ts'
import { slack } from './consoles/slack.ts'
import { toolshed } from './consoles/toolshed.ts'
import { consolePage, indexPage, placed } from './pages.ts'
import { type Tenant, tenants } from './tenants.ts'

export const consoles: PracticeConsole[] = [microsoft, google, slack, github, okta, toolshed]

const script = readFileSync(new URL('./console-page.mjs', import.meta.url))

export type Practice = { port: number; close: () => Promise<void> }

/** Serves every console at its vendor's host followed by `.localhost`, and the index at `localhost`. Port 0: any free one. */
export async function startPractice(port: number): Promise<Practice> {
  const server = createServer((request, response) => answer(request, response))
  await listen(server, port)
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  // A listening TCP server has an address of this kind.
  return { port: (server.address() as AddressInfo).port, close }
}

const listen = (server: Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const busy = `Port ${port} for the practice consoles is in use by another program: stop that one, or set PRACTICE_PORT.`
      reject(error.code === 'EADDRINUSE' ? new Error(busy) : error)
    })
    server.listen(port, '127.0.0.1', resolve)
  })

function answer(request: IncomingMessage, response: ServerResponse): ServerResponse {
  const url = new URL(request.url ?? '/', `http://${request.headers.host ?? 'localhost'}`)
  const port = Number(url.port)
  const host = url.hostname.replace(/\.?localhost$/, '')
  if (url.pathname === '/practice/console-page.mjs') return reply(response, 200, 'text/javascript', script)
  if (host === '' || host === '127.0.0.1') return reply(response, 200, 'text/html', indexPage(consoles, port))
  if (url.pathname === '/practice/sign-in') return signIn(url, response)
  if (request.method === 'OPTIONS') return reply(response, 204, 'text/plain', '')
  const tenant = tenantOf(request, host)
  const found = consoles.map((each) => each.answer(`${host}${url.pathname}`, tenant, new Date())).find(Boolean)
  if (found) return reply(response, found.status ?? 200, 'application/json; charset=utf-8', JSON.stringify(found.json))
  const console = consoles.find((each) => each.host(tenant) === host)
  const view = console?.views.find(({ path }) => placed(console, tenant, path) === url.pathname)
  if (!console || !view) return reply(response, 404, 'text/html', '<h1>There is no such page here</h1>')
  return reply(response, 200, 'text/html', consolePage(console, tenant, url.pathname, port, new Date()))
}

/** A vendor's API knows the tenant by its token, a page by its cookie or by an address of its own. */
function tenantOf({ headers }: IncomingMessage, host: string): Tenant {
  const token = /practice-(\w+)/.exec(headers.authorization ?? '')?.[1]
  const cookie = /tenant=(\w+)/.exec(headers.cookie ?? '')?.[1]
  const own = tenants.find(
    (tenant) => host.startsWith(`${tenant.slack.subdomain}.`) || host.startsWith(`${tenant.okta}-`),
  )
  return own ?? tenants.find(({ id }) => id === (token ?? cookie)) ?? firstTenant
}

const [firstTenant] = tenants as [Tenant] // there are two

function signIn(url: URL, response: ServerResponse): ServerResponse {
  const tenant = tenants.find(({ id }) => id === url.searchParams.get('as')) ?? firstTenant
  const to = url.searchParams.get('to') ?? '/'
  response.writeHead(302, {
    'set-cookie': `tenant=${tenant.id}; Path=/`,
    // A path of this host, and nothing that a browser could read as another host.
    location: /^\/[^/\\]/.test(to) ? to : '/',
  })
  return response.end()
}

function reply(response: ServerResponse, status: number, type: string, body: string | Buffer): ServerResponse {
  response.writeHead(status, {
    'content-type': type.includes('/html') ? `${type}; charset=utf-8` : type,
    'cache-control': 'no-store',
    'access-control-allow-origin': '*',
    'access-control-allow-headers': 'authorization',
  })
  return response.end(body)
}
