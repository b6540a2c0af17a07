import type { Configuration } from 'openid-client'
import { z } from 'zod'
import { type Outcome, ok } from '../../shared/problem.ts'
import { bounded } from './bounded.ts'
import { onThisMachine, type SsoConfig } from './config.ts'
import { refusal } from './refusal.ts'

/** Who the issuer says somebody is. Only issuer and subject together name a person; an address is nobody (T28). */
export type Identity = {
  issuer: string
  subject: string
  email: string | undefined
  verified: boolean
  /** When they signed in there, in seconds; untold by some. */
  signedInAt?: number | undefined
}

/** What binds an answer to the question: kept by the browser that asked (flow.ts). */
export type Kept = { state: string; nonce: string; verifier: string }

const Claims = z.object({
  iss: z.string().min(1).max(1000),
  sub: z.string().min(1).max(255),
  email: z.email().max(320).optional().catch(undefined),
  email_verified: z.boolean().optional().catch(undefined),
  auth_time: z.number().optional().catch(undefined),
})

/** How long one request to the issuer may take, and for how long what it told about itself is believed. */
const patienceSeconds = 5
const believedMs = 3_600_000

/** The firm's issuer, as openid-client asks it: authorization code with PKCE, state and nonce, signatures checked. */
export class Issuer {
  private known: { at: number; configuration: Promise<Configuration> } | undefined
  constructor(
    readonly config: SsoConfig,
    private readonly timeout = patienceSeconds,
  ) {}

  /** Where the browser is sent, and what it has to keep. Whoever signed in there `maxAge` seconds ago does it again. */
  async ask(redirectUri: string, maxAge?: number): Promise<Outcome<{ url: string; kept: Kept }>> {
    try {
      const client = await import('openid-client')
      const configuration = await this.configuration()
      const kept = {
        state: client.randomState(),
        nonce: client.randomNonce(),
        verifier: client.randomPKCECodeVerifier(),
      }
      const url = client.buildAuthorizationUrl(configuration, {
        redirect_uri: redirectUri,
        scope: 'openid email',
        code_challenge: await client.calculatePKCECodeChallenge(kept.verifier),
        code_challenge_method: 'S256',
        state: kept.state,
        nonce: kept.nonce,
        ...(maxAge !== undefined && { max_age: String(maxAge) }),
      })
      return ok({ url: url.href, kept })
    } catch (error) {
      return refusal(error)
    }
  }

  /** Redeems what came back. The library checks state, iss, aud, azp, exp, nonce, algorithm and signature. */
  async identity(callback: URL, { state, nonce, verifier }: Kept): Promise<Outcome<Identity>> {
    try {
      const client = await import('openid-client')
      const configuration = await this.configuration()
      const tokens = await client.authorizationCodeGrant(configuration, callback, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      })
      const claims = Claims.parse(tokens.claims())
      if (claims.email !== undefined || !configuration.serverMetadata().userinfo_endpoint) return ok(identityOf(claims))
      // Some tell the address there alone. The library holds that it is told of the same subject.
      const told = await client.fetchUserInfo(configuration, tokens.access_token, claims.sub)
      return ok(identityOf(Claims.parse({ ...told, iss: claims.iss, auth_time: claims.auth_time })))
    } catch (error) {
      return refusal(error)
    }
  }

  /** One discovery at a time for everybody who waits; one that failed is tried again. */
  private configuration(): Promise<Configuration> {
    const now = performance.now()
    if (this.known && now - this.known.at < believedMs) return this.known.configuration
    const configuration = this.discover()
    this.known = { at: now, configuration }
    configuration.catch(() => {
      if (this.known?.configuration === configuration) this.known = undefined
    })
    return configuration
  }

  private async discover(): Promise<Configuration> {
    const client = await import('openid-client')
    const { issuer, clientId, clientSecret } = this.config
    const url = new URL(issuer)
    const secret = clientSecret.reveal()
    const [post, basic] = [client.ClientSecretPost(secret), client.ClientSecretBasic(secret)]
    const configuration = await client.discovery(
      url,
      clientId,
      undefined,
      (server, ...request) =>
        // An issuer that does not say so takes Basic.
        (server.token_endpoint_auth_methods_supported?.includes('client_secret_post') ? post : basic)(
          server,
          ...request,
        ),
      {
        timeout: this.timeout,
        [client.customFetch]: bounded,
        execute: [
          client.enableNonRepudiationChecks,
          ...(url.protocol === 'http:' && onThisMachine(url) ? [client.allowInsecureRequests] : []),
        ],
      },
    )
    // One that speaks for others as well lets each of them choose its people's addresses.
    if (new URL(configuration.serverMetadata().issuer).href !== issuer) throw new TypeError('another issuer')
    return configuration
  }
}

/** The library has held `iss` to the issuer's own name, and that is the configured one. */
const identityOf = ({ iss, sub, email, email_verified, auth_time }: z.output<typeof Claims>): Identity => ({
  issuer: new URL(iss).href,
  subject: sub,
  email: email?.toLowerCase(),
  verified: email !== undefined && email_verified === true,
  signedInAt: auth_time,
})
