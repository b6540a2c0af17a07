import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Painted, slotsOf } from '../../extension/ui/list/slots.ts'

/** The first five are heads of groups. */
const rowAt = (at: number): Painted => ({ key: `key ${at}`, kind: at < 5 ? 'head' : 'row' })
const rowsAt = fc.uniqueArray(fc.integer({ min: 0, max: 30 }), { maxLength: 12 }).map((all) => all.map(rowAt))
const none = new Map<string, string>()

describe('the elements of rows', () => {
  test('serve one row each, of their kind, and stay with it as long as it is in sight', () => {
    fc.assert(
      fc.property(rowsAt, rowsAt, (first, second) => {
        const before = slotsOf(first, none)
        const after = slotsOf(second, before)
        expect([...after.keys()]).toEqual(second.map(({ key }) => key))
        expect(new Set(after.values()).size).toBe(second.length)
        for (const { key, kind } of second) {
          expect(after.get(key)).toMatch(new RegExp(`^${kind} `))
          if (before.has(key)) expect(after.get(key)).toBe(before.get(key))
        }
      }),
    )
  })

  test('are written into again after a jump: none is made, and none moves', () => {
    const before = slotsOf([10, 11, 12].map(rowAt), none)
    const after = slotsOf([20, 21, 22].map(rowAt), before)
    expect([...after.values()]).toEqual([...before.values()])
  })

  test('with the focus in them do not turn into another row', () => {
    const before = slotsOf([10, 11].map(rowAt), none)
    const after = slotsOf([20, 21].map(rowAt), before, 'key 10')
    expect([...after.values()]).not.toContain(before.get('key 10'))
    expect([...after.values()]).toContain(before.get('key 11'))
  })

  test('are not written into where they would move the focus away from a row that stays in sight', () => {
    const before = slotsOf([10, 11, 12, 13].map(rowAt), none)
    const rows = [13, 14, 15, 16].map(rowAt)
    const after = slotsOf(rows, before, 'key 13', false)
    expect([...before.values()].filter((slot) => [...after.values()].includes(slot))).toEqual([before.get('key 13')])
    expect([...slotsOf(rows, before, 'key 10', false).values()]).toContain(before.get('key 11'))
  })
})
