import type { PersonKind } from '../../model/person.ts'
import { folded } from '../names.ts'
import { homeOf, isGuest } from './guest.ts'
import { serviceWords, sharedWords } from './role-words.ts'

/** Where a kind comes from: a person's word, or only the look of the address. */
export type Kind = { kind: PersonKind; from: 'stated' | 'address' }

/** It is a look, not a fact: a person's word stands before it. */
export function kindByAddress(email: string, ownDomains: ReadonlySet<string>): Kind | undefined {
  const kind = lookOf(email.trim().toLowerCase(), ownDomains)
  return kind && { kind, from: 'address' }
}

function lookOf(email: string, own: ReadonlySet<string>): PersonKind | undefined {
  const home = isGuest(email) ? homeOf(email) : undefined
  // A guest from one of the client's own domains is at home in another of its tenants.
  if (home !== undefined) return own.size > 0 && isOwn(domainOf(home), own) ? undefined : 'external'
  if (isGuest(email)) return 'external'
  const local = withoutAccents(email.slice(0, Math.max(0, email.lastIndexOf('@'))))
  if (isService(local)) return 'service'
  if (isShared(local)) return 'shared'
  if (/^(?:ext|extern|external)[._-]./.test(local) || /.[._-](?:ext|extern|external)$/.test(local)) return 'external'
  const domain = domainOf(email)
  // Every tenant has such a domain, and it does not say whose tenant it is.
  if (domain.endsWith('.onmicrosoft.com')) return undefined
  return own.size > 0 && !isOwn(domain, own) ? 'external' : undefined
}

/** Most have none, and folding costs. */
const withoutAccents = (local: string): string => (/^[\x21-\x7e]*$/.test(local) ? local : folded(local))

const domainOf = (email: string): string => email.slice(email.lastIndexOf('@') + 1)

/** `svc-backup`, `sa_sql`, `sync_dc01_3f7c0a528d1e`, `do.not.reply`, `scanner2`. */
function isService(local: string): boolean {
  if (/^(?:svc|sa[-_]|bot[-_.]|service[-_.]?account|sync_)|[-_.]bot$|^msol_/.test(local)) return true
  const words = wordsOf(local)
  return serviceWords.has(words.join('')) || isOnly(words, serviceWords)
}

/** `it-support`, `info.de`, `sales2`: words of jobs, beside which only a country or a number stands. */
const isShared = (local: string): boolean => isOnly(wordsOf(local), sharedWords)

const isOnly = (words: string[], known: ReadonlySet<string>): boolean =>
  words.some((word) => known.has(word)) && words.every((word) => known.has(word) || isPlace(word))

const wordsOf = (local: string): string[] => local.split(/\d*[._+-]|\d+$/)
const isPlace = (word: string): boolean => /^[a-z]{0,2}$/.test(word)

/** A domain, and everything below it. */
function isOwn(domain: string, own: ReadonlySet<string>): boolean {
  for (let rest = domain; rest.includes('.'); rest = rest.slice(rest.indexOf('.') + 1)) if (own.has(rest)) return true
  return false
}
