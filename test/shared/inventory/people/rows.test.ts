import { describe, expect, test } from 'vitest'
import { beliefOf } from '../../../../shared/inventory/belief.ts'
import { Inventory } from '../../../../shared/inventory/inventory.ts'
import { Rates } from '../../../../shared/inventory/money/rates.ts'
import { namesFrom } from '../../../../shared/inventory/names.ts'
import { sumOfCosts } from '../../../../shared/inventory/people/cost.ts'
import { maybeSame } from '../../../../shared/inventory/people/maybe-same.ts'
import { Persons } from '../../../../shared/inventory/people/persons.ts'
import { productsOfPeople } from '../../../../shared/inventory/people/products.ts'
import {
  inOrderOf,
  isIn,
  isNobodys,
  type PeopleFilter,
  peopleFilters,
  peopleOrders,
  peopleRows,
} from '../../../../shared/inventory/people/rows.ts'
import type { InventoryRecord } from '../../../../shared/inventory/record.ts'
import type { PeopleMode } from '../../../../shared/model/client.ts'
import type { FieldValue } from '../../../../shared/model/observation.ts'
import type { ClientType } from '../../../../shared/model/record-type.ts'
import { resolveVendor } from '../../../../shared/vendor-directory/index.ts'
import { belief } from '../../../support/beliefs.ts'

const today = '2026-11-27'
let count = 0
/** What a console showed, without the way it came. */
function shown(type: ClientType, vendor: string, fields: Record<string, FieldValue>): InventoryRecord {
  const id = `00000000-0000-4000-8000-${String(++count).padStart(12, '0')}`
  const at = '2026-11-20T09:00:00Z'
  const cells = Object.fromEntries(
    Object.entries(fields).map(([field, value]) => [field, { value, source: 'json', at, observation: id } as const]),
  )
  const vendorAccount = { vendor, id: 't1' }
  return { id, type, vendor, vendorAccount, cells, edits: {}, seenAt: at, deleted: 0, rev: 1 }
}
const month = { count: 1, unit: 'month' }
const seat = (vendor: string, local: string, fields: Record<string, FieldValue>) =>
  shown('assignment', vendor, { email: `${local}@contoso.example`, person: local, ...fields })

const records = [
  shown('subscription', 'desk.example', {
    product: 'Desk',
    unitPrice: { minor: 1_000, currency: 'EUR' },
    billingPeriod: month,
    seatsPurchased: 9,
  }),
  shown('subscription', 'board.example', {
    product: 'Board',
    unitPrice: { minor: 540, currency: 'USD' },
    billingPeriod: month,
  }),
  shown('subscription', 'chat.example', { product: 'Chat' }),
  seat('desk.example', 'ada', { product: 'Desk', lastActiveOn: '2026-11-20' }),
  seat('board.example', 'ada', { product: 'Board', lastActiveOn: '2026-11-25' }),
  seat('chat.example', 'ada', { product: 'Chat', status: 'deprovisioned' }),
  seat('desk.example', 'bob', { product: 'Desk', lastActiveOn: '2026-01-01' }),
  seat('chat.example', 'bob', { product: 'Chat' }),
  seat('desk.example', 'info', { product: 'Desk', lastActiveOn: '2026-01-01' }),
  seat('okta.com', 'cal', { status: 'suspended' }),
  seat('desk.example', 'cal', { product: 'Desk', lastActiveOn: '2026-01-01' }),
  shown('assignment', 'desk.example', { email: 'eve@fabrikam.example', product: 'Desk' }),
  shown('assignment', 'desk.example', { person: 'Front room', accountId: '7', product: 'Desk' }),
  seat('okta.com', 'dan', { status: 'active' }),
]
const domains = ['contoso.example']
const rate = belief('rate', { on: today, base: 'EUR', rates: { USD: '1.08' }, source: 'ECB', kind: 'spot' })

function of(mode: PeopleMode = 'full', { currency = 'EUR', rates = new Rates([rate]) } = {}) {
  const inventory = new Inventory(records, {
    today,
    client: { domains },
    names: namesFrom([], resolveVendor),
    rates,
    isIncluded: () => undefined,
    risesOf: () => [],
  })
  return peopleRows(inventory, mode, { currency: currency || undefined, rates, today })
}
const named = (name: string) => of().find(({ called }) => called === name)
const called = (filter: PeopleFilter) =>
  of()
    .filter(isIn(filter))
    .map((row) => row.called)
    .sort()

describe('everybody', () => {
  test('with the seats they hold, the day they were last active, and what that costs a year', () => {
    const ada = named('ada')
    // 12 × €10.00 and 12 × $5.40 = $64.80 = €60.00; the seat that was taken away costs nothing.
    expect([ada?.held, ada?.lastActiveOn, ada?.cost]).toEqual([
      2,
      '2026-11-25',
      { sums: [{ minor: 18_000n, currency: 'EUR' }], upTo: false, unpriced: 0, unconverted: 0 },
    ])
  })

  test('a sum says what it is without: no price, no rate', () => {
    expect(named('bob')?.cost).toMatchObject({ sums: [{ minor: 12_000n, currency: 'EUR' }], unpriced: 1 })
    const [ada] = of('full', { currency: 'EUR', rates: new Rates([]) }).filter((row) => row.called === 'ada')
    expect(ada?.cost).toMatchObject({ sums: [{ minor: 12_000n, currency: 'EUR' }], unconverted: 1 })
    const [each] = of('full', { currency: '', rates: new Rates([]) }).filter((row) => row.called === 'ada')
    expect(each?.cost.sums).toEqual([
      { minor: 12_000n, currency: 'EUR' },
      { minor: 6_480n, currency: 'USD' },
    ])
  })

  test('the sum of all is the sum of its parts', () => {
    expect(sumOfCosts(of().map(({ cost }) => cost))).toEqual({
      sums: [{ minor: 6n * 12_000n + 6_000n, currency: 'EUR' }],
      upTo: false,
      unpriced: 1,
      unconverted: 0,
    })
  })

  test.each([
    ['all', ['Front room', 'ada', 'bob', 'cal', 'dan', 'eve@fabrikam.example', 'info']],
    ['leavers', ['cal']],
    ['inactive', ['bob']],
    ['not-a-person', ['info']],
    ['external', ['eve@fabrikam.example']],
    ['nobodys', ['Front room']],
  ] as const)('%s', (filter, expected) => expect(called(filter)).toEqual(expected))

  test('there is a word for every filter, and orders put each person once', () => {
    expect(peopleFilters).toHaveLength(6)
    for (const order of peopleOrders) expect([...of()].sort(inOrderOf(order))).toHaveLength(7)
    const by = (order: 'active' | 'cost' | 'seats') => [...of()].sort(inOrderOf(order)).map((row) => row.called)
    expect([by('active')[0], by('cost')[0], by('seats')[0]]).toEqual(['bob', 'ada', 'ada'])
  })

  test('is linked to by a record, never by an address', () => {
    for (const { id } of of()) expect(records.map((record) => record.id)).toContain(id)
  })
})

describe('the client’s mode', () => {
  test('made-up names are the same on every device, and nobody’s own', () => {
    const [one, two] = [of('pseudonymous'), of('pseudonymous')].map((rows) => rows.map((row) => row.called))
    expect(one).toEqual(two)
    expect(new Set(one).size).toBe(7)
    for (const name of one ?? []) expect(name).toMatch(/^#[2-9A-HJ-NP-TV-Z]{5}$/)
  })

  test('where they are counted nobody is called anything', () => {
    expect(of('counts-only').map((row) => row.called)).toEqual(Array(7).fill(undefined))
  })
})

test('the other way round: every product with who holds it', () => {
  const products = productsOfPeople(of())
  expect(
    products.map(({ vendor, product, held, inactive, leavers, byKind }) => [
      vendor,
      product,
      held,
      inactive,
      leavers,
      byKind,
    ]),
  ).toEqual([
    ['board.example', 'Board', 1, 0, 0, { people: 1, external: 0, shared: 0, service: 0 }],
    ['chat.example', 'Chat', 1, 0, 0, { people: 1, external: 0, shared: 0, service: 0 }],
    ['desk.example', 'Desk', 6, 2, 1, { people: 4, external: 1, shared: 1, service: 0 }],
    ['Okta', undefined, 2, 0, 1, { people: 2, external: 0, shared: 0, service: 0 }],
  ])
  // Who once held it stays in sight.
  expect(products.find(({ product }) => product === 'Chat')?.holders).toHaveLength(2)
  expect(of().filter(({ view }) => isNobodys(view))).toHaveLength(1)
})

describe('who may be the same person is a question', () => {
  const account = (email: string, person?: string) =>
    beliefOf({ ...shown('assignment', 'desk.example', { email, ...(person ? { person } : {}) }), type: 'assignment' })
  const asked = (...emails: [string, string?][]) => {
    const persons = new Persons(
      emails.map(([email, name]) => account(email, name)),
      [],
      {
        today,
        ownDomains: ['contoso.example', 'contoso-labs.example'],
      },
    )
    const [first] = persons.views.values()
    const own = ['contoso.example', 'contoso-labs.example']
    return first ? maybeSame(persons, first, own).map(({ view, because }) => [view.key, because]) : []
  }

  test('the same local part in another of the client’s own domains, in no other', () => {
    expect(asked(['ada@contoso.example'], ['ada@contoso-labs.example'], ['ada@fabrikam.example'])).toEqual([
      ['ada@contoso-labs.example', 'local-part'],
    ])
  })

  test('the same name, however it is written', () => {
    expect(
      asked(['a@contoso.example', 'José Díaz'], ['b@contoso.example', 'jose  diaz'], ['c@contoso.example', 'Jo']),
    ).toEqual([['b@contoso.example', 'name']])
  })

  test('not what is shared or a machine’s', () => {
    expect(asked(['info@contoso.example'], ['info@contoso-labs.example'])).toEqual([])
    expect(asked(['ada@contoso.example', 'Kim'], ['info@contoso.example', 'Kim'])).toEqual([])
  })
})
