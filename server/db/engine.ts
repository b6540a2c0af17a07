import type { Dialect, Kysely, RawBuilder, SelectQueryBuilder, Transaction } from 'kysely'
import type { AnyTables, PeopleTables, ScopeTables } from './tables.ts'

/** Writes many rows of one shape, replacing those whose key is there; without a key it only adds. Each engine has its own fastest way. */
export type PutRows = <T extends keyof ScopeTables>(
  tx: Transaction<ScopeTables>,
  table: T,
  key: (keyof ScopeTables[T] & string)[],
  rows: ScopeTables[T][],
) => Promise<void>

/** `within` and `key` together begin a unique index. */
export type Named = <T extends keyof ScopeTables, C extends keyof ScopeTables[T] & string>(
  tx: Transaction<ScopeTables>,
  table: T,
  asked: {
    columns: readonly C[]
    within: Partial<ScopeTables[T]>
    key: keyof ScopeTables[T] & string
    ids: Iterable<string>
  },
) => Promise<Pick<ScopeTables[T], C>[]>

type WholeDatabase = <T>(people: Kysely<PeopleTables>, work: (tx: Transaction<AnyTables>) => Promise<T>) => Promise<T>
/** What reads only sees one moment, and waits for nobody. */
export type Mode = 'read' | 'write'

/** All that differs between the databases the server can stand on. */
export type Engine = {
  name: 'sqlite' | 'postgres'
  dialect: Dialect
  putRows: PutRows
  /** The rows with these keys within what `within` names, each looked up by itself. */
  named: Named
  /** A list of any length as one parameter, for `in`: the statement stays the same. */
  among: (values: Iterable<string>) => RawBuilder<string>
  /** A text as its bytes, where the driver can hand these over without making a text of them first. */
  utf8: (text: RawBuilder<unknown>) => RawBuilder<string | Uint8Array>
  /** Everything as it is at one moment, for as long as it takes to read it; never for a request. */
  snapshot: WholeDatabase
  /** One transaction over everything, to restore into; never for a request. */
  whole: WholeDatabase
  /** After much has gone: leaves nothing of it in the files, not even where it was (T39). */
  sweep: (db: Kysely<AnyTables>) => Promise<void>
  /** Holds what it selects until the transaction ends; where one writer at a time is all there is, it is the query as it was. */
  hold: <DB, T extends keyof DB, O>(
    query: SelectQueryBuilder<DB, T, O>,
    how: 'alone' | 'shared',
  ) => SelectQueryBuilder<DB, T, O>
  /** One transaction of this mode, however the engine wants it opened. */
  transaction: <T>(
    people: Kysely<PeopleTables>,
    mode: Mode,
    work: (tx: Transaction<PeopleTables>) => Promise<T>,
  ) => Promise<T>
  /** The second wall (T20): from here on the transaction reaches the rows of these scopes of this workspace alone. */
  confine: (tx: Transaction<PeopleTables>, workspace: string, scopes: number[]) => Promise<void>
  /** For what the operator asks of the whole database: backup and restore. Never for a request. */
  unconfined: (tx: Transaction<AnyTables>) => Promise<void>
  /** Builds that wall, over whatever tables there are now, unless it stands. */
  wall: (db: Kysely<AnyTables>) => Promise<void>
  /** Tells all nodes, when the transaction is committed, that a scope has a new head. */
  announce: (tx: Transaction<PeopleTables>, scope: number, head: number) => Promise<void>
  /** Called with each head that any node announced, for as long as the database is open. */
  listen: (hear: (scope: number, head: number) => void) => Promise<void>
  /** One at a time across all nodes: migrations. */
  alone: <T>(db: Kysely<AnyTables>, work: () => Promise<T>) => Promise<T>
  /** The whole database as one consistent image, where it is one file. */
  image: (() => Promise<Buffer>) | undefined
  /** BUSY may be tried again; STORAGE_FULL heals when there is space; anything else is a fault of ours. */
  problemOf: (error: unknown) => 'BUSY' | 'STORAGE_FULL' | undefined
  release: () => Promise<void> | void
}
