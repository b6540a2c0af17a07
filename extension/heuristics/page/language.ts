import type { PageSnapshot } from '../../connector-kit/material.ts'
import { remembering } from '../answers.ts'
import { lexiconsFor, readLabel } from '../lexicon.ts'
import { languages } from '../vocabulary/index.ts'
import type { Language } from '../vocabulary/language.ts'
import { isUnspaced, wordsOf } from '../words.ts'

/** The language of a page that does not state it, by its labels and by the words of its values ("Monatlich"). */
export function languageOfPage(page: PageSnapshot): string {
  const texts = shortTexts(page).map((text) => ({ text, phrase: wordsOf(text).join(' ') }))
  const scores = Object.entries(languages).map(([code, language]) => {
    const said = valuesOf(language)
    const [own] = lexiconsFor(code)
    const known = texts.filter(({ text, phrase }) => {
      if (said.has(phrase)) return true
      const { concepts, unknown } = readLabel(text, own ? [own] : [])
      return concepts.length > 0 && unknown <= concepts.length
    })
    // English words stand on pages of any language, Chinese ones on Japanese pages.
    const weight =
      code === 'en' ? 0.6 : code === 'zh' && texts.some(({ text }) => /[\u3040-\u30ff]/.test(text)) ? 0.5 : 1
    return { code, score: known.length * weight + (known.some(({ phrase }) => isUnspaced(phrase)) ? 1 : 0) }
  })
  return scores.reduce((best, one) => (one.score > best.score ? one : best), { code: 'en', score: 0 }).code
}

const valuesOf = remembering(
  ({ periods, statuses }: Language) =>
    new Set(
      [...Object.values(periods), ...Object.values(statuses)].flatMap((list) =>
        list.split('|').map((phrase) => wordsOf(phrase).join(' ')),
      ),
    ),
)

const shortTexts = ({ blocks }: PageSnapshot): string[] => {
  const all = blocks.flatMap((block) =>
    block.kind === 'table'
      ? [...block.near, ...block.header]
      : [...block.near, ...block.lines.flatMap(({ label, text, hints }) => [label ?? '', text, ...(hints ?? [])])],
  )
  return [...new Set(all)].filter((text) => text !== '' && text.length <= 40).slice(0, 200)
}
