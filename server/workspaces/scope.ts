import type { Selectable, Transaction } from 'kysely'
import type { Uuid } from '../../shared/model/id.ts'
import { fail, type Outcome, ok, problem } from '../../shared/problem.ts'
import type { Database } from '../db/database.ts'
import type { Engine, Mode } from '../db/engine.ts'
import type { PeopleTables, Role, ScopeTables } from '../db/tables.ts'
import { inTransaction } from '../db/transaction.ts'
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
    private readonly mode: Mode,
  ) {}

  /** The door opens to these rows and to no others, in the database itself as well where that has a wall. */
  private static async at(
    tx: Transaction<Tables>,
    engine: Engine,
    author: Scope['author'],
    row: ScopeRow,
    mode: Mode,
    beside: number[] = [],
  ): Promise<Scope> {
    await engine.confine(tx, row.workspace, [row.scope, ...beside])
    return new Scope(tx, engine, author, row, mode)
  }

  get key(): number {
    return this.row.scope
  }

  /** The workspace's own scope, in the same transaction: whoever may open one of its scopes is a member of it. */
  async ofWorkspace(): Promise<Scope> {
    const row = await findScope(this, this.row.workspace, this.row.workspace, this.mode)
    if (!row) throw new Error('a workspace without its scope')
    return Scope.at(this.tx, this.engine, this.author, row, this.mode, [this.key])
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
      const { engine } = database
      const role = await activeRole({ tx, engine }, member, mode)
      if (!role.ok) return role
      const row = await findScope({ tx, engine }, member.workspace, id, mode)
      // The same answer for a scope of another workspace and for one that is nowhere (T20).
      if (!row) return fail('NOT_FOUND')
      if (row.gone_at !== null) return fail('SCOPE_GONE')
      const author = { member: member.id, device: member.device, role: role.value }
      return announcing(await Scope.at(tx, engine, author, row, mode), work)
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
      const { engine } = database
      const row = await findScope({ tx, engine }, workspace, id, mode)
      if (row?.gone_at) return fail('SCOPE_GONE')
      return row ? announcing(await Scope.at(tx, engine, null, row, mode), work) : fail('NOT_FOUND')
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
    const role = await activeRole({ tx, engine: database.engine }, member, 'read')
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

type Within = { tx: Transaction<Tables>; engine: Engine }

/** R3: whoever writes takes the scope's own row first and holds it to the commit, so numbers are given in that order. */
function findScope({ tx, engine }: Within, workspace: Uuid, id: Uuid, mode: Mode): Promise<ScopeRow | undefined> {
  const query = tx.selectFrom('scopes').selectAll().where('workspace', '=', workspace).where('id', '=', id)
  return (mode === 'write' ? engine.hold(query, 'alone') : query).executeTakeFirst()
}

/** Devices hear of a new head from any node. */
async function announcing<T>(scope: Scope, work: Work<T>): Promise<Outcome<T>> {
  const before = scope.row.seq
  const outcome = await work(scope)
  if (outcome.ok && scope.row.seq !== before) await scope.engine.announce(scope.tx, scope.key, scope.row.seq)
  return outcome
}

/** R6: read in the same transaction, so a removal that commits first refuses all of it, and one that comes later none. */
async function activeRole({ tx, engine }: Within, member: Member, mode: Mode): Promise<Outcome<Role>> {
  const query = tx
    .selectFrom('devices')
    .innerJoin('members', (join) =>
      join.onRef('members.workspace', '=', 'devices.workspace').onRef('members.id', '=', 'devices.member'),
    )
    .select(['devices.revoked_at', 'members.role', 'members.state'])
    .where('devices.workspace', '=', member.workspace)
    .where('devices.id', '=', member.device)
  const row = await (mode === 'write' ? engine.hold(query, 'shared') : query).executeTakeFirst()
  if (!row || row.revoked_at !== null) return { ok: false, problem: problem('UNAUTHENTICATED') }
  return row.state === 'active' ? ok(row.role) : fail('MEMBERSHIP_REVOKED')
}
