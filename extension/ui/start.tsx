import { type ComponentType, render } from 'preact'
import { speakChosen } from './choose-language.ts'
import { language } from './locale.ts'

/** Draws a page of ours, once the language is known. */
export async function start(Main: ComponentType): Promise<void> {
  await speakChosen()
  document.documentElement.lang = language()
  const screen = document.getElementById('screen')
  if (screen) render(<Main />, screen)
}
