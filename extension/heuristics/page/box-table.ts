import type { Block } from '../../connector-kit/material.ts'
import { leaves, runsOf } from './alike.ts'
import { isLabelLike, textOf } from './pairs.ts'
import type { Group, Part } from './part.ts'

/** Rows made of plain boxes, and the names of their columns. */
export type BoxTable = { names: string[]; rows: Group[] }

/** Boxes built alike under a box of names, which stands before them or is the first of them. */
export function boxTableOf(cards: Group[], before: Part | undefined): BoxTable | undefined {
  const [first, ...others] = cards
  const above = namesOver(cards, before)
  if (above) return { names: above, rows: cards }
  const names = namesOver(others, first)
  return first && names && !others.every((card) => namesOver([card, card], card)) ? { names, rows: others } : undefined
}

/** A box of names, and beside it one that holds the rows and nothing else: a head and a body without any role. */
export function headAndBody(head: Part, body: Part | undefined): BoxTable | undefined {
  if (body?.kind !== 'group') return undefined
  const [rows, ...others] = runsOf(body.parts)
  if (!Array.isArray(rows) || others.length > 0) return undefined
  const names = namesOver(rows, head)
  return names && { names, rows }
}

/** Names for the columns of these boxes; where the box of names has one less, the first column has none. */
function namesOver([first]: Group[], part: Part | undefined): string[] | undefined {
  const columns = first?.parts.length ?? 0
  if (first === undefined || columns < 3 || part?.kind !== 'group') return undefined
  const missing = columns - part.parts.length
  const names = part.parts.map((cell) => textOf(cell).text)
  if (missing > 1 || missing < 0 || !part.parts.every((cell) => leaves(cell) <= 2) || !names.every(isLabelLike))
    return undefined
  if (missing === 0) return names
  return isNamed(first) ? ['', ...names] : undefined
}

/** A name and figures: what is not named above is what each row is about. */
const isNamed = ({ parts: [name, ...values] }: Group): boolean =>
  name !== undefined && isLabelLike(textOf(name).text) && values.every((value) => /\d/.test(textOf(value).text))

/** A box with fewer cells than there are names may lack any of them: what cannot be told apart is left out. */
export function boxTableBlock({ names, rows }: BoxTable, near: string[]): Block {
  const full = rows.filter(({ parts }) => parts.length === names.length)
  return {
    kind: 'table',
    near,
    header: names.map((name) => name.slice(0, 300)),
    rows: full.map(({ parts }) => parts.map(textOf)),
  }
}
