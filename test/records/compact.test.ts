import { expect, test } from 'vitest'
import { compacter, withoutExcerpts } from '../../extension/records/compact.ts'
import { materialOf } from '../../extension/records/whole.ts'
import { editsOf, priceHistory } from '../../shared/inventory/money/price-history.ts'
import type { Observation } from '../../shared/model/observation.ts'
import { ids, monthly, see, started } from '../support/any-write.ts'

test('a record whose texts are kept once says what it said', async () => {
  const { db, scope } = await started()
  await see(db, scope, 'assignment', ids(4, 0), { status: 'suspended', sku: 'GRID' }, -9)
  const stored = await db.records.where('[scope+id]').between([scope], [scope, []]).toArray()
  expect(stored.some(({ cells }) => new Set(Object.values(cells).map(({ observation }) => observation)).size > 1)).toBe(
    true,
  )
  const compact = compacter()
  expect(structuredClone(stored).map(compact)).toEqual(stored)
})

test('what was seen keeps its values and their sources, and nothing of the page', () => {
  const of = (source: string) => ({ source, locator: '#secret', excerpt: 'secret', confidence: 'low' })
  const seen = { id: '1', sighting: { fields: { sku: 'PRO' }, evidence: { sku: of('json'), plan: of('dom') } } }
  const kept = withoutExcerpts(structuredClone(seen) as unknown as Observation) // as much as is looked at
  expect(kept).toMatchObject({ sighting: { fields: { sku: 'PRO' }, evidence: { sku: { source: 'json' } } } })
  expect(kept.sighting.evidence.plan?.confidence).toBe('low')
  expect(JSON.stringify(kept)).not.toContain('secret')
})

test('all that was seen of a thing is read with it, each once', async () => {
  const { db, scope } = await started()
  await see(db, scope, 'subscription', ids(3, 0), {
    unitPrice: { minor: 1600, currency: 'EUR' },
    billingPeriod: monthly,
  })
  const { records, seen } = await materialOf(db, scope)
  const record = records.get(ids(3, 0))
  const history = record && priceHistory(seen.get(ids(3, 0)) ?? [], editsOf(record))
  expect(history?.map(({ price }) => price.minor)).toEqual([800, 1600])
  expect([...seen.keys()].sort()).toEqual([ids(3, 0), ids(3, 1)])
})
