/** Selectors for one element, from what outlives a redesign to what does not. */
export type Candidate = { kind: 'stable' | 'class'; selector: string }

const dataNames =
  /^(?:data-(?:testid|test|test-id|qa|cy|field|column|col|key|name|id|automation-id|automationid)|itemprop)$/

/** Ids and classes that a build or a framework made up: another one next week. */
export const isHashed = (name: string): boolean =>
  /\d{2}|[A-Za-z]\d[A-Za-z]|^:|:$|^(css|sc|jss|ember|react|radix|mui|svelte|ng)-|_[A-Za-z0-9]{5,}$|^_|^[a-z]{1,2}$/.test(
    name,
  )

export function selectorOf(element: Element): Candidate[] {
  const data = [...element.attributes]
    .filter(({ name, value }) => dataNames.test(name) && value !== '' && value.length <= 80 && !isHashed(value))
    .map(({ name, value }): Candidate => ({ kind: 'stable', selector: `[${name}="${CSS.escape(value)}"]` }))
  const id: Candidate[] =
    element.id !== '' && !isHashed(element.id) ? [{ kind: 'stable', selector: `#${CSS.escape(element.id)}` }] : []
  const classes = [...element.classList]
    .filter((name) => !isHashed(name))
    .map((name): Candidate => ({ kind: 'class', selector: `${element.localName}.${CSS.escape(name)}` }))
  return [...data, ...id, ...classes]
}

/** The way from a row to an element within it, child by child; undefined where it is the row itself or too far. */
export function pathWithin(row: Element, element: Element): string | undefined {
  const steps: string[] = []
  for (let at = element; at !== row; ) {
    const parent = at.parentElement
    if (!parent || steps.length >= 10) return undefined
    steps.unshift(`${at.localName}:nth-child(${[...parent.children].indexOf(at) + 1})`)
    at = parent
  }
  return steps.length === 0 ? undefined : `:scope > ${steps.join(' > ')}`
}
