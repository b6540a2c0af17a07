import type { Selectable, Transaction } from 'kysely'
import type { Uuid } from '../../shared/model/id.ts'
import { fail, type Outcome, ok, problem } from '../../shared/problem.ts'
import type { Database } from '../db/database.ts'
import type { Engine, Mode } from '../db/engine.ts'
import { once } from '../db/once.ts'
import type { PeopleTables, Role, ScopeTables } from '../db/tables.ts'
import { inTransaction } from '../db/transaction.ts'
import { type Membership, membershipsOf } from '../people/memberships.ts'
import { keyRole } from './key.ts'
import { seesAll } from './may.ts'
import type { Member, Via } from './member.ts'
import { pageRole } from './page.ts'

export type Tables = PeopleTables & ScopeTables
type ScopeRow = Selectable<ScopeTables['scopes']>
/** Who speaks: through which device or key, as what, and from where on what is held may be trusted (`access_from`). */
export type Author = {
  member: Uuid
  device: Uuid
  role: Role
  via: Via
  clients: 'all' | 'granted'
  accessFrom: number
}
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
    readonly author: Author | null,
    readonly row: ScopeRow,
    readonly mode: Mode,
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
      const role = await roleOf[member.via]({ tx, engine }, member, id, mode)
      if (!role.ok) return role
      const row = await findScope({ tx, engine }, member.workspace, id, mode)
      // The same answer for a scope of another workspace and for one that is nowhere (T20).
      if (!row) return fail('NOT_FOUND')
      if (row.gone_at !== null) return fail('SCOPE_GONE')
      const author = { member: member.id, device: member.device, via: member.via, ...role.value }
      if (row.kind === 'client' && author.clients === 'granted') {
        const granted = await grantOf({ tx, engine }, member, id, mode)
        if (!granted.ok) return granted
      }
      return announcing(await Scope.at(tx, engine, author, row, mode), work)
    })
  }

  /**
   * For what the server does by itself, on the operator's behalf: never from a request, but for one that lets in whoever
   * holds an invitation, and is nobody's yet.
   */
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

  /** What a person changes of their own account concerns the workspaces that they are in: the change names which. */
  static ofPerson<T>(
    database: Database,
    person: string,
    change: (tx: Transaction<PeopleTables>, memberships: Membership[]) => Promise<Outcome<Concerning<T>>>,
    tell: (scope: Scope, member: Uuid) => Promise<void>,
  ): Promise<Outcome<T>> {
    return Scope.telling(database, async (tx) => change(tx, await membershipsOf(tx, person)), tell)
  }

  /** A change of what is in no scope, which names whom it concerns; then each workspace's own scope is told, in one order. */
  static telling<T>(
    database: Database,
    change: (tx: Transaction<PeopleTables>) => Promise<Outcome<Concerning<T>>>,
    tell: (scope: Scope, member: Uuid, value: T) => Promise<void>,
  ): Promise<Outcome<T>> {
    return inTransaction(database, 'write', async (people): Promise<Outcome<T>> => {
      const changed = await change(people)
      if (!changed.ok) return changed
      const { of, value } = changed.value
      const [tx, engine] = [people.withTables<ScopeTables>(), database.engine]
      const concerned: { row: ScopeRow; member: Uuid }[] = []
      // All are looked up before the first is entered: from within one, the others are not there.
      for (const { workspace, member } of [...of].sort((a, b) => (a.workspace < b.workspace ? -1 : 1))) {
        const row = await findScope({ tx, engine }, workspace, workspace, 'write')
        if (row) concerned.push({ row, member })
      }
      for (const { row, member } of concerned) await tell(await Scope.at(tx, engine, null, row, 'write'), member, value)
      return ok(value)
    })
  }
}

type Concerning<T> = { of: Pick<Membership, 'workspace' | 'member'>[]; value: T }

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
      .$if(role.value.clients === 'granted', (query) =>
        query.where(({ or, eb, selectFrom }) =>
          or([
            eb('kind', '=', 'workspace'),
            eb(
              'id',
              'in',
              selectFrom('grants')
                .select('client')
                .where('workspace', '=', member.workspace)
                .where('member', '=', member.id)
                .where('revoked_at', 'is', null),
            ),
          ]),
        ),
      )
      .orderBy('kind', 'desc')
      .orderBy('id')
      .execute()
    return ok(rows)
  })
}

export type Access = Pick<Author, 'role' | 'clients' | 'accessFrom'>
type Within = { tx: Transaction<Tables>; engine: Engine }

const theScope = (mode: Mode) =>
  once(['workspace', 'id'], (db, { workspace, id }, engine) => {
    const query = db.selectFrom('scopes').selectAll().where('workspace', '=', workspace).where('id', '=', id)
    return mode === 'write' ? engine.hold(query, 'alone') : query
  })
const scopeFor = { read: theScope('read'), write: theScope('write') }

/** R3: whoever writes takes the scope's own row first and holds it to the commit, so numbers are given in that order. */
const findScope = async (within: Within, workspace: Uuid, id: Uuid, mode: Mode): Promise<ScopeRow | undefined> =>
  (await scopeFor[mode](within, { workspace, id }))[0]

/** Devices hear of a new head from any node. */
async function announcing<T>(scope: Scope, work: Work<T>): Promise<Outcome<T>> {
  const before = scope.row.seq
  const outcome = await work(scope)
  if (outcome.ok && scope.row.seq !== before) await scope.engine.announce(scope.tx, scope.key, scope.row.seq)
  return outcome
}

/** A client that was never granted is not there (T20); who had it is told that it was taken away (F23). */
async function grantOf({ tx, engine }: Within, member: Member, client: Uuid, mode: Mode): Promise<Outcome<true>> {
  const query = tx
    .selectFrom('grants')
    .select('revoked_at')
    .where('workspace', '=', member.workspace)
    .where('member', '=', member.id)
    .where('client', '=', client)
  const row = await (mode === 'write' ? engine.hold(query, 'shared') : query).executeTakeFirst()
  if (!row) return fail('NOT_FOUND')
  return row.revoked_at === null ? ok(true) : fail('MEMBERSHIP_REVOKED')
}

const theRole = (mode: Mode) =>
  once(['workspace', 'device'], (db, { workspace, device }, engine) => {
    const query = db
      .selectFrom('devices')
      .innerJoin('members', (join) =>
        join.onRef('members.workspace', '=', 'devices.workspace').onRef('members.id', '=', 'devices.member'),
      )
      .select(['devices.revoked_at', 'members.role', 'members.state', 'members.clients', 'members.access_from'])
      .where('devices.workspace', '=', workspace)
      .where('devices.id', '=', device)
    return mode === 'write' ? engine.hold(query, 'shared') : query
  })
const roleFor = { read: theRole('read'), write: theRole('write') }

/** R6: read in the same transaction, so a removal that commits first refuses all of it, and one that comes later none. */
async function activeRole(within: Within, { workspace, device }: Member, mode: Mode): Promise<Outcome<Access>> {
  const [row] = await roleFor[mode](within, { workspace, device })
  if (!row || row.revoked_at !== null) return { ok: false, problem: problem('UNAUTHENTICATED') }
  if (row.state !== 'active') return fail('MEMBERSHIP_REVOKED')
  const clients = seesAll(row.role) ? 'all' : row.clients
  return ok({ role: row.role, clients, accessFrom: row.access_from })
}

const roleOf = {
  key: keyRole,
  page: pageRole,
  device: (within: Within, member: Member, _: Uuid, mode: Mode) => activeRole(within, member, mode),
} satisfies Record<Via, unknown>
