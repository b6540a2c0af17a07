import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seenOf } from '../../../shared/inventory/seen.ts'
import { newId } from '../../../shared/model/id.ts'
import type { Observation } from '../../../shared/model/observation.ts'
import { sightingOf } from '../../support/ops.ts'

const seenAt = (at: string): Observation => {
  const sighting = sightingOf()
  return { id: newId(), rec: newId(), sighting: { ...sighting, capture: { ...sighting.capture, at } } }
}

test('what no capture showed was never seen', () => {
  expect(seenOf([])).toBeUndefined()
})

test('seen once is seen first and last then', () => {
  expect(seenOf([seenAt('2026-03-01T09:00:00Z')])).toEqual({
    first: '2026-03-01T09:00:00Z',
    last: '2026-03-01T09:00:00Z',
  })
})

test('instants are compared, not texts', () => {
  // As text, the whole second is after its own half.
  expect(seenOf([seenAt('2026-03-01T09:00:00Z'), seenAt('2026-03-01T09:00:00.500Z')])).toEqual({
    first: '2026-03-01T09:00:00Z',
    last: '2026-03-01T09:00:00.500Z',
  })
})

test('first and last are those of the sorted captures, in any order of arrival', () => {
  const instants = fc.array(
    fc.integer({ min: 0, max: 4e12 }).map((ms) => new Date(ms).toISOString()),
    { minLength: 1, maxLength: 20 },
  )
  fc.assert(
    fc.property(instants, (all) => {
      const sorted = all.map((at) => Date.parse(at)).sort((a, b) => a - b)
      const seen = seenOf(all.map(seenAt))
      expect([seen?.first, seen?.last].map((at) => Date.parse(at ?? ''))).toEqual([sorted[0], sorted.at(-1)])
    }),
  )
})
