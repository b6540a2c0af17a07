import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { byProduct } from '../../extension/heuristics/access-columns.ts'
import { tableFromGrid } from '../../extension/heuristics/csv.ts'
import { recordsFromTables } from '../../extension/heuristics/records.ts'

const context = { url: 'file:///', title: '', lang: '', headings: [], at: '2026-11-20T12:00:00Z' }
function tableOf(csv: string) {
  const table = tableFromGrid(Papa.parse<string[]>(csv).data, 0, 'file')
  if (!table) throw new Error('A table was expected.')
  return table
}
const read = (csv: string) => recordsFromTables([tableOf(csv)], context)
const unchanged = (csv: string) => {
  const table = tableOf(csv)
  return byProduct(table) === table
}

describe('a column for each product', () => {
  test('each person and product is a record, with its own last use', () => {
    const found = read(
      `Full name,Email,Status,Chat - north,Last seen in Chat - north,Wiki - north,Last seen in Wiki - north
Ada Low,ada@example.com,Active,User,2026-11-20,Admin,2026-11-02
Bo Kim,bo@example.com,Active,User,Never accessed,None,`,
    )
    expect(found.map(({ fields }) => [fields.email, fields.product, fields.lastActiveOn])).toEqual([
      ['ada@example.com', 'Chat', '2026-11-20'],
      ['ada@example.com', 'Wiki', '2026-11-02'],
      ['bo@example.com', 'Chat', undefined],
    ])
  })

  test('yes and no, a cross, or a day under names of one site', () => {
    const found = read(
      `Email,User name,Status,Chat – north,Wiki – north
ada@example.com,Ada Low,Active,TRUE,2026-11-02
bo@example.com,Bo Kim,Active,FALSE,
cy@example.com,Cy Wu,Active,x,-`,
    )
    expect(found.map(({ fields }) => [fields.email, fields.product])).toEqual([
      ['ada@example.com', 'Chat'],
      ['ada@example.com', 'Wiki'],
      ['cy@example.com', 'Chat'],
    ])
  })

  test.each([
    ['flags of people', 'Email,Name,Newsletter,Remote\nada@example.com,Ada,yes,no'],
    ['one column of a site', 'Email,Name,Chat - north\nada@example.com,Ada,TRUE'],
    ['other values', 'Email,Name,Chat - north,Wiki - north\nada@example.com,Ada,12,blue'],
    ['no people', 'Product,Chat - north,Wiki - north\nMail,TRUE,FALSE'],
  ])('%s are none', (_, csv) => expect(unchanged(csv)).toBe(true))
})

describe('holders named in a cell', () => {
  const seats = (holders: string[]) =>
    read(
      `Product,Seats,Users,Expires\n${holders.map((names, at) => `Tool ${at},10,"${names}",2027-05-0${at + 1}`).join('\n')}`,
    ).map(({ fields }) => fields.seatsAssigned)

  test('are counted where a column lists them', () => expect(seats(['Ada Low, Bo Kim', 'Cy Wu'])).toEqual([2, 1]))
  test.each([
    ['a family name first', ['Low, Ada', 'Kim, Bo']],
    ['one name each', ['Ada Low', 'Bo Kim']],
    ['the same twice', ['Ada Low, Ada Low', 'Bo Kim, Cy Wu']],
    ['groups', ['all staff, Ada Low', 'Bo Kim']],
  ])('not: %s', (_, names) => expect(seats(names).every((count) => count === undefined)).toBe(true))
})

test('a column whose word nobody knows and whose values are states', () => {
  const csv = (word: string, values: string[]) =>
    `Product,Seats,Expires,${word}\n${values.map((value, at) => `Tool ${at},5,2027-01-0${at + 1},${value}`).join('\n')}`
  const states = (word: string, values: string[]) => read(csv(word, values)).map(({ fields }) => fields.status)
  expect(states('Zorb', ['Active', 'Expired'])).toEqual(['active', 'expired'])
  expect(states('Zorb', ['Active', 'Blue'])).toEqual([undefined, undefined])
  expect(states('Zorb', ['Active', 'Active'])).toEqual([undefined, undefined])
})
