import { browser } from 'wxt/browser'
import { numbersIn } from './formatters.ts'

/** Which language the texts are in, and how numbers and days are written beside them. */
export type Language = 'en' | 'de'

/** The languages there are, each by its own name. */
export const languages: Record<Language, string> = { en: 'English', de: 'Deutsch' }

export type Messages = { [key: string]: string | Messages }
let chosen: { language: Language; messages: Messages } | undefined

/** Speaks another language than the browser's, from now on. */
export const speak = (language: Language, messages: Messages): void => {
  chosen = { language, messages }
}

/** Only names that were written out are known to the types of `getMessage`; ours are known to those of `t`. */
function inBrowser(name: string): string {
  const i18n: object = browser.i18n
  return (i18n as { getMessage: (name: string, told: string[]) => string }).getMessage(name, places)
}

/** `$1` stays `$1`: it is filled in after the form is chosen. */
const places = Array.from({ length: 9 }, (_, at) => `$${at + 1}`)

/** The text of a key: one form, or that for one and that for many. Empty where there is none. */
export function formsOf(key: string): string[] {
  return chosen ? formsIn(chosen.messages, key) : inBrowser(key.replaceAll('.', '_')).split(' | ')
}

export function formsIn(messages: Messages, key: string): string[] {
  let at: string | Messages | undefined = messages
  for (const name of key.split('.')) at = typeof at === 'object' ? at[name] : undefined
  const forms = typeof at === 'object' ? [at['1'], at.n] : [at]
  return forms.map((form) => (typeof form === 'string' ? form : ''))
}

/** The language of all texts: the person's choice, else the browser's where there are texts in it, else English. */
export const language = (): Language => chosen?.language ?? (formsOf('language')[0] === 'de' ? 'de' : 'en')

/** What the browser itself would write in; it stays the same as long as a page is open. */
let browsers: Intl.Locale | undefined
const locales = new Map<Language, string>()

/** Days and numbers speak the language of the texts around them, written as they are where the person is: "en-DE". */
export function locale(): string {
  const speaks = language()
  const known = locales.get(speaks) ?? localeOf(speaks)
  locales.set(speaks, known)
  return known
}

function localeOf(speaks: Language): string {
  browsers ??= new Intl.Locale(new Intl.NumberFormat().resolvedOptions().locale)
  if (browsers.language === speaks) return browsers.toString()
  return browsers.region ? `${speaks}-${browsers.region}` : speaks
}

export const formatCount = (count: number, wanted = locale()): string => numbersIn(wanted, {}).format(count)
