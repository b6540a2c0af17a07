import { groupsOf, has, identifying, indexing } from './attributes.ts'

const named = [
  'itemprop',
  'data-field',
  'data-column',
  'data-key',
  'data-testid',
  'data-test',
  'data-qa',
  'col-id',
  'name',
]

/** Class names that arrange or decorate, in the frameworks that many consoles are built with. */
const decoration =
  /^(row|col|cell|flex|grid|d|m[trblxy]?|p[trblxy]?|text|bg|border|rounded|w|h|gap|align|justify|float|pull|font|small|muted|btn|button|card|list|item|table|container|wrapper|content|inner|outer|left|right|center|hidden|visible|active|selected|first|last|odd|even|sortable|sorting|clearfix|icon|fa|fas|far|ng|css|ms|mui|ant|el|v|is|has|js)$/i

/**
 * What programmers call an element: a microdata property, a data attribute, the words of its class names. A hint of last
 * resort that is the same in every language of the page.
 */
export function machineName(element: Element): string {
  for (const name of named) {
    const value = element.getAttribute(name)
    if (value !== null && /[a-z]{2}/i.test(value)) return words(value).slice(0, 60)
  }
  const classes = (element.getAttribute('class') ?? '').split(/\s+/).map(words)
  return classes.find((name) => name !== '')?.slice(0, 60) ?? ''
}

/** `product-status-text` → `product status`; hashed names and decoration give ''. */
function words(name: string): string {
  if (/\d{2}|[A-Za-z]\d[A-Za-z]/.test(name)) return ''
  const parts = name.split(/[\s_\-:.]+|(?<=[a-z])(?=[A-Z])/).filter((part) => /^[a-z]{2,}$/i.test(part))
  return parts
    .filter((part) => !decoration.test(part))
    .join(' ')
    .toLowerCase()
}

/**
 * What makes a row of a list the same row when it is drawn again: `=` and what programmers call it, or `#` and its place
 * in the whole list; '' where nothing tells.
 */
export function rowId(row: Element): string {
  if (!(groupsOf(row) & has.row)) return ''
  for (const name of identifying) {
    const value = row.getAttribute(name)
    if (value !== null && value !== '') return `=${value.slice(0, 200)}`
  }
  for (const name of indexing) {
    const value = row.getAttribute(name)
    if (value !== null && /^\d{1,9}$/.test(value)) return `#${value}`
  }
  return ''
}

/** A person sees a paler or crossed-out card; its class says why. `active` is also what was clicked last. */
const states = new Set(['inactive', 'expired', 'suspended', 'canceled', 'cancelled', 'archived', 'overdue'])

export const stateOf = (element: Element): string =>
  [...element.classList].map((name) => name.replace(/^(?:is|state|status)-+/, '')).find((name) => states.has(name)) ??
  ''
