import type { Uuid } from '../../shared/model/id.ts'
import { ok } from '../../shared/problem.ts'
import { DigestResponse } from '../../shared/sync.ts'
import type { Database } from '../db/database.ts'
import type { ScopeState } from '../db/schema.ts'
import { type Answer, ask, type Server } from './http.ts'
import { resync } from './replay.ts'

const utf8 = new TextEncoder()
const day = 86_400_000

export const isCompareDue = ({ comparedAt }: ScopeState, now: Date): boolean =>
  comparedAt === null || now.getTime() - Date.parse(comparedAt) >= day

/**
 * C7: once a day, when all is sent and pulled, what this device has confirmed is compared with the server's. A
 * difference is mended by a new download, and said once. Answers whether it was the same.
 */
export async function compareDigests(db: Database, server: Server, scope: Uuid, now: Date): Promise<Answer<boolean>> {
  const answer = await ask(server, { path: `/v1/scopes/${scope}/digest`, schema: DigestResponse })
  if (!answer.ok) return answer
  const state = await db.scopes.get(scope)
  const { epoch, head, types } = answer.value
  // Somebody wrote in between: the next round compares.
  if (!state || state.epoch !== epoch || state.cursor !== head) return ok(true)
  const same = isEqual(await localDigest(db, scope), types)
  await db.scopes.update(scope, { comparedAt: now.toISOString() })
  if (!same) await resync(db, state)
  return ok(same)
}

type Digest = DigestResponse['types']

/** Per type: how many confirmed rows there are, and the xor of SHA-256 over id and rev. */
export async function localDigest(db: Database, scope: Uuid): Promise<Digest> {
  const within = [[scope], [scope, []]] as const
  const rows = (
    await db.confirmed
      .where('[scope+id]')
      .between(...within)
      .toArray()
  ).map(({ row }) => row)
  const observations = await db.observations
    .where('[scope+id]')
    .between(...within)
    .toArray()
  const seen = observations.map(({ id, rev, observation }) => ({ id, rev, type: observation.sighting.type }))
  const kept = [...rows, ...seen.filter(({ rev }) => rev > 0)]
  const hashes = await Promise.all(
    kept.map(({ id, rev }) => crypto.subtle.digest('SHA-256', utf8.encode(`${id}${rev}`))),
  )
  const sums = new Map<string, { count: number; xor: Uint8Array }>()
  for (const [place, { type }] of kept.entries()) {
    const sum = sums.get(type) ?? { count: 0, xor: new Uint8Array(32) }
    const bytes = new Uint8Array(hashes[place] ?? new ArrayBuffer(32))
    sums.set(type, { count: sum.count + 1, xor: sum.xor.map((byte, at) => byte ^ (bytes[at] ?? 0)) })
  }
  return Object.fromEntries([...sums].map(([type, { count, xor }]) => [type, { count, xor: hex(xor) }]))
}

const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

const isEqual = (mine: Digest, theirs: Digest): boolean =>
  [...new Set([...Object.keys(mine), ...Object.keys(theirs)])].every(
    (type) => mine[type]?.count === theirs[type]?.count && mine[type]?.xor === theirs[type]?.xor,
  )
