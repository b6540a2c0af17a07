import type { CellPlace, ListPlace } from '../../connector-kit/define.ts'
import { isPlainSelector } from '../../connector-kit/selector.ts'
import { besideLabel, labelBefore } from './beside.ts'
import { cellIn, headedTables, type ListRow, listRows } from './lookup.ts'
import { isWithin, outerOf, rootOf, selected, textsIn } from './roots.ts'
import { isCustom, isHashed, pathWithin, selectorOf, wayInto } from './selectors.ts'
import { shownOf } from './text.ts'
import { isHidden } from './visible.ts'

/** A list in which the pointed value may stand, with the ways to find the value in a row of it, best first. */
export type Standing = { list: ListPlace; rows: number; row: number; places: CellPlace[] }

/** What a person pointed at. `label` is what the page calls it, '' where nothing tells. */
export type Pointed = { text: string; label: string; standings: Standing[] }

/** Where a value stands: in which lists, and how it is found in a row of them. Reads only. */
export function locate(document: Document, element: Element): Pointed | undefined {
  const text = shownOf(element, { buttons: 'always' })?.text
  if (text === undefined || text.length > 300) return undefined
  const lists = [...tableOf(document, element), ...repeated(document, element), 'page' as const]
  const standings = lists.flatMap((list) => standing(document, list, element, text) ?? [])
  const [first] = standings
  return first && { text, label: calledIn(document, element), standings: standings.slice(0, 5) }
}

function standing(document: Document, list: ListPlace, element: Element, text: string): Standing | undefined {
  const heading = headingOf(document, element)
  const known: CellPlace[] = heading === undefined ? [] : [{ heading: [heading] }]
  const rows = listRows(document, list, known)
  const at = rows.findIndex((row) => isWithin(element, row.element))
  const row = rows[at]
  if (!row) return undefined
  const some = rows.slice(0, sample)
  const places = placesFor(row, element, known).filter((place) => finds(row, place, text) && isOfAll(some, place))
  return places.length > 0 ? { list, rows: rows.length, row: at, places: places.slice(0, 6) } : undefined
}

/** So many rows tell whether a place is one of the list's. */
const sample = 20

/** What only this row has (its own id, its name as a label) is no way to find the value in the others. */
const isOfAll = (rows: ListRow[], place: CellPlace): boolean =>
  rows.filter((row) => cellIn(row, place) !== undefined).length * 2 > rows.length

/** A place counts only where looking it up gives what was pointed at. */
const finds = (row: ListRow, place: CellPlace, text: string): boolean => cellIn(row, place)?.shown?.text === text

/** Data attribute, id, words beside or above it, class, structure: in this order they outlive a redesign. */
function placesFor({ element: row }: ListRow, element: Element, heading: CellPlace[]): CellPlace[] {
  const way = wayInto(row, element)
  const scope = way === '' ? row : rootOf(element)
  const within = (selector: string | undefined): CellPlace[] =>
    way === undefined || selector === undefined || !isPlainSelector(way + selector)
      ? []
      : [{ selector: way + selector }]
  const own = selectorOf(element).filter(({ selector }) => scope && selected(scope, selector)[0] === element)
  const of = (kind: 'stable' | 'class') =>
    own.filter((each) => each.kind === kind).flatMap(({ selector }) => within(selector))
  const words = labelBefore(element, row)
  const label: CellPlace[] = words !== undefined && besideLabel(row, [words]) ? [{ label: [clean(words)] }] : []
  const path = scope ? pathWithin(scope, element) : undefined
  // A table is found by its headings: without one, nothing of it would be.
  return [...heading, ...of('stable'), ...label, ...of('class'), ...within(path)]
}

const clean = (words: string): string => words.replace(/\s*[:：]$/, '').slice(0, 120)

function tableOf(document: Document, element: Element): ListPlace[] {
  return headingOf(document, element) === undefined ? [] : ['table']
}

function headingOf(document: Document, element: Element): string | undefined {
  for (const { header, rows } of headedTables(document)) {
    const row = rows.find((each) => isWithin(element, each.element))
    for (const [column, cell] of row?.cells ?? [])
      if (isWithin(element, cell)) {
        const text = header[column]
        return text === undefined || text === '' || text.length > 120 ? undefined : text
      }
  }
  return undefined
}

function calledIn(document: Document, element: Element): string {
  return headingOf(document, element) ?? labelBefore(element, document.body) ?? ''
}

/** Ancestors that stand among their like: entries of a list, the inner ones first unless they only pair a name with a value. */
function repeated(document: Document, element: Element): ListPlace[] {
  const found: { selector: string; all: Element[] }[] = []
  for (let at: Element | null = element; at; at = outerOf(at)) {
    if (at.localName === 'body') continue
    const all = alike(at)
    const selector = all.length >= 2 ? listSelector(document, at, all) : undefined
    if (selector !== undefined && texts(at) >= 2) found.push({ selector, all })
  }
  const [inner, outer] = found
  const pairs = inner && outer && isPair(inner.all, outer.all)
  const order = pairs ? [...found.slice(1), inner] : found
  return order.slice(0, 3).map(({ selector }) => ({ selector }))
}

/** The same name begins an entry in several of the outer ones: a name and its value, not a thing. */
function isPair(inner: Element[], outer: Element[]): boolean {
  const names = inner.map(firstText).filter((name) => name !== '')
  return names.some(
    (name) =>
      outer.filter((each) => besideLabel(each, [name]) ?? (shownOf(each)?.text ?? '').includes(name)).length >= 2,
  )
}

function firstText(element: Element): string {
  for (const { text } of textsIn(element)) if (text.trim() !== '') return text.trim()
  return ''
}

const alike = (element: Element): Element[] =>
  [...(element.parentNode?.children ?? [])]
    .filter((each) => each.localName === element.localName && sharesClass(each, element) && !isHidden(each))
    .slice(0, 2000)

const sharesClass = (a: Element, b: Element): boolean =>
  (a.classList.length === 0 && b.classList.length === 0) || [...a.classList].some((name) => b.classList.contains(name))

/** Texts that stand apart below an element, up to two. */
function texts(element: Element): number {
  let count = 0
  for (const { text } of textsIn(element)) if (text.trim() !== '' && ++count === 2) break
  return count
}

/** What finds exactly these entries: what they have in common, within what is known of the box around them. */
function listSelector(document: Document, one: Element, all: Element[]): string | undefined {
  const data = [...one.attributes]
    .filter(({ name, value }) => name.startsWith('data-') && all.every((each) => each.getAttribute(name) === value))
    .map(({ name, value }) => `[${name}="${CSS.escape(value)}"]`)
  const named = [...one.attributes]
    .filter(({ name }) => name.startsWith('data-') && all.every((each) => each.hasAttribute(name)))
    .map(({ name }) => `[${name}]`)
  const classes = [...one.classList]
    .filter((name) => !isHashed(name) && all.every((each) => each.classList.contains(name)))
    .map((name) => `${one.localName}.${CSS.escape(name)}`)
  const box = one.parentElement
  const root = rootOf(one)
  const way = root && wayInto(document, one)
  if (!root || way === undefined) return undefined
  const path = box ? (pathWithin(root, box) ?? (box.localName === 'body' ? 'body' : undefined)) : ':scope'
  const around = box ? selectorOf(box).map(({ selector }) => selector) : []
  const within = [...around, ...(path === undefined ? [] : [path])]
  const custom = isCustom(one) ? [one.localName] : []
  const candidates = [...data, ...named, ...classes, ...custom, ...within.map((outer) => `${outer} > ${one.localName}`)]
  const alone = candidates.find((selector) => {
    const found = selected(root, selector).filter((each) => !isHidden(each))
    return found.length === all.length && found.every((each, at) => each === all[at])
  })
  return alone === undefined || !isPlainSelector(way + alone) ? undefined : way + alone
}
