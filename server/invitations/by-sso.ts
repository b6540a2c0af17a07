import type { Context } from 'hono'
import type { Deps, Env } from '../http/env.ts'
import { provenIdentity } from '../sso/flow.ts'
import { isInvited } from '../sso/identities.ts'
import type { Identity } from '../sso/issuer.ts'
import type { Invited } from './accept.ts'

/** What the page of an invitation knows of the firm's single sign-on, and of who came back from there just now. */
export type AtSso = {
  name: string
  /** Undefined where the issuer has not said that the invited address is theirs. */
  identity?: Identity | undefined
  /** As whom they came back instead. */
  other?: string | undefined
}

export function atSso(context: Context<Env>, deps: Deps, { email }: Invited): AtSso | undefined {
  if (!deps.sso) return undefined
  const { name } = deps.sso.config
  const identity = provenIdentity(context, deps)
  if (!identity) return { name }
  return isInvited(identity, email)
    ? { name, identity }
    : { name, other: identity.email ?? 'somebody without an address' }
}
