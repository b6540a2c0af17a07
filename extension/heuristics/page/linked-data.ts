import type { Block, Line } from '../../connector-kit/material.ts'

/**
 * Invoices that a page describes to machines: JSON-LD, and microdata around its own text, in the words of schema.org
 * (https://schema.org/Invoice). Products and offers are left alone: a page that describes them is a shop, not a console.
 */
export function linkedInvoices(document: Document): Block[] {
  // One look through the page for both.
  const found = [...document.querySelectorAll(`${linked}, [itemscope][itemtype$="schema.org/Invoice"]`)]
  const scripts = found.filter((element) => element.matches(linked)).slice(0, maxItems)
  const described = scripts.flatMap(({ textContent }) => invoicesIn(parsed(textContent ?? ''), 0))
  const marked = found.filter((element) => !element.matches(linked)).slice(0, maxItems)
  return [...described, ...marked.map(propertiesOf)].slice(0, maxItems).flatMap(cardOf)
}

const linked = 'script[type="application/ld+json"]'
const maxItems = 200
const maxChars = 256 * 1024
const maxDepth = 6

type Thing = Record<string, unknown>
const isThing = (value: unknown): value is Thing => value !== null && typeof value === 'object' && !Array.isArray(value)

function parsed(text: string): unknown {
  if (text.length > maxChars) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Lists of things, a graph of them, or one that is part of another. */
function invoicesIn(value: unknown, depth: number): Thing[] {
  if (depth > maxDepth) return []
  if (Array.isArray(value)) return value.slice(0, maxItems).flatMap((each) => invoicesIn(each, depth + 1))
  if (!isThing(value)) return []
  const types = [value['@type']].flat()
  if (types.some((type) => type === 'Invoice' || type === 'https://schema.org/Invoice')) return [value]
  return Object.values(value).flatMap((part) => invoicesIn(part, depth + 1))
}

/** The properties of a marked element; of a thing within it only its own. */
function propertiesOf(element: Element): Thing {
  const found: Thing = {}
  for (const each of [...element.querySelectorAll('[itemprop]')].slice(0, maxItems)) {
    const owner = each.parentElement?.closest('[itemscope]')
    const name = each.getAttribute('itemprop') ?? ''
    const value = each.getAttribute('content') ?? each.getAttribute('datetime') ?? each.getAttribute('href')
    if (owner === element)
      found[name] = each.hasAttribute('itemscope') ? propertiesOf(each) : (value ?? each.textContent ?? '')
  }
  return found
}

/** What schema.org calls the states of a payment, in the words that bills use. */
const states = new Map([
  ['PaymentComplete', 'Paid'],
  ['PaymentAutomaticallyApplied', 'Paid'],
  ['PaymentDue', 'Open'],
  ['PaymentPastDue', 'Past due'],
  ['PaymentDeclined', 'Failed'],
])

function cardOf(invoice: Thing): Block[] {
  const due = isThing(invoice.totalPaymentDue) ? invoice.totalPaymentDue : {}
  const provider = isThing(invoice.provider) ? invoice.provider.name : invoice.provider
  const number = invoice.confirmationNumber ?? invoice.identifier ?? invoice['@id']
  const state = text(invoice.paymentStatus)?.split('/').at(-1) ?? ''
  const amount = text(due.price ?? due.value)
  const currency = text(due.priceCurrency ?? due.currency)
  const lines: [string, string | undefined][] = [
    ['Invoice number', text(number)],
    ['Due date', text(invoice.paymentDueDate ?? invoice.paymentDue)?.slice(0, 10)],
    ['Total', amount && currency ? `${amount} ${currency}` : undefined],
    ['Status', states.get(state)],
    ['Issuer', text(provider)],
  ]
  const said = lines.flatMap(([label, value]): Line[] => (value === undefined ? [] : [{ label, text: value }]))
  return text(number) && said.length > 1 ? [{ kind: 'card', near: ['Invoice'], title: '', lines: said }] : []
}

const text = (value: unknown): string | undefined => {
  const said = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : ''
  return said === '' ? undefined : said.slice(0, 300)
}
