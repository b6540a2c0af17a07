import { expect, test } from 'vitest'
import { tracks, yields } from '../../extension/ui/list/tracks.ts'

const name = { width: 220, least: 160 }
const cost = { width: 176, least: 128 }
const seen = { width: 128, least: 94, yields: true } as const

test('a column is as wide as it asks, less in a narrow window; the first takes what is left over', () => {
  expect(tracks([name, { width: 100 }])['--tracks']).toBe('minmax(160px, 1fr) 100px')
  expect(tracks([name, cost])['--tracks']).toBe(
    'minmax(160px, 1fr) clamp(128px, 128px + (100vw - 1024px) * 0.1875, 176px)',
  )
})

test('what gives way is not among the columns that are kept', () => {
  expect(tracks([name, { width: 100 }, seen])['--kept-tracks']).toBe('minmax(160px, 1fr) 100px')
  expect(tracks([name, { width: 100 }, seen])['--kept-least']).toBe('calc(208px + 100px)')
})

test('a column gives way only where the others have room without it', () => {
  expect(yields([name, cost, seen])).toBe(true)
  expect(yields([name, cost])).toBe(false)
  expect(yields([name, cost, { width: 500 }, seen])).toBe(false)
})
