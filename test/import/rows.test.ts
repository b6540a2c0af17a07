import { describe, expect, test } from 'vitest'
import { isCurrency, mappingOf } from '../../extension/import/mapping.ts'
import { emptyPlan, signatureOf } from '../../extension/import/plan.ts'
import { rowsOf, sheetOf } from '../support/imported.ts'

const licenses = `License report;;;
Exported 6 Feb 2027;;;

Product;Total licenses;Assigned licenses;Expiration date
Alpha Suite;50;42;31.12.2027
Beta Tool;5;;n/a
;;;
Gamma;seven;1;2027-06-30
Product;Total licenses;Assigned licenses;Expiration date
;12;3;
Total;55;42;
`
const people = `Name,Email,Status,Last active
Ada Lind,ada@example.com,Active,03/04/2027
Ben Roth,ben@example.com,Suspended,05/06/2027
Ada Lind,ada@example.com,Active,03/04/2027
`
const short = (rows: Awaited<ReturnType<typeof rowsOf>>) =>
  rows.map(({ row, aside, records }) => [row, aside ?? records.map(({ key }) => key).join()])

describe('rows of a file', () => {
  test('each has a record or the reason why not, and the number that a person sees', async () => {
    expect(short(await rowsOf(licenses))).toEqual([
      [5, 'Alpha Suite'],
      [6, 'Beta Tool'],
      [7, 'empty'],
      [8, 'Gamma'],
      [9, 'header'],
      [10, 'identity'],
      [11, 'total'],
    ])
  })

  test('a value that is none of its field is kept raw and flagged; "n/a" is no fault', async () => {
    const rows = await rowsOf(licenses)
    expect(rows.map(({ faults }) => faults.map(({ field, raw }) => `${field}: ${raw}`))).toEqual([
      [],
      [],
      [],
      ['seatsPurchased: seven'],
      [],
      [],
      [],
    ])
    const gamma = rows[3]?.records[0]
    expect(gamma?.fields.seatsPurchased).toBeUndefined()
    expect(gamma?.where.seatsPurchased).toEqual({ locator: 'row 8, Total licenses', excerpt: 'seven' })
  })

  test('a day that may be read two ways is asked, once for the column, and never guessed', async () => {
    const asked = await rowsOf(people, { from: 'Slack' })
    expect(asked.map(({ asks }) => asks)).toEqual([[3], [3], [3]])
    expect(asked.map(({ records }) => records[0]?.fields.lastActiveOn)).toEqual([undefined, undefined, undefined])
    const days = async (order: 'dmy' | 'mdy' | 'none') =>
      (await rowsOf(people, { from: 'Slack', orders: { 3: order } }))
        .slice(0, 2)
        .map(({ asks, records, faults }) => [asks.length, records[0]?.fields.lastActiveOn, faults.length])
    expect(await days('dmy')).toEqual([
      [0, '2027-04-03', 0],
      [0, '2027-06-05', 0],
    ])
    expect(await days('mdy')).toEqual([
      [0, '2027-03-04', 0],
      [0, '2027-05-06', 0],
    ])
    expect(await days('none')).toEqual([
      [0, undefined, 1],
      [0, undefined, 1],
    ])
  })

  test('the product that no row names is the one that a person says; the same person twice is one seat', async () => {
    const rows = await rowsOf(people, { from: 'Slack', orders: { 3: 'dmy' } })
    expect(rows[0]?.records[0]).toMatchObject({
      key: 'ada@example.com · Slack',
      vendor: 'Slack',
      fields: { product: 'Slack' },
    })
    expect(rows[2]).toMatchObject({ aside: 'repeat', records: [] })
  })

  test('two subscriptions of one name are two', async () => {
    const rows = await rowsOf('Product,Seats purchased,Renewal date\nAlpha,5,2027-03-01\nAlpha,5,2027-03-01\n')
    expect(rows.map(({ records }) => records[0]?.key)).toEqual(['Alpha', 'Alpha #2'])
    // And said, as the row may have been doubled by mistake.
    expect(rows.map(({ twin }) => twin)).toEqual([undefined, 2])
  })

  test('of a list of many makers each row belongs to its own', async () => {
    const text =
      'Product,Publisher,Seats purchased,Expiration date\nOffice,Microsoft,5,2027-03-01\nTessel,,2,2027-03-01\n'
    expect((await rowsOf(text)).map(({ records }) => records[0]?.vendor)).toEqual(['Microsoft', 'Tessel'])
  })
})

describe('what a person says of a column', () => {
  const text = 'Tool,Purse,Until when\nAlpha,12,2027-03-01\nBeta,x,2028-01-01\n'

  test('a file that nobody recognizes is read as they say', async () => {
    expect(await rowsOf(text)).toEqual([])
    const rows = await rowsOf(text, {
      type: 'subscription',
      columns: { 0: 'product', 1: 'seatsPurchased', 2: 'endsOn' },
    })
    expect(rows.map(({ records, faults }) => [records[0]?.fields, faults.length])).toEqual([
      [{ product: 'Alpha', seatsPurchased: 12, endsOn: '2027-03-01' }, 0],
      [{ product: 'Beta', endsOn: '2028-01-01' }, 1],
    ])
  })

  test('a column is left out, or is another field than the reader took it for', async () => {
    const known = 'Product,Seats purchased,In use\nAlpha,5,3\n'
    const read = async (columns: Record<string, string | null>) =>
      (await rowsOf(known, { columns }))[0]?.records[0]?.fields
    expect(await read({})).toMatchObject({ product: 'Alpha', seatsPurchased: 5, seatsAssigned: 3 })
    expect(await read({ 2: null })).not.toHaveProperty('seatsAssigned')
    const given = await read({ 2: 'seatsActive' })
    expect(given).toMatchObject({ seatsPurchased: 5, seatsActive: 3 })
    expect(given).not.toHaveProperty('seatsAssigned')
    expect(await read({ 2: 'seatsPurchased' })).toMatchObject({ seatsPurchased: 3 })
  })

  test('another kind of record: columns keep what their words say', async () => {
    const rows = await rowsOf('Name,Email,Status\nAda,ada@example.com,Active\n', { type: 'product', from: 'Okta' })
    expect(rows[0]?.records[0]?.fields).toEqual({ name: 'Ada', status: 'active' })
  })
})

test('the header row is found below titles; files of the same columns have the same signature', async () => {
  const reading = await sheetOf(licenses)
  expect(reading.header).toEqual({ at: 3, sure: true })
  const other = await sheetOf(licenses.replace('Exported 6 Feb 2027', 'Exported 9 Mar 2027').replace('Alpha', 'Delta'))
  expect(signatureOf(other.table)).toBe(signatureOf(reading.table))
  expect(signatureOf((await sheetOf(people)).table)).not.toBe(signatureOf(reading.table))
})

test('columns named like a prototype, and values that look like formulas, are columns and values', async () => {
  const text =
    'Product,Seats purchased,Renewal date,__proto__,constructor\n=cmd|"/c calc"!A1,5,2027-03-01,x,y\n__proto__,6,2027-03-01,x,y\nconstructor,7,2027-03-01,toString,z\n'
  const rows = await rowsOf(text)
  expect(rows.map(({ records }) => records[0]?.fields.product)).toEqual([
    '=cmd|"/c calc"!A1',
    '__proto__',
    'constructor',
  ])
  expect(Reflect.get({}, 'x')).toBeUndefined()
})

describe('a column of currencies', () => {
  const currencies = async (text: string) => {
    const mapping = mappingOf(await sheetOf(text), emptyPlan)
    return mapping?.columns.filter((column) => isCurrency(column, mapping)).map(({ column }) => column.name)
  }

  test('is told by its label, as the amounts ask for it', async () => {
    const list = (codes: string[]) =>
      `Product,Total licenses,Price,Currency,Expiration date\n${codes.map((code) => `Alpha,50,10.00,${code},2027-12-31\n`).join('')}`
    expect(await currencies(list(['EUR', 'USD']))).toEqual(['Currency'])
    expect(await currencies(list(['Tokens', 'Tokens']))).toEqual([])
  })

  test('is none where words only look like codes', async () => {
    expect(
      await currencies('Product,Total licenses,Price,Scope,Expiration date\nAlpha,50,$10.00,ALL,2027-12-31\n'),
    ).toEqual([])
    expect(
      await currencies('Product,Total licenses,Price,Note,Expiration date\nAlpha,50,10.00,see CAD,2027-12-31\n'),
    ).toEqual([])
  })
})

describe('one maker under two names', () => {
  const list = (seats: number) => `Vendor,Product,Total licenses\nSlack,Pro,50\nslack.com,Pro,${seats}\nOther,Pro,50\n`
  const told = async (seats: number) =>
    (await rowsOf(list(seats))).map(({ records, twin }) => [records[0]?.key, twin ?? null])

  test('is one: what it sold twice is two things, and an equal row is said to be one', async () => {
    expect(await told(60)).toEqual([
      ['Pro', null],
      ['Pro #2', null],
      ['Pro', null],
    ])
    expect(await told(50)).toEqual([
      ['Pro', null],
      ['Pro #2', 2],
      ['Pro', null],
    ])
  })
})
