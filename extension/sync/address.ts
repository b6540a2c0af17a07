import { fail, type Outcome, ok } from '../../shared/problem.ts'

/**
 * A server's address as people type it: with or without scheme, with a slash at the end, with the path of some page
 * kept. Plain http is for this machine and the own network alone, as the token travels in it.
 */
export function serverAddress(text: string): Outcome<string> {
  const typed = text.trim()
  const url = parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(typed) ? typed : `${schemeFor(typed)}://${typed}`)
  if (url?.username !== '' || url.password !== '') return fail('BAD_VALUE', 'address')
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isNear(url.hostname)))
    return fail('BAD_VALUE', 'https')
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
  const near = parse(`http://${typed}`)
  return near && isNear(near.hostname) ? 'http' : 'https'
}

/** Loopback, private and link-local addresses (RFC 1918, 4193, 3927), and names that resolve only here. */
function isNear(host: string): boolean {
  if (host === 'localhost' || host.endsWith('.localhost') || host.endsWith('.local')) return true
  if (/^\[(::1|f[cd][0-9a-f]{2}:.*|fe[89ab][0-9a-f]:.*)\]$/.test(host)) return true
  const [a, b, c, d] = host.split('.').map(Number)
  if (a === undefined || b === undefined || c === undefined || d === undefined || [a, b, c, d].some(Number.isNaN))
    return false
  return (
    a === 127 || a === 10 || (a === 192 && b === 168) || (a === 169 && b === 254) || (a === 172 && b >= 16 && b <= 31)
  )
}
