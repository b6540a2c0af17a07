import { join, resolve } from 'node:path'
import { z } from 'zod'
import { type AlertsConfig, alertsConfig, alertsSchema } from './alerts/config.ts'
import { mailFault } from './mail/config.ts'
import { Secret } from './secret.ts'
import { type SsoConfig, ssoConfig, ssoFaults, ssoSchema } from './sso/config.ts'

/** An empty variable counts as not set. */
const text = z.string().trim().min(1)
const secret = (least: number) =>
  z
    .string()
    .min(least, { error: `must have at least ${least} characters` })
    .transform((said) => new Secret(said))
const isPlainAddress = (url: string) => /^https?:\/\//.test(url) && URL.canParse(url) && new URL(url).pathname === '/'

/** Every variable of the environment with its meaning: `--help` is made of this. */
export const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(4170).describe('The port to listen on; 0 takes a free one.'),
  HOST: text.default('127.0.0.1').describe('The address of this machine to listen on; 0.0.0.0 is all of them.'),
  DATA_DIR: text.default('./data').describe('The folder of the SQLite file and of the key that signs sessions.'),
  BASE_URL: z
    .string()
    .refine(isPlainAddress, { error: 'must be an address without a path, as https://stocktake.example.com' })
    .optional()
    .describe('The address that people and devices use, where a proxy stands before this server.'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\/\S+$/, { error: 'must be as postgres://user:password@host/database' })
    .transform((said) => new Secret(said))
    .optional()
    .describe('A PostgreSQL database instead of the SQLite file; several servers may share it.'),
  SESSION_SECRET: secret(32)
    .optional()
    .describe(
      'Signs the sessions of people. Without it one is made and kept: in DATA_DIR, or in the database that servers share.',
    ),
  TRUST_PROXY: z.coerce
    .number()
    .int()
    .min(0)
    .max(10)
    .default(0)
    .describe('How many proxies of yours stand before this server. X-Forwarded-For is looked at only then.'),
  LOG_LEVEL: z
    .enum(['error', 'warn', 'info', 'silent'])
    .default('info')
    .describe('What is logged: error, warn, info (a line a request) or silent.'),
  METRICS_TOKEN: secret(16)
    .optional()
    .describe('Opens /metrics to whoever sends it as bearer token. Without it there is no /metrics.'),
  PUSHES_PER_MINUTE: z.coerce.number().int().min(1).default(60).describe('How often a device may push, by server.'),
  PULLS_PER_MINUTE: z.coerce.number().int().min(1).default(120).describe('How often a device may pull, by server.'),
  MAX_IN_FLIGHT: z.coerce
    .number()
    .int()
    .min(1)
    .default(1000)
    .describe('How many requests are worked on or wait at once; one more is told to come again.'),
  MAX_CONNECTIONS: z.coerce
    .number()
    .int()
    .min(1)
    .default(10_000)
    .describe('How many connections are open at once; one more is closed.'),
  BACKUP_PASSPHRASE: secret(12).optional().describe('Encrypts what `backup` writes, and opens what `restore` reads.'),
  ...alertsSchema,
  ...ssoSchema,
})

export type Config = {
  port: number
  host: string
  folder: string
  baseUrl: string | undefined
  /** Absent in a server of tests, which tells nobody. */
  alerts?: AlertsConfig
  /** The firm's own sign-in, where there is one. */
  sso?: SsoConfig | undefined
  databaseUrl: Secret | undefined
  sessionSecret: Secret | undefined
  trustProxy: number
  logLevel: 'error' | 'warn' | 'info' | 'silent'
  metricsToken: Secret | undefined
  backupPassphrase: Secret | undefined
  limits: { pushesPerMinute: number; pullsPerMinute: number; inFlight: number; connections: number }
}

/** The configuration, or every fault of it at once, a line each. */
export function readConfig(environment: Record<string, string | undefined>): Config | { faults: string[] } {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const result = Environment.safeParse(set)
  const issues = result.error?.issues ?? []
  const mail = mailFault(set)
  const faults = [
    ...issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`),
    ...(mail ? [`MAIL_FROM: ${mail}`] : []),
    ...ssoFaults(set),
  ]
  if (!result.success || faults.length > 0) return { faults }
  const said = result.data
  return {
    port: said.PORT,
    host: said.HOST,
    folder: resolve(said.DATA_DIR),
    baseUrl: said.BASE_URL && new URL(said.BASE_URL).origin,
    databaseUrl: said.DATABASE_URL,
    sessionSecret: said.SESSION_SECRET,
    trustProxy: said.TRUST_PROXY,
    logLevel: said.LOG_LEVEL,
    metricsToken: said.METRICS_TOKEN,
    backupPassphrase: said.BACKUP_PASSPHRASE,
    limits: {
      pushesPerMinute: said.PUSHES_PER_MINUTE,
      pullsPerMinute: said.PULLS_PER_MINUTE,
      inFlight: said.MAX_IN_FLIGHT,
      connections: said.MAX_CONNECTIONS,
    },
    alerts: alertsConfig(said),
    sso: ssoConfig(said),
  }
}

/** What a server has whose operator has said nothing. */
export function defaultConfig(): Config {
  const config = readConfig({})
  if ('faults' in config) throw new Error('the defaults do not hold')
  return config
}

/** The one place that chooses between the file and a database that others share. */
export const placeOf = ({ databaseUrl, folder }: Config): { url: string } | { file: string } =>
  databaseUrl ? { url: databaseUrl.reveal() } : { file: join(folder, 'stocktake.sqlite') }
