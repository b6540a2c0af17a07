import type { Lexicon } from '../lexicon.ts'

/** One thing that the page says, and what it calls it ('' where it has no word for it). */
export type Fact = { label: string; text: string; hints: string[] }
/** `code` is the language of the vocabulary, `lang` the tag for numbers and days. */
export type Reader = { code: string; lang: string; order: Lexicon[] }
