import { defaultLadder } from '../../shared/inventory/terms/ladder.ts'
import { Budget } from '../../shared/model/client.ts'
import { exponentOf, moneyFromDecimal, moneyToDecimal } from '../../shared/model/money.ts'
import type { FieldValue } from '../../shared/model/observation.ts'
import { readDays } from '../ui/alert-days.ts'
import { decimalOf, readCount } from '../ui/read-input.ts'

/** What was typed: a value, null where nothing is said, undefined where it is none. */
type Read = (text: string, currency?: string) => FieldValue | null | undefined

/** What people say of a client, as one line of text each. */
export type ClientFact = {
  field: 'name' | 'budget' | 'lead' | 'domains' | 'alertDays' | 'domainAlertDays' | 'certificateAlertDays' | 'holidays'
  placeholder: string
  read: Read
}

const day = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/
const domain = /^[\p{L}\p{N}]([\p{L}\p{N}-]*[\p{L}\p{N}])?(\.[\p{L}\p{N}]([\p{L}\p{N}-]*[\p{L}\p{N}])?)+$/u

/** Separated by commas, semicolons or spaces; each once. */
const listOf =
  (isOne: RegExp): Read =>
  (text) => {
    const all = [
      ...new Set(
        text
          .toLowerCase()
          .split(/[\s,;]+/)
          .filter(Boolean),
      ),
    ]
    if (all.length === 0) return null
    return all.every((each) => isOne.test(each)) ? all.sort() : undefined
  }

/** "24,000" in the client's currency, or in the one that is said: "24000 CHF". */
const readBudget: Read = (text, currency = '') => {
  if (text.trim() === '') return null
  const [, amount = '', code = currency] = /^(.*?)\s*([A-Za-z]{3})?$/.exec(text.trim()) ?? []
  const said = code.toUpperCase()
  if (!/^[A-Z]{3}$/.test(said)) return undefined
  // Where there are three decimals, "24,000" may be twenty-four.
  const whole = exponentOf(said) === 3 ? undefined : readCount(amount)
  const decimal = whole === undefined ? decimalOf(amount) : String(whole)
  const money = decimal === undefined ? undefined : moneyFromDecimal(decimal, said)
  return money !== undefined && money.minor > 0 ? money : undefined
}

const ladder = defaultLadder.join(', ')

/** A client is never without one. */
export const nameFact: ClientFact = {
  field: 'name',
  placeholder: '',
  read: (text) => {
    const name = text.trim()
    return name !== '' && name.length <= 500 ? name : undefined
  },
}

/** Beside the currency that it is in. */
export const budgetFact: ClientFact = { field: 'budget', placeholder: '24000', read: readBudget }

export const clientFacts: ClientFact[] = [
  { field: 'lead', placeholder: '', read: (text) => text.trim() || null },
  { field: 'domains', placeholder: 'contoso.com, contoso.de', read: listOf(domain) },
  { field: 'alertDays', placeholder: ladder, read: readDays },
  { field: 'domainAlertDays', placeholder: ladder, read: readDays },
  { field: 'certificateAlertDays', placeholder: '', read: readDays },
  { field: 'holidays', placeholder: '2027-01-01, 2027-12-25', read: listOf(day) },
]

export function factText(value: FieldValue | null | undefined): string {
  if (Array.isArray(value)) return value.join(', ')
  const budget = Budget.safeParse(value)
  if (budget.success) return `${moneyToDecimal(budget.data).replace(/\.0+$/, '')} ${budget.data.currency}`
  return typeof value === 'string' ? value : ''
}
