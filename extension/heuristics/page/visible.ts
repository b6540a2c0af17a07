import { remembering } from '../answers.ts'
import { forgetAttributes, groupsOf, has } from './attributes.ts'

/** Elements that never hold what a person reads as a fact of the page. */
const unread = new Set(
  'script style template noscript head link meta nav datalist object embed canvas audio video map'.split(' '),
)
const unreadRoles = new Set(['navigation', 'contentinfo', 'menu', 'menubar', 'tooltip', 'search', 'scrollbar'])
const isUnreadClass = remembering((classes: string) =>
  /(?:^|\s)(?:dropdown-menu|skip-link|breadcrumb|pagination)(?:\s|$)/.test(classes),
)
const sections = 'main, article, section, form, [role=main], [role=dialog]'

/** Navigation, menus, page footers and everything a person does not see. Never asks for more than one element's style. */
export function isUnread(element: Element): boolean {
  const name = element.localName
  if (unread.has(name)) return true
  if (name === 'footer' && element.closest(sections) === null) return true
  const groups = groupsOf(element)
  if (groups & has.class && isUnreadClass(element.getAttribute('class') ?? '')) return true
  if (groups & has.role && unreadRoles.has(element.getAttribute('role') ?? '')) return true
  return isHidden(element)
}

/** Steps and pages to turn: not read, but it may say how much of a list is shown. */
export const isAside = (element: Element): boolean =>
  element.localName === 'nav' ||
  element.getAttribute('role') === 'navigation' ||
  /(?:^|\s)pagination(?:\s|$)/.test(element.getAttribute('class') ?? '')

export function isHidden(element: Element): boolean {
  if (groupsOf(element) & has.hiding) {
    if (element.hasAttribute('hidden') || element.hasAttribute('inert')) return true
    if (element.getAttribute('aria-hidden') === 'true') return true
  }
  return !isRendered(element)
}

const alsoVisibility = { visibilityProperty: true }

function isRendered(element: Element): boolean {
  // An older Firefox has no checkVisibility; there the attributes above must do.
  if (typeof element.checkVisibility !== 'function') return true
  if (groupsOf(element) & has.style ? element.checkVisibility(alsoVisibility) : looksSeen(element)) return true
  // `display: contents` has no box of its own, yet its children are seen.
  const style = element.ownerDocument.defaultView?.getComputedStyle(element)
  return style?.display === 'contents' && style.visibility === 'visible'
}

/**
 * Asking for `visibility` as well takes the browser five times as long as whether there is a box at all. It is inherited
 * and everything above was asked, so only rules for this very element count: where the first elements of its name and
 * class in a parent of the same were all seen, the 2,000 that follow are asked for their box only.
 */
const sure = 8
type Look = { seen: number }
/** By the class of the parent, then by the own class and name. */
const looks = new Map<string, Map<string, Look>>()
let [parent, ofParent]: [Element | null | undefined, Map<string, Look> | undefined] = [undefined, undefined]

/** Styles and attributes may have changed since the last reading. */
export function forgetStyles(): void {
  forgetAttributes()
  looks.clear()
  parent = undefined
}

/** Every element that looked like it was seen, so far: it is asked for its box only. */
export const isKnownToBeSeen = (element: Element): boolean => lookOf(element).seen >= sure

function looksSeen(element: Element): boolean {
  const look = lookOf(element)
  if (look.seen >= sure) return element.checkVisibility()
  const seen = element.checkVisibility(alsoVisibility)
  look.seen = seen ? look.seen + 1 : Number.NEGATIVE_INFINITY
  return seen
}

/** Children of one parent follow one another: it is looked up once. */
function lookOf(element: Element): Look {
  const around = element.parentElement
  if (around !== parent || ofParent === undefined) {
    parent = around
    ofParent = within(looks, around?.getAttribute('class') ?? '', () => new Map<string, Look>())
  }
  const classes = groupsOf(element) & has.class ? (element.getAttribute('class') ?? '') : ''
  return within(ofParent, classes === '' ? element.localName : `${element.localName}.${classes}`, () => ({ seen: 0 }))
}

function within<Value>(known: Map<string, Value>, name: string, start: () => Value): Value {
  const before = known.get(name)
  if (before !== undefined) return before
  const added = start()
  if (known.size < 2000) known.set(name, added)
  return added
}

/** What is shown in an element but is no part of its document. */
export const rootIn = (element: Element): Document | ShadowRoot | null =>
  element.shadowRoot ?? (isFrame(element) ? documentOf(element) : null)

/** Children as they are rendered: of an open shadow root, what is put into a slot, or the document of a frame of the same origin. */
export function shownChildren(element: Element): Node[] {
  if (element.shadowRoot) return nodesIn(element.shadowRoot)
  if (isSlot(element)) {
    const assigned = element.assignedNodes()
    return assigned.length > 0 ? assigned : nodesIn(element)
  }
  if (isFrame(element)) {
    const body = documentOf(element)?.body
    return body ? [body] : []
  }
  return nodesIn(element)
}

/** Many times faster than to go through `childNodes`, which is a live list. */
function nodesIn(parent: Node): Node[] {
  const nodes: Node[] = []
  for (let node = parent.firstChild; node !== null; node = node.nextSibling) nodes.push(node)
  return nodes
}

// By name and not by instanceof: elements of a frame have constructors of their own.
const isSlot = (element: Element): element is HTMLSlotElement => element.localName === 'slot'
export const isFrame = (element: Element): element is HTMLIFrameElement =>
  element.localName === 'iframe' || element.localName === 'frame'

function documentOf(frame: HTMLIFrameElement): Document | null {
  try {
    return frame.contentDocument
  } catch {
    return null // of another origin
  }
}

export const isElement = (node: Node): node is Element => node.nodeType === 1
export const isText = (node: Node): node is Text => node.nodeType === 3
