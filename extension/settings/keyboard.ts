import type { MessageKey } from '../ui/language.ts'

type Keys = { screen: MessageKey; keys: { press: string[]; does: MessageKey }[] }

/** Every key that does something, by the screen on which it does. Keys of one row do the same, or stand in turn. */
export const keyboard: Keys[] = [
  {
    screen: 'settings.keyboard.everywhere',
    keys: [
      { press: ['?'], does: 'settings.keyboard.map' },
      { press: ['Tab'], does: 'settings.keyboard.tab' },
      { press: ['Enter'], does: 'settings.keyboard.enter' },
      { press: ['Esc'], does: 'settings.keyboard.escape' },
      { press: ['←', '→'], does: 'settings.keyboard.tabs' },
    ],
  },
  {
    screen: 'areas.review',
    keys: [
      { press: ['j', '↓'], does: 'settings.keyboard.nextDraft' },
      { press: ['k', '↑'], does: 'settings.keyboard.formerDraft' },
      { press: ['a'], does: 'settings.keyboard.accept' },
      { press: ['e'], does: 'settings.keyboard.correct' },
      { press: ['x'], does: 'settings.keyboard.dismiss' },
      { press: ['1', '2'], does: 'settings.keyboard.reading' },
      { press: ['A'], does: 'settings.keyboard.acceptAll' },
    ],
  },
  {
    screen: 'areas.spend',
    keys: [
      { press: ['j'], does: 'settings.keyboard.nextLine' },
      { press: ['k'], does: 'settings.keyboard.formerLine' },
      { press: ['1', '…', '9'], does: 'settings.keyboard.match' },
      { press: ['o'], does: 'settings.keyboard.other' },
    ],
  },
]
