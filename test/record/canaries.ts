import { registeredDomain } from './shapes.ts'

/** Something of the original that must not be in what is written. */
export type Canary = { what: string; value: string }

/**
 * What the originals hold, found in their raw text by shapes of their own: wider than those of scrubbing, so that what
 * scrubbing overlooked is seen here. `mayStay` tells what everybody has: the vendor's hosts, its products' GUIDs.
 */
export function canariesOf(originals: string[], secrets: string[], mayStay: (value: string) => boolean): Canary[] {
  const all = [...originals, ...originals.map(unescaped)].join('\n')
  const found = (what: string, shape: RegExp): Canary[] =>
    [...new Set(all.match(shape)?.map((value) => value.toLowerCase()))].map((value) => ({ what, value }))
  const hosts = found('a host', /[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu).filter(
    ({ value }) => registeredDomain(value) !== undefined,
  )
  return [
    ...found(
      'an e-mail address',
      /[^\s"'<>@,;:=/?&()[\]{}\\]+@[^\s"'<>@,;:=/?&()[\]{}\\]+\.[^\s"'<>@,;:=/?&()[\]{}\\.]+/gu,
    ),
    ...found('an e-mail address', /[\w.+'-]+%40[\w.-]+\.\w+/g),
    ...found('a GUID', /[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}/gi),
    ...found('a token', /eyJ[\w-]{10,}|[A-Za-z0-9_+/=-]{32,}/g).filter(
      ({ value }) => /\d/.test(value) && /[a-z]/i.test(value),
    ),
    ...hosts,
    ...secrets
      .filter((value) => value.length >= 8)
      .map((value) => ({ what: 'a secret of a request', value: value.toLowerCase() })),
  ].filter(({ value }) => !mayStay(value))
}

/** Which of them are still there, said without saying them; empty where none is. */
export function stillThere(canaries: Canary[], files: Record<string, string>): string[] {
  const sentences = Object.entries(files).flatMap(([file, text]) => {
    const lower = `${text}\n${unescaped(text)}`.toLowerCase()
    const seen = canaries.filter(({ value }) => lower.includes(value))
    return [...new Set(seen.map(({ what }) => what))].map((what) => {
      const count = seen.filter((canary) => canary.what === what).length
      return `${what} of the original${count > 1 ? ` (${count} of them)` : ''} is still in ${file}`
    })
  })
  return sentences
}

/** JSON may write any letter as \\u0040. */
const unescaped = (text: string): string =>
  text
    .replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replaceAll('\\/', '/')
