import type { Day } from '../../shared/model/day.ts'
import type { Uuid } from '../../shared/model/id.ts'
import type { Database } from '../db/database.ts'
import type { StoredRecord, Written } from '../db/schema.ts'
import { writtenSince } from '../db/written.ts'
import { getSetting } from '../settings/store.ts'
import { observationsOf } from './observations.ts'
import { isHistoric, materialOf, type Whole, wholeFrom } from './whole.ts'
import { isSameFor, type Workspace, workspaceOf } from './workspace.ts'

type Asked = { db: Database; client: Uuid; today: Day }
/** Where the client's records stand, and those of the workspace. */
type Stand = { own: Written | undefined; common: string }
type Held = Asked & { mark: string; common: string; workspace: Workspace; whole: Whole }

/** Of one client at a time: a second one would be as large again. */
let held: Held | undefined
/** What was asked for last: one after the other, but who goes on to another client waits for nothing of the former. */
let last: { db: Database; client: Uuid; turn: Promise<unknown> } | undefined
const isLast = ({ db, client }: Pick<Asked, 'db' | 'client'>): boolean => last?.db === db && last.client === client

/**
 * The whole inventory of a client as it is now, the same for all screens of this tab: read once, then of whatever any
 * context writes only that is read again. Whoever watches this is asked again after each write, and gets another object
 * where something changed.
 */
export async function followedWhole(db: Database, client: Uuid, today: Day): Promise<Whole> {
  const turns = last && isLast({ db, client }) ? last : { db, client, turn: Promise.resolve() }
  last = turns
  // Watched is where the records stand, and none of the hundred thousand that are read.
  await standOf(db, client)
  return unwatched(() => {
    const next = turns.turn.then(() => bring({ db, client, today }))
    turns.turn = next.catch(() => undefined)
    return next
  })
}

/** A query that is watched goes on in all that it begins itself, but not in what a timer begins. */
const unwatched = <T>(work: () => Promise<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    setTimeout(() => work().then(resolve, reject))
  })

async function bring(asked: Asked): Promise<Whole> {
  const before = held?.db === asked.db && held.client === asked.client ? held : undefined
  // What fails half-way is read anew, and of another client nothing is kept meanwhile.
  if (before || isLast(asked)) held = undefined
  // First where it stands: what is written meanwhile is read once more.
  const stand = await standOf(asked.db, asked.client)
  const ids = before && writtenSince(stand.own, before.mark)
  const brought = before && ids ? await follow(before, ids, asked, stand) : await readAll(asked, stand)
  // Of a client that was left meanwhile nothing is kept.
  if (isLast(asked)) held = brought
  return brought.whole
}

async function standOf(db: Database, client: Uuid): Promise<Stand> {
  const device = await getSetting(db, 'device')
  const [own, common] = await db.written.bulkGet([client, device?.workspace ?? ''])
  return { own, common: `${device?.workspace} ${common?.mark}` }
}

async function readAll(asked: Asked, { own, common }: Stand): Promise<Held> {
  const { db, client, today } = asked
  const [of, workspace] = await Promise.all([materialOf(db, client), workspaceOf(db)])
  return { ...asked, mark: own?.mark ?? '', common, workspace, whole: wholeFrom(of, workspace, client, today) }
}

/** So many are laid in one by one; more of them take longer than all that is derived. */
const few = 20

async function follow(before: Held, ids: Set<Uuid>, asked: Asked, { own, common }: Stand): Promise<Held> {
  const { db, client, today } = asked
  const { of } = before.whole
  const isAround = common === before.common
  const workspace = isAround ? before.workspace : await workspaceOf(db)
  const isAlike = today === before.today && (isAround || isSameFor(client, workspace, before.workspace))
  const lay = await changesOf(asked, [...ids])
  const held = { ...asked, mark: own?.mark ?? '', common, workspace: isAlike ? before.workspace : workspace }
  if (isAlike && ids.size === 0) return { ...held, whole: before.whole }
  const isFollowed = lay(before.whole, isAlike && ids.size <= few)
  if (isFollowed) return { ...held, whole: { ...before.whole } }
  // As they come from the disk.
  of.records = new Map([...of.records].sort(([a], [b]) => (a < b ? -1 : 1)))
  return { ...held, whole: wholeFrom(of, workspace, client, today) }
}

/** Reads what changed; what is given lays it into the material, and into the inventory where that can take it and is to. */
async function changesOf({ db, client }: Asked, ids: Uuid[]) {
  const records = await db.records.bulkGet(ids.map((id): [Uuid, Uuid] => [client, id]))
  const historic = records.flatMap((record) => (record && isHistoric(record) ? [record.id] : []))
  const seen = await observationsOf(db, client, historic)
  return ({ inventory, lookedAt, of }: Whole, isToFollow: boolean): boolean => {
    const changed: StoredRecord[] = []
    for (const [place, record] of records.entries()) {
      const id = ids[place] ?? ''
      const former = of.records.get(id)
      const isAlive = record?.deleted === 0
      if (isAlive) of.records.set(id, record)
      else of.records.delete(id)
      if (isAlive && seen.has(id)) of.seen.set(id, seen.get(id) ?? [])
      else of.seen.delete(id)
      if (record?.lookedAt === undefined || !isAlive) lookedAt.delete(id)
      else lookedAt.set(id, record.lookedAt)
      // What was never there, and is not now, is nothing to follow.
      if (isAlive) changed.push(record)
      else if (former) changed.push({ ...former, deleted: 1 })
    }
    // Only now, as what one bill pays for is told by all of them.
    return isToFollow && changed.every((record) => inventory.put(record) !== undefined)
  }
}
