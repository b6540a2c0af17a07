/** Groups of attributes by what they may say of an element. */
export const has = { hint: 1, role: 2, style: 4, hiding: 8, class: 16, span: 32, row: 64 } as const

export const hintNames = 'aria-label title alt datetime content data-order data-sort data-value data-tooltip'.split(' ')

/** Attributes that tell rows of a list apart, and those that number them. */
export const identifying = [
  'data-row-id',
  'data-row-key',
  'data-rowkey',
  'data-key',
  'data-id',
  'data-record-id',
  'data-item-id',
]
export const indexing = ['aria-rowindex', 'data-row-index', 'data-rowindex', 'data-index', 'row-index']

const groups = new Map<string, number>([
  ...[...hintNames, 'value'].map((name): [string, number] => [name, has.hint]),
  ...['hidden', 'inert', 'aria-hidden'].map((name): [string, number] => [name, has.hiding]),
  ...['colspan', 'rowspan', 'aria-colindex', 'aria-colspan', 'aria-rowspan'].map((name): [string, number] => [
    name,
    has.span,
  ]),
  ...[...identifying, ...indexing].map((name): [string, number] => [name, has.row]),
  ['role', has.role],
  ['style', has.style],
  ['class', has.class],
])

/**
 * Which groups of attributes an element has. Most elements of a page have none, or a class: one question spares all
 * others. The element at hand is asked by several, one after the other.
 */
export function groupsOf(element: Element): number {
  if (element === asked) return answer
  asked = element
  answer = 0
  if (element.hasAttributes()) for (const name of element.getAttributeNames()) answer |= groups.get(name) ?? 0
  return answer
}
let asked: Element | undefined
let answer = 0

/** The page may have changed since. */
export const forgetAttributes = (): void => {
  asked = undefined
}
