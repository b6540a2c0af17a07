import { languages } from './vocabulary/index.ts'
import type { Concept, Language } from './vocabulary/language.ts'
import { concepts } from './vocabulary/language.ts'
import { fold, isUnspaced, wordsOf } from './words.ts'

/** One language, ready for look-ups. */
export type Lexicon = {
  code: string
  phrases: Map<string, Concept>
  unspaced: { text: string; concept: Concept }[]
  fillers: Set<string>
  longest: number
}

/** What the words of a label mean, in their order, and how many of them are not understood. */
export type Meaning = { concepts: Concept[]; unknown: number; words: readonly string[] }

const split = (list: string): string[] => list.split('|').map((phrase) => wordsOf(phrase).join(' '))

function compile(code: string, language: Language): Lexicon {
  const phrases = new Map<string, Concept>()
  for (const concept of concepts)
    for (const phrase of split(language.headers[concept] ?? ''))
      if (phrase !== '' && !phrases.has(phrase)) phrases.set(phrase, concept)
  const unspaced = [...phrases]
    .filter(([phrase]) => isUnspaced(phrase))
    .map(([text, concept]) => ({ text, concept }))
    .sort((a, b) => b.text.length - a.text.length)
  const longest = Math.max(...[...phrases.keys()].map((phrase) => phrase.split(' ').length))
  return { code, phrases, unspaced, fillers: new Set(split(language.fillers)), longest }
}

const lexicons = new Map(Object.entries(languages).map(([code, language]) => [code, compile(code, language)]))
const english = [...lexicons.values()].filter(({ code }) => code === 'en')

/** Keys are English whatever the page's language; a page is read in its language, then in English, then in any. */
export const lexiconsFor = (code: string | null): Lexicon[] =>
  code === null ? english : [...lexicons.values()].sort((a, b) => rank(a.code, code) - rank(b.code, code))

const rank = (code: string, wanted: string) => (code === wanted ? 0 : code === 'en' ? 1 : 2)

/**
 * The language that labels are written in. The page's `lang` decides where it understands as much as any other:
 * admin consoles often keep `lang="en"` on translated pages.
 */
export function languageOf(labels: string[], lang: string): string {
  const stated = fold(lang).slice(0, 2)
  const texts = labels.slice(0, 200).map(wordsOf)
  let best = { code: 'en', understood: 0 }
  for (const lexicon of lexicons.values()) {
    const understood = texts.filter((words) => understands(lexicon, words)).length + (lexicon.code === stated ? 1.5 : 0)
    if (understood > best.understood) best = { code: lexicon.code, understood }
  }
  return best.code
}

const understands = (lexicon: Lexicon, words: readonly string[]): boolean =>
  words.length > 0 && (lexicon.phrases.has(words.join(' ')) || meaningOf(words, [lexicon]).unknown === 0)

const cache = new Map<string, Meaning>()

/** The meaning of a label in the given languages, the first language that knows a phrase first. */
export function readLabel(label: string, order: Lexicon[]): Meaning {
  const key = `${order[0]?.code}${order.length}\n${label}`
  const known = cache.get(key)
  if (known) return known
  const meaning = meaningOf(wordsOf(label), order)
  // Labels repeat within a page; a bound keeps a hostile page from growing the worker.
  if (cache.size > 4000) cache.clear()
  cache.set(key, meaning)
  return meaning
}

function meaningOf(words: readonly string[], order: Lexicon[]): Meaning {
  const found: Concept[] = []
  let unknown = 0
  for (let at = 0; at < words.length && at < 24; ) {
    const hit = longestPhrase(words, at, order)
    if (hit) {
      found.push(...hit.concepts)
      at += hit.length
      continue
    }
    const word = words[at] ?? ''
    if (!order.some((lexicon) => lexicon.fillers.has(word)) && !/^\d+$/.test(word)) unknown += 1
    at += 1
  }
  return { concepts: found, unknown, words }
}

function longestPhrase(
  words: readonly string[],
  at: number,
  order: Lexicon[],
): { concepts: Concept[]; length: number } | null {
  const longest = Math.max(...order.map((lexicon) => lexicon.longest))
  for (let length = Math.min(longest, words.length - at); length > 0; length -= 1) {
    const phrase = words.slice(at, at + length).join(' ')
    for (const [rank, lexicon] of order.entries()) {
      if (rank > 0 && lexicon.code !== 'en' && isStray(phrase, order)) break
      const concept = lexicon.phrases.get(phrase)
      if (concept) return { concepts: [concept], length }
    }
  }
  const word = words[at] ?? ''
  const parts = isUnspaced(word) ? unspacedParts(word, order) : compoundParts(word, order.slice(0, 2), 0)
  return parts ? { concepts: parts, length: 1 } : null
}

/** "do", "al", "cad": short words and fillers of the label's own language mean nothing in all the others. */
const isStray = (phrase: string, order: Lexicon[]): boolean =>
  (phrase.length < 4 && !isUnspaced(phrase)) ||
  order.some(({ code, fillers }, rank) => (rank === 0 || code === 'en') && fillers.has(phrase))

/** Japanese and Chinese: known words within the text, the longest first. */
function unspacedParts(word: string, order: Lexicon[]): Concept[] | null {
  let rest = word.slice(0, 40)
  const found: Concept[] = []
  for (const { text, concept } of order.slice(0, 2).flatMap((lexicon) => lexicon.unspaced)) {
    if (!rest.includes(text)) continue
    found.push(concept)
    rest = rest.replace(text, ' ')
  }
  return found.length ? found : null
}

/** `rechnungsnummer`, `utgångsdatum`, `username`: two or three known words written together. */
function compoundParts(word: string, order: Lexicon[], depth: number): Concept[] | null {
  if (word.length < 6 || word.length > 40 || depth > 1) return null
  for (let cut = word.length - 3; cut >= 3; cut -= 1) {
    const first = conceptOf(word.slice(0, cut), order)
    if (!first) continue
    for (const link of ['', 's', 'n', 'en', 'es', 'e']) {
      if (!word.startsWith(link, cut)) continue
      const rest = word.slice(cut + link.length)
      const second = conceptOf(rest, order)
      if (second) return [first, second]
      const more = compoundParts(rest, order, depth + 1)
      if (more) return [first, ...more]
    }
  }
  return null
}

function conceptOf(word: string, order: Lexicon[]): Concept | undefined {
  if (word.length < 3) return undefined
  for (const lexicon of order) {
    const concept = lexicon.phrases.get(word)
    if (concept) return concept
  }
  return undefined
}
