import { createServer, type IncomingHttpHeaders } from 'node:http'
import { onTestFinished } from 'vitest'

export type Came = { headers: IncomingHttpHeaders; body: string; path: string }

/** Somebody else's server on this machine: keeps what comes, and answers as it is told to. */
export class Receiver {
  readonly came: Came[] = []
  /** The status of each answer in turn, the last one for all that follow; `'never'` for none at all. */
  answers: (number | 'never')[] = [204]
  headers: Record<string, string> = {}
  connections = 0
  private constructor(readonly port: number) {}

  static async start(): Promise<Receiver> {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    const receiver = new Receiver(address !== null && typeof address === 'object' ? address.port : 0)
    server.on('connection', () => {
      receiver.connections++
    })
    server.on('request', (request, response) => {
      let body = ''
      request.setEncoding('utf8')
      request.on('data', (part: string) => {
        body += part
      })
      request.on('end', () => {
        receiver.came.push({ headers: request.headers, body, path: request.url ?? '' })
        const answer = receiver.answers.length > 1 ? receiver.answers.shift() : receiver.answers[0]
        if (answer !== 'never') response.writeHead(answer ?? 204, receiver.headers).end('x'.repeat(100_000))
      })
    })
    onTestFinished(() => {
      server.closeAllConnections()
      server.close()
    })
    return receiver
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}/hook?key=of-theirs`
  }
}
