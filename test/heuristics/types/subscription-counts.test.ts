import { describe, expect, test } from 'vitest'
import { fieldsOf } from '../reading.ts'

const at = 'https://desk.orbita.example/api/subscriptions'
const read = (body: object, url = at) =>
  fieldsOf([{ name: 'Sketchpad', status: 'active', end_date: '2027-04-30', ...body }], url)

describe('two counts of one noun', () => {
  test('one says how many there may be, the other how many there are', () => {
    const counted = [{ seatsPurchased: 6, seatsAssigned: 1 }]
    expect(read({ system_limit: 6, systems_count: 1 })).toMatchObject(counted)
    expect(read({ maxNodes: 6, nodesInUse: 1 })).toMatchObject(counted)
    expect(read({ quota_allowed: { users: 6, keys: 90 }, quota_usage: { users: 1, keys: 12 } })).toMatchObject(counted)
  })

  test('people before machines, and of two machines neither', () => {
    const devices = { device_limit: 80, device_count: 70 }
    expect(read({ ...devices, member_limit: 6, member_count: 1 })).toMatchObject([{ seatsPurchased: 6 }])
    const [two] = read({ ...devices, server_limit: 4, server_count: 2 })
    expect(two).not.toHaveProperty('seatsPurchased')
  })

  test('the greatest number that there is means as many as one likes', () => {
    const [most] = read({ user_limit: 999999999, users_used: 4 })
    expect(most).toMatchObject({ seatsAssigned: 4, unlimited: true })
    expect(most).not.toHaveProperty('seatsPurchased')
  })

  test('what is used and what is free tell which of the others is the whole', () => {
    const body = { instance_count: 100, current_instances: 1, available_instances: 100, free_instances: 99 }
    expect(read(body)).toMatchObject([{ seatsPurchased: 100, seatsAssigned: 1, seatsAvailable: 99 }])
  })

  test('how many there are in all is no limit, and how many are active is not how many are given', () => {
    const [one] = read({ total_devices: 80, active_devices: 70 })
    expect(one).not.toHaveProperty('seatsPurchased')
    expect(one).not.toHaveProperty('seatsAssigned')
  })

  test('of any other thing they say nothing of seats', () => {
    const [projects] = read({ project_limit: 6, project_count: 1 })
    expect(projects).not.toHaveProperty('seatsPurchased')
    expect(projects).not.toHaveProperty('seatsAssigned')
  })
})

test('a sum of money is no number of seats', () => {
  const body = { assignedUsers: 19, totalPrice: 200, currency: 'USD' }
  const [one] = read(body)
  expect(one).toMatchObject({ seatsAssigned: 19, totalPrice: { minor: 20000, currency: 'USD' } })
  expect(one).not.toHaveProperty('seatsPurchased')
})

test('time in seconds is a sign of amounts in the smallest unit; in milliseconds it says nothing either way', () => {
  const priced = { total_price: 200, currency: 'USD' }
  expect(read({ ...priced, end_date: 1798761600 })).toMatchObject([{ totalPrice: { minor: 200 } }])
  expect(read({ ...priced, end_date: 1798761600000 })[0]).not.toHaveProperty('totalPrice')
  const small = { ...priced, currency: 'usd', end_date: 1798761600000 }
  expect(read(small)).toMatchObject([{ totalPrice: { minor: 200 } }])
})

test('the class of a product names it only where nothing else does', () => {
  const term = { product_classes: ['SKP'], end_date: '2027-04-30' }
  expect(fieldsOf([{ name: 'Sketchpad', ...term }], at)).toMatchObject([{ product: 'Sketchpad' }])
  expect(fieldsOf([{ ...term, product_class: 'Drawing' }], at)).toMatchObject([{ product: expect.anything() }])
})

test('the one line of an order tells how many', () => {
  const order = { total: 200, currency: 'USD', orderLines: [{ unit: 'USER', quantity: 25, price: 8 }] }
  expect(read({ order })).toMatchObject([{ seatsPurchased: 25 }])
})

describe('a bare price beside a number of seats', () => {
  const priced = (body: object) => read({ seats: 25, currency: 'EUR', ...body })[0]

  test('is of one where multiplying it gives the total', () => {
    const both = { unitPrice: { minor: 850 }, totalPrice: { minor: 21250 } }
    expect(priced({ price: 8.5, total_price: 212.5 })).toMatchObject(both)
  })

  test('is nobody knows of what where nothing tells', () => {
    const one = priced({ price: 8.5 })
    expect(one).toMatchObject({ seatsPurchased: 25 })
    expect(one).not.toHaveProperty('totalPrice')
    expect(one).not.toHaveProperty('unitPrice')
  })

  test('is what it costs where there is one seat only', () => {
    expect(priced({ price: 8.5, seats: 1 })).toMatchObject({ totalPrice: { minor: 850 } })
  })
})

test('which one it is, is not what it is called', () => {
  const body = { id: 'NA_7xT', subscription: 'NA_7xT', product: 'sketchpad-monthly', status: 'active', quantity: 3 }
  expect(fieldsOf(body, 'https://desk.orbita.example/api/subscriptions/NA_7xT')).toMatchObject([
    { product: 'sketchpad-monthly', seatsPurchased: 3 },
  ])
})

test('what it has earned in all is no price', () => {
  const [one] = read({ total_revenue_in_cents: 14000, product_price_in_cents: 1000, currency: 'USD' })
  expect(one).toMatchObject({ totalPrice: { minor: 1000 } })
})
