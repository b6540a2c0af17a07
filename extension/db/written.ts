import {
  type DBCore,
  type DBCoreMutateRequest,
  type DBCoreTable,
  type DBCoreTransaction,
  Dexie,
  type Middleware,
} from 'dexie'
import type { Uuid } from '../../shared/model/id.ts'
import { newId } from '../../shared/model/make-id.ts'
import type { Written } from './schema.ts'

/**
 * Whoever writes records, by whatever way, marks their scope in the same transaction. What was derived of them and kept
 * can so be told from what would be derived now, without reading a record; and who holds them reads again what changed.
 */
export const markWritten: Middleware<DBCore> = {
  stack: 'dbcore',
  name: 'mark-written',
  create: (down) => {
    // A database that is being upgraded may not have these tables yet.
    const isHere = ['written', 'derived'].every((name) => down.schema.tables.some((table) => table.name === name))
    if (!isHere) return down
    return {
      ...down,
      transaction: (stores, mode, options) =>
        down.transaction(
          mode === 'readwrite' && stores.includes('records') ? [...new Set([...stores, 'written', 'derived'])] : stores,
          mode,
          options,
        ),
      table: (name) => (name === 'records' ? marking(down) : down.table(name)),
    }
  },
}

function marking(down: DBCore): DBCoreTable {
  const records = down.table('records')
  const marked = marker(down.table('written'))
  return {
    ...records,
    mutate: (request) => {
      const { trans } = request
      // Of a scope that goes, nothing that was derived stays.
      const dropped =
        request.type === 'deleteRange'
          ? down.table('derived').mutate({ trans, type: 'deleteRange', range: request.range })
          : null
      const marks = [...writtenBy(request)].map(([scope, ids]) => marked(trans, scope, ids))
      return Dexie.Promise.all<unknown>([dropped, ...marks]).then(() => records.mutate(request))
    },
  }
}

/** One after the other within a transaction: of two writes at once, neither may hide what the other wrote. */
function marker(written: DBCoreTable) {
  const last = new WeakMap<DBCoreTransaction, Map<Uuid, PromiseLike<Written | undefined>>>()
  return (trans: DBCoreTransaction, scope: Uuid, ids: Ids): PromiseLike<Written> => {
    const marks = last.get(trans) ?? new Map<Uuid, PromiseLike<Written | undefined>>()
    const before = marks.get(scope) ?? (written.get({ trans, key: scope }) as PromiseLike<Written | undefined>) // its rows
    const after = before.then((row) => {
      const next = stepped(scope, row, ids)
      return written.mutate({ trans, type: 'put', values: [next] }).then(() => next)
    })
    last.set(trans, marks.set(scope, after))
    return after
  }
}

/** Ids of what was written, or more than can be said. */
type Ids = Set<Uuid> | 'all'

/** So many are told one by one; of more, who follows reads everything. */
const told = 500

function stepped(scope: Uuid, before: Written | undefined, ids: Ids): Written {
  const mark = newId()
  if (ids === 'all' || ids.size > told) return { scope, mark, steps: [] }
  const steps = [...(before?.steps ?? []), { from: before?.mark ?? '', ids: [...ids] }]
  let count = 0
  const first = steps.findLastIndex((step) => {
    // A write of nothing takes its place as well.
    count += Math.max(1, step.ids.length)
    return count > told
  })
  return { scope, mark, steps: steps.slice(first + 1) }
}

/** What was written since this mark stood; undefined where that was so much or so long ago that it is told no more. */
export function writtenSince(row: Written | undefined, mark: string): Set<Uuid> | undefined {
  if ((row?.mark ?? '') === mark) return new Set()
  const at = row?.steps?.findIndex(({ from }) => from === mark) ?? -1
  return at < 0 ? undefined : new Set(row?.steps?.slice(at).flatMap(({ ids }) => ids))
}

/** By scope: each key and each row begins with it. */
function writtenBy(request: DBCoreMutateRequest): Map<Uuid, Ids> {
  const found = new Map<Uuid, Ids>()
  if (request.type === 'deleteRange') {
    const [scope] = keyOf(request.range.lower)
    return scope === undefined ? found : found.set(scope, 'all')
  }
  const keys = request.type === 'delete' ? request.keys.map(keyOf) : request.values.map(keyOfRow)
  for (const [scope, id] of keys) {
    if (scope === undefined || id === undefined) continue
    const ids = found.get(scope)
    if (ids instanceof Set) ids.add(id)
    else found.set(scope, new Set([id]))
  }
  return found
}

const keyOf = (key: unknown): string[] => (Array.isArray(key) ? key.filter((part) => typeof part === 'string') : [])
const keyOfRow = ({ scope, id }: { scope: Uuid; id: Uuid }): string[] => [scope, id]
