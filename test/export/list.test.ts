import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { listFile } from '../../extension/export/export-list.ts'
import type { List } from '../../extension/export/list.ts'
import { sheetNames } from '../../extension/export/sheet-names.ts'
import { openFile } from '../../extension/import/source.ts'
import type { Money } from '../../shared/model/money.ts'

type Row = { name?: string; seats?: number; ends?: string; renews?: boolean; price?: Money }
const list = (rows: Row[]): List<Row> => ({
  name: 'Subscriptions',
  columns: [
    { id: 'name', label: 'Name', kind: 'text', of: ({ name }) => name },
    { id: 'seats', label: 'Seats', kind: 'count', of: ({ seats }) => seats },
    { id: 'price', label: 'Price', kind: 'money', of: ({ price }) => price },
    { id: 'ends', label: 'Ends', kind: 'day', of: ({ ends }) => ends },
    { id: 'renews', label: 'Renews', kind: 'flag', of: ({ renews }) => renews },
  ],
  rows,
})

const textOf = (rows: Row[]) => listFile(list(rows), 'csv').then((file) => file.text())
/** Bytes, as `text()` takes the mark at the start away. */
const bytesOf = async (rows: Row[], format: 'csv' | 'xlsx') =>
  new Uint8Array(await (await listFile(list(rows), format)).arrayBuffer())
const gridOf = async (rows: Row[], format: 'csv' | 'xlsx') => {
  const source = await openFile(`list.${format}`, await bytesOf(rows, format))
  return source.ok ? source.value.sheets[0]?.grid : source.problem.code
}
const heads = ['Name', 'Seats', 'Price', 'Price currency', 'Ends', 'Renews']
const full: Row = {
  name: 'Müller "Pro", 5\nline',
  seats: 0,
  price: { minor: 123_450, currency: 'EUR' },
  ends: '2027-03-28',
  renews: false,
}

describe('a list as CSV', () => {
  test('is marked as UTF-8, quoted, and leaves the unknown empty', async () => {
    expect([...(await bytesOf([], 'csv')).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const lines = (await textOf([full, {}])).split('\r\n')
    expect(lines[1]).toBe('"Müller ""Pro"", 5\nline",0,1234.50,"EUR","2027-03-28","no"')
    expect(lines[2]).toBe(',,,,,')
  })

  test.each(['=1+1', '+1', '-1', '@x', ' =1', '\t=1', '＝1'])('%j becomes no formula', async (name) => {
    expect(await textOf([{ name }])).toContain(`\r\n"'${name}"`)
  })

  test('an amount in yen has no decimals, a negative one stays a number', async () => {
    expect(await textOf([{ price: { minor: 500, currency: 'JPY' } }])).toContain('500,"JPY"')
    expect(await textOf([{ price: { minor: -500, currency: 'EUR' } }])).toContain(',-5.00,"EUR"')
    expect(await textOf([{ price: { minor: 500, currency: null } }])).toContain(',5.00,,')
  })
})

describe('a list as a workbook', () => {
  test('is read back by Import as it was: numbers, days, flags, and text that looks like a formula', async () => {
    const rows = [full, { name: '=1+1 <&>', renews: true }]
    expect(await gridOf(rows, 'xlsx')).toEqual([
      heads,
      [full.name, 0, 1234.5, 'EUR', '2027-03-28', false],
      ['=1+1 <&>', null, null, null, null, true],
    ])
  })

  test('has sheet names that a spreadsheet takes, each once', () => {
    expect(sheetNames(['A/B', 'a b', "'", 'x'.repeat(40)])).toEqual(['A B', 'a b 2', 'Sheet', 'x'.repeat(31)])
  })
})

test('JSON states its version, the columns, and null for the unknown', async () => {
  const parsed = JSON.parse(await (await listFile(list([full, {}]), 'json')).text())
  expect(parsed).toMatchObject({ format: 'stocktake-list-1', list: 'Subscriptions' })
  expect(parsed.rows).toEqual([
    { ...full, price: { amount: '1234.50', currency: 'EUR' } },
    { name: null, seats: null, price: null, ends: null, renews: null },
  ])
})

const row = fc.record({
  name: fc.string({ minLength: 1, unit: 'grapheme-ascii' }).map((text) => `N${text}.`),
  seats: fc.nat(),
  price: fc.record({ minor: fc.integer({ min: -1e9, max: 1e9 }), currency: fc.constantFrom('EUR', 'JPY', 'KWD') }),
  ends: fc
    .date({ min: new Date('1900-03-01'), max: new Date('2199-12-31'), noInvalidDate: true })
    .map((day) => day.toISOString().slice(0, 10)),
  renews: fc.boolean(),
})

test('what CSV and a workbook say of any list is the same, and what the list says', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 8 }), async (rows) => {
      const [csv, xlsx] = [await gridOf(rows, 'csv'), await gridOf(rows, 'xlsx')]
      if (!Array.isArray(csv) || !Array.isArray(xlsx)) throw new Error(`${csv} ${xlsx}`)
      const alike = (cell: unknown) => (typeof cell === 'boolean' ? (cell ? 'yes' : 'no') : String(cell ?? ''))
      const plain = xlsx.map((cells) => cells.map((cell, at) => (at === 2 ? Number(cell) || 0 : alike(cell))))
      expect(csv.map((cells) => cells.map((cell, at) => (at === 2 ? Number(cell) || 0 : cell)))).toEqual(plain)
      expect(xlsx.slice(1).map((cells) => [cells[0], cells[1], cells[4], cells[5]])).toEqual(
        rows.map(({ name, seats, ends, renews }) => [name, seats, ends, renews]),
      )
    }),
    { numRuns: 60 },
  )
})
