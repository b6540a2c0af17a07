import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asWritten, csv } from '../../shared/csv.ts'

/** The one field of a file, as a reader of RFC 4180 takes it. */
const fieldOf = (text: string): string =>
  csv([[text]])
    .slice('\uFEFF"'.length, -'"\r\n'.length)
    .replaceAll('""', '"')

const texts = fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', '＝', ' ', '\t', '\n', '"', 'x', '1') })

test('T33: no text becomes a formula, and each comes back as it was, apostrophes of its own too', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const field = fieldOf(text)
      expect(field).not.toMatch(/^(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/)
      expect(asWritten(field)).toBe(text)
    }),
  )
})

test('what needs no apostrophe gets none', () => {
  for (const text of ["'t Hooft", 'a=b', '12', '']) expect(fieldOf(text)).toBe(text)
})
