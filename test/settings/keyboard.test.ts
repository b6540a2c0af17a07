import { expect, test } from 'vitest'
import { keyboard } from '../../extension/settings/keyboard.ts'
import { sourceFiles } from '../support/sources.ts'

const shown: Record<string, string> = { ArrowDown: '↓', ArrowUp: '↑', ArrowLeft: '←', ArrowRight: '→' }

test('every single key that a screen listens to is in the keyboard map', () => {
  const calls = sourceFiles('extension').flatMap(({ text }) =>
    [...text.matchAll(/\buseKeys\(\{([\s\S]*?)\}\)\n/g)].map(([, body = '']) => body),
  )
  expect(calls.length).toBeGreaterThan(1)
  const keys = calls.flatMap((body) =>
    [...body.matchAll(/(?:^|[{,(]\s*|\n\s*)'?([\w?]+)'?: \(/g)].map(([, key = '']) => shown[key] ?? key),
  )
  expect(keys).toContain('j')
  const told = new Set(keyboard.flatMap((screen) => screen.keys.flatMap(({ press }) => press)))
  expect(keys.filter((key) => !told.has(key))).toEqual([])
})
