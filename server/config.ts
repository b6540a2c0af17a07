import { resolve } from 'node:path'
import { z } from 'zod'

/** An empty variable counts as not set. */
const text = z.string().trim().min(1)
const Config = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(4170),
  HOST: text.default('127.0.0.1'),
  DATA_DIR: text.default('./data'),
  /** PostgreSQL, where several servers share one database; without it there is one file in DATA_DIR. */
  DATABASE_URL: text
    .refine((url) => URL.canParse(url) && /^postgres(ql)?:$/.test(new URL(url).protocol), {
      error: 'must be an address as postgres://user:password@host:5432/database',
    })
    .optional(),
  /** The address that people and devices use, where a proxy stands before this server. */
  BASE_URL: z
    .string()
    .refine((url) => /^https?:\/\//.test(url) && URL.canParse(url) && new URL(url).pathname === '/', {
      error: 'must be an address without a path, as https://stocktake.example.com',
    })
    .optional(),
})
export type Config = {
  port: number
  host: string
  folder: string
  databaseUrl?: string | undefined
  baseUrl: string | undefined
}

/** The configuration, or every fault of it at once, a line each. */
export function readConfig(environment: Record<string, string | undefined>): Config | { faults: string[] } {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const result = Config.safeParse(set)
  if (!result.success)
    return { faults: result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`) }
  const { PORT: port, HOST: host, DATA_DIR, DATABASE_URL: databaseUrl, BASE_URL } = result.data
  return { port, host, folder: resolve(DATA_DIR), databaseUrl, baseUrl: BASE_URL && new URL(BASE_URL).origin }
}
