import type { Dialect, Kysely, RawBuilder, Transaction } from 'kysely'
import type { AnyTables, PeopleTables, ScopeTables } from './tables.ts'

/** Writes many rows of one shape, replacing those whose key is there; without a key it only adds. Each engine has its own fastest way. */
export type PutRows = <T extends keyof ScopeTables>(
  tx: Transaction<ScopeTables>,
  table: T,
  key: (keyof ScopeTables[T] & string)[],
  rows: ScopeTables[T][],
) => Promise<void>

type WholeDatabase = <T>(people: Kysely<PeopleTables>, work: (tx: Transaction<AnyTables>) => Promise<T>) => Promise<T>

/** All that differs between the databases the server can stand on. */
export type Engine = {
  name: 'sqlite' | 'postgres'
  dialect: Dialect
  putRows: PutRows
  /** A list of any length as one parameter, for `in`: the statement stays the same. */
  among: (values: Iterable<string>) => RawBuilder<string>
  /** Everything as it is at one moment, for as long as it takes to read it; never for a request. */
  snapshot: WholeDatabase
  /** One transaction over everything, to restore into; never for a request. */
  whole: WholeDatabase
  /** After much has gone: leaves nothing of it in the file, not even where it was (T39). */
  sweep: (db: Kysely<PeopleTables>) => Promise<void>
  /** The whole database as one consistent image. */
  image: () => Promise<Buffer>
  /** BUSY may be tried again; STORAGE_FULL heals when there is space; anything else is a fault of ours. */
  problemOf: (error: unknown) => 'BUSY' | 'STORAGE_FULL' | undefined
  release: () => void
}
