import { z } from 'zod'
import { Secret } from '../secret.ts'

export type SsoConfig = {
  issuer: string
  clientId: string
  clientSecret: Secret
  /** As people know it, for the button. */
  name: string
  /** Of the verified address of whoever signs in; empty lets any in whom the issuer vouches for. */
  domains: string[]
}

export const onThisMachine = ({ hostname }: URL): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname)

/** A part of what is said there would be sent with every request, or is not looked at. */
function isIssuer(text: string): boolean {
  if (!URL.canParse(text)) return false
  const url = new URL(text)
  const plain = url.username === '' && url.password === '' && url.search === '' && url.hash === ''
  return plain && (url.protocol === 'https:' || (url.protocol === 'http:' && onThisMachine(url)))
}

const text = z.string().trim().min(1, { error: 'must not be blank' }).max(1000)
const domain = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/

/** What of the environment is about a firm's single sign-on; a part of the configuration (config.ts). */
export const ssoSchema = {
  OIDC_ISSUER: text
    .refine(isIssuer, { error: 'must be an https address, as https://login.example.com/firm' })
    .optional()
    .describe('The issuer of the firm’s OpenID Connect sign-in; register BASE_URL/sso/callback there.'),
  OIDC_CLIENT_ID: text.optional().describe('The client id that the issuer gave for this server.'),
  OIDC_CLIENT_SECRET: text
    .transform((said) => new Secret(said))
    .optional()
    .describe('The client secret that belongs to it.'),
  OIDC_NAME: text
    .max(60, { error: 'must have at most 60 characters' })
    .optional()
    .describe('What people call that sign-in, for the button “Sign in with …”. Without it: single sign-on.'),
  OIDC_ALLOWED_DOMAINS: text
    .transform((said) =>
      said
        .toLowerCase()
        .split(/[\s,]+/)
        .filter(Boolean),
    )
    .refine((domains) => domains.every((each) => domain.test(each)), {
      error: 'must be domains with commas between, as example.com, example.org',
    })
    .optional()
    .describe('Only who has a verified e-mail address of one of these domains signs in by it.'),
}

const together = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const

/** Every part that lacks where another is set; what it says is judged by the schema. */
export function ssoFaults(set: Record<string, string | undefined>): string[] {
  if (!Object.keys(ssoSchema).some((name) => set[name] !== undefined)) return []
  return together
    .filter((name) => set[name] === undefined)
    .map((name) => `${name}: set ${together.join(', ')} together, or no OIDC_ variable at all`)
}

type Read = z.output<z.ZodObject<typeof ssoSchema>>

export const ssoConfig = (read: Read): SsoConfig | undefined =>
  read.OIDC_ISSUER === undefined || read.OIDC_CLIENT_ID === undefined || read.OIDC_CLIENT_SECRET === undefined
    ? undefined
    : {
        // With the slash that a host alone ends with: issuers write it or not, and mean the same.
        issuer: new URL(read.OIDC_ISSUER).href,
        clientId: read.OIDC_CLIENT_ID,
        clientSecret: read.OIDC_CLIENT_SECRET,
        name: read.OIDC_NAME ?? 'single sign-on',
        domains: read.OIDC_ALLOWED_DOMAINS ?? [],
      }
