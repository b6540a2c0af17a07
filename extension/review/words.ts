import { t } from '../ui/language.ts'
import { language } from '../ui/locale.ts'

export const acceptAllText = (count: number): string =>
  count === 0 ? t('review.acceptAll') : t('review.acceptAllOf', count)

/** German nouns keep their capital. */
export const withinSentence = (label: string): string => (language() === 'de' ? label : label.toLowerCase())
