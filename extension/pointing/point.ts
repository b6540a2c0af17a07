import { locate, type Pointed } from '../heuristics/page/locate.ts'
import { outerOf, rootsIn } from '../heuristics/page/roots.ts'
import { forgetStyles } from '../heuristics/page/visible.ts'
import { follow } from './follow.ts'
import { closedIn, elementAt, type HasRoot, windowsOf } from './frames.ts'
import { openOutline } from './outline.ts'
import type { Closed } from './protocol.ts'
import { textOf, valuesOf } from './values.ts'

type Step = 'next' | 'previous' | 'outer' | 'inner'

/** What somebody pointed at; where nobody may look into it, why. */
type Found = Pointed | { closed: Closed }
/** What is outlined. */
type Outlined = { text: string; closed?: Closed }

/** A page in which somebody points, until they have, or leave. */
export type Pointing = { move: (to: Step) => Outlined; take: () => void; stop: () => void; done: Promise<Found | null> }

/** Everything that a page could take for a click or a key of the person. */
const swallowed =
  'pointerdown pointerup mousedown mouseup click dblclick auxclick contextmenu touchstart touchend keydown keyup keypress'.split(
    ' ',
  )

const steps: Record<string, Step> = {
  ArrowDown: 'next',
  ArrowRight: 'next',
  ArrowUp: 'previous',
  ArrowLeft: 'previous',
  PageUp: 'outer',
  PageDown: 'inner',
}

/** Outlines what is under the pointer. Nothing is clicked in the page, and nothing but our frame is added to it. */
export function point(page: Window, hasRoot: HasRoot, aside: boolean): Pointing {
  const { document } = page
  const outline = openOutline(document)
  const controller = new AbortController()
  const inner: Element[] = []
  let [at, settle]: [Element | null, (found: Found | null) => void] = [null, () => undefined]
  const done = new Promise<Found | null>((resolve) => {
    settle = resolve
  })
  const stop = (found: Found | null = null) => {
    controller.abort()
    outline.remove()
    settle(found)
  }
  const show = (element: Element | null) => {
    at = element
    outline.around(element)
  }
  const move = (to: Step): Outlined => {
    const next = stepFrom(at, to, inner, document.body, () => valuesOf(document.body, hasRoot, aside))
    next?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    show(next)
    const closed = next ? closedIn(next, hasRoot) : undefined
    // A frame's title is no value of the page that it shows.
    return { text: next && closed !== 'frame' ? textOf(next) : '', ...(closed ? { closed } : {}) }
  }
  // What shows no value, or too much of the page, is not taken: the person goes on pointing.
  const take = () => {
    forgetStyles()
    const closed = at ? closedIn(at, hasRoot) : undefined
    const pointed = at && closed !== 'frame' ? locate(document, at) : undefined
    const found = pointed ?? (closed && { closed })
    if (found) stop(found)
  }
  const onKey = (event: KeyboardEvent) => {
    const step = Object.hasOwn(steps, event.key) ? steps[event.key] : event.key === 'Tab' ? tab(event) : undefined
    if (step) move(step)
    else if (event.key === 'Enter') take()
    else if (event.key === 'Escape') stop()
  }
  const swallow = (event: Event) => {
    // What the page's own scripts send is theirs; only what the person does is ours.
    if (!event.isTrusted) return
    event.preventDefault()
    event.stopImmediatePropagation()
    if (isKey(event) && event.type === 'keydown') onKey(event)
    if (isMouse(event) && event.type === 'click' && event.button === 0) {
      show(under(event) ?? at)
      take()
    }
  }
  const { signal } = controller
  const under = ({ clientX, clientY }: MouseEvent) => elementAt(document, clientX, clientY, outline.glass)
  for (const view of windowsOf(rootsIn(document)))
    for (const name of swallowed) view.addEventListener(name, swallow, { capture: true, passive: false, signal })
  page.addEventListener('pointermove', (event) => event.isTrusted && show(under(event)), { capture: true, signal })
  follow(page, () => outline.around(at), signal)
  page.addEventListener('pagehide', () => stop(), { signal })
  return { move, take, stop, done }
}

const tab = ({ shiftKey }: KeyboardEvent): Step => (shiftKey ? 'previous' : 'next')

// Not by instanceof: events of a frame have constructors of their own.
const isKey = (event: Event): event is KeyboardEvent => 'key' in event
const isMouse = (event: Event): event is MouseEvent => 'button' in event

function stepFrom(
  at: Element | null,
  to: Step,
  inner: Element[],
  body: Element,
  valuesNow: () => Element[],
): Element | null {
  if (to === 'outer') {
    const outer = at && outerOf(at)
    if (!at || !outer || outer === body) return at
    inner.push(at)
    return outer
  }
  if (to === 'inner') return inner.pop() ?? at
  inner.length = 0
  const values = valuesNow()
  const index = at ? values.indexOf(at) : -1
  const next = to === 'next' ? index + 1 : index < 0 ? values.length - 1 : index - 1
  return values[Math.min(Math.max(next, 0), values.length - 1)] ?? null
}
