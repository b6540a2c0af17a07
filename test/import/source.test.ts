import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { type Encoding, encodingOf } from '../../extension/import/encoding.ts'
import { openFile } from '../../extension/import/source.ts'
import { encode } from '../support/encode.ts'

/** Files as spreadsheets and consoles write them: whatever was written is read, cell by cell. */
const delimiters = [',', ';', '\t', '|'] as const
const written: { encoding: Encoding; mark: boolean }[] = [
  { encoding: 'utf-8', mark: false },
  { encoding: 'utf-8', mark: true },
  { encoding: 'utf-16le', mark: true },
  { encoding: 'utf-16be', mark: true },
  { encoding: 'utf-16le', mark: false },
  { encoding: 'utf-16be', mark: false },
  { encoding: 'windows-1252', mark: false },
]

/** Values with everything that must be quoted, and letters that the encodings write differently. */
const value = fc.oneof(
  fc.constantFrom('Zoë Müller', 'a,b', 'a;b', 'x\ty', 'say "hi"', 'two\nlines', '=1+1', 'naïve|pipe', '1.234,56 €', ''),
  fc.string({ maxLength: 12, unit: fc.constantFrom(...'abcXYZ019 äöüßéñ.,;-_@"') }).map((text) => text.trim()),
)
/** A first column that is never blank, and names that are words, as tables have them. */
const table = fc.integer({ min: 2, max: 6 }).chain((width) =>
  fc
    .array(
      fc.tuple(fc.constantFrom('Ada', 'Ben', 'Çem'), fc.array(value, { minLength: width - 1, maxLength: width - 1 })),
      {
        minLength: 3,
        maxLength: 12,
      },
    )
    .map((rows) => [
      ['Name', ...Array.from({ length: width - 1 }, (_, at) => `Field ${at}`)],
      ...rows.map(([first, rest]) => [first, ...rest]),
    ]),
)

async function gridOf(bytes: Uint8Array): Promise<unknown> {
  const source = await openFile('table.csv', bytes)
  return source.ok ? source.value.sheets[0]?.grid : source.problem.code
}

describe('a text file', () => {
  test.each(delimiters.flatMap((delimiter) => written.map((how) => ({ delimiter, ...how }))))(
    'is read as it was written: $delimiter $encoding mark $mark',
    async ({ delimiter, encoding, mark }) => {
      const property = fc.asyncProperty(table, fc.constantFrom('\r\n', '\n'), async (rows, newline) => {
        const text = Papa.unparse(rows, { delimiter, newline, quotes: true })
        expect(await gridOf(encode(text, encoding, mark))).toEqual(rows)
      })
      await fc.assert(property, { numRuns: 25 })
    },
  )

  test('unquoted, with decimal commas between semicolons', async () => {
    const text = 'Product;Seats;Price\nAlpha;5;1,50\nBeta;7;22,00\nGamma;1;3,25\n'
    expect(await gridOf(encode(text, 'windows-1252', false))).toEqual([
      ['Product', 'Seats', 'Price'],
      ['Alpha', '5', '1,50'],
      ['Beta', '7', '22,00'],
      ['Gamma', '1', '3,25'],
    ])
  })

  test('says its delimiter itself, as Excel writes it', async () => {
    expect(await gridOf(encode('sep=|\r\nName|Seats\r\nA,B|2\r\n', 'utf-8', true))).toEqual([
      ['Name', 'Seats'],
      ['A,B', '2'],
    ])
  })

  test('a quotation mark that is not closed is told, with its row; a closed one is not', async () => {
    const stray = async (text: string) => {
      const opened = await openFile('a.csv', new TextEncoder().encode(text))
      return opened.ok ? opened.value.written?.strayQuote : opened.problem.code
    }
    expect(await stray('Product;Seats\n"Alpha ""Pro""\nSuite";5\nBeta;3\n')).toBeUndefined()
    expect(await stray('Product;Seats\nAlpha;5\n"Beta;3\nGamma;4\n')).toBe(3)
  })

  test('in single quotes', async () => {
    const text = "'Name','Seats'\n'Alpha, the first','5'\n'Beta','7'\n"
    expect(await gridOf(encode(text, 'utf-8', false))).toEqual([
      ['Name', 'Seats'],
      ['Alpha, the first', '5'],
      ['Beta', '7'],
    ])
  })

  test('a person’s choice goes before what was detected', async () => {
    const bytes = encode('Name;A,B\nx;1,2\ny;3,4\n', 'windows-1252', false)
    const source = await openFile('a.csv', bytes, { delimiter: ',', encoding: 'utf-16be' })
    expect(source.ok && source.value.written).toMatchObject({ encoding: 'utf-16be', separation: { delimiter: ',' } })
  })

  test('bytes that are no text are no text', () => {
    expect(encodingOf(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]))).toBeUndefined()
    expect(encodingOf(Uint8Array.from({ length: 4000 }, (_, at) => (at * 7919) % 256))).toBeUndefined()
    expect(encodingOf(new TextEncoder().encode('日本語,表\n一,二\n'))).toBe('utf-8')
    expect(encodingOf(encode('日本語,表\n一,二\n', 'utf-16le', false))).toBe('utf-16le')
  })

  test('any bytes: a table or a problem, never an exception', async () => {
    const property = fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
      expect(typeof (await openFile('any', bytes)).ok).toBe('boolean')
    })
    await fc.assert(property, { numRuns: 300 })
  })
})
