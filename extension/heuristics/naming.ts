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

export function hostIn(url: string): string | null {
  try {
    const { hostname } = new URL(url)
    return /^[a-z0-9.-]+$/.test(hostname) ? hostname : null
  } catch {
    return null // addresses with placeholders or none at all
  }
}

/** Where nothing names the product, it is the console's own; the evidence says that the host told it. */
export function nameByHost(draft: Draft, facts: Facts): void {
  if (facts.vendorName === null || has(draft, 'product', 'sku')) return
  put(draft, 'product', facts.vendorName, 'host of the page', hostIn(facts.context.pageUrl ?? facts.context.url) ?? '')
}
