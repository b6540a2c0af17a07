import { type ComponentType, render } from 'preact'
import { speakChosen } from './choose-language.ts'
import { language } from './locale.ts'

/** Draws a page of ours, once the language is known, and what it is drawn with. */
export async function start(main: ComponentType | Promise<ComponentType>): Promise<void> {
  const [Main] = await Promise.all([main, speakChosen()])
  document.documentElement.lang = language()
  const screen = document.getElementById('screen')
  if (screen) render(<Main />, screen)
}
