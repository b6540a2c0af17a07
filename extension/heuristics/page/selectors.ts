import { into } from '../../connector-kit/selector.ts'
import { hostOf, isDocument, type Root, rootOf, selected } from './roots.ts'
import { isElement, isFrame } from './visible.ts'

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

/** The way to an element child by child; undefined where it is what it shall be within, or too far. Of a document: its body. */
export function pathWithin(outer: Element | Root, element: Element): string | undefined {
  const [top, name] = isDocument(outer) ? [outer.body, 'body'] : [outer, ':scope']
  const steps: string[] = []
  for (let at = element; at !== top; ) {
    const parent = at.parentNode
    if (!parent || steps.length >= 10) return undefined
    steps.unshift(`${at.localName}:nth-child(${[...parent.children].indexOf(at) + 1})`)
    if (parent === top) break
    if (!isElement(parent)) return undefined
    at = parent
  }
  return steps.length === 0 ? undefined : `${name} > ${steps.join(' > ')}`
}

/**
 * The way into the root in which an element stands, from outside of it: a selector for each host and frame on the way,
 * each followed by the step into it. '' where it stands in no other root; undefined where it does not stand within.
 */
export function wayInto(outer: Element | Root, element: Element): string | undefined {
  const own = isElement(outer) ? rootOf(outer) : outer
  let way = ''
  for (let root = rootOf(element); root !== own; ) {
    const host = root && hostOf(root)
    root = host && rootOf(host)
    if (!host || !root) return undefined
    const scope = root === own ? outer : root
    const selector = host === outer ? ':scope' : hostSelector(scope, host)
    if (selector === undefined) return undefined
    way = `${selector}${into}${way}`
  }
  return way
}

function hostSelector(scope: Element | Root, host: Element): string | undefined {
  const named = [
    ...selectorOf(host).map(({ selector }) => selector),
    ...(isCustom(host) || isFrame(host) ? [host.localName] : []),
  ]
  const alone = named.find((selector) => {
    const found = selected(scope, selector)
    return found.length === 1 && found[0] === host
  })
  return alone ?? pathWithin(scope, host)
}

/** A custom element's name is the one that its makers gave it, and outlives most of what stands around it. */
export const isCustom = ({ localName }: Element): boolean => localName.includes('-')
