import type { Dialect, RawBuilder, Transaction } from 'kysely'
import type { ScopeTables } from './tables.ts'

/** Writes many rows of one shape, replacing those whose key is there; without a key it only adds. Each engine has its own fastest way. */
export type PutRows = <T extends keyof ScopeTables>(
  tx: Transaction<ScopeTables>,
  table: T,
  key: (keyof ScopeTables[T] & string)[],
  rows: ScopeTables[T][],
) => Promise<void>

/** All that differs between the databases the server can stand on. */
export type Engine = {
  dialect: Dialect
  putRows: PutRows
  /** A list of any length as one parameter, for `in`: the statement stays the same. */
  among: (values: Iterable<string>) => RawBuilder<string>
  /** The whole database as one consistent image. */
  image: () => Promise<Buffer>
  /** BUSY may be tried again; STORAGE_FULL heals when there is space; anything else is a fault of ours. */
  problemOf: (error: unknown) => 'BUSY' | 'STORAGE_FULL' | undefined
  release: () => void
}
