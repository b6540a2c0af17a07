import { maxResponseBytes } from '../../shared/capture-caps.ts'
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
  const typeName = ['content-type']
  const of = (name: string) => {
    const get = Object.getOwnPropertyDescriptor(prototype, name)?.get
    return (request: XMLHttpRequest): unknown => (get === undefined ? undefined : apply(get, request, []))
  }
  const [url, status] = [of('responseURL'), of('status')]
  const bodyOf = bodyReader(page, of)
  return (request) => {
    const code = Number(status(request))
    const verdict = judge(code, apply(getResponseHeader, request, typeName))
    if (verdict === 'ignore') return
    const address = String(url(request))
    if (!isWeb(address)) return
    if (verdict === 'refused') return report({ kind: 'refused', url: address, status: code })
    try {
      const body = bodyOf(request)
      if (body === undefined) return
      report(
        body.size > maxResponseBytes ? { kind: 'dropped', url: address } : { kind: 'response', url: address, body },
      )
    } catch {
      // Nested too deeply to be written as text.
    }
  }
}

/** What the page gets, each kind in the cheapest way; undefined for an XML document, which is no JSON. */
function bodyReader(page: Window & typeof globalThis, of: (name: string) => (request: XMLHttpRequest) => unknown) {
  const { Blob } = page
  const { stringify } = page.JSON
  const [type, text, response] = [of('responseType'), of('responseText'), of('response')]
  return (request: XMLHttpRequest): Blob | undefined => {
    switch (type(request)) {
      case '':
      case 'text':
        return new Blob([String(text(request))])
      case 'json':
        // It was parsed by the browser; the same object is what the page gets, so its text is made anew.
        return new Blob([stringify(response(request))])
      case 'arraybuffer': {
        const buffer = response(request)
        return buffer instanceof ArrayBuffer ? new Blob([buffer]) : undefined
      }
      case 'blob': {
        const blob = response(request)
        return blob instanceof Blob ? blob : undefined
      }
      default:
        return undefined
    }
  }
}
