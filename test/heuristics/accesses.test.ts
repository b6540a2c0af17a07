import { describe, expect, test } from 'vitest'
import { fieldsOf } from './reading.ts'

const at = 'https://api.orbita.example/v1/users'
const seats = (users: unknown[]) =>
  fieldsOf({ users }, at).map(({ email, product, plan }) => [email, product, plan].filter(Boolean).join(' '))

describe('products as an object each, for each person', () => {
  test('one seat of each that was given; who has none keeps the account', () => {
    const users = [
      {
        email: 'ada@birch.example',
        product_access: [
          { product: 'Ledger', role: 'admin' },
          { product: 'Sketchpad', role: 'user' },
          { product: 'Radio', role: 'none' },
        ],
      },
      { email: 'alan@birch.example', product_access: [{ product: 'Ledger', role: 'user' }] },
      { email: 'bo@birch.example', product_access: [] },
    ]
    expect(seats(users)).toEqual([
      'ada@birch.example Ledger',
      'ada@birch.example Sketchpad',
      'alan@birch.example Ledger',
      'bo@birch.example Orbita',
    ])
  })

  test('what is not inactive was given', () => {
    const apps = [
      { product: 'Ledger', inactive: false },
      { product: 'Radio', unassigned: false },
      { product: 'Sketchpad', active: false },
    ]
    expect(seats([{ email: 'ada@birch.example', apps }])).toEqual([
      'ada@birch.example Ledger',
      'ada@birch.example Radio',
    ])
  })

  test('by their keys where these are words, and by nothing where they are not', () => {
    const of = (key: string) => [
      {
        email: 'ada@birch.example',
        apps: [
          { key, access: 'member' },
          { key: 'radio', access: 'none' },
        ],
      },
    ]
    expect(seats(of('ledger'))).toEqual(['ada@birch.example ledger'])
    expect(seats(of('6f9619ff-8b86-d011-b42d-00cf4fc964ff'))).toEqual(['ada@birch.example Orbita'])
  })

  test('with the tier of each', () => {
    const licenses = [
      { name: 'Ledger', plan: 'Pro' },
      { name: 'Sketchpad', plan: 'Free' },
    ]
    expect(seats([{ email: 'ada@birch.example', licenses }])).toEqual([
      'ada@birch.example Ledger Pro',
      'ada@birch.example Sketchpad Free',
    ])
  })

  test('groups and teams are no products', () => {
    const users = [{ email: 'ada@birch.example', teams: [{ name: 'North' }, { name: 'South' }] }]
    expect(seats(users)).toEqual(['ada@birch.example Orbita'])
  })
})
