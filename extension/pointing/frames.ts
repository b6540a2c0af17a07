import { hostOf, isDocument, type Root, rootOf } from '../heuristics/page/roots.ts'
import { isFrame, rootIn } from '../heuristics/page/visible.ts'
import type { Closed } from './protocol.ts'

/** Whether an element has a shadow root at all; of a closed one only the browser tells. */
export type HasRoot = (element: Element) => boolean

export const closedIn = (element: Element, hasRoot: HasRoot): Closed | undefined =>
  rootIn(element) ? undefined : isFrame(element) ? 'frame' : hasRoot(element) ? 'part' : undefined

/** Where the document of a frame begins, seen from where the frame stands: within its border and its padding. */
function insideOf(frame: Element): { left: number; top: number } {
  const { left, top } = frame.getBoundingClientRect()
  const style = frame.ownerDocument.defaultView?.getComputedStyle(frame)
  const padding = (side: 'paddingLeft' | 'paddingTop') => Number.parseFloat(style?.[side] ?? '') || 0
  return { left: left + frame.clientLeft + padding('paddingLeft'), top: top + frame.clientTop + padding('paddingTop') }
}

/** Where an element is drawn, seen from the page and not from the frame in which it stands. */
export function boxOf(element: Element): DOMRect {
  const { x, y, width, height } = element.getBoundingClientRect()
  const box = new DOMRect(x, y, width, height)
  for (let frame = hostOf(element.ownerDocument); frame; frame = hostOf(frame.ownerDocument)) {
    const { left, top } = insideOf(frame)
    box.x += left
    box.y += top
  }
  return box
}

/** The innermost element at a point of the page, but for our own. */
export function elementAt(document: Document, x: number, y: number, ours: Element): Element | null {
  const at = innermost(document, x, y, ours)
  return at && /^(html|body)$/.test(at.localName) ? null : at
}

function innermost(root: Root, x: number, y: number, ours: Element): Element | null {
  const at = root.elementsFromPoint(x, y).find((each) => each !== ours && rootOf(each) === root) ?? null
  const inner = at && rootIn(at)
  if (!at || !inner) return at
  const { left, top } = isDocument(inner) ? insideOf(at) : { left: 0, top: 0 }
  return innermost(inner, x - left, y - top, ours) ?? at
}

/** The page's window and those of the frames in it: a key goes to the one that has the focus. */
export const windowsOf = (roots: Root[]): Window[] =>
  roots.flatMap((root) => (isDocument(root) && root.defaultView ? [root.defaultView] : []))
