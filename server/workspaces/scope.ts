import type { Selectable, Transaction } from 'kysely'
import type { Uuid } from '../../shared/model/id.ts'
import { fail, type Outcome, ok, problem } from '../../shared/problem.ts'
import type { Database } from '../db/database.ts'
import type { Engine } from '../db/engine.ts'
import type { PeopleTables, Role, ScopeTables } from '../db/tables.ts'
import { inTransaction, type Mode } from '../db/transaction.ts'
import type { Member } from './member.ts'

export type Tables = PeopleTables & ScopeTables
type ScopeRow = Selectable<ScopeTables['scopes']>
type Work<T> = (scope: Scope) => Promise<Outcome<T>>

/**
 * The only door to what belongs to a scope: it carries the transaction in which the membership was checked (R6), and
 * ends with it. A store function takes a Scope, so forgetting the check does not type-check.
 */
export class Scope {
  private constructor(
    readonly tx: Transaction<Tables>,
    readonly engine: Engine,
    /** Null where the server itself acts: purge, restore. */
    readonly author: { member: Uuid; device: Uuid; role: Role } | null,
    readonly row: ScopeRow,
  ) {}

  get key(): number {
    return this.row.scope
  }

  /** The workspace's own scope, in the same transaction: whoever may open one of its scopes is a member of it. */
  async ofWorkspace(): Promise<Scope> {
    const row = await findScope(this.tx, this.row.workspace, this.row.workspace)
    if (!row) throw new Error('a workspace without its scope')
    return new Scope(this.tx, this.engine, this.author, row)
  }

  /** R12: one scope, one transaction, for writing. A problem that `work` answers rolls everything back. */
  static open<T>(database: Database, member: Member, id: Uuid, work: Work<T>): Promise<Outcome<T>> {
    return Scope.enter(database, member, id, 'write', work)
  }

  /** R8: for reading alone; everything that `work` reads is of one moment. */
  static read<T>(database: Database, member: Member, id: Uuid, work: Work<T>): Promise<Outcome<T>> {
    return Scope.enter(database, member, id, 'read', work)
  }

  private static enter<T>(database: Database, member: Member, id: Uuid, mode: Mode, work: Work<T>) {
    return inTransaction(database, mode, async (people): Promise<Outcome<T>> => {
      const tx = people.withTables<ScopeTables>()
      const role = await activeRole(tx, member)
      if (!role.ok) return role
      const row = await findScope(tx, member.workspace, id)
      // The same answer for a scope of another workspace and for one that is nowhere (T20).
      if (!row) return fail('NOT_FOUND')
      if (row.gone_at !== null) return fail('SCOPE_GONE')
      const author = { member: member.id, device: member.device, role: role.value }
      return work(new Scope(tx, database.engine, author, row))
    })
  }

  /** For what the server does by itself, on the operator's behalf: never from a request. */
  static asServer<T>(
    database: Database,
    workspace: Uuid,
    id: Uuid,
    work: Work<T>,
    mode: Mode = 'write',
  ): Promise<Outcome<T>> {
    return inTransaction(database, mode, async (people): Promise<Outcome<T>> => {
      const tx = people.withTables<ScopeTables>()
      const row = await findScope(tx, workspace, id)
      if (row?.gone_at) return fail('SCOPE_GONE')
      return row ? work(new Scope(tx, database.engine, null, row)) : fail('NOT_FOUND')
    })
  }
}

/** The scopes that a member may see, each with its head: one request tells what to pull. */
export function scopesOf(
  database: Database,
  member: Member,
): Promise<Outcome<Pick<ScopeRow, 'id' | 'kind' | 'epoch' | 'seq'>[]>> {
  return inTransaction(database, 'read', async (people) => {
    const tx = people.withTables<ScopeTables>()
    const role = await activeRole(tx, member)
    if (!role.ok) return role
    const rows = await tx
      .selectFrom('scopes')
      .select(['id', 'kind', 'epoch', 'seq'])
      .where('workspace', '=', member.workspace)
      .where('gone_at', 'is', null)
      .orderBy('kind', 'desc')
      .orderBy('id')
      .execute()
    return ok(rows)
  })
}

const findScope = (tx: Transaction<Tables>, workspace: Uuid, id: Uuid) =>
  tx.selectFrom('scopes').selectAll().where('workspace', '=', workspace).where('id', '=', id).executeTakeFirst()

/** R6: read in the same transaction, so a removal that commits first refuses all of it, and one that comes later none. */
async function activeRole(tx: Transaction<PeopleTables>, member: Member): Promise<Outcome<Role>> {
  const row = await tx
    .selectFrom('devices')
    .innerJoin('members', (join) =>
      join.onRef('members.workspace', '=', 'devices.workspace').onRef('members.id', '=', 'devices.member'),
    )
    .select(['devices.revoked_at', 'members.role', 'members.state'])
    .where('devices.workspace', '=', member.workspace)
    .where('devices.id', '=', member.device)
    .executeTakeFirst()
  if (!row || row.revoked_at !== null) return { ok: false, problem: problem('UNAUTHENTICATED') }
  return row.state === 'active' ? ok(row.role) : fail('MEMBERSHIP_REVOKED')
}
