import { type Language, languages, speak } from './locale.ts'

/** Kept where a screen finds it before its first paint; nobody else has it. */
const kept = 'language'

/** What the person chose on this device, or undefined: the browser's own. */
export const chosenLanguage = (): Language | undefined => {
  const value = localStorage.getItem(kept)
  return value !== null && isLanguage(value) ? value : undefined
}

const isLanguage = (value: string): value is Language => Object.hasOwn(languages, value)

export function chooseLanguage(language: Language | undefined): void {
  if (language === undefined) localStorage.removeItem(kept)
  else localStorage.setItem(kept, language)
}

const messagesOf = {
  en: () => import('../locales/en.json'),
  de: () => import('../locales/de.json'),
}

/** Before a screen is drawn. */
export async function speakChosen(): Promise<void> {
  const chosen = chosenLanguage()
  if (chosen !== undefined) speak(chosen, (await messagesOf[chosen]()).default)
}
