import { redact } from '../../extension/connector-kit/redact.ts'
import { microsoftProduct } from '../../shared/vendor-directory/microsoft-skus.ts'
import { isName, type Kind, kindOf } from './keys.ts'
import { exampleAddress, exampleDomain, exampleGuid, firstName, lastName, Pseudonyms, sameShape } from './pseudonyms.ts'
import * as shapes from './shapes.ts'

type Json = string | number | boolean | null | Json[] | { [key: string]: Json }
type Owner = { email?: string | undefined }

/** Whose console it is; its own hosts stay as they are, and what a subdomain of them names is a tenant. */
export type Vendor = { isOurs: (host: string) => boolean; isFixed: (host: string) => boolean }

/** Makes one session's answers into ones of nobody. First everything is looked at once, then everything is written anew. */
export class Scrubber {
  private readonly made = new Pseudonyms()
  /** Segments of addresses that are the vendor's own: `team.info` is no host there. */
  constructor(
    private readonly vendor: Vendor,
    private readonly ownSegments: ReadonlySet<string>,
  ) {}

  /** A word that names the tenant: what stands in an address where the connector captures it. */
  learnTenant(word: string): void {
    if (word.length >= 3 && !/^(me|self|default|all|current|my_customer|v\d+)$/i.test(word)) this.id(word)
  }

  /** Notes who is who: an e-mail address beside names makes them one person. */
  learn(value: Json, owner: Owner = {}): void {
    if (Array.isArray(value)) for (const entry of value) this.learn(entry, owner)
    else if (value !== null && typeof value === 'object') this.learnObject(value, owner)
  }

  private learnObject(value: { [key: string]: Json }, owner: Owner): void {
    const email = emailIn(value) ?? owner.email
    for (const [key, entry] of Object.entries(value)) {
      if (typeof entry !== 'string' || entry.trim() === '') continue
      const kind = this.kindIn(key, email)
      if (kind === 'person' || kind === 'first' || kind === 'last') this.name(kind, entry, email)
      else if (kind === 'organization') this.organization(entry)
      else if (kind === 'id' && isBare(entry)) this.id(entry)
    }
    for (const entry of Object.values(value)) this.learn(entry, { email })
  }

  /** With an e-mail address beside it a plain `name` is a person's, else perhaps a product's; a `displayName` is anybody's. */
  private kindIn(key: string, email: string | undefined): Kind | undefined {
    const kind = kindOf(key)
    if (email !== undefined) return kind === undefined && isName(key) ? 'person' : kind
    return kind === 'person' ? 'organization' : kind
  }

  scrub(value: Json, key = '', beside: Owner = {}): Json {
    if (Array.isArray(value)) return value.map((entry) => this.scrub(entry, key, beside))
    if (value !== null && typeof value === 'object') {
      const email = emailIn(value) ?? beside.email
      return Object.fromEntries(
        Object.entries(value).map(([name, entry]) => [this.text(name), this.scrub(entry, name, { email })]),
      )
    }
    if (typeof value === 'number') return this.number(value, key)
    return typeof value === 'string' ? this.field(value, this.kindIn(key, beside.email)) : value
  }

  /** Amounts, counts and dates stay; a number that is somebody's name does not. */
  private number(value: number, key: string): number {
    const kind = kindOf(key)
    const isSomebodys = (kind === 'id' || kind === 'phone') && Number.isSafeInteger(value) && value >= 10_000
    return isSomebodys ? Number(this.id(String(value))) : value
  }

  private field(value: string, kind: Kind | undefined): string {
    if (value.trim() === '') return value
    const wholly = (text: string) => shapes.emailShape.test(text) && text.replace(shapes.emailShape, '').trim() === ''
    if (kind === 'secret') return 'removed'
    if (kind === 'note') return 'Example text'
    if (kind === 'phone' || kind === 'street') return this.made.of(kind, value, (n) => sameShape(value, n))
    if (kind === 'login' && !wholly(value)) return this.made.of('login', value, (n) => `person-${n}`)
    if (kind === 'person' || kind === 'first' || kind === 'last' || kind === 'organization')
      return this.made.find(kind === 'organization' ? 'organization' : kind, value) ?? this.text(value)
    return this.text(value)
  }

  /** Any text: whatever in it has a betraying shape, or was somebody's elsewhere. */
  text(original: string): string {
    let text = original
      .replace(shapes.encodedEmailShape, (email) => encodeURIComponent(this.email(decodeURIComponent(email))))
      .replace(shapes.emailShape, (email) => this.email(email))
      .replace(shapes.guidShape, (guid) => this.guid(guid))
    text = redact(text)
      .replace(shapes.ipShape, (ip) =>
        this.made.of('ip', ip, ip.includes(':') ? (n) => `2001:db8::${n}` : exampleAddress),
      )
      .replace(shapes.hostShape, (host) => this.host(host))
      .replace(shapes.phoneShape, (phone) => this.made.of('phone', phone, (n) => sameShape(phone, n)))
      .replace(shapes.tokenShape, (run) =>
        isMadeUp(run) || run.search(shapes.guidShape) >= 0 || !shapes.looksMade(run) ? run : this.id(run),
      )
    for (const kind of ['id', 'person', 'organization'])
      for (const { original: known, pseudonym } of this.made.all(kind))
        if (known.length >= (kind === 'id' ? 3 : 4)) text = replaceWord(text, known, pseudonym)
    return text
  }

  address(url: string): string {
    const { protocol, host, pathname, searchParams } = new URL(url)
    const path = pathname
      .split('/')
      .map((part) => (this.ownSegments.has(part) ? part : encodeURIComponent(this.text(decoded(part)))))
      .join('/')
    const query = [...searchParams].map(
      ([name, value]) => `${name}=${encodeURIComponent(this.queryValue(name, value))}`,
    )
    return `${protocol}//${this.host(host)}${path.replaceAll('%40', '@')}${query.length > 0 ? `?${query.join('&')}` : ''}`
  }

  private queryValue(name: string, value: string): string {
    return kindOf(name) === 'secret' ? 'removed' : this.text(value)
  }

  private email(email: string): string {
    if (isMadeUp(email)) return email
    const n = this.personOf(email)
    const host = email.slice(email.lastIndexOf('@') + 1)
    return `person-${n}@${this.vendor.isOurs(host) ? 'example.com' : this.domain(host)}`
  }

  private guid(guid: string): string {
    // A product's GUID is the vendor's, the same for everybody, and what the case is about.
    return isMadeUp(guid) || microsoftProduct(guid.toLowerCase())
      ? guid
      : this.made.of('guid', guid, (n) => exampleGuid(n, guid))
  }

  private host(host: string): string {
    const domain = shapes.registeredDomain(host)
    if (domain === undefined || isMadeUp(host)) return host
    if (!this.vendor.isOurs(host)) return this.domain(host)
    if (this.vendor.isFixed(host)) return host
    const [first = '', ...rest] = host.split('.')
    const [tenant = '', suffix = ''] = first.split(/(-admin)$/)
    return [this.id(tenant) + suffix, ...rest].join('.')
  }

  private domain(host: string): string {
    const domain = shapes.registeredDomain(host) ?? host.toLowerCase()
    const made = this.made.of('domain', domain, exampleDomain)
    const below = host.slice(0, Math.max(0, host.length - domain.length - 1))
    return below === ''
      ? made
      : `${this.made.of('below', below, (n) => (/^(www|mail|login)$/i.test(below) ? below : `host-${n}`))}.${made}`
  }

  private id(original: string): string {
    if (isMadeUp(original)) return original
    const isWord = !/\d/.test(original)
    return this.made.of('id', original, (n) => (isWord ? `example-${n}` : sameShape(original, n)))
  }

  private organization(name: string): void {
    if (!name.includes('@') && name.length >= 2) this.made.of('organization', name, (n) => `Example Company ${n}`)
  }

  private name(kind: 'person' | 'first' | 'last', name: string, email: string | undefined): void {
    if (name.includes('@') || isMadeUp(name)) return
    const n = this.personOf(email ?? this.made.find('number', name) ?? name)
    const full = `${firstName(n)} ${lastName(n)}`
    this.made.same(kind, name, kind === 'first' ? firstName(n) : kind === 'last' ? lastName(n) : full)
  }

  private readonly personOf = (who: string): number => Number(this.made.of('number', who, String))
}

const isMadeUp = (text: string): boolean =>
  /(^|[@.])example\.(com|org|net)$|^person-\d+|^00000000-0000-4000-8000-|^192\.0\.2\.|^198\.51\.100\.|^\[?redacted\]?$/i.test(
    text,
  )

function emailIn(value: { [key: string]: Json }, depth = 0): string | undefined {
  const entries = Object.values(value)
  const own = entries.find((entry) => typeof entry === 'string' && entry.match(shapes.emailShape)?.[0] === entry)
  if (typeof own === 'string') return own.toLowerCase()
  if (depth > 0) return undefined
  const inner = entries.flatMap((entry) =>
    entry !== null && typeof entry === 'object' && !Array.isArray(entry) ? (emailIn(entry, 1) ?? []) : [],
  )
  return new Set(inner).size === 1 ? inner[0] : undefined
}

function replaceWord(text: string, word: string, by: string): string {
  if (!text.toLowerCase().includes(word)) return text
  const escaped = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return text.replace(new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'giu'), () => by)
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

/** An id that is no GUID and holds none; those are known by their shape. */
const isBare = (entry: string): boolean =>
  entry.length >= 5 && /\d/.test(entry) && !entry.includes('@') && entry.search(shapes.guidShape) < 0
