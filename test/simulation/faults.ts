import type { Database } from '../../extension/db/database.ts'
import type { OutboxOp } from '../../extension/db/schema.ts'
import type { Uuid } from '../../shared/model/id.ts'
import type { Op } from '../../shared/sync.ts'

/** What a history may do to the storage of a device, and what it learns from it. */
export type Storage = { failAt: number; made: Map<Uuid, { body: Op; device: Uuid; scope: Uuid }> }

/** Breaks the storage at the n-th write from now on, once; and notes every op when it is first written. */
export function tamper(db: Database): Storage {
  const storage: Storage = { failAt: 0, made: new Map() }
  db.use({
    stack: 'dbcore',
    name: 'faults',
    create: (core) => ({
      ...core,
      table: (name) => {
        const table = core.table(name)
        return {
          ...table,
          mutate: (request) => {
            if (storage.failAt > 0 && --storage.failAt === 0)
              return Promise.reject(new DOMException('full', 'QuotaExceededError'))
            if (name === 'outbox' && request.type === 'put') note(storage, [...request.values] as OutboxOp[])
            return table.mutate(request)
          },
        }
      },
    }),
  })
  return storage
}

function note({ made }: Storage, rows: OutboxOp[]) {
  for (const { op, body, device, scope } of rows) if (!made.has(op)) made.set(op, { body, device, scope })
}
