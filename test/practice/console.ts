import type { Tenant } from './tenants.ts'

/** What a practice console answers to one of its page's requests. */
export type Answer = { status?: number; json: unknown }

/** One view of a console: what its page fetches, and how it shows that as a table. */
export type View = {
  /** Path of the page, with `{org}` where the vendor's own address names the tenant. */
  path: string
  title: string
  /** The page fetches all of them, and shows the rows of the first. */
  requests: { url: string; by: 'fetch' | 'xhr' }[]
  /** Where the rows are in the first answer; '' where the answer itself is the list, or the one thing shown. */
  rows: string
  columns: { label: string; path: string }[]
}

/** A console of our own making at a vendor's address, whose answers have the shape that the vendor documents. */
export type PracticeConsole = {
  id: string
  name: string
  /** The vendor's real host; it is served as `<host>.localhost`. */
  host: (tenant: Tenant) => string
  views: View[]
  /** Answers a request by its address without scheme and query; undefined where the vendor has no such thing. */
  answer: (address: string, tenant: Tenant, today: Date) => Answer | undefined
  /** HTML for the body, instead of a table made from answers. */
  body?: (path: string, tenant: Tenant, today: Date) => string | undefined
}

/** A day so many days from today, as vendors write it. */
export const inDays = (today: Date, days: number): Date => new Date(today.getTime() + days * 86_400_000)
export const isoDay = (date: Date): string => date.toISOString().slice(0, 10)
