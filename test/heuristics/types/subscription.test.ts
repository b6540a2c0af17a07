import { describe, expect, test } from 'vitest'
import { fieldsOf } from '../reading.ts'

const at = 'https://desk.orbita.example/api/subscriptions'

describe('what a subscription is called', () => {
  test('by its own name, not by whose it is', () => {
    const body = {
      licences: [{ client_name: 'Birch Mill', name: 'Sketchpad Pro', quantity: 9, end_date: '2027-04-30' }],
    }
    expect(fieldsOf(body, 'https://desk.orbita.example/api/licences')).toMatchObject([{ product: 'Sketchpad Pro' }])
  })

  test('by the text beside its part number, not by the agreement that it was bought under', () => {
    const addition = {
      product: { identifier: 'SKP-PRO-1' },
      description: 'Sketchpad Pro seat',
      quantity: 9,
      unitPrice: 12.5,
      effectiveDate: '2026-03-01',
      agreement: { name: 'All-in care' },
    }
    const [read] = fieldsOf([addition], 'https://desk.orbita.example/api/agreements/7/additions')
    expect(read).toMatchObject({ product: 'Sketchpad Pro seat', sku: 'SKP-PRO-1', seatsPurchased: 9 })
  })
})

describe('how many there are', () => {
  test('a count within the object of its use', () => {
    const body = [{ name: 'Sketchpad', quantity: 40, usage: { current: { count: 31, on: '2026-11-01' } } }]
    expect(fieldsOf(body, at)).toMatchObject([{ seatsPurchased: 40, seatsAssigned: 31 }])
  })

  test('rights are what was bought', () => {
    const body = { result: [{ display_name: 'Sketchpad', rights: '12', end_date: '2027-04-30' }] }
    expect(fieldsOf(body, 'https://desk.orbita.example/table/software_license')).toMatchObject([{ seatsPurchased: 12 }])
  })
})

describe('one product in a list of its own', () => {
  const subscription = {
    name: 'Sketchpad Team',
    status: 'active',
    billingPeriod: { type: 'month', duration: 3 },
    subscriptionPeriod: { type: 'year', duration: 2 },
    totalPrice: { currency: 'EUR', amount: 96.5 },
    products: [{ mpn: 'SKP-T', name: 'Sketchpad seat', quantity: 5, unitPrice: { currency: 'EUR', amount: 19.3 } }],
  }

  test('its number, its price for one and its part number', () => {
    expect(fieldsOf([subscription], at)).toMatchObject([
      {
        sku: 'SKP-T',
        seatsPurchased: 5,
        unitPrice: { minor: 1930, currency: 'EUR' },
        totalPrice: { minor: 9650, currency: 'EUR' },
      },
    ])
  })

  test('an object of the billing period says it; the length of the contract is none of it', () => {
    const [read] = fieldsOf([subscription], at)
    expect(read?.billingPeriod).toMatchObject({ unit: 'month' })
    const { billingPeriod: _, ...without } = subscription
    expect(fieldsOf([without], at)[0]).not.toHaveProperty('billingPeriod')
  })
})

test('a license that somebody issued to somebody is no certificate', () => {
  const license = {
    status: 'active',
    type: 'gold',
    issued_to: 'Birch Mill',
    issuer: 'orbita',
    expiry_date: '2027-04-30',
  }
  expect(fieldsOf({ license }, 'https://node.birch.example/_license').map(({ type }) => type)).toEqual(['subscription'])
})

test('renewal in an object of its own, in yes and no or in a word', () => {
  const row = { name: 'Sketchpad', quantity: 3, status: 'active' }
  expect(fieldsOf([{ ...row, renew: { automatic: false } }], at)[0]).toMatchObject({ autoRenews: false })
  expect(fieldsOf([{ ...row, renewal: { type: 'manual' } }], at)[0]).toMatchObject({ autoRenews: false })
  expect(fieldsOf([{ ...row, auto_renewal: { enabled: true } }], at)[0]).toMatchObject({ autoRenews: true })
})
