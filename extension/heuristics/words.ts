/** Combining marks of Latin letters only: the voicing marks of kana lie elsewhere and change the word. */
const latinMarks = /[\u0300-\u036f]/g
const foldedLetters: Record<string, string> = { ß: 'ss', ø: 'o', æ: 'ae', ł: 'l', œ: 'oe', đ: 'd', ı: 'i' }

/** Lower case, one form of width and accents, so that a heading and a word list meet. */
export const fold = (text: string): string => (plain.test(text) ? text.toLowerCase() : folded(text))

/** Most of what is read has one form only. */
const plain = /^[\x20-\x7e]*$/

const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[ßøæłœđı]/g, (letter) => foldedLetters[letter] ?? letter)
    .normalize('NFD')
    .replace(latinMarks, '')
    .normalize('NFC')

/** `prepaidUnits2Sv` → `prepaid Units 2 Sv`: keys by programmers carry their words in the case of letters. */
const spaced = (key: string): string =>
  key
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .replace(/([A-Za-z])(\d)/g, '$1 $2')
    .replace(/(\d)([A-Za-z])/g, '$1 $2')

/** The words of a header or key. Text without spaces between words (Japanese, Chinese) stays one word. */
export function wordsOf(label: string): readonly string[] {
  const known = answered.get(label)
  if (known) return known
  const short = label.slice(0, 160).replace(/\[[^\]]{0,60}\]/g, ' ')
  const words = fold(spaced(short))
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
  if (answered.size > 8000) answered.clear()
  if (label.length <= 160) answered.set(label, words)
  return words
}

/** The same states, plans and periods stand in every row. The bound keeps a long list from growing the worker. */
const answered = new Map<string, readonly string[]>()

const wordsWithoutSpaces = /[\u3040-\u30ff\u3400-\u9fff]/
export const isUnspaced = (word: string): boolean => wordsWithoutSpaces.test(word)

/** `subscriptions` → `subscription`; enough for the English nouns that keys and paths are made of. */
export function singular(word: string): string {
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`
  if (/(?:ses|xes|ches|shes)$/.test(word) && !/(?:nses|uses|ases)$/.test(word)) return word.slice(0, -2)
  return word.endsWith('s') && !/(?:ss|us|is)$/.test(word) && word.length > 3 ? word.slice(0, -1) : word
}

/** Keys that only wrap what is meant. */
const wrappers = new Set(
  '_embedded embedded data value values item items result results list lists record records node nodes edge edges collection content contents entry entries resource resources response payload attributes properties property body output row rows object objects page pages d all root total count summary details detail api'.split(
    ' ',
  ),
)
export const isWrapper = (key: string): boolean => wrappers.has(key.toLowerCase().replace(/^_+/, ''))
