import { type ClientRequest, get } from 'node:http'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { pagesAhead } from '../../../extension/sync/pages.ts'
import type { Uuid } from '../../../shared/model/id.ts'
import type { Op } from '../../../shared/sync.ts'
import { limits, protocol, schema } from '../../../shared/sync.ts'

/** As a browser's CompressionStream does it. */
const compressed = promisify(gzip)
const largeFrom = 8 * 1024

/** What a browser takes over TLS and from its own machine. */
const asBrowser: typeof fetch = (url, init) =>
  fetch(url, { ...init, headers: { ...init?.headers, 'accept-encoding': 'gzip, deflate, br' } })

type Row = { id: Uuid; rev: number }
type Pushed = { epoch: Uuid; results: { st: string; at: number; code?: string }[] }
type Body = { json: string; sent: string | Uint8Array<ArrayBuffer> }

/** A device that speaks the wire as the extension does, with its tables in memory. */
export class WireDevice {
  readonly rows = new Map<Uuid, Row>()
  cursor = 0
  floor = 0
  epoch: Uuid | null = null
  takesGzip = false
  private notices: ClientRequest | undefined

  constructor(
    readonly url: string,
    readonly token: string,
    readonly number: Uuid,
    readonly scope: Uuid,
  ) {}

  async ask(path: string, body?: Body): Promise<string> {
    const isSmaller = body !== undefined && body.sent !== body.json
    const response = await asBrowser(`${this.url}/v1/scopes${path}`, {
      headers: {
        authorization: `Bearer ${this.token}`,
        ...(body ? { 'content-type': 'application/json' } : {}),
        ...(isSmaller ? { 'content-encoding': 'gzip' } : {}),
      },
      ...(body ? { method: 'POST', body: body.sent } : {}),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${response.status} ${text.slice(0, 300)}`)
    if (response.headers.get('accept-encoding')?.includes('gzip')) this.takesGzip = true
    return text
  }

  scopes = (): Promise<string> => this.ask('')

  private async bodyOf(ops: Op[]): Promise<Body> {
    const json = JSON.stringify({ protocol, schema, device: this.number, epoch: this.epoch, ops })
    return { json, sent: this.takesGzip && json.length >= largeFrom ? await compressed(json) : json }
  }

  /** One push after the other, as their numbers ask; the next body is made while the former is on its way. */
  async push(ops: Op[]): Promise<Pushed['results']> {
    const results: Pushed['results'] = []
    let next = this.bodyOf(ops.slice(0, limits.pushOps))
    for (let from = 0; from < ops.length; from += limits.pushOps) {
      const answer = this.ask(`/${this.scope}/push`, await next)
      const following = ops.slice(from + limits.pushOps, from + 2 * limits.pushOps)
      if (following.length > 0) next = this.bodyOf(following)
      const { results: some } = JSON.parse(await answer) as Pushed // the server's own shape
      results.push(...some)
    }
    const refused = results.find(({ st }) => st !== 'applied')
    if (refused) throw new Error(`not applied: ${JSON.stringify(refused)}`)
    return results
  }

  /** By the extension's own code; only that rows are kept in memory. */
  async pull(): Promise<void> {
    const pages = pagesAhead({ url: this.url, token: this.token, fetch: asBrowser }, this.scope)
    for (;;) {
      const page = await pages({ after: this.cursor, floor: this.floor })
      if (!page.ok) throw new Error(page.problem.code)
      for (const row of page.value.rows as Row[]) this.rows.set(row.id, row) // the server's own shape
      this.cursor = page.value.next
      this.floor ||= Math.max(1, page.value.head)
      if (!page.value.more) return
    }
  }

  /** Calls `hear` with each head that the server tells; resolves when it listens. */
  listen(hear: (head: number) => void): Promise<void> {
    return new Promise((resolve, reject) => {
      const headers = { authorization: `Bearer ${this.token}` }
      this.notices = get(`${this.url}/v1/scopes/${this.scope}/notices`, { headers }, (response) => {
        if (response.statusCode !== 200) reject(new Error(`notices: ${response.statusCode}`))
        let text = ''
        response.setEncoding('utf8').on('data', (part: string) => {
          text += part
          for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
            const head = /"head":(\d+)/.exec(text.slice(0, end))?.[1]
            text = text.slice(end + 2)
            resolve()
            if (head !== undefined) hear(Number(head))
          }
        })
        response.on('error', () => {})
      })
      this.notices.on('error', () => {})
    })
  }

  close(): void {
    this.notices?.destroy()
  }
}
