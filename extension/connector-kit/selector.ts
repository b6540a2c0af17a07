/**
 * The selectors that data may bring: tags, ids, classes, attributes and places, one within the other, and ` >>> ` into
 * what an element shows that is no part of its document: its open shadow root, the document of a frame. No list, and
 * nothing that looks around (`:has`, `:not`, `~`), so that no selector can make a page slow.
 */
const part =
  /[#.](?:[\w\u0080-\uffff-]|\\.)+|\[[\w-]+(?:[\^$*~|]?="(?:[^"\\]|\\.)*")?\]|:scope|:(?:first-child|last-child|nth-child\(\d{1,4}\)|nth-of-type\(\d{1,4}\))|\s*>\s*|\s+|[a-z][\w-]*|\*/y

export const into = ' >>> '
/** At most so many steps from one element to another, and so many documents and shadow roots one within the other. */
const maxSteps = 12
const maxRoots = 6

export function isPlainSelector(selector: string): boolean {
  const pieces = selector.split(into)
  return selector.length <= 300 && pieces.length <= maxRoots && pieces.every(isPlainPiece)
}

function isPlainPiece(selector: string): boolean {
  if (selector.trim() === '') return false
  let [at, steps] = [0, 1]
  while (at < selector.length) {
    part.lastIndex = at
    const [piece] = part.exec(selector) ?? []
    if (piece === undefined) return false
    at += piece.length
    if (/^[\s>]/.test(piece)) steps++
  }
  return steps <= maxSteps
}
