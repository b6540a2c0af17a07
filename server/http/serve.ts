import { randomUUID } from 'node:crypto'
import type { Server } from 'node:http'
import type { Socket } from 'node:net'
import { serve } from '@hono/node-server'
import { type ProblemCode, problem } from '../../shared/problem.ts'
import type { Config } from '../config.ts'
import { problemBody } from './problem.ts'

type Fetch = Parameters<typeof serve>[0]['fetch']

/** How long a client may take: for the head of a request, for all of it, and silent between two. */
export const patience = { headersMs: 20_000, requestMs: 60_000, idleMs: 5_000, everyMs: 5_000 }

/** Listens, and cuts off whoever dawdles or asks for more than there is (T30). */
export function listen(
  { port, host, limits }: Pick<Config, 'port' | 'host' | 'limits'>,
  fetch: Fetch,
  { headersMs, requestMs, idleMs, everyMs } = patience,
): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = serve({
      fetch,
      port,
      hostname: host,
      serverOptions: { connectionsCheckingInterval: everyMs, maxHeaderSize: 16 * 1024 },
    }) as Server // plain HTTP is what is served without a createServer
    server.requestTimeout = requestMs
    server.headersTimeout = headersMs
    server.keepAliveTimeout = idleMs
    server.maxHeadersCount = 100
    server.maxConnections = limits.connections
    server.on('clientError', refuse)
    server.once('listening', () => resolve(server))
    server.once('error', (error: NodeJS.ErrnoException) => reject(new Error(sentenceFor(error, host, port))))
  })
}

const codes: Record<string, ProblemCode> = {
  HPE_HEADER_OVERFLOW: 'HEADERS_TOO_LARGE',
  ERR_HTTP_REQUEST_TIMEOUT: 'TOO_SLOW',
}

/** What never became a request: a length and chunks at once, a head without an end. The connection ends with the answer. */
function refuse(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  const found = problem(codes[error.code ?? ''] ?? 'NOT_HTTP')
  const body = JSON.stringify(problemBody(found, randomUUID()))
  socket.end(
    `HTTP/1.1 ${found.status} ${found.code}\r\ncontent-type: application/problem+json\r\n` +
      `content-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  )
  // Whoever does not read the answer does not keep the connection either.
  socket.setTimeout(1000, () => socket.destroy())
}

function sentenceFor({ code, message }: NodeJS.ErrnoException, host: string, port: number): string {
  if (code === 'EADDRINUSE')
    return `Port ${port} on ${host} is in use by another program. Stop that one, or set PORT to another number.`
  if (code === 'EACCES') return `This user may not listen on port ${port}. Set PORT to a number above 1023.`
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return `${host} is not an address of this machine. Set HOST.`
  return message
}

/** How long what was accepted may take to end. */
export const drainMs = 10_000

/** No connection is taken any more, idle ones are closed, busy ones when they have been answered; after ten seconds all. */
export function finish(server: Server, withinMs = drainMs): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(() => server.closeAllConnections(), withinMs)
    // One that was busy is idle when it has its answer, and would wait for its client's next request.
    const sweep = setInterval(() => server.closeIdleConnections(), 50)
    server.close(() => {
      clearTimeout(late)
      clearInterval(sweep)
      resolve()
    })
    server.closeIdleConnections()
  })
}
