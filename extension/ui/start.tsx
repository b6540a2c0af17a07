import { type ComponentType, render } from 'preact'
import { speakChosen } from './choose-language.ts'
import { language } from './locale.ts'

/** As long as what a page paints first is waited for: where the database is held up, the page says so instead. */
const patience = 500

/** What a page paints first, begun to be read while it is being loaded; undefined where that is not soon, or fails. */
export const soon = <T,>(reading: Promise<T>): Promise<T | undefined> =>
  Promise.race([
    reading.catch(() => undefined),
    new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), patience)),
  ])

/** Draws a page of ours, once the language is known, and what it is drawn with. */
export async function start(main: ComponentType | Promise<ComponentType>): Promise<void> {
  const [Main] = await Promise.all([main, speakChosen()])
  document.documentElement.lang = language()
  const screen = document.getElementById('screen')
  if (screen) render(<Main />, screen)
}
