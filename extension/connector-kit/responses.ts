import { answerKey } from './answer.ts'
import type { Connector } from './define.ts'
import { askedResponse } from './match.ts'
import type { Material } from './material.ts'
import { type Json, parseJson } from './parse.ts'

/** One response that a connector asks for, parsed. */
export type AskedResponse = { name: string; url: string; parts: Record<string, string>; root: Json }

export type Asked = {
  responses: AskedResponse[]
  /** The console answered with a sign-in page, or that nobody is signed in. */
  signedOut: boolean
}

/** What the material has of the responses a connector asks for: the latest of each, in the order of their arrival. */
export function askedResponses(connector: Connector, material: Material): Asked {
  const latest = new Map(material.responses.map((response) => [answerKey(response.url, response.text), response]))
  const asked: Asked = { responses: [], signedOut: false }
  for (const { url, text } of latest.values()) {
    const response = askedResponse(connector, url)
    if (!response) continue
    const root = parseJson(text)
    if (root === undefined) asked.signedOut ||= isSignInPage(text)
    else if (isUnauthenticated(root)) asked.signedOut = true
    else asked.responses.push({ ...response, url, root })
  }
  return asked
}

const isSignInPage = (text: string): boolean =>
  /^\s*</.test(text) && /type=["']?password|log ?in|sign[ -]?in/i.test(text.slice(0, 20_000))

const unauthenticated =
  /^(401|INVALID_SESSION_ID|not_authed|invalid_auth|token_expired|token_revoked|unauthenticated|unauthorized|InvalidAuthenticationToken|E0000011|124)$/i

/** Some vendors put an error into a list of one: `[{ errorCode, message }]`. */
const withoutList = (root: Json): Json => {
  const [only = null] = Array.isArray(root) && root.length === 1 ? root : []
  return only !== null && typeof only === 'object' && Object.hasOwn(only, 'errorCode') ? only : root
}

/** 401 in the vendors' several ways of putting it; the tap does not tell the HTTP status. */
function isUnauthenticated(answer: Json): boolean {
  const root = withoutList(answer)
  if (root === null || typeof root !== 'object' || Array.isArray(root)) return false
  const { error, errorCode, status, code } = root
  const inner = error !== null && typeof error === 'object' && !Array.isArray(error) ? error : undefined
  const isRefusal = error !== undefined || errorCode !== undefined || root.message !== undefined
  const words = [error, errorCode, status, code, inner?.code, inner?.status]
  return isRefusal && words.some((word) => typeof word !== 'object' && unauthenticated.test(String(word)))
}

/** An error in JSON: refused, rate limited, not found. Says nothing about the shape of the answer. */
export function isRefusal(answer: Json): boolean {
  const root = withoutList(answer)
  if (root === null || typeof root !== 'object' || Array.isArray(root)) return false
  return root.ok === false || ['error', 'errors', 'errorCode', 'message'].some((key) => saysSo(root[key]))
}

/** Some vendors list the errors of every answer: none. */
const saysSo = (value: Json | undefined): boolean =>
  value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0)
