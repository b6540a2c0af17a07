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

describe('what is better left unknown', () => {
  const list = 'https://desk.orbita.example/api/licences'

  test('a state in words is not overruled by a yes beside it', () => {
    const states = ['pending', 'unpaid', 'archived', 'active'].map((status, index) => ({
      product: `Sketchpad ${index}`,
      quantity: 3,
      status,
      active: true,
    }))
    expect(fieldsOf(states, at).map(({ status }) => status)).toEqual(['unknown', 'unknown', 'unknown', 'active'])
  })

  test('a name beside an address of the same kind is whose it is', () => {
    const row = { name: 'Sketchpad', licence_name: 'Birch Mill', licence_email: 'it@birch.example', seats: 4, free: 1 }
    const other = { ...row, name: 'Ledger' }
    expect(fieldsOf({ licences: [row, other] }, list).map(({ product }) => product)).toEqual(['Sketchpad', 'Ledger'])
  })

  test('what is only described gets no name by the host; its own description names it', () => {
    const term = { startDate: '2026-02-01', endDate: '2027-01-31', quantity: 6 }
    const vague = { ...term, coverageLevelDesc: 'Gold', description: 'Replies within a day' }
    expect(fieldsOf({ entitlements: [vague, vague] }, 'https://api.orbita.example/entitlements')).toEqual([])
    const told = { ...term, entitlementId: 'n4', entitlementDesc: 'Sketchpad Site' }
    expect(fieldsOf({ entitlements: [told] }, 'https://api.orbita.example/entitlements')).toMatchObject([
      { product: 'Sketchpad Site', seatsPurchased: 6 },
    ])
  })

  test('the type that an entitlement is described to be of names it', () => {
    const entitlement = { typeDesc: 'Map updates', levelDesc: 'Gold', startDate: '2026-02-01', endDate: '2027-01-31' }
    const body = { entitlements: [entitlement, { ...entitlement, typeDesc: 'Repair' }] }
    expect(fieldsOf(body, 'https://api.orbita.example/v1/entitlements')).toMatchObject([
      { product: 'Map updates', endsOn: '2027-01-31' },
      { product: 'Repair', endsOn: '2027-01-31' },
    ])
  })

  test('the total of what seats cost is no price of one', () => {
    const [read] = fieldsOf(
      [{ product: 'Sketchpad', seats: 8, seat_price_total: 960, currency: 'EUR', ends: '2027-01-31' }],
      at,
    )
    expect(read).toMatchObject({ totalPrice: { minor: 96_000, currency: 'EUR' } })
    expect(read).not.toHaveProperty('unitPrice')
  })

  test('who is there was not bought, where it is told how many there may be', () => {
    const account = { name: 'birch', member_count: 17, plan: { name: 'Crew', max_users: 25 } }
    expect(fieldsOf({ data: account }, 'https://api.orbita.example/v2/account')).toMatchObject([
      { plan: 'Crew', seatsAssigned: 17, seatsPurchased: 25 },
    ])
  })
})

describe('whose console it is', () => {
  const bare = [{ seats: 5, seats_used: 2, expires: '2027-01-01' }]

  test('a host with a port of its own, or of the domain of its people, names no vendor', () => {
    expect(fieldsOf({ licenses: bare }, 'https://keys.birch.example:8443/api/licenses')).toEqual([])
    const [own] = fieldsOf(
      { users: [1, 2].map((id) => ({ id, email: `p${id}@birch.example`, login: `p${id}`, last_login: '2026-11-01' })) },
      'https://keys.birch.example/api/users',
    )
    expect(own).toMatchObject({ email: 'p1@birch.example' })
    expect(own).not.toHaveProperty('product')
  })

  test('the name of an account at the end of the address does not hide its plan', () => {
    const account = { name: 'Birch Mill', plan: 'growth', subscription_status: 'active' }
    expect(fieldsOf(account, 'https://orbita.example/api/v2/workspaces/birch-mill')).toMatchObject([
      { type: 'subscription', plan: 'growth', status: 'active' },
    ])
  })

  test('the plan of an account is found under its own key', () => {
    const body = { account: { plan_name: 'Crew', seats: 25, seats_used: 17 } }
    expect(fieldsOf(body, 'https://api.orbita.example/v2/account')).toMatchObject([{ plan: 'Crew' }])
  })
})
