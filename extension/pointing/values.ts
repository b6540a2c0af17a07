import { shownOf } from '../heuristics/page/text.ts'
import { isElement, isHidden, isText, isUnread, shownChildren } from '../heuristics/page/visible.ts'
import { closedIn, type HasRoot } from './frames.ts'

const most = 3000

/**
 * What the keys go through, in the order of the page: what shows a text of its own, and what nobody may look into. With
 * `aside` also what is no part of the page's content, its head and its navigation.
 */
export function valuesOf(body: Element, hasRoot: HasRoot, aside: boolean): Element[] {
  const found: Element[] = []
  for (const element of shownIn(body, aside ? isHidden : isUnread)) {
    if (found.length >= most) break
    if (hasOwnText(element) || closedIn(element, hasRoot)) found.push(element)
  }
  return found
}

function* shownIn(element: Element, isLeftOut: (element: Element) => boolean): Generator<Element> {
  for (const child of shownChildren(element)) {
    if (!isElement(child) || isLeftOut(child)) continue
    yield child
    yield* shownIn(child, isLeftOut)
  }
}

const hasOwnText = (element: Element): boolean =>
  [...element.childNodes].some((node) => isText(node) && node.data.trim() !== '')

/** What is outlined, in short. */
export const textOf = (element: Element): string =>
  (shownOf(element, { buttons: 'always' })?.text ?? '').replace(/\s+/g, ' ').slice(0, 300)
