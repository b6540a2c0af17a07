import { shownOf } from '../heuristics/page/text.ts'
import { isElement, isText, isUnread, shownChildren } from '../heuristics/page/visible.ts'
import { closedIn, type HasRoot } from './frames.ts'

const most = 3000

/** What the keys go through, in the order of the page: what shows a text of its own, and what nobody may look into. */
export function valuesOf(body: Element, hasRoot: HasRoot): Element[] {
  const found: Element[] = []
  for (const element of shownIn(body)) {
    if (found.length >= most) break
    if (hasOwnText(element) || closedIn(element, hasRoot)) found.push(element)
  }
  return found
}

function* shownIn(element: Element): Generator<Element> {
  for (const child of shownChildren(element)) {
    if (!isElement(child) || isUnread(child)) continue
    yield child
    yield* shownIn(child)
  }
}

const hasOwnText = (element: Element): boolean =>
  [...element.childNodes].some((node) => isText(node) && node.data.trim() !== '')

/** What is outlined, in short. */
export const textOf = (element: Element): string =>
  (shownOf(element, { buttons: 'always' })?.text ?? '').replace(/\s+/g, ' ').slice(0, 300)
