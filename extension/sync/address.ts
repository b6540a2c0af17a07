import { fail, type Outcome, ok } from '../../shared/problem.ts'

/**
 * A server's address as people type it: with or without scheme, with a slash at the end, with the path of some page
 * kept. Plain http is for this machine alone, as the token travels in it.
 */
export function serverAddress(text: string): Outcome<string> {
  const typed = text.trim()
  const url = parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(typed) ? typed : `${schemeFor(typed)}://${typed}`)
  if (url?.username !== '' || url.password !== '') return fail('BAD_VALUE', 'address')
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isHere(url.hostname))) return fail('INSECURE_ADDRESS')
  return ok(`${url.origin}${url.pathname.replace(/\/+$/, '')}`)
}

const parse = (text: string): URL | undefined => {
  try {
    return new URL(text)
  } catch {
    return undefined
  }
}

const schemeFor = (typed: string): string => {
  const here = parse(`http://${typed}`)
  return here && isHere(here.hostname) ? 'http' : 'https'
}

/** This machine, as the extension's policy (`connect-src`) lets it be reached without TLS. */
const isHere = (host: string): boolean => host === 'localhost' || host === '127.0.0.1'
