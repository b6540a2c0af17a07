/**
 * Made-up values for real ones: the same for the same, of the same shape, and not computed from the original, so that
 * nobody can compute back. Remembers what it replaced, which is what must not be seen again.
 */
export class Pseudonyms {
  private readonly given = new Map<string, string>()
  private readonly counts = new Map<string, number>()

  /** The pseudonym of this value, made at its first mention. Case makes no difference to who it is. */
  of(kind: string, original: string, make: (n: number) => string): string {
    const key = `${kind} ${original.toLowerCase()}`
    const known = this.given.get(key)
    if (known !== undefined) return known
    const n = (this.counts.get(kind) ?? 0) + 1
    this.counts.set(kind, n)
    const made = make(n)
    this.given.set(key, made)
    return made
  }

  /** One and the same person by a further word for them. */
  same(kind: string, original: string, pseudonym: string): void {
    const key = `${kind} ${original.toLowerCase()}`
    if (!this.given.has(key)) this.given.set(key, pseudonym)
  }

  find = (kind: string, original: string): string | undefined => this.given.get(`${kind} ${original.toLowerCase()}`)

  /** What was replaced, the longest first, so that no part of one is replaced before the whole. */
  all(kind: string): { original: string; pseudonym: string }[] {
    return [...this.given]
      .filter(([key]) => key.startsWith(`${kind} `))
      .map(([key, pseudonym]) => ({ original: key.slice(kind.length + 1), pseudonym }))
      .toSorted((a, b) => b.original.length - a.original.length)
  }
}

const firstNames = [
  'Ada',
  'Bela',
  'Cleo',
  'Dora',
  'Emil',
  'Fritzi',
  'Greta',
  'Hugo',
  'Ines',
  'Jonas',
  'Kira',
  'Linus',
  'Mona',
]
const lastNames = ['Abel', 'Brandt', 'Castell', 'Duval', 'Eriksen', 'Fontana', 'Grün', 'Hale', 'Ito', 'Jansen', 'Kowal']

/** Thirteen and eleven: 143 people before a name comes again. */
export const firstName = (n: number): string => firstNames[(n - 1) % firstNames.length] ?? ''
export const lastName = (n: number): string => lastNames[(n - 1) % lastNames.length] ?? ''

/** Reserved for examples by RFC 2606, and their subdomains. */
export const exampleDomain = (n: number): string =>
  ['example.com', 'example.org', 'example.net'][n - 1] ?? `d${n}.example.com`

export const exampleAddress = (n: number): string => (n < 255 ? `192.0.2.${n}` : `198.51.100.${n % 255}`)

export const exampleGuid = (n: number, like: string): string => {
  const guid = `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`
  return like === like.toUpperCase() ? guid.toUpperCase() : guid
}

/** Another text of the same shape: a digit for a digit, a letter for a letter; a prefix such as `sub_` and marks stay. */
export function sameShape(text: string, n: number): string {
  const prefix = /^[a-z]{2,10}_(?=.{4})/.exec(text)?.[0] ?? ''
  const next = numbers(n)
  const isHex = /^[0-9a-f]+$/i.test(text)
  const letters = isHex ? 'abcdef' : 'abcdefghijklmnopqrstuvwxyz'
  const letter = () => letters[next() % letters.length] ?? 'a'
  const body = text
    .slice(prefix.length)
    .replace(/[a-z]/g, letter)
    .replace(/[A-Z]/g, () => letter().toUpperCase())
    .replace(/[1-9]/g, () => String((next() % 9) + 1))
  return prefix + body
}

/** Park and Miller's numbers, from the how-many-th value it is. */
function numbers(n: number): () => number {
  let state = (n * 48_271 + 11) % 2_147_483_647
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return Math.floor(state / 7)
  }
}
