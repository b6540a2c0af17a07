/** Elements that never hold what a person reads as a fact of the page. */
const unread = new Set(
  'script style template noscript head link meta nav datalist object embed canvas audio video map'.split(' '),
)
const unreadRoles = new Set(['navigation', 'contentinfo', 'menu', 'menubar', 'tooltip', 'search', 'scrollbar'])
const unreadClasses = ['dropdown-menu', 'skip-link', 'breadcrumb', 'pagination']
const sections = 'main, article, section, form, [role=main], [role=dialog]'

/** Navigation, menus, page footers and everything a person does not see. Never asks for more than one element's style. */
export function isUnread(element: Element): boolean {
  const name = element.localName
  if (unread.has(name)) return true
  if (!element.hasAttributes() && name !== 'footer') return !isRendered(element)
  const role = element.getAttribute('role')
  if (role !== null && unreadRoles.has(role)) return true
  if (name === 'footer' && element.closest(sections) === null) return true
  if (unreadClasses.some((word) => element.classList.contains(word))) return true
  return isHidden(element)
}

export function isHidden(element: Element): boolean {
  if (element.hasAttribute('hidden') || element.hasAttribute('inert')) return true
  if (element.getAttribute('aria-hidden') === 'true') return true
  return !isRendered(element)
}

function isRendered(element: Element): boolean {
  // An older Firefox has no checkVisibility; there the attributes above must do.
  if (typeof element.checkVisibility !== 'function') return true
  if (element.checkVisibility({ visibilityProperty: true })) return true
  // `display: contents` has no box of its own, yet its children are seen.
  const style = element.ownerDocument.defaultView?.getComputedStyle(element)
  return style?.display === 'contents' && style.visibility === 'visible'
}

/** Children as they are rendered: of an open shadow root, what is put into a slot, or the document of a frame of the same origin. */
export function shownChildren(element: Element): Iterable<Node> {
  if (element.shadowRoot) return element.shadowRoot.childNodes
  if (isSlot(element)) {
    const assigned = element.assignedNodes()
    return assigned.length > 0 ? assigned : element.childNodes
  }
  if (isFrame(element)) {
    const body = documentOf(element)?.body
    return body ? [body] : []
  }
  return element.childNodes
}

// By name and not by instanceof: elements of a frame have constructors of their own.
const isSlot = (element: Element): element is HTMLSlotElement => element.localName === 'slot'
const isFrame = (element: Element): element is HTMLIFrameElement =>
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
