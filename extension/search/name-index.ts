import type { Best } from './best.ts'
import { bitsIn, isNear, lettersOf, typosIn } from './typo.ts'

/** Letters and figures; what stands between them separates words, in names as in what is typed. */
export const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? []

/** How a typed word is found in one of a name, the best last. */
const typo = 1
const inside = 2
const beginning = 3
const whole = 4

/** From that many letters on a word is also found inside of others; shorter ones are in nearly all. */
const inner = 3

/** How each word, and each name by its best word, is like one that was typed: 0 is not. */
type Alike = { names: Uint8Array; words: Uint8Array }

/** Three words, each looked for as it is and with typos, and the next. */
const remembered = 8

/**
 * The names of one client, by their words: what is typed is compared with each word once, however many names have it.
 * Names can be added while others are being found.
 */
export class NameIndex<T> {
  readonly #things: T[] = []
  /** What a name is worth beside how it is found: important types first, and short names. */
  readonly #worth: number[] = []
  /** The word that a name begins with. */
  readonly #first: number[] = []
  readonly #numbers = new Map<string, number>()
  readonly #words: string[] = []
  readonly #letters: number[] = []
  readonly #initials: number[] = []
  /** The names that have a word, by its number. */
  readonly #namesOf: number[][] = []
  /** What was typed last, the latest at the end. */
  readonly #known = new Map<string, Alike>()

  get size(): number {
    return this.#things.length
  }

  /** `text` as `searchable` makes it. A greater weight, up to 99, stands before what is found as well. */
  add(text: string, weight: number, thing: T): void {
    const words = wordsOf(text)
    const [first] = words
    if (first === undefined) return
    const name = this.#things.push(thing) - 1
    this.#worth.push(weight + (99 - Math.min(text.length, 99)) / 2)
    this.#first.push(this.#numberOf(first))
    for (const word of words) {
      const names = this.#namesOf[this.#numberOf(word)]
      if (names && names[names.length - 1] !== name) names.push(name)
    }
  }

  #numberOf(word: string): number {
    const known = this.#numbers.get(word)
    if (known !== undefined) return known
    const number = this.#words.push(word) - 1
    this.#numbers.set(word, number)
    this.#letters.push(lettersOf(word))
    this.#initials.push(word.charCodeAt(0))
    this.#namesOf.push([])
    return number
  }

  /** Offers every name that has all of these words; the number of them. */
  find(words: string[], withTypos: boolean, best: Best<T>): number {
    const alike = words.map((word) => this.#alike(word, withTypos ? typosIn(word) : 0))
    const [first] = alike
    if (first === undefined) return 0
    const worst = first.names.slice()
    for (const { names } of alike.slice(1))
      for (let name = 0; name < worst.length; name++) {
        const quality = names[name] ?? 0
        if (quality < (worst[name] ?? 0)) worst[name] = quality
      }
    return this.#offer(worst, first.words, best)
  }

  /** Of several words that are typed the former ones stay as they are from key to key. */
  #alike(typed: string, typos: number): Alike {
    const asked = `${typos} ${typed}`
    const known = this.#known.get(asked)
    const alike = known?.names.length === this.size ? known : this.#compare(typed, typos)
    this.#known.delete(asked)
    this.#known.set(asked, alike)
    const [oldest] = this.#known.size > remembered ? this.#known.keys() : []
    if (oldest !== undefined) this.#known.delete(oldest)
    return alike
  }

  #compare(typed: string, typos: number): Alike {
    const alike = { names: new Uint8Array(this.size), words: new Uint8Array(this.#words.length) }
    const [letters, initial] = [lettersOf(typed), typed.charCodeAt(0)]
    for (let number = 0; number < this.#words.length; number++) {
      if (typed.length < inner && this.#initials[number] !== initial) continue
      const lacking = letters & ~(this.#letters[number] ?? 0)
      if (lacking !== 0 && (typos === 0 || bitsIn(lacking) > typos)) continue
      const quality = qualityOf(typed, this.#words[number] ?? '', lacking !== 0, typos)
      if (quality === 0) continue
      alike.words[number] = quality
      for (const name of this.#namesOf[number] ?? [])
        if (quality > (alike.names[name] ?? 0)) alike.names[name] = quality
    }
    return alike
  }

  #offer(worst: Uint8Array, firsts: Uint8Array, best: Best<T>): number {
    let count = 0
    for (let name = 0; name < worst.length; name++) {
      const quality = worst[name] ?? 0
      if (quality === 0) continue
      count += 1
      const begins = (firsts[this.#first[name] ?? 0] ?? 0) >= beginning ? 200 : 0
      const score = (quality === whole ? 3150 : quality * 1000) + begins + (this.#worth[name] ?? 0)
      const thing = score > best.floor ? this.#things[name] : undefined
      if (thing !== undefined) best.offer(thing, score)
    }
    return count
  }
}

function qualityOf(typed: string, word: string, lacks: boolean, typos: number): number {
  if (!lacks) {
    if (word.startsWith(typed)) return word.length === typed.length ? whole : beginning
    if (typed.length >= inner && word.includes(typed)) return inside
  }
  return typos > 0 && isNear(typed, word, typos) ? typo : 0
}
