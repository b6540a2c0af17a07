import type { PageSnapshot, Selected } from '../../connector-kit/material.ts'
import { blocksOf } from './blocks.ts'
import { startBudget } from './budget.ts'
import { outlineOf } from './outline.ts'
import { shownOf } from './text.ts'
import { isHidden } from './visible.ts'

/**
 * What the rendered page shows, as plain data. Runs on the page's own thread: one pass over the document within a budget
 * of time, and nothing but reading: no click, no style, no attribute is written.
 */
export function snapshotPage(document: Document, selectors: string[]): PageSnapshot {
  // The first question about a style makes the browser finish its layout: the page's own work, not ours.
  document.body?.checkVisibility?.()
  const budget = startBudget(() => performance.now())
  const outline = document.body ? outlineOf(document.body, budget) : undefined
  return {
    headings: headingsOf(document),
    blocks: outline ? blocksOf(outline, budget.blocks) : [],
    ...(budget.cut() ? { cut: true } : {}),
    selections: Object.fromEntries(selectors.map((selector) => [selector, select(document, selector)])),
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
  const found = [...document.querySelectorAll(selector)].slice(0, 500).filter((element) => !isHidden(element))
  return found.map((element) => ({
    text: shownOf(element, { buttons: 'always' })?.text ?? '',
    attributes: attributesOf(element),
  }))
}

function attributesOf(element: Element): Record<string, string> {
  const all = [...element.attributes].filter(({ name }) => kept.includes(name) || name.startsWith('data-'))
  return Object.fromEntries(all.slice(0, 40).map(({ name, value }) => [name.slice(0, 60), value.slice(0, 2000)]))
}
