import type { Shown } from '../../connector-kit/material.ts'
import { groupsOf, has } from './attributes.ts'
import { plainText, shownOf, textChild } from './text.ts'
import { isKnownToBeSeen, isText } from './visible.ts'

/** A cell as in the rows before: its class, and of the one element around its text the name and the classes. */
type Cell = { classes: string | null; child: { name: string; groups: number; classes: Set<string | null> } | undefined }

/** Reads a row at once where it is built as one before; undefined where it must be looked at closely. */
export type LikeRows = {
  read: (row: Element) => Shown[] | undefined
  /** A row that was looked at closely: its cells are all there is in it, none spans any other place than its own. */
  learn: (row: Element, cells: Element[]) => void
}

const nothing: Shown = { text: '' }
const telling = has.hint | has.role | has.style | has.hiding | has.span
/** So many kinds of rows are known in one table, and so many kinds of elements in a column. */
const most = 20

/**
 * The rows of a long table are built alike, so what names, classes and attributes mean for one of them, they mean for the
 * others. What is asked of each: whether it is built the same, whether it is seen, and what it says.
 */
export function likeRows(skip: ReadonlySet<Element>): LikeRows {
  const known = new Map<string | null, Cell[]>()
  const classesOf = (row: Element) => (groupsOf(row) & has.class ? row.getAttribute('class') : null)
  return {
    read(row) {
      if (known.size === 0 || groupsOf(row) & telling) return undefined
      const cells = known.get(classesOf(row))
      return cells && rowLike(row, cells, skip)
    },
    learn(row, cells) {
      const classes = classesOf(row)
      if (known.has(classes) || known.size >= most || cells.length < 3 || row.childElementCount !== cells.length) return
      if (groupsOf(row) & telling || !isKnownToBeSeen(row) || !cells.every(isPlain)) return
      known.set(
        classes,
        cells.map((cell) => ({ classes: cell.getAttribute('class'), child: undefined })),
      )
    },
  }
}

const isPlain = (cell: Element): boolean =>
  cell.localName === 'td' && !(groupsOf(cell) & telling) && isKnownToBeSeen(cell)

function rowLike(row: Element, cells: Cell[], skip: ReadonlySet<Element>): Shown[] | undefined {
  const shown: Shown[] = []
  let element = row.firstElementChild
  for (const cell of cells) {
    if (element === null || element.localName !== 'td') return undefined
    if (cell.classes === null ? element.hasAttributes() : !isLike(element, cell.classes)) return undefined
    const said = cellLike(element, cell, skip)
    if (said === undefined) return undefined
    shown.push(said)
    element = element.nextElementSibling
  }
  return element === null ? shown : undefined
}

const isLike = (element: Element, classes: string): boolean =>
  element.getAttribute('class') === classes && groupsOf(element) === has.class

/** What a cell says; undefined where it is not seen. */
function cellLike(element: Element, cell: Cell, skip: ReadonlySet<Element>): Shown | undefined {
  const first = element.firstChild
  if (first !== null && first.nextSibling === null && !isText(first)) {
    const text = knownChild(element, cell, skip)
    if (text !== undefined) return text
  }
  if (!element.checkVisibility()) return undefined
  if (first === null) return nothing
  const plain = first.nextSibling === null && isText(first) ? plainText(first.data) : null
  return (plain === null ? shownOf(element, { skip }) : plain) ?? nothing
}

/** The text of an element that is all there is in a cell, where such elements are known: seen, it is seen with its cell. */
function knownChild(element: Element, cell: Cell, skip: ReadonlySet<Element>): Shown | undefined {
  const child = element.firstElementChild
  if (child === null || skip.has(child)) return undefined
  const text = child.firstChild
  if (text === null || !isText(text) || text.nextSibling !== null) return undefined
  const groups = groupsOf(child)
  const classes = groups & has.class ? child.getAttribute('class') : null
  const like = cell.child?.name === child.localName && cell.child.groups === groups && cell.child.classes.has(classes)
  if (!like) return learnChild(element, child, groups, classes, cell, skip)
  return child.checkVisibility() ? (plainText(text.data) ?? undefined) : undefined
}

function learnChild(
  element: Element,
  child: Element,
  groups: number,
  classes: string | null,
  cell: Cell,
  skip: ReadonlySet<Element>,
): undefined {
  if (groups & telling || textChild(element, skip) !== child || !isKnownToBeSeen(child)) return
  cell.child ??= { name: child.localName, groups, classes: new Set() }
  const { name, groups: known, classes: all } = cell.child
  if (name === child.localName && known === groups && all.size < most) all.add(classes)
}
