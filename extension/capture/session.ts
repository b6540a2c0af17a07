import { z } from 'zod/mini'
import { text } from '../../shared/bounds.ts'
import { maxResponseBytes, smallResponseBytes } from '../../shared/capture-caps.ts'
import { acceptBridge } from './bridge.ts'
import { isWeb } from './report.ts'
import { rhythmOf } from './rhythm.ts'
import { openVisit, type Surroundings, type Visit } from './visit.ts'
import { type Watch, watchPage } from './watch.ts'

const address = text(8000).check(z.refine(isWeb))
const Body = z.union([
  text(smallResponseBytes),
  z.instanceof(Blob).check(z.refine(({ size }) => size <= maxResponseBytes)),
])
/** The page's side of the bridge is not trusted with anything: what does not look like a report is not one. */
const Report = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('response'), url: address, body: Body }),
  z.strictObject({ kind: z.literal('dropped'), url: address }),
  z.strictObject({ kind: z.literal('refused'), url: address, status: z.int() }),
])

type Around = Pick<Surroundings, 'send'> & {
  snapshot: (watch: Watch, ...of: Parameters<Surroundings['snapshot']>) => ReturnType<Surroundings['snapshot']>
}

/** Captures in this tab, visit after visit, until the signal says stop. Passive: it listens, and asks the worker. */
export function capture(page: Window, { send, snapshot }: Around, controller: AbortController): void {
  const { document, location } = page
  const { signal } = controller
  const watch = watchPage(document, () => rhythm.soon(), signal)
  const surroundings: Surroundings = {
    send,
    snapshot: (...of) => snapshot(watch, ...of),
    page: () => ({ url: location.href, title: document.title, lang: document.documentElement?.lang ?? '' }),
    stop: () => controller.abort(),
  }
  let at = location.href
  let visit = openVisit(surroundings)
  const rhythm = rhythmOf(() => visit.submit(), signal)

  const begin = (next: Visit) => {
    visit = next
    rhythm.soon(true)
  }
  const moved = () => {
    if (signal.aborted || location.href === at) return
    const same = samePage(at, location.href)
    at = location.href
    if (same) {
      visit.moved()
      return rhythm.soon()
    }
    void visit.close()
    begin(openVisit(surroundings))
  }

  acceptBridge(page, signal, (data) => {
    moved()
    const report = Report.safeParse(data)
    if (!report.success) return
    visit.add(report.data)
    rhythm.soon(true)
  })
  watchAddress(page, moved, signal)
  page.addEventListener('pagehide', () => void visit.close(), { signal })
  page.addEventListener('pageshow', (event) => event.persisted && begin(openVisit(surroundings)), { signal })
  rhythm.soon(true)
}

/** A changed query is a filter or a sheet of the same list; a changed path or fragment is another page. */
function samePage(from: string, to: string): boolean {
  const [a, b] = [new URL(from), new URL(to)]
  return a.origin === b.origin && a.pathname === b.pathname && a.hash === b.hash
}

/** Single-page consoles go on without loading. The event is the browser's own, so the page's world needs no patch for it. */
function watchAddress(page: Window, moved: () => void, signal: AbortSignal): void {
  // `navigation` is missing before Firefox 147; there the address is looked at twice a second.
  const { navigation } = page as Window & { navigation?: EventTarget }
  navigation?.addEventListener('currententrychange', moved, { signal })
  if (navigation) return
  const timer = setInterval(moved, 500)
  signal.addEventListener('abort', () => clearInterval(timer), { once: true })
}
