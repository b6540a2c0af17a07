import { createHmac, createSign, generateKeyPairSync } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import Provider from 'oidc-provider'
import { Secret } from '../../server/secret.ts'
import type { SsoConfig } from '../../server/sso/config.ts'

type Account = {
  email?: string
  email_verified?: unknown /** Tells its address at the userinfo endpoint alone. */
  thin?: boolean
}
type Tokens = { id_token?: string } & Record<string, unknown>

const secret = 'the secret of a client in a test'
const client = (client_id: string, redirectUri: string) => ({
  client_id,
  client_secret: secret,
  redirect_uris: [redirectUri],
  response_types: ['code'],
  grant_types: ['authorization_code'],
})

/** A firm's issuer: a real OpenID provider on this machine, where everybody in `accounts` signs in without a word. */
export class TestIssuer {
  readonly accounts: Record<string, Account> = {}
  /** Replaces what the token endpoint answers. */
  tamper: ((tokens: Tokens) => Tokens) | undefined
  /** Replaces what is answered at a path. */
  instead: Record<string, (as: unknown) => { type?: string; body: string; status?: number; location?: string }> = {}
  /** The paths at which it was asked. */
  asked: string[] = []
  private who = ''

  private constructor(
    readonly url: string,
    private readonly keys: ReturnType<typeof newKeys>,
    private readonly server: Server,
  ) {}

  static async start(redirectUri: string): Promise<TestIssuer> {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    if (address === null || typeof address !== 'object') throw new Error('no port')
    const issuer = new TestIssuer(`http://127.0.0.1:${address.port}/`, newKeys(), server)
    issuer.serve(redirectUri)
    return issuer
  }

  private serve(redirectUri: string): void {
    const provider = new Provider(this.url.slice(0, -1), {
      clients: [client('stocktake', redirectUri), client('another', redirectUri)],
      jwks: { keys: [this.keys.jwk] },
      cookies: { keys: ['a key of cookies in a test'] },
      claims: { openid: ['sub'], email: ['email', 'email_verified'] },
      conformIdTokenClaims: false,
      ttl: { AccessToken: 60, AuthorizationCode: 60, Grant: 60, IdToken: 60, Interaction: 60, Session: 60 },
      features: { devInteractions: { enabled: false } },
      interactions: { url: (_, { uid }) => `/interaction/${uid}` },
      findAccount: (_, id) => {
        const { thin, ...claims } = this.accounts[id] ?? {}
        return {
          accountId: id,
          claims: (use) => ({ sub: id, ...(thin && use === 'id_token' ? {} : claims) }),
        }
      },
      loadExistingGrant: async ({ oidc: { client, session, provider } }) => {
        const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId })
        grant.addOIDCScope('openid email')
        await grant.save()
        return grant
      },
    })
    provider.use(async (context, next) => {
      this.asked.push(context.path)
      await next()
      const instead = this.instead[context.path]?.(context.body)
      if (instead) {
        const { status = 200, type = 'application/json', body, location } = instead
        Object.assign(context, { status, type, body })
        if (location !== undefined) context.set('location', location)
      }
      if (context.path === '/token' && this.tamper) context.body = this.tamper(context.body as Tokens)
    })
    const answer = provider.callback()
    this.server.on('request', (request, response) => {
      if (!request.url?.startsWith('/interaction/')) return answer(request, response)
      const done = this.who === '' ? { error: 'access_denied' } : { login: { accountId: this.who } }
      provider.interactionFinished(request, response, done).catch(() => response.destroy())
    })
  }

  config(change: Partial<SsoConfig> = {}): SsoConfig {
    const clientSecret = new Secret(secret)
    return { issuer: this.url, clientId: 'stocktake', clientSecret, name: 'Firm ID', domains: [], ...change }
  }

  /** What a browser does at the issuer: signs in as somebody ('' declines) and follows it to where it sends back. */
  async signIn(url: string, who: string): Promise<string> {
    this.who = who
    const cookies = new Map<string, string>()
    for (let at = new URL(url); ; ) {
      if (at.origin !== new URL(this.url).origin) return at.pathname + at.search
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
      const response = await fetch(at, { redirect: 'manual', headers: { cookie } })
      for (const set of response.headers.getSetCookie()) {
        const [name = '', value = ''] = (set.split(';')[0] ?? '').split('=', 2)
        if (value) cookies.set(name, value)
        else cookies.delete(name)
      }
      const next = response.headers.get('location')
      if (next === null) throw new Error(`the issuer answers ${response.status}: ${await response.text()}`)
      at = new URL(next, at)
    }
  }

  /** The token with other claims or another head, signed with the issuer's own key unless told otherwise. */
  forge(
    token: string,
    claims: Record<string, unknown>,
    alg: 'RS256' | 'none' | 'HS256' | 'stranger' = 'RS256',
  ): string {
    const [head = '', body = ''] = token.split('.')
    const header = { ...decoded(head), alg: alg === 'stranger' ? 'RS256' : alg }
    const signed = `${encoded(header)}.${encoded({ ...decoded(body), ...claims })}`
    const signature = {
      RS256: () => createSign('RSA-SHA256').update(signed).sign(this.keys.privateKey, 'base64url'),
      stranger: () => createSign('RSA-SHA256').update(signed).sign(newKeys().privateKey, 'base64url'),
      HS256: () => createHmac('sha256', secret).update(signed).digest('base64url'),
      none: () => '',
    }
    return `${signed}.${signature[alg]()}`
  }

  close(): Promise<void> {
    this.server.closeAllConnections()
    return new Promise((resolve) => this.server.close(() => resolve()))
  }
}

const encoded = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url')
const decoded = (part: string): object => JSON.parse(Buffer.from(part, 'base64url').toString())

function newKeys() {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return { privateKey, jwk: { ...privateKey.export({ format: 'jwk' }), kid: 'of a test', use: 'sig', alg: 'RS256' } }
}
