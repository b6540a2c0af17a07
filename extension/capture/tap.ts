import { maxResponseChars } from '../../shared/capture-caps.ts'
import { isWeb, judge, type Report } from './report.ts'
import { tapXhr } from './tap-xhr.ts'

/**
 * The observer in the page's own world. It wraps the methods with which a page *reads* a response, not `fetch`: a
 * promise of fetch that nobody but the page has touched behaves as ever, also when it rejects. Reading makes a copy
 * first (`clone`), and the copy is read beside the page, which never waits for it. Nothing here decides anything, knows
 * a secret or makes a request.
 */
export function installTap(page: Window & typeof globalThis, report: Report): void {
  tapFetch(page, report)
  tapXhr(page, report)
}

const reading = ['json', 'text', 'arrayBuffer', 'blob', 'bytes'] as const

function tapFetch(page: Window & typeof globalThis, report: Report): void {
  const look = responseReader(page, report)
  for (const name of reading) {
    const property = Object.getOwnPropertyDescriptor(page.Response.prototype, name)
    if (typeof property?.value !== 'function') continue
    const value = new Proxy(property.value, {
      apply(native, response, args) {
        try {
          look(response)
        } catch {
          // Not a response, or one that was read already: the page gets the native answer to that.
        }
        return apply(native, response, args)
      },
    })
    Object.defineProperty(page.Response.prototype, name, { ...property, value })
  }
}

// The page may replace any of these later; what is used here was taken before its first script ran.
const { apply } = Reflect
const getterOf = (prototype: object, name: string): ((of: unknown) => unknown) => {
  const get = Object.getOwnPropertyDescriptor(prototype, name)?.get
  return (of) => (get === undefined ? undefined : apply(get, of, []))
}

/** Looks at a response that the page is about to read, and copies it where it is JSON of a size that may be copied. */
function responseReader(page: Window & typeof globalThis, report: Report): (response: Response) => void {
  const { clone } = page.Response.prototype
  const { get } = page.Headers.prototype
  const of = (name: string) => getterOf(page.Response.prototype, name)
  const [url, status, headers, used, body] = [of('url'), of('status'), of('headers'), of('bodyUsed'), of('body')]
  const read = streamReader(page)
  return (response) => {
    const address = String(url(response))
    // A page's own `new Response()` has no address; only what came over the network is evidence.
    if (!isWeb(address) || used(response) === true) return
    const header = (name: string): string | null => apply(get, headers(response), [name])
    const verdict = judge(Number(status(response)), header('content-type'))
    if (verdict === 'refused') report({ kind: 'refused', url: address, status: Number(status(response)) })
    if (verdict !== 'read') return
    if (Number(header('content-length') ?? 0) > maxResponseChars) return report({ kind: 'dropped', url: address })
    const copy = body(apply(clone, response, []))
    if (copy !== null) void read(copy, address, report)
  }
}

/** Reads a copied body to its end, or to the cap. Never rejects: a body that breaks off is the page's affair. */
function streamReader(page: Window & typeof globalThis) {
  const { getReader } = page.ReadableStream.prototype
  const { read, cancel } = page.ReadableStreamDefaultReader.prototype
  const { TextDecoder } = page
  const { decode } = TextDecoder.prototype
  return async (body: unknown, url: string, report: Report): Promise<void> => {
    try {
      const reader = apply(getReader, body, [])
      const decoder = new TextDecoder()
      let text = ''
      for (;;) {
        const { done, value } = await apply(read, reader, [])
        text += apply(decode, decoder, done ? [] : [value, { stream: true }])
        if (text.length > maxResponseChars) {
          // Not awaited: cancelling one of two copies settles only when the page is through with the other.
          apply(cancel, reader, []).catch(() => {})
          return report({ kind: 'dropped', url })
        }
        if (done) return report({ kind: 'response', url, text })
      }
    } catch {
      // Broken off or aborted: half a text is no evidence.
    }
  }
}
