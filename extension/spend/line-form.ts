import { addDays } from '../../shared/model/calendar.ts'
import type { Charge } from '../../shared/model/charge.ts'
import { exponentOf, moneyFromDecimal, moneyToDecimal } from '../../shared/model/money.ts'
import type { Fields } from '../../shared/model/observation.ts'
import { decimalOf } from '../ui/read-input.ts'

/** What a person has before them on a paper bill, as it is typed. The last day is covered, as people say it. */
export type Typed = {
  vendor: string
  invoice: string
  description: string
  amount: string
  currency: string
  billedOn: string
  from: string
  to: string
  quantity: string
  category: string
}
export type Wrong = 'vendor' | 'amount' | 'currency' | 'billedOn' | 'to' | 'quantity'

export const blankLine = (currency: string | null): Typed => ({
  vendor: '',
  invoice: '',
  description: '',
  amount: '',
  currency: currency ?? '',
  billedOn: '',
  from: '',
  to: '',
  quantity: '',
  category: '',
})

/** A charge as it would have been typed. */
export function typedOf(charge: Charge, vendor: string): Typed {
  const { publisher, provider, invoiceIssuer, billedCost, chargePeriodStart: from = '', chargePeriodEnd } = charge
  return {
    vendor: publisher ?? provider ?? invoiceIssuer ?? vendor,
    invoice: charge.invoiceId ?? '',
    description: charge.description ?? '',
    amount: billedCost ? moneyToDecimal(billedCost) : '',
    currency: billedCost?.currency ?? '',
    billedOn: charge.billedOn ?? '',
    from,
    to: chargePeriodEnd ? addDays(chargePeriodEnd, -1) : '',
    quantity: charge.quantity === undefined ? '' : String(charge.quantity),
    category: charge.category ?? '',
  }
}

/** The fields of the charge, or which of what was typed cannot be one. Nothing is guessed. */
export function readLine(typed: Typed): { ok: true; fields: Fields } | { ok: false; wrong: Wrong[] } {
  const said = (text: string) => text.trim()
  const amount = amountOf(typed)
  const money = amount === undefined ? undefined : moneyFromDecimal(amount, said(typed.currency).toUpperCase())
  const quantity = quantityOf(typed.quantity)
  const wrong: Wrong[] = [
    ...(said(typed.vendor) === '' ? (['vendor'] as const) : []),
    ...(isCode(typed) ? [] : (['currency'] as const)),
    ...(amount === undefined || (isCode(typed) && !money) ? (['amount'] as const) : []),
    ...(typed.billedOn === '' && typed.from === '' ? (['billedOn'] as const) : []),
    ...(typed.to !== '' && (typed.from === '' || typed.to < typed.from) ? (['to'] as const) : []),
    ...(quantity === undefined && said(typed.quantity) !== '' ? (['quantity'] as const) : []),
  ]
  if (wrong.length > 0 || money === undefined) return { ok: false, wrong: wrong.length > 0 ? wrong : ['amount'] }
  const texts = { publisher: typed.vendor, invoiceId: typed.invoice, description: typed.description }
  const fields: Fields = { billedCost: money }
  for (const [field, text] of Object.entries({ ...texts, category: typed.category }))
    if (said(text) !== '') fields[field] = said(text)
  if (typed.billedOn !== '') fields.billedOn = typed.billedOn
  if (typed.from !== '') fields.chargePeriodStart = typed.from
  if (typed.to !== '') fields.chargePeriodEnd = addDays(typed.to, 1)
  if (quantity !== undefined) fields.quantity = quantity
  return { ok: true, fields }
}

const isCode = ({ currency }: Typed): boolean => /^[A-Za-z]{3}$/.test(currency.trim())

/** "1.234" may be a thousand, but where the currency has three decimals a bill writes them all. */
function amountOf({ amount, currency }: Typed): string | undefined {
  const text = amount.trim()
  const fine = exponentOf(currency.trim().toUpperCase()) === 3 && /^-?\d{1,12}\.\d{3}$/.test(text)
  return fine ? text : decimalOf(text)
}

function quantityOf(text: string): number | undefined {
  const decimal = decimalOf(text.trim())
  return decimal === undefined ? undefined : Number(decimal)
}
