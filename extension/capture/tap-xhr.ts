import { maxResponseChars } from '../../shared/capture-caps.ts'
import { isWeb, judge, type Report } from './report.ts'

const { apply } = Reflect

/**
 * XMLHttpRequest: a listener of ours beside the page's on the request that is being sent. The request itself, its
 * properties and the order of the page's own listeners stay as they are.
 */
export function tapXhr(page: Window & typeof globalThis, report: Report): void {
  const property = Object.getOwnPropertyDescriptor(page.XMLHttpRequest.prototype, 'send')
  if (typeof property?.value !== 'function') return
  const look = requestReader(page, report)
  const { addEventListener } = page.EventTarget.prototype
  const value = new Proxy(property.value, {
    apply(native, request, args) {
      try {
        apply(addEventListener, request, ['load', () => look(request), { once: true }])
      } catch {
        // Not a request: the native method says so to the page.
      }
      return apply(native, request, args)
    },
  })
  Object.defineProperty(page.XMLHttpRequest.prototype, 'send', { ...property, value })
}

function requestReader(page: Window & typeof globalThis, report: Report): (request: XMLHttpRequest) => void {
  const prototype = page.XMLHttpRequest.prototype
  const { getResponseHeader } = prototype
  const { stringify } = page.JSON
  const of = (name: string) => {
    const get = Object.getOwnPropertyDescriptor(prototype, name)?.get
    return (request: XMLHttpRequest): unknown => (get === undefined ? undefined : apply(get, request, []))
  }
  const [url, status, type] = [of('responseURL'), of('status'), of('responseType')]
  const [text, response] = [of('responseText'), of('response')]
  return (request) => {
    const address = String(url(request))
    if (!isWeb(address)) return
    const verdict = judge(Number(status(request)), apply(getResponseHeader, request, ['content-type']))
    if (verdict === 'refused') report({ kind: 'refused', url: address, status: Number(status(request)) })
    if (verdict !== 'read') return
    const kind = type(request)
    try {
      // 'json' was parsed by the browser; the same object is what the page gets, so its text is made anew.
      const copy =
        kind === '' || kind === 'text' ? text(request) : kind === 'json' ? stringify(response(request)) : undefined
      if (typeof copy !== 'string') return
      report(
        copy.length > maxResponseChars
          ? { kind: 'dropped', url: address }
          : { kind: 'response', url: address, text: copy },
      )
    } catch {
      // Nested too deeply to be written as text.
    }
  }
}
