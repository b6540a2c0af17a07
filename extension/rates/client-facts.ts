import { defaultLadder } from '../../shared/inventory/terms/ladder.ts'
import type { FieldValue } from '../../shared/model/observation.ts'
import { readDays } from '../ui/alert-days.ts'

/** What was typed: a value, null where nothing is said, undefined where it is none. */
type Read = (text: string) => FieldValue | null | undefined

/** What people say of a client beside its name, as one line of text each. */
export type ClientFact = {
  field: 'lead' | 'domains' | 'alertDays' | 'domainAlertDays' | 'certificateAlertDays' | 'holidays'
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

const ladder = defaultLadder.join(', ')

export const clientFacts: ClientFact[] = [
  { field: 'lead', placeholder: '', read: (text) => text.trim() || null },
  { field: 'domains', placeholder: 'contoso.com, contoso.de', read: listOf(domain) },
  { field: 'alertDays', placeholder: ladder, read: readDays },
  { field: 'domainAlertDays', placeholder: ladder, read: readDays },
  { field: 'certificateAlertDays', placeholder: '', read: readDays },
  { field: 'holidays', placeholder: '2027-01-01, 2027-12-25', read: listOf(day) },
]

export const factText = (value: FieldValue | null | undefined): string =>
  Array.isArray(value) ? value.join(', ') : typeof value === 'string' ? value : ''
