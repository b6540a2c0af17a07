import { groupsOf, has } from './attributes.ts'

const silent = new Set(['hidden', 'password', 'search', 'submit', 'reset', 'button', 'image', 'file', 'color', 'range'])
const switches = new Set(['checkbox', 'radio'])
const switchRoles = new Set(['switch', 'checkbox', 'radio', 'menuitemcheckbox'])

/** What the state of a switch reads as: a word that no language of the page gives another meaning. */
const state = (on: boolean) => (on ? 'on' : 'off')

/** The value a form control shows, '' for one that shows none; undefined where the element is no control. */
export function controlText(element: Element): string | undefined {
  switch (element.localName) {
    case 'input':
      return inputText(element as HTMLInputElement) // its name says so; instanceof fails across frames
    case 'textarea':
      return (element as HTMLTextAreaElement).value // as above
    case 'select':
      return chosen(element as HTMLSelectElement) // as above
    default:
      return switched(element)
  }
}

function inputText(input: HTMLInputElement): string {
  if (switches.has(input.type)) return input.type === 'radio' && !input.checked ? '' : state(input.checked)
  return silent.has(input.type) ? '' : input.value
}

const chosen = (select: HTMLSelectElement): string =>
  [...select.selectedOptions].map((option) => option.textContent.trim()).join(', ')

function switched(element: Element): string | undefined {
  const role = roleOf(element)
  if (!switchRoles.has(role)) return undefined
  const checked = element.getAttribute('aria-checked')
  return checked === 'mixed' ? 'mixed' : state(checked === 'true')
}

/** A box that selects a row or all rows for an action: no fact about the thing. */
export const isSwitch = (element: Element): boolean =>
  (element.localName === 'input' && switches.has((element as HTMLInputElement).type)) || // as in controlText
  switchRoles.has(roleOf(element))

const roleOf = (element: Element): string => (groupsOf(element) & has.role ? (element.getAttribute('role') ?? '') : '')

/** Something to press. Its words say what could be done, not what is. */
export function isButton(element: Element): boolean {
  const name = element.localName
  if (name === 'button' || roleOf(element) === 'button') return !isSwitch(element)
  return name === 'a' && /(^|\s|-)(btn|button)(\s|-|$)/i.test(element.getAttribute('class') ?? '')
}
