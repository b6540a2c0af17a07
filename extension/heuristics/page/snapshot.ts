import type { Lookup } from '../../connector-kit/lookup.ts'
import type { PageSnapshot, Selected } from '../../connector-kit/material.ts'
import { blocksOf } from './blocks.ts'
import { type Budget, type Steps, startBudget } from './budget.ts'
import { linkedInvoices } from './linked-data.ts'
import { lookUp } from './lookup.ts'
import { outlineOf } from './outline.ts'
import { selected } from './roots.ts'
import { shownOf } from './text.ts'
import { withTotals } from './total.ts'
import { forgetStyles, isHidden } from './visible.ts'

/** What reading needs from where it runs. */
export type PageTurn = {
  /** Lets the page go on, and comes back as soon as it may. */
  pause: () => Promise<void>
  /** Grows with every change of the page. */
  revision: () => number
  /** A root that the page's own document does not show changes of: a shadow root, the document of a frame. */
  found?: (root: Node) => void
}

/** How often a page that changed under the reading is read again in slices before it is read in one piece. */
const patience = 3

/**
 * What the rendered page shows, as plain data. Runs on the page's own thread, a few milliseconds at a time, and does
 * nothing but read: no click, no style, no attribute is written. Between two slices the page may change; what was read
 * until then belongs to another page, so the reading begins anew, and is never half of each.
 */
export async function snapshotPage(
  document: Document,
  selectors: string[],
  turn: PageTurn,
  lookups: Lookup[] = [],
): Promise<PageSnapshot> {
  for (let attempt = 0; ; attempt++) {
    const budget = startBudget(() => performance.now(), turn.found)
    const steps = stepsOf(document, selectors, lookups, budget)
    const before = turn.revision()
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done) return step.value
      if (attempt < patience) {
        await turn.pause()
        if (turn.revision() !== before) break
      }
      budget.resume()
    }
  }
}

function* stepsOf(document: Document, selectors: string[], lookups: Lookup[], budget: Budget): Steps<PageSnapshot> {
  // The first question about a style makes the browser finish its layout: the page's own work, not ours.
  document.body?.checkVisibility?.()
  forgetStyles()
  const headings = headingsOf(document)
  const selections = Object.fromEntries(selectors.map((selector) => [selector, select(document, selector)]))
  yield
  const lists = Object.fromEntries(lookups.map((lookup) => [lookup.name, lookUp(document, lookup)]))
  if (lookups.length > 0) yield
  const outline = document.body ? yield* outlineOf(document.body, budget) : undefined
  yield
  const shown = withTotals(outline ? yield* blocksOf(outline, budget) : [], budget.asides)
  const blocks = [...shown, ...linkedInvoices(document)]
  return {
    headings,
    blocks,
    ...(budget.spent() ? { cut: true } : {}),
    selections,
    ...(lookups.length > 0 ? { lists } : {}),
  }
}

/** Main headings and the place in the navigation, which says what kind of page it is. */
function headingsOf(document: Document): string[] {
  const places = document.querySelectorAll(
    'h1, h2, [role=tab][aria-selected=true], nav [aria-current=page], .breadcrumb li:last-child',
  )
  const texts = [...places]
    .slice(0, 120)
    .filter((place) => !isHidden(place))
    .map((place) => shownOf(place, { buttons: 'always' })?.text.replaceAll('\n', ' ').slice(0, 300) ?? '')
  return [...new Set(texts)].filter((text) => text !== '').slice(0, 60)
}

const kept = ['href', 'title', 'aria-label', 'datetime', 'value', 'alt', 'content']

function select(document: Document, selector: string): Selected[] {
  const found = selected(document, selector)
    .slice(0, 500)
    .filter((element) => !isHidden(element))
  return found.map((element) => ({
    text: shownOf(element, { buttons: 'always' })?.text ?? '',
    attributes: attributesOf(element),
  }))
}

function attributesOf(element: Element): Record<string, string> {
  const all = [...element.attributes].filter(({ name }) => kept.includes(name) || name.startsWith('data-'))
  return Object.fromEntries(all.slice(0, 40).map(({ name, value }) => [name.slice(0, 60), value.slice(0, 2000)]))
}
