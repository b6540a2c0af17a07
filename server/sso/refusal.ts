import { fail, type Outcome } from '../../shared/problem.ts'

/** What the library calls an answer that is none: a status, a type or a text that no issuer has. */
const notAnIssuer = new Set([
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
  'OAUTH_PARSE_ERROR',
  'OAUTH_HTTP_REQUEST_FORBIDDEN',
  'OAUTH_REQUEST_PROTOCOL_FORBIDDEN',
  'OAUTH_MISSING_SERVER_METADATA',
  'OAUTH_INVALID_SERVER_METADATA',
  'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED',
])

/** A problem of what the library throws. The detail is a word for the log; what the issuer wrote is shown to nobody. */
export function refusal(error: unknown): Outcome<never> {
  if (!(error instanceof Error)) throw error
  const code = wordOf(error, 'code')
  if (code === 'OAUTH_AUTHORIZATION_RESPONSE_ERROR') return fail('SSO_REFUSED', wordOf(error, 'error'))
  if (code === 'OAUTH_RESPONSE_BODY_ERROR') {
    const said = wordOf(error, 'error')
    // A wrong or used code is the browser's; anything else is between the two servers.
    return fail(said === 'INVALID_GRANT' ? 'SSO_UNPROVEN' : 'SSO_UNAVAILABLE', said)
  }
  // What fetch throws where nobody answers, and what we do where too much is said.
  if (error instanceof TypeError || notAnIssuer.has(code)) return fail('SSO_UNAVAILABLE', code || 'NO_ANSWER')
  return fail('SSO_UNPROVEN', code || 'NO_REASON')
}

function wordOf(error: Error, name: 'code' | 'error'): string {
  const said = name in error ? error[name as keyof typeof error] : undefined // looked for one line above
  return typeof said === 'string' && /^\w{1,40}$/.test(said) ? said.toUpperCase() : ''
}
