import type { Shown } from '../../connector-kit/material.ts'
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
const hintNames = 'aria-label title alt datetime content data-order data-sort data-value data-tooltip'.split(' ')
const valued = new Set(['data', 'meter', 'progress'])
/** Between two elements that touch: mostly a gap on the page, but not within `$<span>12</span><sup>.50</sup>`. */
const seam = '\u200b'

/** `buttons`: their words count always (a column header that sorts), never, or where there are no others (a cell that opens a row). */
type Options = { skip?: ReadonlySet<Element>; buttons?: 'always' | 'never' | 'alone'; controls?: boolean }
type Gathered = { pieces: string[]; hints: string[]; signs: string[]; options: Options }

/** What an element shows: its lines, and in which other ways it says the same. Undefined where it shows nothing. */
export function shownOf(element: Element, options: Options = {}): Shown | undefined {
  const bare = element.firstElementChild === null && !element.shadowRoot
  // Most cells of a long table: a plain text in a plain element.
  if (bare && !element.hasAttributes() && plain.has(element.localName)) return plainText(element.textContent)
  const gathered: Gathered = { pieces: [], hints: [], signs: [], options }
  if (bare) {
    noteHints(element, gathered)
    gathered.pieces.push(controlText(element) ?? element.textContent.replace(/\s+/g, ' '))
  } else gather(element, gathered)
  return finish(gathered)
}

const plain = new Set('td th span div p a b strong em li dd dt'.split(' '))

function plainText(content: string): Shown | undefined {
  const text = squeeze(content).slice(0, 2000)
  return text === '' ? undefined : { text }
}

function finish({ pieces, hints, signs }: Gathered): Shown | undefined {
  const lines = linesOf(pieces.join(''))
  const others =
    hints.length === 0
      ? []
      : [...new Set(hints.map(squeeze))].filter((hint) => !/^(true|false)?$/.test(hint) && hint !== lines[0])
  const said = lines.some((line) => !/^[✓✗ ]+$/.test(line)) ? lines.filter((line) => !/^[✓✗ ]+$/.test(line)) : []
  const text = (said.length > 0 ? said.join('\n') : (others.shift() ?? signs[0] ?? '')).slice(0, 2000)
  if (text === '') return undefined
  const kept = others.slice(0, 8).map((hint) => hint.slice(0, 500))
  return kept.length > 0 ? { text, hints: kept } : { text }
}

export const squeeze = (text: string) => text.replace(/\s+/g, ' ').trim()

const linesOf = (text: string): string[] =>
  /[\n\u200b]/.test(text) ? brokenLines(text) : [squeeze(text)].filter(Boolean)

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
    if (into.options.controls !== false) into.pieces.push(' ', control, ' ')
    return
  }
  let touching = false
  for (const node of shownChildren(element)) {
    // A line break in the source is no line break on the page.
    if (isText(node)) into.pieces.push(node.data.replace(/\s+/g, ' '))
    else if (isElement(node)) {
      if (touching) into.pieces.push(seam)
      gatherChild(node, into)
    } else continue
    touching = isElement(node)
  }
}

function gatherChild(child: Element, into: Gathered): void {
  if (child.localName === 'br') into.pieces.push('\n')
  if (into.options.skip?.has(child)) return
  noteSign(child, into)
  if (isGlyphName(child)) return
  if (isUnread(child)) {
    // An icon hidden from screen readers still says by its title what it means.
    if (child.childElementCount === 0 && child.textContent.trim() === '') noteHints(child, into)
    return
  }
  if (isButton(child) && !buttonCounts(into)) return
  const separate = isBlock(child) || child.localName === 'small' || apart.test(child.getAttribute('class') ?? '')
  if (separate) into.pieces.push('\n')
  gather(child, into)
  if (separate) into.pieces.push('\n')
}

function atLineStart(pieces: string[]): boolean {
  for (let at = pieces.length - 1; at >= 0; at--) {
    const piece = pieces[at] ?? ''
    if (piece === '\n') return true
    if (squeeze(piece.replaceAll(seam, ' ')) !== '') return false
  }
  return true
}

function buttonCounts({ options, pieces }: Gathered): boolean {
  if (options.buttons === 'always' || options.buttons === 'never') return options.buttons === 'always'
  return !pieces.some((piece) => squeeze(piece) !== '')
}

function noteHints(element: Element, into: Gathered): void {
  if (!element.hasAttributes()) return
  for (const name of hintNames) {
    const value = element.getAttribute(name)
    if (value !== null && value !== '') into.hints.push(value)
  }
  if (valued.has(element.localName)) into.hints.push(element.getAttribute('value') ?? '')
}

/** Icon fonts that write an icon's name as text, which nobody sees. */
const isGlyphName = (element: Element) => /(^|\s)material-(icons|symbols)/.test(element.getAttribute('class') ?? '')

/** A tick or a cross drawn by an icon says yes or no in every language. */
function noteSign(element: Element, into: Gathered): void {
  const named = isGlyphName(element)
  if (!named && (element.childElementCount > 0 || element.textContent.trim() !== '')) return
  const name = named ? element.textContent : (element.getAttribute('class') ?? '')
  const yes = /(^|[\s_-])(check|checkmark|tick|ok|done)([\s_-]|$)/i.test(name)
  const sign = yes ? '✓' : /(^|[\s_-])(times|cross|xmark|remove|close)([\s_-]|$)/i.test(name) ? '✗' : undefined
  if (sign === undefined) return
  into.signs.push(sign)
  // Before words it says that they hold or do not: a cross before "Auto renew".
  if (atLineStart(into.pieces)) into.pieces.push(`${sign} `)
}
