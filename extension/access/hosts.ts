import { browser } from 'wxt/browser'
import { isTaught } from '../../shared/model/taught.ts'
import type { Connector } from '../connector-kit/define.ts'
import { connectorsFor } from '../connector-kit/match.ts'
import { realAddress } from '../connector-kit/practice.ts'
import { connectors } from '../connectors/index.ts'
import { covers, patternOfPage, patternsOf } from './patterns.ts'

/** A console that Stocktake knows, as the list of vendors shows it. */
export type Vendor = { connector: Connector; patterns: string[]; allowed: boolean; taught: boolean }

/** The host patterns that the person has allowed. Never the whole web, even where the browser was told so elsewhere. */
export async function allowedHosts(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll()
  return origins.filter((pattern) => /^https?:\/\/(\*\.)?[^/*]+\//.test(pattern))
}

export async function isAllowed(url: string): Promise<boolean> {
  return (await allowedHosts()).some((pattern) => covers(pattern, url))
}

/** Those that ship with the extension and, of the workspace, those that were taught: a host is allowed for both alike. */
export async function vendorList(known: Connector[] = connectors): Promise<Vendor[]> {
  const allowed = await allowedHosts()
  return known
    .filter((connector) => connector.matches.length > 0)
    .map((connector) => ({ connector, patterns: patternsOf(connector) }))
    .map((vendor) => ({
      ...vendor,
      taught: isTaught(vendor.connector.id),
      allowed: vendor.patterns.every((pattern) => allowed.some((granted) => covers(granted, pattern))),
    }))
}

/** The console that a page belongs to, where Stocktake knows it by name. */
export const consoleOf = (url: string): Connector | undefined =>
  connectorsFor(realAddress(url), connectors).find((connector) => connector.matches.length > 0)

const patternsFor = (what: Connector | string): string[] => {
  const connector = typeof what === 'string' ? consoleOf(what) : what
  if (connector) return patternsOf(connector)
  const pattern = typeof what === 'string' ? patternOfPage(what) : undefined
  return pattern === undefined ? [] : [pattern]
}

/**
 * Asks the browser to ask the person: for a console by name, or for the page at an address. Call it straight from the
 * click, before any await, or the browser refuses.
 */
export async function requestVendor(what: Connector | string): Promise<boolean> {
  const origins = patternsFor(what)
  return origins.length > 0 && (await browser.permissions.request({ origins }))
}

export async function withdrawVendor(what: Connector | string): Promise<boolean> {
  const origins = patternsFor(what)
  return origins.length > 0 && (await browser.permissions.remove({ origins }))
}
