import de from '../../extension/locales/de.json' with { type: 'json' }
import en from '../../extension/locales/en.json' with { type: 'json' }
import type { Messages } from '../../extension/ui/locale.ts'

const formsIn = (messages: Messages): string[] =>
  Object.values(messages).flatMap((message) => (typeof message === 'string' ? [message] : formsIn(message)))

const german = new Set(formsIn(de))
const hasWords = (form: string): boolean => /\p{L}/u.test(form.replace(/\$\d/g, ''))
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** "$1 of $2 rows read", as it stands on a screen with whatever was filled in. */
const shownAs = (form: string): RegExp => new RegExp(`^${form.split(/\$\d/).map(escaped).join('.+')}$`)

const english = [...new Set(formsIn(en))].filter((form) => hasWords(form) && !german.has(form))
const patterns = english.map((form) => [form, shownAs(form)] as const)

/** Which of these texts are a message as it is in English, and in German is not. */
export const englishLeft = (texts: string[]): string[] =>
  texts.flatMap((text) => {
    const found = patterns.find(([, pattern]) => pattern.test(text))
    return found ? [`${text} (${found[0]})`] : []
  })
