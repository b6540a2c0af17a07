import type { Shown } from '../../connector-kit/material.ts'
import type { Budget, Steps } from './budget.ts'
import { controlText, isButton, isSwitch } from './control.ts'
import { isLayout, isTable } from './grid.ts'
import { machineName, stateOf } from './key.ts'
import type { Group, Part, TextPart } from './part.ts'
import { readTable } from './table-block.ts'
import { isBlock, shownOf, squeeze } from './text.ts'
import { isAside, isElement, isText, isUnread, rootIn, shownChildren } from './visible.ts'

export function* outlineOf(element: Element, budget: Budget): Steps<Part | undefined> {
  if (budget.due()) yield
  if (budget.spent()) return undefined
  if (isUnread(element)) {
    if (isAside(element)) budget.aside(element)
    return undefined
  }
  const level = headingLevel(element)
  if (level !== undefined) return heading(element, level)
  const control = controlText(element)
  if (control !== undefined) return controlPart(element, control)
  if (isChooser(element)) return controlPart(element, shownOf(element)?.text ?? '')
  if (isButton(element)) return undefined
  if (isTable(element) && !isLayout(element)) return yield* tablePart(element, budget)
  if (element.localName === 'dl') return groupOf(element, pairsOf(element))
  return yield* group(element, budget)
}

/** A list box made of divs: what it shows is what was chosen. */
const isChooser = (element: Element) => /^(combobox|listbox|textbox)$/.test(element.getAttribute('role') ?? '')

function headingLevel(element: Element): number | undefined {
  const tag = /^h([1-6])$/.exec(element.localName)?.[1]
  if (tag !== undefined) return Number(tag)
  if (element.localName === 'legend' || element.localName === 'caption' || element.localName === 'summary') return 7
  if (element.getAttribute('role') !== 'heading') return undefined
  return Number(element.getAttribute('aria-level')) || 2
}

function heading(element: Element, level: number): Part | undefined {
  const shown = shownOf(element, { buttons: 'always' })
  return shown && { kind: 'heading', level, shown }
}

function controlPart(element: Element, control: string): Part | undefined {
  const text = squeeze(control).slice(0, 2000)
  if (text === '') return undefined
  const label = element.getAttribute('aria-label') ?? (isSwitch(element) ? labelElsewhere(element) : null)
  const key = machineName(element)
  if (label !== null && label !== '') return { kind: 'pair', label, value: { text }, key }
  return { kind: 'text', shown: { text }, key, box: isSwitch(element) ? 'switch' : 'control' }
}

/** The name of a switch that stands elsewhere and says so: a title in the row before it, not what explains it. */
function labelElsewhere(element: Element): string | null {
  const [id = ''] = element.getAttribute('aria-labelledby')?.trim().split(/\s+/) ?? []
  const root = element.getRootNode()
  const named = id !== '' && 'getElementById' in root ? (root as Document).getElementById(id) : null // asked for above
  return named === null || named === element ? null : squeeze(shownOf(named)?.text.split('\n')[0] ?? '').slice(0, 120)
}

const tables = 'table, [role=grid], [role=table], [role=treegrid]'

function* tablePart(element: Element, budget: Budget): Steps<Part> {
  const foot = element.localName === 'table' ? (element as HTMLTableElement).tFoot : null // its name says so
  if (foot) budget.aside(foot)
  const nested = [...element.querySelectorAll(tables)].filter(
    (table) => table.parentElement?.closest(tables) === element,
  )
  const read = yield* readTable(element, new Set(nested.filter((table) => !isLayout(table))), budget)
  const inner: Part[] = []
  for (const table of nested) {
    const part = isLayout(table) ? undefined : yield* outlineOf(table, budget)
    if (part) inner.push(part)
  }
  return { kind: 'table', read, inner }
}

/** Terms and descriptions, also where each pair stands in a box of its own. */
function pairsOf(list: Element): Part[] {
  const pairs: Part[] = []
  let label = ''
  for (const entry of list.querySelectorAll('dt, dd')) {
    if (entry.closest('dl') !== list || isUnread(entry)) continue
    const shown = shownOf(entry)
    if (entry.localName === 'dt') label = squeeze(shown?.text ?? '').replace(/[:：]$/, '')
    else if (shown) pairs.push({ kind: 'pair', label, value: shown, key: machineName(entry) })
  }
  return pairs
}

function* group(element: Element, budget: Budget): Steps<Part | undefined> {
  const parts: Part[] = []
  const root = rootIn(element)
  if (root) budget.root(root)
  for (const node of shownChildren(element)) {
    if (isText(node)) {
      const text = squeeze(node.data)
      if (/[\p{L}\p{N}\p{S}]/u.test(text))
        parts.push({ kind: 'text', shown: { text: text.slice(0, 2000) }, key: '', box: 'words' })
    } else if (isElement(node)) {
      const part = yield* outlineOf(node, budget)
      if (part) parts.push(part)
    }
  }
  if (parts.length === 0) return icon(element)
  if (parts.length > 1) {
    const joined = joinSentences(parts)
    if (joined.length === 1) return textPart(element, shownOf(element))
    const plain = withoutMarks(joined)
    return plain.length === 1 ? plain[0] : groupOf(element, plain)
  }
  const only = parts[0]
  return only?.kind === 'text'
    ? leaf(element, only)
    : only?.kind === 'group'
      ? { ...only, key: only.key || machineName(element), state: only.state || stateOf(element) }
      : only
}

/** A check mark beside a box that can be checked is how the box is drawn. */
function withoutMarks(parts: Part[]): Part[] {
  const drawn = parts.some((part) => part.kind === 'text' && part.box === 'switch')
  return drawn ? parts.filter((part) => part.kind !== 'text' || !/^[✓✗]$/.test(part.shown.text)) : parts
}

/** Words with a link or an emphasis among them are one text; "Label:" before a value is not. */
function joinSentences(parts: Part[]): Part[] {
  const joined: Part[] = []
  for (let at = 0; at < parts.length; ) {
    let end = at
    while (isPhrase(parts[end])) end++
    const run = parts.slice(at, end)
    if (isSentence(run)) joined.push(joinedText(run))
    else joined.push(...run, ...parts.slice(end, end + 1))
    at = isSentence(run) ? end : Math.max(end, at) + 1
  }
  return joined
}

const isPhrase = (part: Part | undefined): part is TextPart =>
  part?.kind === 'text' && (part.box === 'words' || part.box === 'inline')

const isSentence = (run: Part[]): run is TextPart[] =>
  run.length > 1 &&
  run.some((part) => isPhrase(part) && part.box === 'words' && /[\p{L}\p{N}]/u.test(part.shown.text)) &&
  !run.some((part) => isPhrase(part) && /[:：]$/.test(part.shown.text))

function joinedText(run: TextPart[]): Part {
  const text = run
    .map(({ shown }) => shown.text)
    .join(' ')
    .replace(/ (?=[.,;)%])/g, '')
  const hints = run.flatMap(({ shown }) => shown.hints ?? []).slice(0, 8)
  return {
    kind: 'text',
    shown: { text: text.slice(0, 2000), ...(hints.length > 0 ? { hints } : {}) },
    key: '',
    box: 'words',
  }
}

function textPart(element: Element, shown: Shown | undefined): Part | undefined {
  return shown && { kind: 'text', shown, key: machineName(element), box: isBlock(element) ? 'block' : 'inline' }
}

/** An element around one text: the text with what the element's attributes say of it. */
function leaf(element: Element, only: TextPart): Part {
  if (only.box === 'control' || only.box === 'switch') return only
  const shown = shownOf(element) ?? only.shown
  const key = [machineName(element), only.key].filter(Boolean).join(' ').slice(0, 60)
  const link = only.link || element.localName === 'a' ? { link: true as const } : {}
  return { kind: 'text', shown, key, box: isBlock(element) ? 'block' : 'inline', ...link }
}

/** What has no text but a title or a label: an icon that means something, a meter. */
function icon(element: Element): Part | undefined {
  const shown = shownOf(element, { buttons: 'never' })
  return shown && { kind: 'text', shown, key: machineName(element), box: 'inline' }
}

const groupOf = (element: Element, parts: Part[]): Group => ({
  kind: 'group',
  parts,
  tag: element.localName,
  classes: [...element.classList],
  key: machineName(element),
  name: nameOf(element),
  state: stateOf(element),
})

/** The accessible name of a region: its label, or the text it points to. */
function nameOf(element: Element): string {
  const label = element.getAttribute('aria-label')
  if (label) return label
  const id = element.getAttribute('aria-labelledby')?.split(/\s+/)[0]
  const named = id ? element.ownerDocument.getElementById(id) : null
  return named && !element.contains(named) ? squeeze(named.textContent) : ''
}
