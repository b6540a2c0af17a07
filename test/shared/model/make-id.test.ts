import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newOrderedId } from '../../../shared/model/make-id.ts'

const later = Date.UTC(2100, 0, 1)

test('ids in order are UUIDs of version 7 that tell their millisecond', () => {
  const id = newOrderedId(later)
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)).toBe(later)
})

test('each is greater than the one before, whatever the clock does', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -5, max: 5 }), { maxLength: 200 }), (steps) => {
      let now = later
      let before = newOrderedId(now)
      for (const step of steps) {
        now += step
        const id = newOrderedId(now)
        expect(id > before).toBe(true)
        before = id
      }
    }),
  )
})

test('those of two milliseconds have nothing in common but their time', () => {
  const [one, other] = [newOrderedId(later + 10_000), newOrderedId(later + 10_001)]
  expect(one.slice(24)).not.toBe(other.slice(24))
})
