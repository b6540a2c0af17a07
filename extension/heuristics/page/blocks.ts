import type { Block, Line } from '../../connector-kit/material.ts'
import { runsOf } from './alike.ts'
import { boxTableBlock, boxTableOf, headAndBody } from './box-table.ts'
import type { Budget, Steps } from './budget.ts'
import { isShort, linesOf, pairOf, textOf } from './pairs.ts'
import type { Group, Part, TableRead } from './part.ts'
import { isHead, tableBlock, underHead } from './table-block.ts'

type Heading = { level: number; text: string }

/** Walks the outline in reading order and writes down what lists or describes things, with the headings above it. */
export function* blocksOf(root: Part, budget: Budget, limit = budget.blocks): Steps<Block[]> {
  const blocks: Block[] = []
  let above: Heading[] = []
  let lines: Line[] = []
  let lists = 0
  let head: TableRead | undefined

  const near = () => above.map(({ text }) => text).slice(-12)
  const put = (block: Block) => {
    if (blocks.length < limit) blocks.push(block)
  }
  const flush = () => {
    if (lines.length > 0)
      put({ kind: 'card', near: near().slice(0, -1), title: near().at(-1) ?? '', lines: lines.slice(0, 200) })
    lines = []
  }
  const under = (level: number, text: string) => {
    flush()
    head = undefined
    above = [...above.filter((heading) => heading.level < level), { level, text: text.slice(0, 300) }]
  }

  function* walk(part: Part): Steps<void> {
    if (budget.due()) yield
    if (part.kind === 'heading') walkHeading(part)
    else if (part.kind === 'table') yield* walkTable(part)
    else if (part.kind === 'group') yield* walkGroup(part)
    else lines.push(...linesOf([part]))
  }

  function walkHeading(part: Extract<Part, { kind: 'heading' }>): void {
    const [title = '', ...rest] = part.shown.text.split('\n')
    const [first] = linesOf([{ kind: 'text', shown: { ...part.shown, text: title }, key: '', box: 'block' }])
    under(part.level, title)
    if (first?.label !== undefined) lines.push(first)
    lines.push(...rest.map((text) => ({ text })))
  }

  function* walkTable(part: Extract<Part, { kind: 'table' }>): Steps<void> {
    const read = part.read && underHead(head, part.read)
    head = isHead(part.read) ? part.read : undefined
    if (read && 'lines' in read) lines.push(...read.lines)
    else if (read && read.rows.length > 0) {
      flush()
      put(tableBlock(read, near()))
    }
    for (const inner of part.inner) yield* walk(inner)
  }

  function* walkGroup(group: Group): Steps<void> {
    const pair = pairOf(group)
    if (pair) {
      lines.push(pair)
      return
    }
    const outer = above
    const level = 8 + above.filter((heading) => heading.level >= 8).length
    const parts = [...group.parts]
    const title = group.name || titleOf(parts)
    if (title !== '') under(level, title)
    let loose: Part[] = []
    const settle = () => {
      lines.push(...linesOf(loose))
      loose = []
    }
    const entries = runsOf(withNamedTexts(parts))
    for (let at = 0; at < entries.length; at++) {
      const [entry, next] = [entries[at], entries[at + 1]]
      if (entry === undefined) continue
      const boxes = Array.isArray(entry) || Array.isArray(next) ? undefined : headAndBody(entry, next)
      if (boxes) {
        settle()
        flush()
        put(boxTableBlock(boxes, near()))
        at++
      } else if (Array.isArray(entry)) {
        settle()
        yield* list(entry, parts[parts.indexOf(entry[0] ?? group) - 1])
      } else if (entry.kind === 'text' || entry.kind === 'pair') loose.push(entry)
      else {
        settle()
        yield* walk(entry)
      }
    }
    settle()
    if (title !== '') {
      flush()
      above = above === outer ? outer : above.filter((heading) => heading.level < level)
    }
  }

  /** Boxes built alike: rows under a row of names, or cards. */
  function* list(cards: Group[], before: Part | undefined): Steps<void> {
    flush()
    const boxes = boxTableOf(cards, before)
    if (boxes) {
      put(boxTableBlock(boxes, near()))
      return
    }
    const number = lists++
    for (const card of cards) put(yield* cardOf(card, near(), number, budget))
  }

  yield* walk(root)
  flush()
  return blocks
}

/** The words above a box, where no heading element says it. Taken out of `parts`. */
function titleOf(parts: Part[]): string {
  const [first, ...rest] = parts
  if (
    first?.kind !== 'text' ||
    first.box === 'words' ||
    !rest.some((part) => part.kind === 'group' || part.kind === 'table')
  )
    return ''
  // "Showing 1 to 25 of 90" stands above a table and names nothing.
  if (/\d.*\D.*\d/.test(first.shown.text) || first.box === 'control' || first.box === 'switch') return ''
  // "Seats: 40" is a fact of its own.
  if (linesOf([first]).some(({ label }) => label !== undefined)) return ''
  if (rest.some((part) => part.kind === 'text') || first.shown.text.length > 80) return ''
  parts.shift()
  return first.shown.text.split('\n')[0] ?? ''
}

/** Headings that stand before one short text each, one after the other, are the names of these texts. */
function withNamedTexts(parts: Part[]): Part[] {
  const result: Part[] = []
  for (let at = 0; at < parts.length; at++) {
    const [part, value] = [parts[at], parts[at + 1]]
    if (!part) continue
    if (part.kind === 'heading' && value && namesText(parts, at)) {
      result.push({ kind: 'pair', label: part.shown.text.replace(/\s*[:：]$/, ''), value: textOf(value), key: '' })
      at++
    } else result.push(part)
  }
  return result
}

function namesText(parts: Part[], at: number): boolean {
  const plain = (start: number, level: number) => {
    const [heading, value, after] = [parts[start], parts[start + 1], parts[start + 2]]
    return (
      heading?.kind === 'heading' &&
      heading.level === level &&
      value?.kind === 'text' &&
      value.shown.text.length <= 100 &&
      (after === undefined || after.kind === 'heading')
    )
  }
  const heading = parts[at]
  if (heading?.kind !== 'heading') return false
  if (/[:：]$/.test(heading.shown.text)) return isShort(parts[at + 1])
  if (!plain(at, heading.level)) return false
  return plain(at + 2, heading.level) || plain(at - 2, heading.level)
}

function* cardOf(card: Group, near: string[], list: number, budget: Budget): Steps<Block> {
  const inner = yield* blocksOf({ ...card, name: '' }, budget, 20)
  const all = inner.flatMap((block) => (block.kind === 'card' ? block.lines : []))
  const title =
    card.name || inner.map((block) => (block.kind === 'card' ? block.title : '')).find((text) => text !== '') || ''
  const state = card.state === '' ? [] : [{ text: card.state, key: 'status' }]
  return { kind: 'card', near, title, lines: [...all, ...state].slice(0, 200), list }
}
