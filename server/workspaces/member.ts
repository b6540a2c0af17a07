import type { Uuid } from '../../shared/model/id.ts'
import { fail, type Outcome, ok } from '../../shared/problem.ts'
import type { Database } from '../db/database.ts'
import { once } from '../db/once.ts'
import type { Role } from '../db/tables.ts'
import { tokenHash } from '../devices/token.ts'
import { keysWithMakers, opens } from './key.ts'

const holderOf = once(['hash'], (db, { hash }) =>
  db
    .selectFrom('devices')
    .innerJoin('members', (join) =>
      join.onRef('members.workspace', '=', 'devices.workspace').onRef('members.id', '=', 'devices.member'),
    )
    .select([
      'devices.workspace',
      'devices.id',
      'devices.member',
      'devices.revoked_at',
      'devices.seen_at',
      'members.role',
      'members.state',
    ])
    .where('devices.token_hash', '=', hash),
)

/**
 * What a request speaks through: a paired device; an API key, which opens clients alone; or the server's own pages, which
 * open the workspace itself alone.
 */
export type Via = 'device' | 'key' | 'page'

/**
 * Who is admitted to a workspace: a person through one paired device, or a program through the key that a person made.
 * Only the checks below can make one.
 */
export class Member {
  private constructor(
    readonly workspace: Uuid,
    readonly id: Uuid,
    readonly role: Role,
    /** The paired device, or the key; on a page there is neither, and it is the member. */
    readonly device: Uuid,
    readonly seenAt: string,
    readonly via: Via,
  ) {}

  /** T25: the token is looked up by its hash, so nothing about it can be learnt from the time that takes. */
  static async byToken(database: Database, token: string): Promise<Outcome<Member>> {
    const [row] = await holderOf({ tx: database.people, engine: database.engine }, { hash: tokenHash(token) })
    if (!row || row.revoked_at !== null) return fail('UNAUTHENTICATED')
    if (row.state !== 'active') return fail('MEMBERSHIP_REVOKED')
    return ok(new Member(row.workspace, row.member, row.role, row.id, row.seen_at, 'device'))
  }

  /** The same for a key. When it ends is fixed as it is made, so that is compared once, here. */
  static async byKey(database: Database, token: string, now: Date): Promise<Outcome<Member>> {
    const row = await keysWithMakers(database.people)
      .select(['api_keys.id', 'api_keys.member', 'api_keys.expires_at', 'api_keys.used_at'])
      .where('api_keys.token_hash', '=', tokenHash(token))
      .executeTakeFirst()
    if (!row || !opens(row) || Date.parse(row.expires_at) <= now.getTime()) return fail('KEY_INVALID')
    return ok(new Member(row.workspace, row.member, row.role, row.id, row.used_at ?? '', 'key'))
  }

  /** A person who is signed in to the server's pages, in one of their workspaces; any other is not there (T20). */
  static async byPerson({ people }: Database, person: string, workspace: Uuid): Promise<Outcome<Member>> {
    const row = await people
      .selectFrom('members')
      .select(['id', 'role'])
      .where('workspace', '=', workspace)
      .where('person', '=', person)
      .where('state', '=', 'active')
      .executeTakeFirst()
    return row ? ok(new Member(workspace, row.id, row.role, row.id, '', 'page')) : fail('NOT_FOUND')
  }
}
