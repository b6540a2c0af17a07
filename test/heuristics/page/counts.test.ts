import { describe, expect, test } from 'vitest'
import { lexiconsFor } from '../../../extension/heuristics/lexicon.ts'
import { countsOf } from '../../../extension/heuristics/page/counts.ts'

const counts = (label: string, text: string, code = 'en') =>
  Object.fromEntries(
    countsOf(label, text, { code, lang: code, order: lexiconsFor(code) }).map((fact) => [fact.label, fact.text]),
  )

describe('several counts of seats in one text', () => {
  test.each([
    ['en', '', '42 used / 50 total', { 'assigned seats': '42', 'total seats': '50' }],
    ['en', '', '50 seats (42 assigned)', { 'total seats': '50', 'assigned seats': '42' }],
    ['en', '', '42 assigned, 8 available', { 'assigned seats': '42', 'available seats': '8' }],
    ['en', 'Licenses', 'Used: 1,042 · Available: 8', { 'assigned seats': '1,042', 'available seats': '8' }],
    ['de', 'Lizenzen', '15 (12 zugewiesen)', { 'total seats': '15', 'assigned seats': '12' }],
    ['fr', 'Licences', '20 (18 attribuées)', { 'total seats': '20', 'assigned seats': '18' }],
  ])('%s: %s %s', (code, label, text, found) => expect(counts(label, text, code)).toEqual(found))

  test.each([
    ['of something else', 'Storage', '42 used / 50 total'],
    ['in a measure', '', '42 GB used / 50 GB total'],
    ['with a share', '', '42 used (84 %)'],
    ['twice the same', 'Licenses', '42 used / 40 used'],
    ['not named', '', '42 / 50'],
    ['a date', 'Users', '11/20/2026'],
    ['in a sentence', '', '42 used / 50 total, of which 3 were added last week'],
  ])('none %s', (_, label, text) => expect(counts(label, text)).toEqual({}))
})
