import { z } from 'zod'
import { Uuid } from '../../shared/model/id.ts'
import {
  ChangesResponse,
  DigestResponse,
  KnownOpsRequest,
  KnownOpsResponse,
  limits,
  PushRequest,
  PushResponse,
  ScopesResponse,
} from '../../shared/sync.ts'
import type { Described } from '../http/documented.ts'

const Number53 = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER)
export const ChangesQuery = z.object({
  after: Number53.default(0),
  floor: Number53.default(0),
  limit: z.coerce.number().int().min(1).max(limits.changesRows).default(limits.changesRows),
  epoch: z.optional(Uuid),
})
const Version = z.int().min(1).default(1)

const path = { scope: 'The id of a client, or of the workspace.' }

export const scopesListed: Described = {
  id: 'listScopes',
  summary: 'The scopes that this device may see, each with its head: one request tells what to pull.',
  answers: ScopesResponse,
}
export const pushed: Described = {
  id: 'push',
  summary: 'Sends numbered changes; each is answered with its result, the same however often it is sent.',
  path,
  takes: PushRequest,
  answers: PushResponse,
  problems: ['EPOCH', 'GAP', 'ID_COLLISION', 'OP_REUSED', 'UPGRADE_REQUIRED', 'STORAGE_FULL', 'RATE_LIMITED'],
}
export const changed: Described = {
  id: 'changes',
  summary: 'One page of latest states by rev, from a cursor on.',
  path,
  query: { ...ChangesQuery.shape, protocol: Version, schema: Version },
  answers: ChangesResponse,
  problems: ['INVALID_REQUEST', 'EPOCH', 'RESYNC_REQUIRED', 'UPGRADE_REQUIRED', 'RATE_LIMITED'],
}
export const noticed: Described = {
  id: 'notices',
  summary: 'Server-sent events that tell each new head of the scope, so that a device knows when to pull.',
  path,
  answers: z.string(),
  as: 'text/event-stream',
  problems: ['RATE_LIMITED'],
}
export const digested: Described = {
  id: 'digest',
  summary: 'Counts and checksums to compare with what the device has confirmed.',
  path,
  answers: DigestResponse,
  problems: ['RATE_LIMITED'],
}
export const asksKnown: Described = {
  id: 'knownOps',
  summary: 'Which of these changes the server still knows after it was restored from a backup.',
  path,
  takes: KnownOpsRequest,
  answers: KnownOpsResponse,
  problems: ['UPGRADE_REQUIRED', 'RATE_LIMITED'],
}
