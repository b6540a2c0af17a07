import { describe, expect, test } from 'vitest'
import { fieldsOf } from '../reading.ts'

const at = 'https://api.orbita.example/v1/members'
const seats = (members: unknown[]) => fieldsOf({ members }, at).map(({ email, product }) => `${email} ${product}`)

describe('products listed for each person', () => {
  test('as names of apps: one seat of each, and nobody is called by them', () => {
    const members = [
      { id: 1, email: 'ada@birch.example', active: true, apps: ['Sketchpad', 'Ledger'] },
      { id: 2, email: 'alan@birch.example', active: true, apps: ['Ledger'] },
    ]
    expect(seats(members)).toEqual([
      'ada@birch.example Sketchpad',
      'ada@birch.example Ledger',
      'alan@birch.example Ledger',
    ])
    expect(fieldsOf({ members }, at).some((fields) => Object.hasOwn(fields, 'person'))).toBe(false)
  })
})

test('the number of a license tells that people hold it, and is no name of it', () => {
  const rows = [1, 2].map((id) => ({ licenseId: `L${id}`, email: `p${id}@birch.example`, status: 'active' }))
  const read = fieldsOf({ holders: rows }, 'https://api.orbita.example/v1/grants/7/holders')
  expect(read.map(({ type, email, product }) => [type, email, product])).toEqual([
    ['assignment', 'p1@birch.example', 'Orbita'],
    ['assignment', 'p2@birch.example', 'Orbita'],
  ])
})

test('a license that nobody holds is nobody', () => {
  const license = { licenseId: 'L-Q7', sku: 'SKP-PRO', status: 'available', assignee: null }
  const held = {
    ...license,
    licenseId: 'L-Q8',
    status: 'active',
    assignee: { name: 'Ada Byron', email: 'ada@birch.example' },
  }
  const read = fieldsOf({ licenses: [held, license] }, 'https://api.orbita.example/v1/licenses')
  expect(read.map(({ email }) => email)).toEqual(['ada@birch.example'])
})
