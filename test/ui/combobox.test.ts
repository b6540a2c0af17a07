import fc from 'fast-check'
import { expect, test } from 'vitest'
import { moved } from '../../extension/ui/combobox/moved.ts'

test('the arrows go round, from none to either end', () => {
  expect([moved('ArrowDown', -1, 3), moved('ArrowDown', 2, 3)]).toEqual([0, 0])
  expect([moved('ArrowUp', -1, 3), moved('ArrowUp', 0, 3), moved('ArrowUp', 2, 3)]).toEqual([2, 2, 1])
})

test('a key leads to an option that is there, or is none of the list’s', () => {
  const key = fc.constantFrom('ArrowDown', 'ArrowUp', 'Home', 'End', 'PageDown', 'a')
  fc.assert(
    fc.property(key, fc.nat(20), fc.integer({ min: -1, max: 20 }), (pressed, count, from) => {
      const to = moved(pressed, Math.min(from, count - 1), count)
      if (to !== undefined) expect(to >= 0 && to < count).toBe(true)
      else expect(count === 0 || !/Arrow|Home|End/.test(pressed)).toBe(true)
    }),
  )
})
