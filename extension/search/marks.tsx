import { searchable } from '../db/listing.ts'
import { wordsOf } from './name-index.ts'

type Piece = { text: string; isMarked: boolean }

/** A name cut into what was typed and what was not; a word with a typo is not marked, as it is not what was typed. */
export function pieces(text: string, typed: string): Piece[] {
  const words = wordsOf(searchable(typed)).sort((a, b) => b.length - a.length)
  return text.split(/(?<=[^\p{L}\p{N}])(?=[\p{L}\p{N}])/u).flatMap((part) => {
    const word = words.find((each) => searchable(part).startsWith(each))
    if (word === undefined) return [{ text: part, isMarked: false }]
    const length = lengthOf(part, word.length)
    return [
      { text: part.slice(0, length), isMarked: true },
      { text: part.slice(length), isMarked: false },
    ]
  })
}

/** So many letters as are folded to that many: "ﬁ" is two. */
function lengthOf(part: string, foldedLength: number): number {
  let length = 1
  while (length < part.length && searchable(part.slice(0, length)).length < foldedLength) length++
  while (length < part.length && /\p{M}/u.test(part.charAt(length))) length++
  return length
}

export const Marked = ({ text, typed }: { text: string; typed: string }) => (
  <>{pieces(text, typed).map((piece) => (piece.isMarked ? <mark>{piece.text}</mark> : piece.text))}</>
)
