import { Best } from './best.ts'
import { type NameIndex, wordsOf } from './name-index.ts'
import { typosIn } from './typo.ts'

export type Found<T> = { of: T; score: number }

/** With that many found exactly, nobody has mistyped. */
const enough = 12

/**
 * The best of several clients' names; with typos where few have it exactly. What has the words in the order in which they
 * were typed stands before what has them in another one.
 */
export function findIn<T>(
  indexes: Iterable<NameIndex<T>>,
  typed: string,
  most: number,
  textOf: (thing: T) => string,
): Found<T>[] {
  const [words, all] = [wordsOf(typed), [...indexes]]
  const search = (withTypos: boolean) => {
    const best = new Best<T>(most * 2)
    let count = 0
    for (const index of all) count += index.find(words, withTypos, best)
    return { best, count }
  }
  let found = search(false)
  if (found.count < enough && words.some((word) => typosIn(word) > 0)) found = search(true)
  const order = words.join(' ')
  return found.best.all
    .map(({ of, score }) => ({ of, score: wordsOf(textOf(of)).join(' ').includes(order) ? score + 100 : score }))
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
}
