import { type ClientRequest, get } from 'node:http'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Uuid } from '../../../shared/model/id.ts'
import type { Op } from '../../../shared/sync.ts'
import { limits, protocol, schema } from '../../../shared/sync.ts'

/** As a browser's CompressionStream does it. */
const compressed = promisify(gzip)
const largeFrom = 8 * 1024

type Page = { epoch: Uuid; rows: { id: Uuid; rev: number }[]; next: number; more: boolean }
type Pushed = { epoch: Uuid; results: { st: string; at: number; code?: string }[] }
type Body = { json: string; sent: string | Uint8Array<ArrayBuffer> }

/** A device that speaks the wire as the extension does, with its tables in memory. */
export class WireDevice {
  readonly rows = new Map<Uuid, { id: Uuid; rev: number }>()
  cursor = 0
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
    const response = await fetch(`${this.url}/v1/scopes${path}`, {
      headers: {
        authorization: `Bearer ${this.token}`,
        // As a browser asks over TLS and on its own machine.
        'accept-encoding': 'gzip, deflate, br',
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

  async pull(): Promise<void> {
    for (;;) {
      const query = `protocol=${protocol}&schema=${schema}&after=${this.cursor}&floor=0&limit=${limits.changesRows}`
      const page = JSON.parse(await this.ask(`/${this.scope}/changes?${query}`)) as Page // the server's own shape
      for (const row of page.rows) this.rows.set(row.id, row)
      this.cursor = page.next
      if (!page.more) return
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
