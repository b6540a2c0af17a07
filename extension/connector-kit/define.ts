import type { Fields, FieldValue } from '../../shared/model/observation.ts'
import type { CapturedType } from '../../shared/model/record-type.ts'
import type { Material } from './material.ts'

/** Names of the pure functions value → field value that a source may use; readers.ts has them all. */
export type ReaderName =
  | 'text'
  | 'list'
  | 'count'
  | 'amount'
  | 'day'
  | 'lastDay'
  | 'yesNo'
  | 'email'
  | 'guid'
  | 'subscriptionStatus'
  | 'assignmentStatus'
  | 'billingPeriod'
  | 'microsoftProduct'
  | 'microsoftSku'
  | 'shown'

/**
 * One place a field may come from. Data only, so that a taught connector is the same thing as a built-in one.
 * - json: a path in the row: `prepaidUnits.enabled`, `^.mail` (the row around this one), `@key` (the row's own key in a
 *   map), `.` (the row itself), `status.\.tag` (a dot within a key); or, with a leading `/`, in the whole response:
 *   `/team/id`. `when` says where it may answer
 * - url: a named part of the response's address, else of the page's: the `{org}` of `github.com/orgs/{org}/**`
 * - text: a selector on the page
 * - cell: within the row of a list on the page
 * - constant: a fact about the console, not about the client (the product's name)
 * - join: several of the above in one text; parts that do not answer are left out
 */
export type Source =
  | { from: 'json'; path: string; read: Reader; when?: Condition[] }
  | { from: 'url'; name: string; read: Reader }
  | { from: 'text'; selector: string; read: Reader }
  | { from: 'cell'; at: CellPlace; read: Reader }
  | { from: 'constant'; value: string | number | boolean }
  | { from: 'join'; between: string; parts: Source[] }

/** Where in a row of the page: a selector within it, the heading of its column, or the label beside it; any of these words. */
export type CellPlace = { selector: string } | { heading: string[] } | { label: string[] }

/** By what a rule finds its values on the page; where some of it is gone, the page changed. */
export const wordsOf = (place: CellPlace): string[] =>
  'heading' in place ? place.heading : 'label' in place ? place.label : [place.selector]

/**
 * Where rows stand on the page: those of the table that has the headings which the rule's cells name, every element that
 * a selector finds, or the page as the one row there is.
 */
export type ListPlace = 'table' | 'page' | { selector: string }

/** A reader, where needed with the vendor's words (`{ ENABLED: 'active' }`) or a unit (`cents`, `micros`, epoch `seconds`). */
export type Reader = {
  name: ReaderName
  /** What the vendor's words mean. A word that is not among them is not read: never guess. */
  words?: Record<string, string | number | boolean>
  unit?: 'cents' | 'micros' | 'seconds' | 'milliseconds'
  /** amount: where the ISO 4217 code stands, in the row. */
  currencyPath?: string
  /** billingPeriod: where it stands how many of the unit, in the row: `interval_count` beside `interval`. */
  countPath?: string
  /** Only what stands before this: `_` of `tenant_sku`. Where it is missing, nothing is read. */
  before?: string
  /** Only what stands after the last one of these: `/` of `customers/C03az79cb`. Where it is missing, nothing is read. */
  after?: string
  /** Words that stand for something else than themselves: the `me` of `/accounts/me`. */
  except?: string[]
  /** Where the vendor makes nothing of upper and lower case: names in addresses. */
  lower?: true
  /** text: the sentence to say it in, `{}` for the value: `minimum length {}`. */
  say?: string
  /** shown: the field as which it is read, as people write it in the page's language: `subscription.seatsPurchased`. */
  as?: string
}

/** Rows count only where all of these hold. */
export type Condition = {
  path: string
  in?: (string | number | boolean | null)[]
  notIn?: (string | number | boolean | null)[]
  /** No text that begins with what stands before the `*` and ends with what stands after it: `operator+*@intercom.io`. */
  notLike?: string[]
  /** There and neither null nor ''. */
  present?: boolean
}

/** Whose tenant it is; the first source that answers. `in` names the response that it is read from. */
export type AccountRule = { id: (Source & { in?: string })[]; name?: (Source & { in?: string })[] }

/** One kind of record that a console shows. The first source of a field that answers wins. */
export type RecordRule = {
  type: CapturedType
  /**
   * Name of the response and path of the list in it: `users:/members`; `billing:/` for a single object or a list at the
   * top; a `*` on the way goes through every entry, of a list or a map. Absent: the page as a whole.
   */
  rows?: string
  /** Instead of `rows`: a list that the rendered page shows. */
  list?: ListPlace
  where?: Condition[]
  /**
   * Only rows that are alone (`one`), or not alone (`several`), in having the value at `by` among those that pass
   * `where`; rows of the same `of` are the same one, seen on two pages of the list.
   */
  group?: { by: string; of: string; size: 'one' | 'several' }
  /** What makes the thing the same thing next time, within its vendor account: fields, or sources of their own. */
  key: (string | Source)[]
  fields: Record<string, Source | Source[]>
  /** Where each row tells whose tenant it is: a reseller's list shows many. */
  account?: AccountRule
  /** Path of the number of rows that the console has in all, where it tells: `/total_seats`. */
  total?: string
}

/** The definition for one admin console: where it matches, what it reads. */
export type Connector = {
  id: string
  version: number
  /** Name of the console as the person knows it. */
  name: string
  /** The vendor's registrable domain. */
  vendor: string
  /** Higher wins; the generic reader has 0. */
  priority: number
  /** Hosts the person allows at once, as match patterns: `https://admin.microsoft.com/*`. Never a whole web. */
  matches: string[]
  /** Where a page's own address names the tenant: `github.com/organizations/{org}/**`. */
  pages?: string[]
  /** Responses by name: patterns of host and path, `*` within a segment, `**` over several, `{name}` captured. */
  responses?: Record<string, string | string[]>
  /** A cell of it stands anywhere on the page, and not in a row. */
  account?: AccountRule
  records: RecordRule[]
  /** Only the generic reader: the whole material is its source. Built-in code, never taught. */
  readAll?: (material: Material) => ReadRow[]
}

/** What a reader of whole material finds: values with where they stood. The interpreter turns it into sightings. */
export type ReadRow = {
  type: CapturedType
  key: string
  fields: Fields
  where: Record<string, { locator: string; excerpt: string }>
  /** Fields whose value can mean several things: these things. `where` has them as well. */
  open?: Record<string, FieldValue[]>
  /** How many rows the list has in all from which it comes, where that says so. */
  total?: number
}

/** The same thing read twice: the first reading stands, the second adds what it lacked. */
export function joinRows(first: ReadRow, second: ReadRow): ReadRow {
  const fields = { ...second.fields, ...first.fields }
  const where = { ...second.where, ...first.where }
  const open = { ...second.open, ...first.open }
  return { ...first, fields, where, ...(Object.keys(open).length > 0 ? { open } : {}) }
}

export const defineConnector = (connector: Connector): Connector => connector
