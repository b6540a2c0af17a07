import type { Shown } from '../../connector-kit/material.ts'
import { outerOf, textsIn } from './roots.ts'
import { shownOf, squeeze } from './text.ts'
import { isHidden } from './visible.ts'

const plain = (text: string): string =>
  squeeze(text)
    .replace(/\s*[:：]$/, '')
    .toLowerCase()

export const sameWords = (a: string, b: string): boolean => plain(a) !== '' && plain(a) === plain(b)

/** So many texts of a row are looked at. */
const maxTexts = 4000

/** The value that stands beside a label: after its colon, in the next box, or in the box after the label's own. */
export function besideLabel(
  row: Element,
  labels: string[],
): { element: Element | null; shown: Shown | undefined } | undefined {
  let left = maxTexts
  for (const { text: written, parent } of textsIn(row)) {
    if (left-- <= 0) return undefined
    const text = squeeze(written)
    if (text === '' || text.length > 300) continue
    const label = labels.find((word) => sameWords(text, word))
    if (label !== undefined && !isHidden(parent)) return after(parent, row)
    const rest = labels.flatMap((word) => restOf(text, word))[0]
    if (rest !== undefined && !isHidden(parent)) return { element: parent, shown: { text: rest } }
  }
  return undefined
}

/** `Seats: 25` in one text. */
const restOf = (text: string, label: string): string[] => {
  const start = squeeze(label).replace(/\s*[:：]$/, '')
  const match = text.toLowerCase().startsWith(start.toLowerCase())
    ? /^\s*[:：]\s*(.+)$/.exec(text.slice(start.length))
    : null
  return match?.[1] === undefined ? [] : [match[1]]
}

/** What is put into two slots stands where the slots are, whatever the order in which it was written. */
const besides = (element: Element, other: Element | null): Element | null =>
  other && other.assignedSlot === element.assignedSlot ? other : null

function after(label: Element, row: Element): { element: Element | null; shown: Shown | undefined } {
  for (let [at, left]: [Element, number] = [label, 4]; at !== row && left > 0; left--) {
    for (let next = at.nextElementSibling; next; next = next.nextElementSibling) {
      const shown = isHidden(next) || !besides(at, next) ? undefined : shownOf(next, { buttons: 'always' })
      if (shown) return { element: next, shown }
    }
    const outer = outerOf(at)
    if (!outer) break
    at = outer
  }
  return { element: null, shown: undefined }
}

/** The words beside which a value stands, where it stands beside any: for a person to see what it is called. */
export function labelBefore(value: Element, row: Element): string | undefined {
  for (let [at, left]: [Element, number] = [value, 3]; at !== row && left > 0; left--) {
    const before = besides(at, at.previousElementSibling)
    const text = before && !isHidden(before) ? (shownOf(before, { buttons: 'always' })?.text ?? '') : ''
    if (text !== '' && text.length <= 80 && !text.includes('\n') && /\p{L}{2}/u.test(text)) return text
    const outer = outerOf(at)
    if (!outer || before) return undefined
    at = outer
  }
  return undefined
}
