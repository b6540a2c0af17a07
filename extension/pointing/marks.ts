import type { Lookup } from '../connector-kit/lookup.ts'
import { cellIn, listRows } from '../heuristics/page/lookup.ts'
import { follow } from './follow.ts'
import { boxOf } from './frames.ts'
import { dress, frameOf, surround } from './outline.ts'

/** So many frames tell which column of a long list it is. */
const most = 200

/** Frames what these lists find, over the page and out of the way of its clicks, until it is ended. */
export function mark(page: Window, lookups: Lookup[]): () => void {
  const found = lookups.flatMap((lookup) => elementsOf(page.document, lookup)).slice(0, most)
  if (found.length === 0) return () => undefined
  const pane = page.document.createElement('div')
  pane.setAttribute('aria-hidden', 'true')
  dress(pane, { position: 'fixed', inset: '0', zIndex: '2147483646', pointerEvents: 'none' })
  const frames = found.map((element) => ({ element, frame: frameOf(page.document) }))
  pane.attachShadow({ mode: 'closed' }).append(...frames.map(({ frame }) => frame))
  const place = () => {
    for (const { element, frame } of frames) surround(frame, element)
  }
  page.document.documentElement.append(pane)
  const [first] = found
  if (first && !isInView(page, first)) first.scrollIntoView({ block: 'center', inline: 'nearest' })
  const controller = new AbortController()
  follow(page, place, controller.signal)
  const end = () => {
    controller.abort()
    pane.remove()
  }
  page.addEventListener('pagehide', end, { signal: controller.signal })
  return end
}

const elementsOf = (document: Document, { list, cells }: Lookup): Element[] =>
  listRows(document, list, cells).flatMap((row) => cells.flatMap((place) => cellIn(row, place)?.element ?? []))

function isInView({ innerHeight }: Window, element: Element): boolean {
  const { top, bottom } = boxOf(element)
  return bottom > 0 && top < innerHeight
}
