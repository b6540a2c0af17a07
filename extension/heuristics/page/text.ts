import type { Shown } from '../../connector-kit/material.ts'
import { groupsOf, has, hintNames } from './attributes.ts'
import { controlText, isButton } from './control.ts'
import { isElement, isText, isUnread, shownChildren } from './visible.ts'

const blocks = new Set(
  'address article aside blockquote details dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)
export const isBlock = (element: Element): boolean => blocks.has(element.localName)

/** Boxes that stand apart from the words beside them though they are inline: a status badge, a small remark. */
const apart = /(^|[\s_-])(badge|chip|pill|tag|status|sr-only|visually-hidden|screen-reader-text)([\s_-]|$)/i
const valued = new Set(['data', 'meter', 'progress'])
/** Between two elements that touch: mostly a gap on the page, but not within `$<span>12</span><sup>.50</sup>`. */
const seam = '\u200b'

/** `buttons`: their words count always (a column header that sorts), never, or where there are no others (a cell that opens a row). */
type Options = { skip?: ReadonlySet<Element>; buttons?: 'always' | 'never' | 'alone'; controls?: boolean }
type Gathered = { text: string; hints: string[]; signs: string[]; options: Options }

/** What an element shows: its lines, and in which other ways it says the same. Undefined where it shows nothing. */
export function shownOf(element: Element, options: Options = {}): Shown | undefined {
  const bare = element.firstElementChild === null && !element.shadowRoot
  // Most cells of a long table: a plain text in a plain element.
  if (bare && plain.has(element.localName) && !(groupsOf(element) & (has.hint | has.role))) {
    const text = plainText(element.textContent)
    if (text !== null) return text
  }
  const only = bare ? undefined : onlyText(element, options)
  if (only !== undefined) return only
  const gathered: Gathered = { text: '', hints: [], signs: [], options }
  if (bare) {
    noteHints(element, gathered)
    gathered.text = controlText(element) ?? inOneLine(element.textContent)
  } else gather(element, gathered)
  return finish(gathered)
}

/** A line break in the source is no line break on the page. */
const inOneLine = (text: string): string => (text.includes('\n') ? text.replaceAll('\n', ' ') : text)

/** A cell around one element around one text, which says what its text says: most other cells of a long table. */
function onlyText(element: Element, { skip }: Options): Shown | undefined {
  const text = textChild(element, skip)?.textContent
  return text === undefined ? undefined : (plainText(text) ?? undefined)
}

/** The one element in an element, where it is of no other use than to hold a text. */
export function textChild(element: Element, skip: ReadonlySet<Element> | undefined): Element | undefined {
  const child = element.firstElementChild
  if (child === null || element.firstChild !== child || child.nextSibling !== null || element.shadowRoot)
    return undefined
  if (!plain.has(element.localName) || groupsOf(element) & (has.hint | has.role)) return undefined
  if (child.firstElementChild !== null || child.shadowRoot || skip?.has(child)) return undefined
  if (!inline.has(child.localName) || groupsOf(child) & (has.hint | has.role)) return undefined
  if (isUnread(child) || isButton(child) || isGlyphName(child.getAttribute('class') ?? '')) return undefined
  return child
}

const plain = new Set('td th span div p a b strong em li dd dt'.split(' '))
const inline = new Set([...plain, 'code', 'small', 'mark'])

/** A text that stands alone; null where it has seams that must be looked at closely. */
export function plainText(content: string): Shown | undefined | null {
  if (content.includes(seam)) return null
  const text = squeeze(content).slice(0, 2000)
  return text === '' ? undefined : { text }
}

function finish({ text: gathered, hints, signs }: Gathered): Shown | undefined {
  const lines = linesOf(gathered)
  const others = hints.length === 0 ? [] : othersOf(hints, lines[0])
  const said = /[✓✗]/.test(gathered) ? lines.filter((line) => !/^[✓✗ ]+$/.test(line)) : lines
  const text = (said.length > 0 ? said.join('\n') : (others.shift() ?? signs[0] ?? lines[0] ?? '')).slice(0, 2000)
  if (text === '') return undefined
  const kept = others.slice(0, 8).map((hint) => hint.slice(0, 500))
  return kept.length > 0 ? { text, hints: kept } : { text }
}

const othersOf = (hints: string[], first: string | undefined): string[] =>
  hints
    .map(squeeze)
    .filter((hint, at, all) => hint !== first && all.indexOf(hint) === at && !/^(true|false)?$/.test(hint))

const untidy = /^\s|\s$|\s\s|[^\S ]/
export const squeeze = (text: string) => (untidy.test(text) ? text.replace(/\s+/g, ' ').trim() : text)

const linesOf = (text: string): string[] =>
  text.includes('\n') || text.includes(seam) ? brokenLines(text) : [squeeze(text)].filter(Boolean)

const brokenLines = (text: string): string[] =>
  text
    .replace(/([$€£¥(])\u200b+/g, '$1')
    .replace(/\u200b+(?=[.,;:)%])/g, '')
    .replaceAll(seam, ' ')
    .split('\n')
    .map(squeeze)
    .filter((line, at, all) => line !== '' && line !== all[at - 1])

function gather(element: Element, into: Gathered): void {
  noteHints(element, into)
  const control = controlText(element)
  if (control !== undefined) {
    if (into.options.controls !== false) into.text += ` ${control} `
    return
  }
  let touching = false
  for (const node of shownChildren(element)) {
    if (isText(node)) into.text += inOneLine(node.data)
    else if (isElement(node)) {
      if (touching) into.text += seam
      gatherChild(node, into)
    } else continue
    touching = isElement(node)
  }
}

function gatherChild(child: Element, into: Gathered): void {
  if (child.localName === 'br') into.text += '\n'
  if (into.options.skip?.has(child)) return
  const classes = groupsOf(child) & has.class ? (child.getAttribute('class') ?? '') : ''
  noteSign(child, classes, into)
  if (isGlyphName(classes)) return
  if (isUnread(child)) {
    // An icon hidden from screen readers still says by its title what it means.
    if (isEmpty(child)) noteHints(child, into)
    return
  }
  if (isButton(child) && !buttonCounts(into)) return
  const separate = isBlock(child) || child.localName === 'small' || (classes !== '' && apart.test(classes))
  if (separate) into.text += '\n'
  gather(child, into)
  if (separate) into.text += '\n'
}

const isEmpty = (element: Element): boolean =>
  element.firstElementChild === null && (element.firstChild === null || element.textContent.trim() === '')

const atLineStart = (text: string): boolean =>
  text
    .slice(text.lastIndexOf('\n') + 1)
    .replaceAll(seam, ' ')
    .trim() === ''

function buttonCounts({ options, text }: Gathered): boolean {
  if (options.buttons === 'always' || options.buttons === 'never') return options.buttons === 'always'
  return text.trim() === ''
}

function noteHints(element: Element, into: Gathered): void {
  if (!(groupsOf(element) & has.hint)) return
  for (const name of hintNames) {
    const value = element.getAttribute(name)
    if (value !== null && value !== '') into.hints.push(value)
  }
  if (valued.has(element.localName)) into.hints.push(element.getAttribute('value') ?? '')
}

/** Icon fonts that write an icon's name as text, which nobody sees. */
const isGlyphName = (classes: string) => classes !== '' && /(^|\s)material-(icons|symbols)/.test(classes)

/** A tick or a cross drawn by an icon says yes or no in every language. */
function noteSign(element: Element, classes: string, into: Gathered): void {
  if (classes === '') return
  const named = isGlyphName(classes)
  if (!named && !isEmpty(element)) return
  const name = named ? element.textContent : classes
  const yes = /(^|[\s_-])(check|checkmark|tick|ok|done)([\s_-]|$)/i.test(name)
  const sign = yes ? '✓' : /(^|[\s_-])(times|cross|xmark|remove|close)([\s_-]|$)/i.test(name) ? '✗' : undefined
  if (sign === undefined) return
  into.signs.push(sign)
  // Before words it says that they hold or do not: a cross before "Auto renew".
  if (atLineStart(into.text)) into.text += `${sign} `
}
