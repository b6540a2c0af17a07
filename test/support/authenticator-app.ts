import { authOf, openSession } from '../../server/people/auth.ts'
import { beginSecondFactor, confirmSecondFactor } from '../../server/people/second-factor.ts'
import type { TestServer } from './server.ts'
import { signed, Visitor } from './visitor.ts'

/** RFC 4648, as the address in the QR code has it. */
export function fromBase32(text: string): string {
  const bits = [...text]
    .map((sign) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(sign).toString(2).padStart(5, '0'))
    .join('')
  const bytes = bits.match(/.{8}/g) ?? []
  return Buffer.from(bytes.map((byte) => Number.parseInt(byte, 2))).toString('latin1')
}

/** What an app that holds this secret shows now; computed by better-auth, not by what is tested. */
export async function codeNow(server: TestServer, secret: string): Promise<string> {
  const auth = await authOf(server.deps)
  return (await auth.api.generateTOTP({ body: { secret } })).code
}

/** Switches the second factor on, as the pages do, without the second that a password costs. */
export async function withApp(server: TestServer, { visitor }: { visitor: Visitor }) {
  const headers = new Headers(visitor.headers())
  const begun = await beginSecondFactor(server.deps, headers)
  if (!begun.ok) throw new Error(begun.problem.code)
  const secret = fromBase32(new URL(begun.value).searchParams.get('secret') ?? '')
  const session = await openSession(server.deps, headers)
  if (!session) throw new Error('nobody is signed in')
  const on = await confirmSecondFactor(server.deps, session, headers, await codeNow(server, secret))
  if (!on.ok) throw new Error(on.problem.code)
  for (const cookie of on.value.cookies.getSetCookie())
    visitor.keep(new Response(null, { headers: { 'set-cookie': cookie } }))
  return { secret, backupCodes: on.value.value }
}

/** A browser in which the password was typed, and the code not yet. */
export async function betweenSteps(server: TestServer, person: string): Promise<Visitor> {
  const { internalAdapter } = await (await authOf(server.deps)).$context
  const identifier = `2fa-${crypto.randomUUID()}`
  const expiresAt = new Date(Date.now() + 300_000)
  await internalAdapter.createVerificationValue({ value: person, identifier, expiresAt })
  await internalAdapter.createVerificationValue({ value: '0', identifier: `2fa-attempts-${identifier}`, expiresAt })
  return new Visitor(server, { 'stocktake.two_factor': signed(server, identifier) })
}
