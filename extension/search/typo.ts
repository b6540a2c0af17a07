/** Which letters a word has, as bits: what lacks one of them cannot contain it. Letters that share a bit only let more through. */
export function lettersOf(word: string): number {
  let letters = 0
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) & 31)
  return letters
}

export function bitsIn(bits: number): number {
  let count = 0
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++
  return count
}

/** How many typos a typed word may have. A number is another number, not a typo. */
export function typosIn(typed: string): number {
  if (typed.length < 4 || !/\p{L}/u.test(typed)) return 0
  return typed.length < 8 ? 1 : 2
}

/** Longer words than that are compared by their beginnings. */
const longest = 40
/** The rows of the comparison, made once: it runs a hundred thousand times for a key. */
const rows = [new Uint8Array(longest + 4), new Uint8Array(longest + 4), new Uint8Array(longest + 4)] as const
const far = 99

/**
 * Whether what was typed is the word or its beginning with at most `most` typos: a letter too many, one missing, another
 * one, or two in the wrong order (optimal string alignment, no further from the diagonal than a typo can lead).
 */
export function isNear(typed: string, word: string, most: number): boolean {
  const [length, width] = [Math.min(typed.length, longest), Math.min(word.length, typed.length + most, longest)]
  if (width < length - most) return false
  let before: Uint8Array = rows[0]
  let above: Uint8Array = rows[1]
  let row: Uint8Array = rows[2]
  for (let to = 0; to <= most + 1; to++) above[to] = to
  for (let at = 1; at <= length; at++) {
    const [from, until] = [Math.max(1, at - most), Math.min(width, at + most)]
    const letter = typed.charCodeAt(at - 1)
    row[from - 1] = from === 1 ? at : far
    let least: number = far
    for (let to = from; to <= until; to++) {
      const other = word.charCodeAt(to - 1)
      let cost = Math.min(
        (above[to] ?? far) + 1,
        (row[to - 1] ?? far) + 1,
        (above[to - 1] ?? far) + (letter === other ? 0 : 1),
      )
      if (at > 1 && to > 1 && letter === word.charCodeAt(to - 2) && other === typed.charCodeAt(at - 2))
        cost = Math.min(cost, (before[to - 2] ?? far) + 1)
      row[to] = cost
      if (cost < least) least = cost
    }
    if (least > most) return false
    row[until + 1] = far
    const free = before
    before = above
    above = row
    row = free
  }
  return true
}
