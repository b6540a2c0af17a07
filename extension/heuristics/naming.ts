import { getDomain, getDomainWithoutSuffix } from 'tldts'
import { resolveVendor } from '../../shared/vendor-directory/index.ts'
import type { Draft, Facts } from './draft.ts'
import { has, put } from './draft.ts'
import { readLabel } from './lexicon.ts'
import { isOpaque } from './values/shape.ts'

/**
 * The name of whoever runs the console, by its host: what a person would write who sees no other. A host that the client
 * runs by itself (an address, a bare name) says nothing.
 */
export function vendorNameOf(url: string, title = '', own: ReadonlySet<string> = new Set()): string | null {
  const host = hostIn(url)
  if (host && isTheirs(url, host, own))
    return runByThemselves(host) ?? knownIn(title) ?? siteIn(title, host, own) ?? null
  const label = host && getDomain(host) ? getDomainWithoutSuffix(host) : null
  if (!host || !label || label.startsWith('xn--')) return null
  return (
    resolveVendor(host)?.name ??
    knownIn(title) ??
    siteIn(title, host) ??
    ofItsApi(host, label) ??
    runByThemselves(host) ??
    capitalized(label)
  )
}

/** A port of its own, or the domain of the people in the console: the client runs it, and its host names the client. */
const isTheirs = (url: string, host: string, own: ReadonlySet<string>): boolean =>
  !resolveVendor(host) &&
  (/^https?:\/\/[^/?#]*:(?!(?:80|443)(?:[/?#]|$))\d/i.test(url) || own.has(getDomain(host) ?? ''))

/** `api.acmeapis.com`, `hub.acmeapi.com`: the vendor at the same name without the word for its interface. */
function ofItsApi(host: string, label: string): string | undefined {
  const short = /^(.{3,})(?:-?apis?)$/.exec(label)?.[1]
  const domain = short && getDomain(host)?.replace(label, short)
  return short && domain ? (resolveVendor(domain)?.name ?? capitalized(short)) : undefined
}

/** `gitlab.client.example`: the client runs a product whose vendor is known by the name in front. */
function runByThemselves(host: string): string | undefined {
  const [first = ''] = host.split('.')
  return host.split('.').length > 2 && first.length >= 4 && !commonLabels.has(first)
    ? resolveVendor(`${first}.com`)?.name
    : undefined
}

/** What the vendor of this host does, in the directory's words: "domains", "identity", "payments" … */
export const categoriesOf = (url: string): readonly string[] => resolveVendor(hostIn(url) ?? '')?.categories ?? []

/** "Plan – Acme Cloud" at `acme-cloud.com`, "License · GitLab" at `gitlab.client.example`: the part of the title that the host repeats. */
function siteIn(title: string, host: string, own: ReadonlySet<string> = new Set()): string | undefined {
  // Where the domain is the client's own, only what stands before it can be a product.
  const domain = getDomain(host) ?? ''
  const labels = (own.has(domain) ? host.slice(0, -domain.length) : host)
    .split('.')
    .slice(0, -1)
    .filter((label) => label.length >= 3 && !commonLabels.has(label))
  const close = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '')
  const parts = title
    .slice(0, 300)
    .split(separated)
    .map((part) => part.trim())
  return parts.reverse().find((part) => {
    const words = [close(part), ...part.split(/\s+/).map(close)]
    return part !== '' && part.length <= 60 && labels.some((label) => words.includes(close(label)))
  })
}

/** "Settings - n8n" at a host that nobody knows: titles end in the name of what runs there. */
function knownIn(title: string): string | undefined {
  const parts = title.slice(0, 300).split(separated)
  return parts.length > 1 ? resolveVendor(parts.at(-1)?.trim() ?? '')?.name : undefined
}
const separated = /\s+[|·–—‹›:•-]+\s+|\s*(?:::|\/\/)\s*/

const commonLabels = new Set(
  'www app admin console portal account accounts login manage dashboard billing secure mail webmail support help shop store news cloud status docs blog'.split(
    ' ',
  ),
)

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

/** A page about one thing carries its name as a heading: one that says nothing about what kind of page it is. */
export function nameByHeading(draft: Draft, { table, lexicons }: Facts): void {
  if (table.source !== 'page' || has(draft, 'product', 'plan', 'sku')) return
  const name = table.near.find((heading) => {
    const { concepts, unknown } = readLabel(heading, lexicons)
    return (
      heading.length <= 60 && !pages.test(heading.trim()) && (concepts.length === 0 || unknown > concepts.length * 2)
    )
  })
  if (name !== undefined) put(draft, 'product', name, 'heading', name)
}

/** What consoles call their own pages: no thing has such a name. */
const pages =
  /^(?:(?:my |account |general )?(?:settings?|overview|dashboard|home|preferences|details|summary|administration|admin|manage|profile|account)|(?:konto)?einstellungen|übersicht|verwaltung|zusammenfassung|paramètres|réglages|aperçu|tableau de bord|mon compte|configuración|ajustes|resumen|panel|mi cuenta|configurações|visão geral|painel|minha conta|impostazioni|panoramica|riepilogo|il mio account|instellingen|overzicht|mijn account|inställningar|översikt|mitt konto|indstillinger|oversigt|min konto|ustawienia|przegląd|podsumowanie|moje konto|設定|概要|ホーム|ダッシュボード|设置|概览|概述|首页)$/i

/** The locator of what only the address told. */
export const atHost = 'host of the page'

/** Where nothing names the product, it is the console's own; the evidence says that the host told it. */
export function nameByHost(draft: Draft, facts: Facts): void {
  if (facts.vendorName === null || has(draft, 'product')) return
  const { sku } = draft.fields
  // A part number that people can read names the product by itself.
  const named = typeof sku === 'string' && !isOpaque(sku) && !has(draft, 'plan')
  // A service that bills for others sells what its customers make: a plan there is not its own.
  const bills = has(draft, 'plan') && categoriesOf(facts.context.pageUrl ?? facts.context.url).includes('payments')
  if (named || bills) return
  put(draft, 'product', facts.vendorName, atHost, hostIn(facts.context.pageUrl ?? facts.context.url) ?? '')
}
