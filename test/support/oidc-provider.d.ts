/** What our tests use of it; its own package has no types. */
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http'

  type Context = {
    path: string
    body: unknown
    status: number
    type: string
    oidc: OidcContext
    set: (name: string, value: string) => void
  }
  type OidcContext = {
    client: { clientId: string }
    session: { accountId: string }
    provider: Provider
  }
  type Account = { accountId: string; claims: (use: string) => Record<string, unknown> }
  type Grant = { addOIDCScope: (scope: string) => void; save: () => Promise<string> }

  export default class Provider {
    constructor(
      issuer: string,
      configuration: {
        clients: Record<string, unknown>[]
        jwks: { keys: object[] }
        cookies: { keys: string[] }
        claims: Record<string, string[]>
        conformIdTokenClaims: boolean
        ttl: Record<string, number>
        features: Record<string, { enabled: boolean }>
        interactions: { url: (context: Context, interaction: { uid: string }) => string }
        findAccount: (context: Context, id: string) => Account | undefined
        loadExistingGrant: (context: Context) => Promise<Grant>
      },
    )
    Grant: new (of: {
      clientId: string
      accountId: string
    }) => Grant
    use(middleware: (context: Context, next: () => Promise<void>) => Promise<void>): void
    callback(): (request: IncomingMessage, response: ServerResponse) => void
    interactionFinished(request: IncomingMessage, response: ServerResponse, result: object): Promise<void>
  }
}
