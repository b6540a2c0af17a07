import type { InventoryRecord } from '../../shared/inventory/record.ts'
import type { Instant } from '../../shared/model/day.ts'
import type { Uuid } from '../../shared/model/id.ts'
import type { Observation, Questions, Sighting } from '../../shared/model/observation.ts'
import type { RecordType } from '../../shared/model/record-type.ts'
import type { ProblemCode } from '../../shared/problem.ts'
import type { Op, Row } from '../../shared/sync.ts'

/** An unreviewed proposal. `id` is derived from vendor account, type and key: the same page captured twice replaces its own draft. */
export type Draft = {
  id: Uuid
  session: Uuid
  tab: number
  host: string
  /** The client that was active, where the page does not show whose account it is; else null. */
  client: Uuid | null
  sighting: Sighting
  /** What of it a person has to choose: values that can be read in several ways. */
  questions?: Questions
  firstSeenAt: Instant
  seenAt: Instant
}

/** One visit to an admin console, as the popup tells of it. */
export type Session = {
  id: Uuid
  tab: number
  host: string
  url: string
  title: string
  connector: string | null
  openedAt: Instant
  endedAt: Instant | null
  /** Things recognized in this visit, also those that were known already and unchanged. */
  found: number
  unchanged: number
  /** Why nothing, or not all, was read. */
  problem: ProblemCode | null
  /** "120 of 143", where the console said how many there are. */
  total: number | null
  /** The page's address as evidence keeps it. */
  page: string
  /** The connector of this page found what it expects. */
  understood: boolean
  /** What the connector expects and no longer found, in its own words. */
  missing: string[]
  /** An earlier visit of this page was understood by the same connector, so that finding nothing now says something. */
  formerly: boolean
  /** The taught connectors that found what they expect, on earlier visits of this page and on this one. */
  taughtBefore?: string[]
  taught?: string[]
}

/** C1: rows as the server confirmed them; written by the pull alone. */
export type ConfirmedRow = { scope: Uuid; id: Uuid; row: Row }

/** A pulled row that this version cannot read: kept as it came, counted, and in nobody's way. */
export type UnreadableRow = { scope: Uuid; id: string; rev: number; text: string }

/** `rev` is 0 while only this device knows it. */
export type StoredObservation = { scope: Uuid; id: Uuid; rec: Uuid; rev: number; observation: Observation }

/**
 * The belief that screens show: confirmed rows with queued and acked ops laid over. Derivable at any time, but for
 * `lookedAt`: when this device last saw the page unchanged, which is nobody's edit and is not synced.
 */
export type StoredRecord = InventoryRecord & { scope: Uuid; lookedAt?: Instant; page?: SeenOn }

/** The page that last showed a record: where to look to see it again. Derived from observations and looks. */
export type SeenOn = { url: string; at: Instant }

/** The living records of a scope by type and name, so that a first page or a search reads keys and not records. */
export type Listing = { scope: Uuid; type: RecordType; name: string; id: Uuid }

/** queued → acked, kept as the ring for 30 days (C5); or rejected, kept in quarantine with its code. */
export type OutboxOp = {
  scope: Uuid
  op: Uuid
  rec: Uuid
  state: 'queued' | 'acked' | 'rejected'
  /** What the state is ordered by: the op's number while it waits, the server's seq once acked. */
  order: number
  /** Who numbered it: a copied profile gets a new device id and new numbers (R2). */
  device: Uuid
  code: string | null
  sentAt: Instant | null
  body: Op
}

/** Where a device stands in one scope. */
export type ScopeState = {
  scope: Uuid
  kind: 'workspace' | 'client'
  epoch: Uuid | null
  cursor: number
  floor: number
  head: number
  device: Uuid
  /** The last number given to an op by `device`. */
  n: number
  /** R9: what was deleted up to here is gone from the server, and was dropped here. */
  purged: number
  problem: ProblemCode | null
  /** C7: when the digests were last compared; a mismatch is told once. */
  comparedAt: Instant | null
  /** F23: since when access to this client is withdrawn, or the client purged from the server, and what it was called. */
  locked?: Locked
}

/** `why` is absent where an early version locked it, which knew of one reason only. */
export type Locked = { at: Instant; name: string; why?: LockedBy }
/** What the server said of a client that is locked. */
export type LockedBy = Extract<ProblemCode, 'MEMBERSHIP_REVOKED' | 'SCOPE_GONE'>

/** What a person said about files of one kind: the same column names, from the same product. Never synced. */
export type FileMapping = {
  signature: string
  /** The product or vendor that the file is from, '' where its rows name their own. */
  from: string
  /** As JSON: parsed by who reads it. */
  plan: string
  usedAt: Instant
}

/** What is worked out of a client's records and takes long: kept until it would be another, and never the truth. */
export type Derived = { scope: Uuid; of: DerivedName; mark: string; value: unknown }
export type DerivedName = 'entries' | 'top-findings' | 'due'

/** The state of a scope’s records, as a mark that is another one after each write, and the last writes. */
export type Written = { scope: Uuid; mark: Uuid; steps?: WriteStep[] }
/** One write: the mark that stood before it, and which records were written. */
export type WriteStep = { from: string; ids: Uuid[] }
