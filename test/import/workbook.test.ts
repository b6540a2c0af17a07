import { deflateSync, strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { openFile } from '../../extension/import/source.ts'
import { workbook } from '../support/workbook.ts'

const open = async (bytes: Uint8Array) => {
  const source = await openFile('book.xlsx', bytes)
  return source.ok ? source.value.sheets : source.problem.code
}
const people = [
  ['Name', 'Email', 'Seats'],
  ['Ada', 'ada@example.com', 3],
]

describe('a workbook', () => {
  test('texts, numbers, flags, gaps; formulas are their last values, and text that looks like one stays text', async () => {
    const rows = [
      ['Product', 'Seats', 'Active', 'Note'],
      ['=HYPERLINK("http://evil.example","x")', 12.5, true, null],
      [{ formula: 'A1&"!"', value: 'Product!' }, { formula: 'SUM(B2:B2)', value: 12.5 }, false, '@cmd'],
      ['__proto__', 1, true, 'constructor'],
    ]
    expect(await open(workbook({ Licenses: rows }))).toEqual([
      {
        name: 'Licenses',
        grid: [
          ['Product', 'Seats', 'Active', 'Note'],
          ['=HYPERLINK("http://evil.example","x")', 12.5, true, null],
          ['Product!', 12.5, false, '@cmd'],
          ['__proto__', 1, true, 'constructor'],
        ],
      },
    ])
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
  })

  test('amounts with the currency of their style, as the sheet shows them', async () => {
    const formats = [
      '#,##0.00\\ [$€-407]',
      '[$$-409]#,##0.00',
      '#,##0.00 "zł"',
      '[$$]#,##0',
      '#,##0.00',
      '[$¥-411]#,##0',
      '[$kr-41D] #,##0.00',
    ]
    const styled = (value: number, format: number) => ({ styled: value, format })
    const grid = [
      ['Price', 'Seats'],
      [styled(2190.5, 0), styled(12, 4)],
      [styled(299, 1), 1.234],
      [styled(98.4, 2), styled(5, 3)],
      [styled(576000, 5), styled(1.2345, 0)],
      [styled(249.99, 6), { serial: 46388 }],
    ]
    expect(await open(workbook({ A: grid }, { formats }))).toMatchObject([
      {
        grid: [
          ['Price', 'Seats'],
          ['2190.50 EUR', 12],
          ['299 USD', 1.234],
          ['98.40 PLN', 5],
          ['576000 JPY', 1.2345],
          ['249.99 SEK', '2027-01-01'],
        ],
      },
    ])
  })

  test('days by their style, counted from 1900 or from 1904', async () => {
    const rows = [
      ['Product', 'Expires', 'Seats'],
      ['Alpha', { serial: 46388 }, 46388],
      ['Beta', { serial: 46388.5 }, 1],
    ]
    const [since1900, since1904] = [
      await open(workbook({ A: rows })),
      await open(workbook({ A: rows }, { since1904: true })),
    ]
    expect(since1900).toMatchObject([
      { grid: [{}, ['Alpha', '2027-01-01', 46388], ['Beta', '2027-01-01 12:00:00', 1]] },
    ])
    expect(since1904).toMatchObject([{ grid: [{}, ['Alpha', '2031-01-02', 46388], {}] }])
  })

  test('several sheets: those with a table, and first the one that names its columns', async () => {
    const source = await openFile(
      'b.xlsx',
      workbook({ Cover: [['Report'], ['of', 'today']], Empty: [], People: people }),
    )
    expect(source.ok && source.value.sheets.map(({ name }) => name)).toEqual(['Cover', 'People'])
    expect(source.ok && source.value.first).toBe(1)
  })
})

describe('what is no workbook, or is a trap', () => {
  const pages = (extra: Record<string, Uint8Array>) =>
    zipSync({ 'xl/workbook.xml': strToU8('<workbook/>'), ...extra }, { level: 9 })

  test('unpacks to much more than it is', async () => {
    const bomb = pages({ 'xl/worksheets/sheet1.xml': new Uint8Array(40 * 1024 * 1024) })
    expect(bomb.length).toBeLessThan(100_000)
    expect(await open(bomb)).toBe('IMPORT_BOMB')
  })

  test('says that it unpacks to little, and does not', async () => {
    const bomb = pages({ 'xl/sharedStrings.xml': new Uint8Array(20 * 1024 * 1024) })
    const view = new DataView(bomb.buffer)
    for (let at = 0; at < bomb.length - 4; at += 1) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true)
      if (view.getUint32(at, true) === 0x04034b50) view.setUint32(at + 22, 10, true)
    }
    expect(await open(bomb)).toBe('IMPORT_BOMB')
  })

  test('has thousands of parts', async () => {
    const parts = Object.fromEntries(Array.from({ length: 1001 }, (_, at) => [`xl/p${at}.xml`, new Uint8Array(0)]))
    expect(await open(pages(parts))).toBe('IMPORT_BOMB')
  })

  test('brings a document type', async () => {
    const dtd = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><worksheet/>'
    expect(await open(pages({ 'xl/worksheets/sheet1.xml': strToU8(dtd) }))).toBe('IMPORT_BOMB')
  })

  test.each(['ZZZZZZ1', 'A1048576', 'AAA9000'])('has one cell at the far end: %s', async (ref) => {
    const sheet = `<worksheet><sheetData><row><c r="${ref}" t="n"><v>1</v></c></row></sheetData></worksheet>`
    expect(await open(pages({ 'xl/worksheets/sheet1.xml': strToU8(sheet) }))).toBe('IMPORT_TOO_LARGE')
  })

  test('is encrypted, old, another document, cut off, or empty', async () => {
    const old = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(600)])
    const encrypted = new Uint8Array(4096)
    encrypted.set(old)
    for (const [at, letter] of [...'EncryptedPackage'].entries()) encrypted[1024 + at * 2] = letter.charCodeAt(0)
    const whole = workbook({ People: people })
    expect(await open(old)).toBe('IMPORT_UNKNOWN_FORMAT')
    expect(await open(encrypted)).toBe('IMPORT_ENCRYPTED')
    expect(await open(zipSync({ 'word/document.xml': strToU8('<document/>') }))).toBe('IMPORT_UNKNOWN_FORMAT')
    expect(await open(whole.subarray(0, whole.length - 40))).toBe('IMPORT_UNKNOWN_FORMAT')
    expect(await open(pages({}))).toBe('IMPORT_NOT_A_TABLE')
    expect(await open(workbook({ Nothing: [['one']] }))).toBe('IMPORT_NOT_A_TABLE')
    expect(await open(strToU8('%PDF-1.7\nabc,def\nabc,def'))).toBe('IMPORT_UNKNOWN_FORMAT')
    expect(await open(strToU8('{"format":"stocktake-client-1","records":[1,2]}'))).toBe('IMPORT_JSON')
    expect(await open(strToU8('just a letter\nof words\n'))).toBe('IMPORT_NOT_A_TABLE')
  })

  test('names a part like a prototype, holds a workbook in a workbook, or damaged data', async () => {
    const inner = workbook({ People: people })
    expect(await open(pages({ '__proto__.xml': strToU8('<x/>'), 'xl/nested.xlsx': inner }))).toBe('IMPORT_NOT_A_TABLE')
    const damaged = pages({
      'xl/worksheets/sheet1.xml': deflateSync(new Uint8Array(3000).map((_, at) => (at * 31) % 251)),
    })
    const at = damaged.indexOf(0x78, 60)
    damaged.fill(0xff, at, at + 40)
    expect(typeof (await open(damaged))).toBe('string')
  })

  test('a text with more rows than an import takes', async () => {
    const text = `Name,Email\n${'Ada,ada@example.com\n'.repeat(20_500)}`
    expect(await open(strToU8(text))).toBe('IMPORT_TOO_LARGE')
  })
})
