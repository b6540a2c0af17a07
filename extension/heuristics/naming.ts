import { getDomain, getDomainWithoutSuffix } from 'tldts'
import { resolveVendor } from '../../shared/vendor-directory/index.ts'
import type { Draft, Facts } from './draft.ts'
import { has, put } from './draft.ts'

/**
 * The name of whoever runs the console, by its host: what a person would write who sees no other. A host that the client
 * runs by itself (an address, a bare name) says nothing.
 */
export function vendorNameOf(url: string): string | null {
  const host = hostIn(url)
  const label = host && getDomain(host) ? getDomainWithoutSuffix(host) : null
  if (!host || !label || label.startsWith('xn--')) return null
  return resolveVendor(host)?.name ?? capitalized(label)
}

const capitalized = (label: string): string =>
  label
    .split('-')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join(' ')

/** Labels that are placeholders ("{org}.example.com") are passed over: what is left names the vendor as well. */
export function hostIn(url: string): string | null {
  const host = /^https?:\/\/([^/?#]{1,260})/i
    .exec(url)?.[1]
    ?.toLowerCase()
    .replace(/\{[^}]{0,60}\}\.?/g, '')
    .replace(/:\d+$/, '')
  return host && /^[a-z0-9.-]+$/.test(host) ? host : null
}

/** Where nothing names the product, it is the console's own; the evidence says that the host told it. */
export function nameByHost(draft: Draft, facts: Facts): void {
  if (facts.vendorName === null || has(draft, 'product', 'sku')) return
  put(draft, 'product', facts.vendorName, 'host of the page', hostIn(facts.context.pageUrl ?? facts.context.url) ?? '')
}
