import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Web = {
  port: number
  url: (host: string, path: string) => string
  seen: string[]
  close: () => Promise<void>
}
type Route = (response: ServerResponse, request: IncomingMessage, url: URL) => void

/** A small web server for a test, by path; `seen` is every request that reached it, in order. */
export async function serve(routes: Record<string, Route>): Promise<Web> {
  const seen: string[] = []
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', `http://${request.headers.host ?? 'localhost'}`)
    seen.push(`${url.hostname}${url.pathname}`)
    const route = routes[url.pathname]
    if (route) return route(response, request, url)
    response.writeHead(404).end()
  })
  // A connection that is closed just as the browser uses it again makes it ask twice.
  server.keepAliveTimeout = 600_000
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  // A listening TCP server has an address of this kind.
  const { port } = server.address() as AddressInfo
  const close = async () => {
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
  }
  return { port, url: (host, path) => `http://${host}.localhost:${port}${path}`, seen, close }
}

/** With its length, as a server says it that has the whole body at hand. */
const whole = (response: Parameters<Route>[0], status: number, type: string, text: string): void =>
  void response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(text) }).end(text)

export const html =
  (body: string): Route =>
  (response) =>
    void response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(body)

export const json =
  (value: unknown, status = 200): Route =>
  (response) =>
    whole(response, status, 'application/json', JSON.stringify(value))

export const body =
  (type: string, text: string): Route =>
  (response) =>
    whole(response, 200, type, text)
