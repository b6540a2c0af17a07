import { maxResponseBytes, smallResponseBytes } from '../../shared/capture-caps.ts'
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
  const [url, status, headers, used] = [of('url'), of('status'), of('headers'), of('bodyUsed')]
  const [asText, asBlob] = [textReader(page), bodyReader(page)]
  const [typeName, lengthName] = [['content-type'], ['content-length']]
  return (response) => {
    // What most responses are stopped by comes first: nothing else is asked of an image, a script or a text.
    const given = headers(response)
    const code = Number(status(response))
    const verdict = judge(code, apply(get, given, typeName))
    if (verdict === 'ignore' || used(response) === true) return
    const address = String(url(response))
    // A page's own `new Response()` has no address; only what came over the network is evidence.
    if (!isWeb(address)) return
    if (verdict === 'refused') return report({ kind: 'refused', url: address, status: code })
    const length = Number(apply(get, given, lengthName) ?? Number.NaN)
    if (length > maxResponseBytes) return report({ kind: 'dropped', url: address })
    const read = length <= smallResponseBytes ? asText : asBlob
    void read(apply(clone, response, []), address, report)
  }
}

/**
 * Has the browser gather a copied body, outside the page's thread as far as it can. Never rejects: a body that breaks
 * off is the page's affair, and half a text is no evidence.
 */
function bodyReader(page: Window & typeof globalThis) {
  const { blob } = page.Response.prototype
  const size = getterOf(page.Blob.prototype, 'size')
  return async (copy: Response, url: string, report: Report): Promise<void> => {
    try {
      const body = await apply(blob, copy, [])
      report(Number(size(body)) > maxResponseBytes ? { kind: 'dropped', url } : { kind: 'response', url, body })
    } catch {
      // Broken off or aborted.
    }
  }
}

/** A small one as the browser reads it, in one step. What it said of its length was of the packed text. */
function textReader(page: Window & typeof globalThis) {
  const { Blob } = page
  const { text } = page.Response.prototype
  return async (copy: Response, url: string, report: Report): Promise<void> => {
    try {
      const body = await apply(text, copy, [])
      report({ kind: 'response', url, body: body.length > smallResponseBytes ? new Blob([body]) : body })
    } catch {
      // Broken off or aborted.
    }
  }
}
