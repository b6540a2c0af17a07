import type { Fields } from '../../shared/model/observation.ts'
import type { CapturedType } from '../../shared/model/record-type.ts'
import type { Material } from './material.ts'

/** Names of the pure functions text → value that a source may use; readers.ts has them all. */
export type ReaderName =
  | 'text'
  | 'count'
  | 'amount'
  | 'day'
  | 'yesNo'
  | 'email'
  | 'subscriptionStatus'
  | 'assignmentStatus'
  | 'billingPeriod'
  | 'microsoftProduct'

/**
 * One place a field may come from. Data only, so that a taught connector is the same thing as a built-in one.
 * - json: a path in the row (or, with a leading `/`, in the whole response): `prepaidUnits.enabled`, `/team/id`
 * - url: a named group of a path pattern: the `{org}` of `https://github.com/orgs/{org}/*`
 * - text: a selector on the page
 * - constant: a fact about the console, not about the client (the product's name)
 */
export type Source =
  | { from: 'json'; path: string; read: Reader }
  | { from: 'url'; name: string; read: Reader }
  | { from: 'text'; selector: string; read: Reader }
  | { from: 'constant'; value: string | number | boolean }

/** A reader, where needed with words of the vendor (`{ ENABLED: 'active' }`) or a unit (`cents`, `micros`, epoch `seconds`). */
export type Reader = {
  name: ReaderName
  words?: Record<string, string | number | boolean>
  unit?: 'cents' | 'micros' | 'seconds' | 'milliseconds'
  currencyPath?: string
}

/** One kind of record that a console shows. The first source of a field that answers wins. */
export type RecordRule = {
  type: CapturedType
  /** Name of the response and path of the list in it: `users:/members`; `billing:/` for a single object. Absent: the page as a whole. */
  rows?: string
  /** Rows count only where this holds: a path and the values it must (or must not) have. */
  where?: {
    path: string
    in?: (string | number | boolean)[]
    notIn?: (string | number | boolean)[]
    present?: boolean
  }[]
  /** Fields that make the row's identity within the vendor account, e.g. ['sku']. */
  key: string[]
  fields: Record<string, Source | Source[]>
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
  /** Responses by name: patterns of host and path, `*` within a segment, `**` over several, `{name}` captured. */
  responses?: Record<string, string>
  /** Whose tenant it is; the first that answers. `in` names the response that it is read from. */
  account?: { id: (Source & { in?: string })[]; name?: (Source & { in?: string })[] }
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
}

export const defineConnector = (connector: Connector): Connector => connector
