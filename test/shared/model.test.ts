import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Day } from '../../shared/model/day.ts'
import { idFrom, newId, Uuid } from '../../shared/model/id.ts'
import { moneyFromDecimal, moneyToDecimal } from '../../shared/model/money.ts'
import { canonical, observe, recordIdOf, Sighting } from '../../shared/model/observation.ts'
import { capturedTypes, fieldNames, fieldSchema, RecordType } from '../../shared/model/record-type.ts'

describe('money', () => {
  test.each([
    ['1234.5', 'USD', 123450],
    ['-0.01', 'EUR', -1],
    ['1200', 'JPY', 1200],
    ['1.234', 'KWD', 1234],
    ['5.00', 'JPY', 5],
    ['0', null, 0],
  ])('%s %s is %i minor units', (decimal, currency, minor) => {
    expect(moneyFromDecimal(decimal, currency)).toEqual({ minor, currency })
  })

  test.each([
    ['0.005', 'USD'],
    ['12.5', 'JPY'],
    ['9007199254740993', 'JPY'],
    ['1e3', 'USD'],
    ['1,000', 'USD'],
    ['', 'USD'],
  ])('%s %s is not rounded into something else', (decimal, currency) => {
    expect(moneyFromDecimal(decimal, currency)).toBeUndefined()
  })

  test('what was read is written back alike, in every currency', () => {
    const amount = fc.record({
      minor: fc.integer({ min: -1e12, max: 1e12 }),
      currency: fc.constantFrom('USD', 'JPY', 'KWD', 'CLF', null),
    })
    fc.assert(
      fc.property(amount, (money) => {
        expect(moneyFromDecimal(moneyToDecimal(money), money.currency)).toEqual(money)
      }),
    )
  })
})

test.each(['2027-02-29', '2027-13-01', '2027-04-31', '2027-4-1', '1899-12-31', '2027-04-01T00:00:00Z'])(
  '%s is not a day',
  (text) => {
    expect(Day.safeParse(text).success).toBe(false)
  },
)

test.each(['2028-02-29', '2027-12-31', '1900-01-01'])('%s is a day', (text) => expect(Day.parse(text)).toBe(text))

describe('ids', () => {
  test('the same parts give the same id, other parts another', async () => {
    expect(await idFrom('a', 'bc')).toBe(await idFrom('a', 'bc'))
    expect(await idFrom('a', 'bc')).not.toBe(await idFrom('ab', 'c'))
    expect(Uuid.safeParse(await idFrom('x')).success).toBe(true)
  })

  test.each(['A2345678-1234-4234-8234-123456789012', '../etc', `${newId()} `, ''])('%j is not an id', (text) => {
    expect(Uuid.safeParse(text).success).toBe(false)
  })
})

test('canonical text does not depend on the order of keys', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (object) => {
      const turned = Object.fromEntries(Object.entries(object).reverse())
      expect(canonical(turned)).toBe(canonical(object))
    }),
  )
})

const sighting: Sighting = {
  type: 'subscription',
  key: 'sku-1',
  vendor: 'example.com',
  vendorAccount: { vendor: 'example.com', id: 't1' },
  fields: { product: 'Desk', seatsPurchased: 5 },
  evidence: {
    product: { source: 'json', locator: 'name', excerpt: 'Desk', confidence: 'high' },
    seatsPurchased: { source: 'json', locator: 'seats', excerpt: '5', confidence: 'high' },
  },
  capture: {
    id: '00000000-0000-4000-8000-000000000001',
    at: '2026-11-23T10:00:00.000Z',
    url: 'https://admin.example.com/',
    connector: { id: 'x', version: 1 },
  },
}

describe('sightings', () => {
  test('a field needs evidence and a value of its type', () => {
    expect(Sighting.safeParse(sighting).success).toBe(true)
    expect(Sighting.safeParse({ ...sighting, evidence: { product: sighting.evidence.product } }).success).toBe(false)
    expect(Sighting.safeParse({ ...sighting, fields: { ...sighting.fields, seatsPurchased: -1 } }).success).toBe(false)
    expect(Sighting.safeParse({ ...sighting, fields: { constructor: 'x' } }).success).toBe(false)
  })

  test('another client, account or key is another record; another day of the same thing is not', async () => {
    const [one, two] = [newId(), newId()]
    const id = await recordIdOf(one, sighting)
    expect(await recordIdOf(two, sighting)).not.toBe(id)
    expect(await recordIdOf(one, { ...sighting, vendorAccount: { vendor: 'example.com', id: 't2' } })).not.toBe(id)
    expect(await recordIdOf(one, { ...sighting, key: 'sku-2' })).not.toBe(id)
    const later = { ...sighting, capture: { ...sighting.capture, at: '2026-12-01T10:00:00.000Z' } }
    const [before, after] = [await observe(one, sighting), await observe(one, later)]
    expect(after.rec).toBe(before.rec)
    expect(after.id).not.toBe(before.id)
  })
})

test('every type has fields with a schema, and no field that a hostile name could reach', () => {
  for (const type of RecordType.options) {
    expect(fieldNames(type).length).toBeGreaterThan(1)
    for (const name of fieldNames(type)) expect(fieldSchema(type, name)).toBeDefined()
    for (const name of ['constructor', '__proto__', 'toString', '']) expect(fieldSchema(type, name)).toBeUndefined()
  }
  expect(Object.keys(capturedTypes)).toHaveLength(8)
})
