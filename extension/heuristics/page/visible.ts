/** Elements that never hold what a person reads as a fact of the page. */
const unread = new Set(
  'script style template noscript head link meta nav datalist object embed canvas audio video map'.split(' '),
)
const unreadRoles = new Set(['navigation', 'contentinfo', 'menu', 'menubar', 'tooltip', 'search', 'scrollbar'])
const unreadClass = /(?:^|\s)(?:dropdown-menu|skip-link|breadcrumb|pagination)(?:\s|$)/
const sections = 'main, article, section, form, [role=main], [role=dialog]'

/** Navigation, menus, page footers and everything a person does not see. Never asks for more than one element's style. */
export function isUnread(element: Element): boolean {
  const name = element.localName
  if (unread.has(name)) return true
  if (name === 'footer' && element.closest(sections) === null) return true
  if (element.hasAttributes())
    for (const attribute of element.getAttributeNames()) if (attributeHides(element, attribute)) return true
  return !isRendered(element)
}

function attributeHides(element: Element, attribute: string): boolean {
  switch (attribute) {
    case 'hidden':
    case 'inert':
      return true
    case 'aria-hidden':
      return element.getAttribute(attribute) === 'true'
    case 'role':
      return unreadRoles.has(element.getAttribute(attribute) ?? '')
    case 'class':
      return unreadClass.test(element.getAttribute(attribute) ?? '')
    default:
      return false
  }
}

/** Steps and pages to turn: not read, but it may say how much of a list is shown. */
export const isAside = (element: Element): boolean =>
  element.localName === 'nav' ||
  element.getAttribute('role') === 'navigation' ||
  /(?:^|\s)pagination(?:\s|$)/.test(element.getAttribute('class') ?? '')

export function isHidden(element: Element): boolean {
  if (element.hasAttribute('hidden') || element.hasAttribute('inert')) return true
  if (element.getAttribute('aria-hidden') === 'true') return true
  return !isRendered(element)
}

const alsoVisibility = { visibilityProperty: true }

function isRendered(element: Element): boolean {
  // An older Firefox has no checkVisibility; there the attributes above must do.
  if (typeof element.checkVisibility !== 'function') return true
  const seen = looksKnown(element) ? element.checkVisibility() : looksSeen(element)
  if (seen) return true
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
const seenOf = new Map<string, number>()

/** Styles may have changed since the last reading. */
export const forgetStyles = (): void => seenOf.clear()

const looksLike = (element: Element): string =>
  `${element.localName}.${element.getAttribute('class')} ${element.parentElement?.getAttribute('class')}`

const looksKnown = (element: Element): boolean =>
  !element.hasAttribute('style') && (seenOf.get(looksLike(element)) ?? 0) >= sure

function looksSeen(element: Element): boolean {
  const seen = element.checkVisibility(alsoVisibility)
  const look = looksLike(element)
  if (seenOf.size < 5000) seenOf.set(look, seen ? (seenOf.get(look) ?? 0) + 1 : Number.NEGATIVE_INFINITY)
  return seen
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
