import { shownOf } from '../heuristics/page/text.ts'
import { isUnread } from '../heuristics/page/visible.ts'

const most = 3000

/** What the keys go through: every element that shows a text of its own, in the order of the page. */
export function valuesOf(body: Element): Element[] {
  const walker = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_ELEMENT, (node) =>
    isElement(node) && isUnread(node) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  )
  const found: Element[] = []
  while (found.length < most && walker.nextNode()) {
    const node = walker.currentNode
    if (isElement(node) && hasOwnText(node)) found.push(node)
  }
  return found
}

const isElement = (node: Node): node is Element => node.nodeType === Node.ELEMENT_NODE

const hasOwnText = (element: Element): boolean =>
  [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '')

/** What is outlined, in short. */
export const textOf = (element: Element): string =>
  (shownOf(element, { buttons: 'always' })?.text ?? '').replace(/\s+/g, ' ').slice(0, 300)
