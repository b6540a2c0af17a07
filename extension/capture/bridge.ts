import type { Report } from './report.ts'

/**
 * How the tap (the page's world) reaches our content script: a MessagePort that is handed over before the page's first
 * script runs, so that the page can neither listen, nor speak on it, nor tell that anybody is here. Where the scripts
 * come late (the person has just allowed the site) a page could watch the handover; then too it can only send evidence.
 */
const offered = 'tap-offer'
const wanted = 'tap-wanted'

/** In the page's world. Whichever of the two worlds comes first, the second one completes the handover. */
export function offerBridge(page: Window & typeof globalThis): Report {
  const { port1, port2 } = new page.MessageChannel()
  const { postMessage } = port1
  const { apply } = Reflect
  const offer = () => page.dispatchEvent(new MessageEvent(offered, { ports: [port2] }))
  page.addEventListener(wanted, offer, { once: true })
  offer()
  let open = true
  port1.addEventListener('close', () => {
    open = false
  })
  port1.start()
  return (report) => {
    if (open) apply(postMessage, port1, [report])
  }
}

/** In the isolated world. Leaving (`signal`) closes the port, and the tap has nobody to report to. */
export function acceptBridge(page: Window, signal: AbortSignal, receive: (report: unknown) => void): void {
  const accept = (event: Event) => {
    const port = event instanceof MessageEvent ? event.ports[0] : undefined
    if (port === undefined) return
    // A forged event on the port is not trusted; what the tap posts is.
    port.addEventListener('message', (message) => message.isTrusted && receive(message.data), { signal })
    port.start()
    signal.addEventListener('abort', () => port.close(), { once: true })
  }
  page.addEventListener(offered, accept, { once: true, signal })
  page.dispatchEvent(new Event(wanted))
  // Once more, for nobody: a tap that offered first must not go on waiting where the page could ask.
  page.dispatchEvent(new Event(wanted))
}
