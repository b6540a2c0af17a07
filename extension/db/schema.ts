import type { InventoryRecord } from '../../shared/inventory/record.ts'
import type { Instant } from '../../shared/model/day.ts'
import type { Uuid } from '../../shared/model/id.ts'
import type { Observation, Sighting } from '../../shared/model/observation.ts'
import type { ProblemCode } from '../../shared/problem.ts'
import type { Op, Row } from '../../shared/sync.ts'

/** An unreviewed proposal. `id` is derived from vendor account, type and key: the same page captured twice replaces its own draft. */
export type Draft = {
  id: Uuid
  session: Uuid
  tab: number
  host: string
  sighting: Sighting
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
}

/** C1: rows as the server confirmed them; written by the pull alone. */
export type ConfirmedRow = { scope: Uuid; id: Uuid; row: Row }

export type StoredObservation = { scope: Uuid; id: Uuid; rec: Uuid; rev: number; observation: Observation }

/** The belief that screens show: confirmed rows with queued and acked ops laid over. Derivable at any time. */
export type StoredRecord = InventoryRecord & { scope: Uuid }

/** queued → acked (at) → known (kept in the ring for 30 days); or rejected, kept in quarantine with its code. */
export type OutboxOp = {
  scope: Uuid
  n: number
  op: Uuid
  rec: Uuid
  device: Uuid
  state: 'queued' | 'acked' | 'known' | 'rejected'
  at: number
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
  n: number
  problem: ProblemCode | null
  syncedAt: Instant | null
}
