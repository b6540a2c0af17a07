import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

test('every picture and file that the README names is there', () => {
  const readme = readFileSync('README.md', 'utf8')
  const named = [...readme.matchAll(/(?:src="|\]\()([^")#:]+?)(?:"|\))/g)].map(([, path]) => path ?? '')
  expect(named.length).toBeGreaterThan(8)
  expect(named.filter((path) => !existsSync(path))).toEqual([])
})
