import { yesNoOf } from '../values/word.ts'
import { wordsOf } from '../words.ts'

/** Whether it renews by itself, as a yes or no or in a few words that say it. */
export function renews(value: unknown, lang: string): boolean | undefined {
  const said = yesNoOf(value, lang)
  if (said !== undefined || typeof value !== 'string') return said
  // "Auto-renew off", "Manual renewal", "Renews automatically": one of the words says it, and a no is the stronger one.
  const words = wordsOf(value)
  const spoken = words.map((word) => yesNoOf(word, lang))
  if (spoken.includes(false)) return false
  return spoken.includes(true) || /^(?:renew|auto|automatic)/.test(words[0] ?? '') ? true : undefined
}
