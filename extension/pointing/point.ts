import { locate, type Pointed } from '../heuristics/page/locate.ts'
import { forgetStyles } from '../heuristics/page/visible.ts'
import { openOutline } from './outline.ts'
import { textOf, valuesOf } from './values.ts'

type Step = 'next' | 'previous' | 'outer' | 'inner'

/** A page in which somebody points, until they have, or leave. */
export type Pointing = { move: (to: Step) => string; take: () => void; stop: () => void; done: Promise<Pointed | null> }

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
export function point(page: Window): Pointing {
  const { document } = page
  const outline = openOutline(document)
  const controller = new AbortController()
  const inner: Element[] = []
  let [at, settle]: [Element | null, (pointed: Pointed | null) => void] = [null, () => undefined]
  const done = new Promise<Pointed | null>((resolve) => {
    settle = resolve
  })
  const stop = (pointed: Pointed | null = null) => {
    controller.abort()
    outline.remove()
    settle(pointed)
  }
  const show = (element: Element | null) => {
    at = element
    outline.around(element)
  }
  const move = (to: Step): string => {
    const next = stepFrom(document.body, at, to, inner)
    next?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    show(next)
    return next ? textOf(next) : ''
  }
  // What shows no value, or too much of the page, is not taken: the person goes on pointing.
  const take = () => {
    forgetStyles()
    const pointed = at ? locate(document, at) : undefined
    if (pointed) stop(pointed)
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
    if (event instanceof KeyboardEvent && event.type === 'keydown') onKey(event)
    if (event instanceof MouseEvent && event.type === 'click' && event.button === 0) {
      show(under(document, event, outline.glass) ?? at)
      take()
    }
  }
  const { signal } = controller
  for (const name of swallowed) page.addEventListener(name, swallow, { capture: true, passive: false, signal })
  page.addEventListener('pointermove', (event) => event.isTrusted && show(under(document, event, outline.glass)), {
    capture: true,
    signal,
  })
  page.addEventListener('scroll', () => outline.around(at), { capture: true, passive: true, signal })
  page.addEventListener('pagehide', () => stop(), { signal })
  return { move, take, stop, done }
}

const tab = ({ shiftKey }: KeyboardEvent): Step => (shiftKey ? 'previous' : 'next')

function under(document: Document, { clientX, clientY }: MouseEvent, glass: Element): Element | null {
  const element = document.elementsFromPoint(clientX, clientY).find((each) => each !== glass)
  return !element || element === document.body || element === document.documentElement ? null : element
}

function stepFrom(body: Element, at: Element | null, to: Step, inner: Element[]): Element | null {
  if (to === 'outer') {
    if (!at?.parentElement || at.parentElement === body) return at
    inner.push(at)
    return at.parentElement
  }
  if (to === 'inner') return inner.pop() ?? at
  inner.length = 0
  const values = valuesOf(body)
  const index = at ? values.indexOf(at) : -1
  const next = to === 'next' ? index + 1 : index < 0 ? values.length - 1 : index - 1
  return values[Math.min(Math.max(next, 0), values.length - 1)] ?? null
}
