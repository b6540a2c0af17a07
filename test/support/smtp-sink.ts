import { createServer, type Server, type Socket } from 'node:net'
import { StringDecoder } from 'node:string_decoder'
import { TLSSocket } from 'node:tls'

/** A mail as it came over the wire. */
export type Received = { from: string; to: string; raw: string }
/** How it speaks TLS: from the first byte, or once it is asked to. */
type Tls = { cert: string; key: string; from: 'the start' | 'STARTTLS' }
/** What it answers to a recipient or to a message instead of 250; undefined to take it. */
type Answers = { recipient?: (address: string) => string | undefined; message?: (to: string) => string | undefined }

/** A mail server on this machine that speaks as much of RFC 5321 as a client needs, keeps every mail and sends none. */
export class SmtpSink {
  readonly mails: Received[] = []
  /** Who signed in, as they said it; and whatever came without TLS. */
  readonly logins: string[] = []
  inClear = ''
  answers: Answers = {}
  private readonly sockets = new Set<Socket>()
  private constructor(
    private readonly server: Server,
    private readonly tls: Tls | undefined,
  ) {}

  static start(port = 0, tls?: Tls): Promise<SmtpSink> {
    const server = createServer()
    const sink = new SmtpSink(server, tls)
    server.on('connection', (socket) => {
      sink.sockets.add(socket)
      socket.on('close', () => sink.sockets.delete(socket))
      if (tls?.from === 'the start') sink.speak(sink.encrypted(socket))
      else sink.speak(socket)
    })
    return new Promise((resolve, reject) => {
      server.once('error', reject)
      server.listen(port, '127.0.0.1', () => resolve(sink))
    })
  }

  get port(): number {
    const address = this.server.address()
    return address !== null && typeof address === 'object' ? address.port : 0
  }
  get url(): string {
    return `smtp://127.0.0.1:${this.port}`
  }

  stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy()
    return new Promise((resolve) => {
      this.server.close(() => resolve())
    })
  }

  private encrypted(socket: Socket): TLSSocket {
    socket.on('error', () => undefined)
    return new TLSSocket(socket, { isServer: true, ...this.tls })
  }

  private speak(socket: Socket | TLSSocket, greets = true): void {
    socket.on('error', () => undefined)
    const isClear = !(socket instanceof TLSSocket)
    const offers = [this.tls && 'AUTH PLAIN', isClear && this.tls && 'STARTTLS'].filter(Boolean)
    let [text, from, to, inData] = ['', '', '', false]
    const say = (line: string) => socket.write(`${line}\r\n`)
    const command = (line: string): string => {
      const verb = line.slice(0, 4).toUpperCase()
      const address = /<([^>]*)>/.exec(line)?.[1] ?? ''
      if (verb === 'EHLO' || verb === 'HELO')
        return ['sink.example.com', ...offers]
          .map((each, at) => `250${at < offers.length ? '-' : ' '}${each}`)
          .join('\r\n')
      if (verb === 'AUTH') {
        this.logins.push(Buffer.from(line.split(' ')[2] ?? '', 'base64').toString())
        return '235 Welcome'
      }
      if (verb === 'MAIL') from = address
      if (verb === 'RCPT') {
        const refused = this.answers.recipient?.(address)
        if (refused !== undefined) return refused
        to = address
      }
      if (verb === 'DATA') {
        inData = true
        return '354 Go on'
      }
      if (verb === 'STAR') return '502 No'
      return verb === 'QUIT' ? '221 Bye' : '250 OK'
    }
    const message = (raw: string): string => {
      inData = false
      const refused = this.answers.message?.(to)
      if (refused === undefined) this.mails.push({ from, to, raw })
      return refused ?? '250 Taken'
    }
    const decoder = new StringDecoder('utf8')
    socket.on('data', (chunk: Buffer) => {
      text += decoder.write(chunk)
      if (isClear) this.inClear += chunk.toString('latin1')
      for (;;) {
        const end = inData ? '\r\n.\r\n' : '\r\n'
        const at = text.indexOf(end)
        if (at < 0) return
        const part = text.slice(0, at)
        text = text.slice(at + end.length)
        if (part === 'STARTTLS' && offers.includes(part)) {
          socket.removeAllListeners('data')
          say('220 Go on')
          return this.speak(this.encrypted(socket), false)
        }
        say(inData ? message(part) : command(part))
      }
    })
    if (greets) say('220 sink.example.com ESMTP')
  }
}

/** The headers of a mail, unfolded, one a line. */
export const headersOf = ({ raw }: Received): string[] =>
  (raw.split('\r\n\r\n')[0] ?? '').replace(/\r\n[ \t]+/g, ' ').split('\r\n')

/** What a person reads of it: the plain part, whatever it was encoded in. */
export function textOf({ raw }: Received): string {
  const part = raw.split(/\r\n--[^\r\n]+\r\n/).find((each) => /^content-type: text\/plain/im.test(each)) ?? raw
  const [head = '', ...body] = part.split('\r\n\r\n')
  return decoded(body.join('\r\n\r\n').split(/\r\n--/)[0] ?? '', head)
}
export function htmlOf({ raw }: Received): string {
  const part = raw.split(/\r\n--[^\r\n]+\r\n/).find((each) => /^content-type: text\/html/im.test(each)) ?? ''
  const [head = '', ...body] = part.split('\r\n\r\n')
  return decoded(body.join('\r\n\r\n').split(/\r\n--/)[0] ?? '', head)
}

function decoded(body: string, head: string): string {
  if (/^content-transfer-encoding: base64/im.test(head)) return Buffer.from(body, 'base64').toString('utf8')
  if (!/^content-transfer-encoding: quoted-printable/im.test(head)) return body
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}
