import { type DBCore, type DBCoreMutateRequest, type DBCoreTable, Dexie, type Middleware } from 'dexie'
import type { Uuid } from '../../shared/model/id.ts'
import { newId } from '../../shared/model/make-id.ts'
import type { Written } from './schema.ts'

/**
 * Whoever writes records, by whatever way, marks their scope in the same transaction. What was derived of them and kept
 * can so be told from what would be derived now, without reading a record.
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
  return {
    ...records,
    mutate: (request) => {
      const { trans } = request
      const values = scopesOf(request).map((scope): Written => ({ scope, mark: newId() }))
      const marked = values.length > 0 ? down.table('written').mutate({ trans, type: 'put', values }) : null
      // Of a scope that goes, nothing that was derived stays.
      const dropped =
        request.type === 'deleteRange'
          ? down.table('derived').mutate({ trans, type: 'deleteRange', range: request.range })
          : null
      return Dexie.Promise.all([marked, dropped]).then(() => records.mutate(request))
    },
  }
}

/** Each key and each row begins with its scope. */
function scopesOf(request: DBCoreMutateRequest): Uuid[] {
  if (request.type === 'deleteRange') return scopesIn([request.range.lower])
  if (request.type === 'delete') return scopesIn(request.keys)
  return [...new Set(request.values.map(({ scope }: { scope: Uuid }) => scope))]
}

const scopesIn = (keys: unknown[]): Uuid[] => [
  ...new Set(keys.flatMap((key): Uuid[] => (Array.isArray(key) && typeof key[0] === 'string' ? [key[0]] : []))),
]
