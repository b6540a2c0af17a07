import { into } from '../../connector-kit/selector.ts'
import { isElement, isHidden, isText, rootIn, shownChildren } from './visible.ts'

/** Where elements stand: a document, the document of a frame, an open shadow root. */
export type Root = Document | ShadowRoot

/** More than any page has that is made for people. */
const maxRoots = 300

export const isDocument = (node: Node): node is Document => node.nodeType === 9
const isShadow = (node: Node): node is ShadowRoot => node.nodeType === 11 && 'host' in node
export const rootOf = (element: Element): Root | null => {
  const root = element.getRootNode()
  return isDocument(root) || isShadow(root) ? root : null
}

/** The element that shows what stands in a root: the host, the frame. */
export const hostOf = (root: Root): Element | null =>
  isDocument(root) ? (root.defaultView?.frameElement ?? null) : root.host

/** The element around this one as it is rendered, through slots, shadow roots and frames. */
export function outerOf(element: Element): Element | null {
  if (element.assignedSlot) return element.assignedSlot
  const root = element.parentElement ? null : rootOf(element)
  return element.parentElement ?? (root && hostOf(root))
}

export function isWithin(element: Element, outer: Element): boolean {
  for (let at: Element | null = element; at; at = outerOf(at)) if (at === outer) return true
  return false
}

/** The document and every root that is shown in it, in the order of the page. */
export function rootsIn(document: Document): Root[] {
  const found: Root[] = []
  const add = (root: Root) => {
    if (found.length >= maxRoots) return
    found.push(root)
    for (const element of root.querySelectorAll('*')) {
      const inner = rootIn(element)
      if (inner && !isHidden(element)) add(inner)
    }
  }
  add(document)
  return found
}

/** Texts as they are rendered, in their order; `parent` is the element around one. */
export function* textsIn(element: Element): Generator<{ text: string; parent: Element }> {
  for (const node of shownChildren(element)) {
    if (isText(node)) yield { text: node.data, parent: element }
    else if (isElement(node)) yield* textsIn(node)
  }
}

/** `:scope` is no element where it is a shadow root: its children are asked one by one. */
function inRoot(root: Root, selector: string): Element[] {
  const [, first, rest] = /^:scope > (\S+)(?: > (.+))?$/.exec(selector) ?? []
  if (first === undefined) return [...root.querySelectorAll(selector)]
  const children = [...root.children].filter((child) => child.matches(first))
  return rest === undefined ? children : children.flatMap((child) => [...child.querySelectorAll(`:scope > ${rest}`)])
}

/** What a selector of data finds. One that this browser does not know, or that leads into a root that is none, finds nothing. */
export function selected(within: Root | Element, selector: string): Element[] {
  const [first = '', ...inner] = selector.split(into)
  try {
    let found = !isElement(within)
      ? inRoot(within, first)
      : first === ':scope'
        ? [within]
        : [...within.querySelectorAll(first)]
    for (const piece of inner)
      found = found.flatMap((host) => {
        const root = rootIn(host)
        return root ? inRoot(root, piece) : []
      })
    return found
  } catch {
    return []
  }
}
