import { expect, test, vi } from 'vitest'
import { enter } from '../../extension/ui/paged-list.tsx'

test('whoever asked for more goes on with the first of them, also where nothing in it takes the focus', () => {
  const [onRow, onLink] = [vi.fn(), vi.fn()]
  const row = (inside: unknown) =>
    ({ querySelector: () => inside, tabIndex: 0, focus: onRow }) as unknown as HTMLElement // as much as is looked at
  const plain = row(null)
  enter(plain)
  expect([onRow.mock.calls.length, plain.tabIndex]).toEqual([1, -1])
  const acting = row({ focus: onLink })
  enter(acting)
  expect([onLink.mock.calls.length, onRow.mock.calls.length, acting.tabIndex]).toEqual([1, 1, 0])
})
