import type { ScopeState } from '../../extension/db/schema.ts'
import { activated } from './many-clients.ts'
import type { Dump } from './seed.ts'

/** The first client with ten thousand subscriptions: too many to be accepted one by one. */
export function tenThousand(rows: Dump): Dump {
  const scopes = rows.scopes as ScopeState[] // the table of that name
  const scope = scopes.find(({ kind }) => kind === 'client')?.scope ?? ''
  const at = '2026-11-04T10:12:00.000Z'
  const common = { scope, type: 'subscription', vendor: 'example.com', vendorAccount: null, seenAt: at }
  const made = Array.from({ length: 10_000 }, (_, at) => {
    const number = String(at).padStart(5, '0')
    return { number, id: `00000000-0000-4000-8000-0000000${number}` }
  })
  const records = made.map(({ number, id }) => ({
    ...common,
    id,
    cells: { product: { value: `Product ${number}`, source: 'json', at, observation: id } },
    edits: {},
    deleted: 0,
    rev: 1,
  }))
  const names = made.map(({ number, id }) => ({
    scope,
    type: 'subscription',
    name: `product ${number} example.com`,
    id,
  }))
  return {
    ...activated(rows, scope),
    records: [...(rows.records ?? []), ...records],
    listing: [...(rows.listing ?? []), ...names],
  }
}
