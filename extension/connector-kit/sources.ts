import type { CellPlace, Condition, Reader, RecordRule, Source } from './define.ts'

/** Readers as connectors write them: `json('seats.total', count)`, `json('status', status({ ENABLED: 'active' }))`. */
export const count: Reader = { name: 'count' }
export const day: Reader = { name: 'day' }
export const email: Reader = { name: 'email' }
export const guid: Reader = { name: 'guid' }
export const yesNo: Reader = { name: 'yesNo' }
export const label: Reader = { name: 'text' }
export const list: Reader = { name: 'list' }
export const microsoftProduct: Reader = { name: 'microsoftProduct' }
export const microsoftSku: Reader = { name: 'microsoftSku' }

export const epoch = (unit: 'seconds' | 'milliseconds', name: 'day' | 'lastDay' = 'day'): Reader => ({ name, unit })
/** Several words of one meaning: `meaning('active', 'ACTIVE', 'RECOVERY')`. */
export const meaning = <T>(value: T, ...vendorWords: string[]): Record<string, T> =>
  Object.fromEntries(vendorWords.map((word) => [word, value]))
export const lower: Reader = { name: 'text', lower: true }
export const words = (meanings: Record<string, string | number | boolean>): Reader => ({
  name: 'text',
  words: meanings,
})
export const flag = (meanings: Record<string, boolean>): Reader => ({ name: 'yesNo', words: meanings })
export const status = (meanings: Record<string, string>): Reader => ({ name: 'subscriptionStatus', words: meanings })
export const accountStatus = (meanings: Record<string, string>): Reader => ({
  name: 'assignmentStatus',
  words: meanings,
})
/** Without the vendor's words: `monthly`, `yearly`, `P1M` are words of their own. */
export const period = (meanings?: Record<string, string>): Reader => ({
  name: 'billingPeriod',
  ...(meanings ? { words: meanings } : {}),
})
export const amount = (currencyPath: string, unit?: 'cents' | 'micros'): Reader => ({
  name: 'amount',
  currencyPath,
  ...(unit ? { unit } : {}),
})
/** So many of a unit: `periods('recurring.interval_count')` beside `recurring.interval`. */
export const periods = (countPath: string): Reader => ({ name: 'billingPeriod', countPath })
/** The value within a sentence: `said('minimum length {}')`. */
export const said = (say: string): Reader => ({ name: 'text', say })
export const before = (mark: string): Reader => ({ name: 'text', before: mark })
export const after = (mark: string): Reader => ({ name: 'text', after: mark })

export const json = (path: string, read: Reader = label): Extract<Source, { from: 'json' }> => ({
  from: 'json',
  path,
  read,
})
/** A path that means what we read only where the row says so: `onlyWhen({ path: 'status', in: ['Enabled'] }, json(…))`. */
export const onlyWhen = (
  condition: Condition,
  source: Extract<Source, { from: 'json' }>,
): Extract<Source, { from: 'json' }> => ({
  ...source,
  when: [...(source.when ?? []), condition],
})
export const text = (selector: string, read: Reader = label): Source => ({ from: 'text', selector, read })
/** Within a row of a list on the page: `cell({ heading: ['Seats'] }, count)`. */
export const cell = (at: CellPlace, read: Reader = label): Extract<Source, { from: 'cell' }> => ({
  from: 'cell',
  at,
  read,
})
/** As people write it in the page's language: `shown('subscription.endsOn')`. */
export const shown = (as: string): Reader => ({ name: 'shown', as })
export const url = (name: string, read: Reader = label): Source => ({ from: 'url', name, read })
export const constant = (value: string | number | boolean): Source => ({ from: 'constant', value })
export const join = (between: string, ...parts: Source[]): Source => ({ from: 'join', between, parts })
/** A source that stands in another response than the row: `within('organization', json('/value/0/id'))`. */
export const within = (response: string, source: Source): Source & { in: string } => ({ ...source, in: response })

/** One kind of record: its rows, its key (with what else narrows it), its fields. */
export const rule = (
  type: RecordRule['type'],
  rows: string,
  key: RecordRule['key'] | Omit<RecordRule, 'type' | 'rows' | 'fields'>,
  fields: RecordRule['fields'],
): RecordRule => ({ type, rows, ...(Array.isArray(key) ? { key } : key), fields })

/** A setting as one path tells it, where it is told: `setting('org:/', 'mfa', 'Second factor required', 'mfa_required')`. */
export const setting = (
  rows: string,
  area: string,
  title: string,
  path: string,
  states: Record<string, string> = { true: 'enforced', false: 'disabled' },
): RecordRule =>
  rule(
    'control',
    rows,
    { key: ['title'], where: [{ path, present: true }] },
    { title: constant(title), area: constant(area), state: json(path, words(states)) },
  )

/** What is said of a row by the first of these flags that it has: `firstTrue({ is_owner: 'owner', is_admin: 'admin' })`. */
export const firstTrue = (meanings: Record<string, string>): Source[] =>
  Object.entries(meanings).map(([path, meaning]) => json(path, words({ true: meaning })))
