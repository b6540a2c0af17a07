import type { Uuid } from '../../shared/model/id.ts'
import { fail, type Outcome, ok } from '../../shared/problem.ts'
import type { Database } from '../db/database.ts'
import { once } from '../db/once.ts'
import type { Role } from '../db/tables.ts'
import { tokenHash } from '../devices/token.ts'

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

/** A person admitted to a workspace, speaking through one paired device. Only the check below can make one. */
export class Member {
  private constructor(
    readonly workspace: Uuid,
    readonly id: Uuid,
    readonly role: Role,
    readonly device: Uuid,
    readonly seenAt: string,
  ) {}

  /** T25: the token is looked up by its hash, so nothing about it can be learnt from the time that takes. */
  static async byToken(database: Database, token: string): Promise<Outcome<Member>> {
    const [row] = await holderOf({ tx: database.people, engine: database.engine }, { hash: tokenHash(token) })
    if (!row || row.revoked_at !== null) return fail('UNAUTHENTICATED')
    if (row.state !== 'active') return fail('MEMBERSHIP_REVOKED')
    return ok(new Member(row.workspace, row.member, row.role, row.id, row.seen_at))
  }
}

/** R6: what each role may do with a scope's records. */
export const mayWrite = (role: Role): boolean => role !== 'reader'
