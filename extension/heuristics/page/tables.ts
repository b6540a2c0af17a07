import type { Block, Line, PageSnapshot } from '../../connector-kit/material.ts'
import { languageOf, lexiconsFor, readLabel } from '../lexicon.ts'
import type { LabelledTable } from '../tables.ts'
import { areaOf } from '../types/control-area.ts'
import { factsOf, formOf, hinted, isUnderstood, loose } from './facts.ts'
import { languageOfPage } from './language.ts'
import { nameAndState, titled } from './own-name.ts'
import { ownPlanFacts } from './own-plan.ts'
import { type Placed, type Row, tableOf } from './placed.ts'
import type { Fact, Reader } from './reader.ts'
import { isNameLike, withNames } from './row-names.ts'
import { asOne } from './tiles.ts'

type TableBlock = Extract<Block, { kind: 'table' }>
type CardBlock = Extract<Block, { kind: 'card' }>
type Told = Omit<Placed, 'locator'>

/** Lists that the page shows, and the single things that it describes, each as a table. */
export type PageTables = { lists: LabelledTable[]; singles: LabelledTable[] }

export function tablesFromPage(page: PageSnapshot, reader: Reader): PageTables {
  const lists: LabelledTable[] = []
  const singles: LabelledTable[] = []
  let tables = 0
  for (const group of grouped(page.blocks)) {
    const [first] = group
    if (!first) continue
    if (first.kind === 'table') lists.push(fromTable(first, `table ${++tables}`, reader))
    else if (group.length > 1) {
      const cards = group.filter(isCard)
      const one = asOne(cards, reader)
      if (one) singles.push(fromCard(one, reader))
      else lists.push(fromCards(cards, reader))
    } else {
      const named = namedValues(first, reader)
      if (named) lists.push(named)
      else singles.push(fromCard(first, reader))
    }
  }
  return { lists, singles }
}

const isCard = (block: Block): block is CardBlock => block.kind === 'card'

export function readerFor(page: PageSnapshot, stated: string): Reader {
  const labels = page.blocks.flatMap((block) =>
    block.kind === 'table' ? block.header : block.lines.flatMap(({ label }) => label ?? []),
  )
  const code = stated === '' ? languageOfPage(page) : languageOf(labels.filter(Boolean), stated)
  // The page's own tag also names a region, which says in which order a date is written.
  return { code, lang: stated.startsWith(code) ? stated : code, order: lexiconsFor(code) }
}

/** Cards of one list together, everything else alone. */
function grouped(blocks: Block[]): Block[][] {
  const groups: Block[][] = []
  for (const block of blocks) {
    const last = groups.at(-1)
    const [former] = last ?? []
    if (
      last &&
      block.kind === 'card' &&
      former?.kind === 'card' &&
      block.list !== undefined &&
      block.list === former.list
    )
      last.push(block)
    else groups.push([block])
  }
  return groups
}

function fromTable(block: TableBlock, name: string, reader: Reader): LabelledTable {
  const columns = block.header.map((header, at) =>
    columnOf(header, labelOf(header, block.keys?.[at] ?? '', reader), at),
  )
  function columnOf(header: string, label: string, at: number) {
    // What stands in a column of another matter ("Actions") says nothing of its own.
    const foreign = header !== '' && !isUnderstood(label, reader)
    const read = (text: string, hints: string[]): Told[] => {
      const facts = factsOf(label, text, hints, reader)
      return (foreign ? facts.slice(0, 1) : facts)
        .filter((fact, part) => part === 0 || !/^(on|off)$/.test(fact.text))
        .map((fact, part) => ({ ...fact, slot: `${at}.${part}` }))
    }
    // The cells of a long table say the same few things again and again; each is taken apart once.
    const known = new Map<string, Told[]>()
    const told = (text: string, hints: string[] = none) => {
      const key = hints.length > 0 ? [text, ...hints].join('\n\n') : text
      const facts = known.get(key) ?? read(text, hints)
      if (!known.has(key)) known.set(key, facts)
      return facts
    }
    const place = `column ${header === '' ? at + 1 : `'${header.slice(0, 80)}'`}`
    return { header, place, told }
  }
  const rows = block.rows.map((cells, row) => {
    const start = `${name}, row ${row + 1}, `
    const placed: Row = []
    let at = -1
    for (const { text, hints } of cells) {
      at += 1
      const column = columns[at] ?? columnOf('', '', at)
      // A box without a name selects the row.
      if (text === '' || (column.header === '' && /^(on|off)$/.test(text))) continue
      const locator = start + column.place
      for (const { label, text: said, hints: others, slot } of column.told(text, hints))
        placed.push({ label, text: said, hints: others, locator, slot })
    }
    return placed
  })
  return tableOf(withNames(rows, reader), block.near, name)
}

const none: string[] = []

/** What the page calls it, else what programmers call it, where either means something. */
const labelOf = (shown: string, key: string, reader: Reader): string =>
  shown !== '' && (isUnderstood(shown, reader) || !isUnderstood(key, reader))
    ? shown
    : isUnderstood(key, reader)
      ? key
      : ''

function fromCards(cards: CardBlock[], reader: Reader): LabelledTable {
  const near = cards[0]?.near ?? []
  const above = near.at(-1)
  const name = above === undefined ? 'list' : `list '${above.slice(0, 80)}'`
  const rows = titled(cards, reader).map((card, at) => rowOf(card, `${name}, entry ${at + 1}`, reader))
  return tableOf(withNames(rows, reader), near, name)
}

function fromCard(card: CardBlock, reader: Reader): LabelledTable {
  const name = card.title === '' ? 'page' : `section '${card.title.slice(0, 80)}'`
  const lines = card.lines.map((line) => calledByTitle(card, line, reader))
  const rows = withNames([rowOf({ ...card, title: '', lines }, name, reader, card.title)], reader)
  return { ...tableOf(rows, [...card.near, card.title].filter(Boolean), name), single: true }
}

/** "Next renewal" over nothing but a day: the heading of the box is the name of what stands in it. */
function calledByTitle({ title, lines }: CardBlock, line: Line, reader: Reader): Line {
  const alone = lines.length === 1 && line.label === undefined && title !== '' && isUnderstood(title, reader)
  return alone && /^(?:date|amount|billing period)$/.test(formOf(line.text, reader)) ? { ...line, label: title } : line
}

function rowOf(card: CardBlock, name: string, reader: Reader, above = card.title): Row {
  const title = { label: '', text: card.title, hints: [], locator: name, slot: 'title' }
  const told = card.lines.some(({ label, key }) =>
    isUnderstood(labelOf(label ?? '', label === undefined ? '' : (key ?? ''), reader), reader),
  )
  // Prose alone makes no record: an article speaks of seats and prices as well.
  const own = card.list === undefined ? ownPlanFacts({ ...card, title: above }, reader) : []
  const lines = told || own.length > 0 ? card.lines : card.lines.filter(({ text }) => text.length <= 80)
  const said = own.map((fact): Placed => ({ ...fact, locator: name, slot: 'plan' }))
  const facts = lines.flatMap((line) => {
    const locator = line.label === undefined ? name : `${name}, '${line.label.slice(0, 80)}'`
    return factsOfLine(line, above, reader).map((fact, part) => ({
      ...fact,
      locator,
      slot: `${line.key ?? ''}.${part}`,
    }))
  })
  return card.title === '' ? [...said, ...facts] : [title, ...said, ...facts]
}

function factsOfLine({ label = '', key = '', text, hints = [] }: Line, title: string, reader: Reader): Fact[] {
  // A class named "label" or "plan tag" on a badge that says "Active" names nothing.
  const misnamed = label === '' && formOf(text, reader) !== '' && isNameLike(key, reader)
  const called = misnamed ? '' : labelOf(label, key, reader)
  const stated = label === '' ? undefined : nameAndState(label, text, title, reader)
  if (stated) return stated
  if (called !== '' && isUnderstood(called, reader)) {
    const facts = factsOf(called, text, hints, reader)
    // "17 unique users who …" in a box that programmers call `used users`: the number is what it holds.
    const [sentence, count, ...rest] = facts
    const counted = label === '' && count && /^\d[\d.,]*$/.test(count.text) && /\s\S+\s/.test(sentence?.text ?? '')
    if (counted) return [{ ...count, label: called }, ...rest]
    // "Expires on Jan 15" in a box that programmers call `renew`: its own words are what it says.
    const [, ...told] = facts
    const own = (fact: Fact) => text.includes(fact.text) && fact.label !== '' && isUnderstood(fact.label, reader)
    return label === '' && told.some(own) ? told : facts
  }
  if (/\bactions?\b/.test(key)) return []
  // What looks like a name and a value may be two values: a product and its status.
  if (label !== '') return factsOf(label, text, hints, reader)
  const facts = loose(text, reader).map((fact, at) => (at === 0 ? { ...fact, hints } : fact))
  return [...facts, ...hinted('', hints, reader)]
}

/** A card whose lines are names with values of one form: a list of settings, of products with their prices. */
function namedValues({ near, title, lines }: CardBlock, reader: Reader): LabelledTable | undefined {
  const settings = isSettings(lines, reader)
  const pairs = settings
    ? lines.filter(isSwitch)
    : lines.filter((line) => line.label !== undefined && !isUnderstood(line.label, reader))
  // What stands between switches explains them.
  if (!settings && (pairs.length < 2 || pairs.length * 2 < lines.length)) return undefined
  const forms = new Set(pairs.map(({ text }) => formOf(text, reader)))
  const [form = ''] = forms
  if (forms.size !== 1 || form === '') return undefined
  const name = title === '' ? 'page' : `section '${title}'`
  const rows = pairs.map(({ label = '', text, hints = [] }): Row => {
    const locator = `${name}, '${label.slice(0, 80)}'`
    return [
      { label: 'name', text: label, hints: [], locator, slot: '' },
      { label: form, text, hints, locator, slot: '' },
    ]
  })
  return tableOf(rows, [...near, title].filter(Boolean), name)
}

const isSwitch = ({ label, text }: Line) => label !== undefined && /^(on|off)$/.test(text)

/** A form mostly of switches of which one is about security: settings, each known by its own words. */
const isSettings = (lines: Line[], { order }: Reader): boolean =>
  lines.filter(isSwitch).length * 2 >= lines.filter(({ label }) => label !== undefined).length &&
  lines.some((line) => isSwitch(line) && areaOf(new Set(readLabel(line.label ?? '', order).concepts)) !== undefined)
