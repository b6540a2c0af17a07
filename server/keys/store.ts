import { randomUUID } from 'node:crypto'
import type { Kysely, Transaction } from 'kysely'
import type { Uuid } from '../../shared/model/id.ts'
import { fail, type Outcome, ok } from '../../shared/problem.ts'
import { note } from '../audit/note.ts'
import type { Database } from '../db/database.ts'
import type { KeyRole, PeopleTables } from '../db/tables.ts'
import { seenEveryMs } from '../devices/store.ts'
import { newToken, type Random, tokenHash } from '../devices/token.ts'
import { administers } from '../workspaces/may.ts'
import type { Member } from '../workspaces/member.ts'
import { Scope } from '../workspaces/scope.ts'

export type NewKey = { name: string; role: KeyRole; clients: 'all' | Uuid[]; expiresInDays: number }
export const mostKeys = 100

/** Keys are the workspace's: its own scope is what is locked, and where each act is noted (T36). */
const managing = <T>(
  enter: typeof Scope.open,
  database: Database,
  member: Member,
  work: Parameters<typeof enter<T>>[3],
) =>
  enter(database, member, member.workspace, async (scope) =>
    scope.author && administers(scope.author.role) ? work(scope) : fail('FORBIDDEN'),
  )

/** A new key and its token, which exists in clear nowhere but in the answer. */
export const addKey = (database: Database, member: Member, asked: NewKey, random: Random, now: Date) =>
  managing(Scope.open, database, member, async (scope): Promise<Outcome<{ id: Uuid; token: string }>> => {
    if ((await livingKeys(scope, now)).length >= mostKeys) return fail('LIMIT_REACHED')
    const clients = asked.clients === 'all' ? [] : [...new Set(asked.clients)]
    // T23: the same answer for another workspace's client and for one that is nowhere.
    if ((await clientsAmong(scope, clients)).length < clients.length) return fail('NOT_FOUND')
    const [id, token] = [randomUUID(), `stk_${newToken(random)}`]
    const workspace = scope.row.workspace
    await scope.tx
      .insertInto('api_keys')
      .values({
        workspace,
        id,
        member: member.id,
        name: asked.name,
        role: asked.role,
        clients: asked.clients === 'all' ? 'all' : 'some',
        token_hash: tokenHash(token),
        created_at: now.toISOString(),
        expires_at: new Date(now.getTime() + asked.expiresInDays * 86_400_000).toISOString(),
        used_at: null,
        revoked_at: null,
      })
      .execute()
    if (clients.length)
      await scope.tx
        .insertInto('api_key_clients')
        .values(clients.map((client) => ({ workspace, api_key: id, client })))
        .execute()
    const about = { key: id, role: asked.role, clients: asked.clients === 'all' ? 'all' : clients.length }
    await note(scope, { kind: 'api-key-made', about }, now)
    return ok({ id, token })
  })

/** Every key that opens something, with the clients of those that do not open all. */
export const keysOf = (database: Database, member: Member, now: Date) =>
  managing(Scope.read, database, member, async (scope) => {
    const granted = await scope.tx
      .selectFrom('api_key_clients')
      .select(['api_key', 'client'])
      .where('workspace', '=', scope.row.workspace)
      .orderBy('client')
      .execute()
    const keys = await livingKeys(scope, now)
    return ok(
      keys.map((key) => ({
        ...key,
        clients:
          key.clients === 'all'
            ? ('all' as const)
            : granted.flatMap(({ api_key, client }) => (api_key === key.id ? [client] : [])),
      })),
    )
  })

/** From the commit of this on, the key opens nothing. */
export const revokeKey = (database: Database, member: Member, id: Uuid, now: Date) =>
  managing(Scope.open, database, member, async (scope): Promise<Outcome<{ revoked: Uuid }>> => {
    const { numUpdatedRows } = await scope.tx
      .updateTable('api_keys')
      .set({ revoked_at: now.toISOString() })
      .where('workspace', '=', scope.row.workspace)
      .where('id', '=', id)
      .where('revoked_at', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows !== 1n) return fail('NOT_FOUND')
    await note(scope, { kind: 'api-key-revoked', about: { key: id } }, now)
    return ok({ revoked: id })
  })

const livingKeys = (scope: Scope, now: Date) =>
  scope.tx
    .selectFrom('api_keys')
    .select(['id', 'name', 'member', 'role', 'clients', 'created_at', 'expires_at', 'used_at'])
    .where('workspace', '=', scope.row.workspace)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now.toISOString())
    .orderBy('created_at')
    .orderBy('id')
    .execute()

const clientsAmong = (scope: Scope, ids: Uuid[]) =>
  scope.tx
    .selectFrom('scopes')
    .select('id')
    .where('workspace', '=', scope.row.workspace)
    .where('kind', '=', 'client')
    .where('id', 'in', scope.engine.among(ids))
    .execute()

/** To the nearest ten minutes, as with a device. */
export async function noteUsed(
  people: Kysely<PeopleTables> | Transaction<PeopleTables>,
  key: Member,
  now: Date,
): Promise<void> {
  if (key.seenAt !== '' && now.getTime() - Date.parse(key.seenAt) < seenEveryMs) return
  await people
    .updateTable('api_keys')
    .set({ used_at: now.toISOString() })
    .where('workspace', '=', key.workspace)
    .where('id', '=', key.device)
    .execute()
}
