import { z } from 'zod'

/**
 * A backup is one file, the same from SQLite and from PostgreSQL: a first line in clear, and then gzip of JSON lines. A
 * head, then each table with its rows as lists, the referenced tables first, then an end that counts and hashes all lines
 * before it. With a passphrase the gzip is sealed (seal.ts).
 */
export const firstLine = { plain: 'STOCKTAKE BACKUP 1\n', sealed: 'STOCKTAKE BACKUP 1 SEALED\n' } as const

export const Head = z.strictObject({
  kind: z.literal('head'),
  /** The moment of which it holds everything. */
  at: z.iso.datetime(),
  /** The steps of migrations that its tables had. */
  steps: z.array(z.string().max(100)).min(1).max(10_000),
  from: z.enum(['sqlite', 'postgres']),
})
export type Head = z.infer<typeof Head>

const Name = z.string().regex(/^[A-Za-z_]{1,63}$/)
export const TableLine = z.strictObject({
  kind: z.literal('table'),
  name: Name,
  columns: z.array(Name).min(1).max(200),
})
export const EndLine = z.strictObject({
  kind: z.literal('end'),
  tables: z.record(Name, z.int()),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})
export const RowLine = z.array(z.union([z.string(), z.number(), z.null()])).max(200)
export type Value = z.infer<typeof RowLine>[number]

/**
 * What is of one moment only: who is signed in, codes that live for minutes, tries, who runs a job. It is not kept; nor
 * are invitations, as one that was withdrawn since would let somebody in again (T37).
 */
export const momentary = new Set([
  'sessions',
  'verifications',
  'connect_codes',
  'device_codes',
  'sso_used',
  'passkey_challenges',
  'attempts',
  'invitation_clients',
  'invitations',
  'leases',
  'migrations',
])

/** Longer than any row of ours: who hands us more has no backup of ours. */
export const longestLine = 16 * 1024 * 1024

export class Damaged extends Error {
  constructor(why: string) {
    super(`This backup cannot be used: ${why} Nothing was changed.`)
  }
}
