import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { maxJsonChars } from '../../extension/connector-kit/parse.ts'
import { tablesFromJson } from '../../extension/heuristics/json.ts'
import { recordsFromTables } from '../../extension/heuristics/records.ts'

const tables = (body: unknown) => tablesFromJson(JSON.stringify(body))
const context = {
  url: 'https://console.orbita.example/users',
  title: '',
  lang: '',
  headings: [],
  at: '2026-11-23T10:00:00Z',
}

test('what a list says nobody here has is no subscription', () => {
  const licenses = [
    { product: 'Mail Guard', status: 'licensed', seats: 20, seats_used: 12, expires: '2027-05-01' },
    { product: 'Text Gateway', status: 'no_license', seats: 0, seats_used: 0, expires: null },
    { product: 'Web Filter', status: 'Not subscribed', seats: 0, seats_used: 0, expires: null },
  ]
  const rows = recordsFromTables(tables({ licenses }), { ...context, url: 'https://console.orbita.example/licenses' })
  expect(rows.map(({ fields }) => fields.product)).toEqual(['Mail Guard'])
})

describe('shapes of responses', () => {
  test('edges and nodes, attributes, wrappers: rows with paths, and their way in `near`', () => {
    const graph = { data: { users: { edges: [{ cursor: 'x', node: { id: 1, profile: { email: 'a@b.example' } } }] } } }
    const list = tables(graph).find(({ single }) => !single)
    expect(list).toMatchObject({ near: ['data', 'users', 'edges', 'node'], columns: ['id', 'profile.email'] })
    expect(list?.rows[0]?.cells[1]).toEqual({
      value: 'a@b.example',
      locator: '$.data.users.edges[0].node.profile.email',
    })
  })

  test('maps keyed by id are lists, and the key is kept', () => {
    const [list] = tables({ u01: { active: true }, u02: { active: false } })
    expect(list).toMatchObject({ columns: ['id', 'active'], locator: '$' })
    expect(list?.rows.map(({ cells }) => cells[0]?.value)).toEqual(['u01', 'u02'])
  })

  test('the same list in all rows of a list is one table', () => {
    const body = [
      { id: 1, users: [{ email: 'a@b.example' }] },
      { id: 2, users: [{ email: 'c@d.example' }] },
    ]
    expect(tables(body).find(({ near }) => near.at(-1) === 'users')?.rows).toHaveLength(2)
  })

  test('a guard before the JSON is passed over', () => {
    expect(tablesFromJson(`)]}',\n{"a":{"b":1}}`)).not.toEqual([])
  })
})

/** What a response of one console says, field by field. */
const read = (url: string, body: unknown) =>
  recordsFromTables(tablesFromJson(JSON.stringify(body)), { ...context, url }).map(
    ({ type, fields }): Record<string, unknown> => ({ type, ...fields }),
  )

describe('what the keys, the values and their surroundings mean', () => {
  test('a union, an attribute and a text node are the value that they write down', () => {
    const tagged = { members: [{ profile: { email: 'a@b.example', status: { '.tag': 'suspended' } } }] }
    expect(read('https://acme.example/members', tagged)).toMatchObject([{ email: 'a@b.example', status: 'suspended' }])
    const xml = {
      Response: {
        Domain: [
          { '@attributes': { Name: 'one.example', Expires: '2027-02-15', AutoRenew: 'true' } },
          { '@attributes': { Name: 'two.example', Expires: '2027-03-15', AutoRenew: 'false' } },
        ],
      },
    }
    expect(read('https://names.example/list', xml)).toMatchObject([
      { name: 'one.example', expiresOn: '2027-02-15', autoRenews: true },
      { name: 'two.example', autoRenews: false },
    ])
  })

  test('the envelope of a list inside a row says nothing of the row', () => {
    const items = { object: 'list', total_count: 1, data: [{ quantity: 5, price: { nickname: 'Team' } }] }
    const body = { data: [{ object: 'subscription', status: 'active', current_period_end: 1807000000, items }] }
    expect(read('https://acme.example/subscriptions', body)).toMatchObject([{ plan: 'Team', seatsPurchased: 5 }])
  })

  test.each([
    ['/Date(1793059200000+0000)/', '2026-10-27'],
    [1793059200, '2026-10-27'],
    ['1793059200000', '2026-10-27'],
    ['1793059200.5', '2026-10-27'],
    [20261027, '2026-10-27'],
    ['2026-10-27 00:00:00', '2026-10-27'],
    ['9999-12-31T00:00:00Z', undefined],
    ['0001-01-01T00:00:00Z', undefined],
  ])('%s is a day or none', (expires, day) => {
    const [found] = read('https://acme.example/licenses', {
      licenses: [{ name: 'Suite', expires_at: expires, seats: 5, used_seats: 3 }],
    })
    expect(found).toMatchObject({ product: 'Suite', seatsPurchased: 5, seatsAssigned: 3 })
    expect(found?.endsOn).toBe(day)
  })

  test('names for people before codes of programs; a code is the part number', () => {
    const plan = { id: 'pl1', code: 'team-yearly', name: 'Team (Yearly)' }
    const [found] = read('https://acme.example/subscriptions', [
      { plan, state: 'active', quantity: 12, auto_renew: true },
    ])
    expect(found).toMatchObject({ plan: 'Team (Yearly)', sku: 'team-yearly', seatsPurchased: 12 })
  })

  test('counts of something else are no seats', () => {
    const body = [{ name: 'Storage', storage: { included: 500, used: 12 }, plan: 'Pro', renews_on: '2027-01-01' }]
    const [found] = read('https://acme.example/subscriptions', body)
    expect(found).toMatchObject({ plan: 'Pro', renewsOn: '2027-01-01' })
    expect(found).not.toHaveProperty('seatsPurchased')
    expect(found).not.toHaveProperty('seatsAssigned')
  })

  test('what one seat costs, stated twice, is not what all cost', () => {
    const item = { plan: { name: 'Team', amount: 1000, currency: 'usd' }, unit_amount: 1000, quantity: 5 }
    const body = { subscriptions: [{ ...item, currency: 'usd', current_period_end: 1807000000 }] }
    const [found] = read('https://acme.example/subscriptions', body)
    expect(found).toMatchObject({ unitPrice: { minor: 1000, currency: 'USD' } })
    expect(found).not.toHaveProperty('totalPrice')
  })

  test('licenses in use beside those that there are', () => {
    const body = { sites: [{ name: 'HQ', sku: 'Complete', totalLicenses: 150, activeLicenses: 140 }] }
    expect(read('https://acme.example/sites', body)).toMatchObject([{ seatsPurchased: 150, seatsAssigned: 140 }])
    const cap = { license: { plan: 'gold', maximum_number_of_users: 500, expires_at: '2027-01-01' } }
    expect(read('https://acme.example/license', cap)).toMatchObject([{ seatsPurchased: 500 }])
  })
})

describe('envelopes', () => {
  const rows = [
    ['Studio', 10, 9],
    ['Viewer', 100, 71],
  ]
  const expected = [
    { product: 'Studio', seatsPurchased: 10, seatsAssigned: 9 },
    { product: 'Viewer', seatsPurchased: 100, seatsAssigned: 71 },
  ]

  test.each([
    ['names beside rows', { columns: ['Product', 'Purchased', 'Assigned'], rows, rowCount: 2 }],
    [
      'names one level down',
      { meta_data: { rowType: [{ name: 'PRODUCT' }, { name: 'PURCHASED' }, { name: 'ASSIGNED' }] }, data: rows },
    ],
  ])('%s', (_, body) => {
    expect(read('https://acme.example/licenses', body)).toMatchObject(expected)
  })

  test('embedded lists; resources of several types, each list by itself', () => {
    const license = { name: 'Studio', entitlements: { total: 40, allocated: 33, remaining: 7 } }
    expect(read('https://acme.example/api', { _embedded: { softwareLicenses: [license] } })).toMatchObject([
      { product: 'Studio', seatsPurchased: 40, seatsAssigned: 33, seatsAvailable: 7 },
    ])
    const included = [
      { type: 'users', id: '1', attributes: { username: 'ann', email: 'a@b.example' } },
      { type: 'teams', id: '2', attributes: { name: 'Owners' } },
    ]
    expect(read('https://acme.example/api/v2/org', { data: [], included })).toMatchObject([
      { type: 'assignment', email: 'a@b.example' },
    ])
  })

  test('lines say what was bought, the row that holds them until when', () => {
    const items = [
      { quantity: 10, product: { name: 'Studio' } },
      { quantity: 3, product: { name: 'Viewer' } },
    ]
    const body = { data: [{ id: 'sub_1', status: 'active', next_billed_at: '2027-05-12', items }] }
    expect(read('https://acme.example/subscriptions', body)).toMatchObject([
      { product: 'Studio', seatsPurchased: 10, status: 'active', renewsOn: '2027-05-12' },
      { product: 'Viewer', seatsPurchased: 3, status: 'active', renewsOn: '2027-05-12' },
    ])
    const sums = {
      data: {
        all: { totalLicenses: 250, usedLicenses: 187 },
        sites: [{ sku: 'Pro', totalLicenses: 150, usedLicenses: 9 }],
      },
    }
    expect(read('https://acme.example/sites', sums)).toMatchObject([{ sku: 'Pro', seatsPurchased: 150 }])
  })
})

describe('amounts', () => {
  const total = (line: Record<string, unknown>) =>
    read('https://acme.example/invoices', { invoices: [{ number: 'A-1', issued_at: '2026-10-01', ...line }] })[0]?.total

  test.each([
    [{ total: { currencyCode: 'EUR', units: '12', nanos: 500000000 } }, { minor: 1250, currency: 'EUR' }],
    [
      { total_cents: 1250, currency: 'EUR' },
      { minor: 1250, currency: 'EUR' },
    ],
    [
      { total: 1250, currency: 'eur', due_at: 1793059200 },
      { minor: 1250, currency: 'EUR' },
    ],
    [{ total: 1250, currency: 'eur' }, undefined],
    [
      { total: 1250, currency: 'EUR' },
      { minor: 125000, currency: 'EUR' },
    ],
    [{ total: { amount: '12.50', currency_code: 'EUR' } }, { minor: 1250, currency: 'EUR' }],
    // Nobody can tell whether this is 12.50 or 1250: nothing is read.
    [{ total: { amount: '1250', currency_code: 'EUR' } }, undefined],
  ])('%j', (line, expected) => expect(total(line)).toEqual(expected))

  test('a price beside a quantity is that of one', () => {
    const line = { productName: 'Studio', quantity: 85, price: 3.1, currencyCode: 'USD', status: 'Active' }
    const [found] = read('https://acme.example/subscriptions', { content: [line] })
    expect(found).toMatchObject({ seatsPurchased: 85, unitPrice: { minor: 310, currency: 'USD' } })
    expect(found).not.toHaveProperty('totalPrice')
  })

  test('a billed price of an add-on that runs, in cents for each month', () => {
    const addon = {
      addon_service: { name: 'store' },
      billed_price: { cents: 700, unit: 'month' },
      state: 'provisioned',
    }
    expect(read('https://acme.example/apps/web/addons', [{ ...addon, plan: { name: 'store:small' } }])).toMatchObject([
      { plan: 'store:small', totalPrice: { minor: 700 }, billingPeriod: { count: 1, unit: 'month' } },
    ])
  })
})

describe('what is none of ours', () => {
  test('a directory of employees, and plans with the regions they could be sold in', () => {
    const person = { workEmail: 'a@b.example', displayName: 'A B', jobTitle: 'Engineer', department: 'R&D' }
    expect(read('https://hr.example/employees', { employees: [{ ...person, hireDate: '2020-01-01' }] })).toEqual([])
    const plan = { productId: 'pro', basePlans: [{ id: 'm', state: 'ACTIVE', regionalConfigs: { price: 4 } }] }
    expect(read('https://play.example/subscriptions', { subscriptions: [plan, plan] })).toEqual([])
  })

  test('how long a session lasts says nothing of the sign-on', () => {
    const realm = { realm: 'x', ssoSessionIdleTimeout: 1800 }
    expect(read('https://sso.example/realms/x', realm).filter(({ area }) => area === 'sso')).toEqual([])
  })
})

describe('words of bills, settings and accounts', () => {
  test('the whole price and not its parts; a currency and a state by the name of what they refer to', () => {
    const bill = {
      tranid: 'INV-101',
      trandate: '2026-01-05',
      total_untaxed: 10,
      total_taxed: 12.5,
      currency: { id: '1', refName: 'USD' },
      status: { id: 'A', refName: 'Open' },
    }
    expect(read('https://acme.example/record/vendorBill', { items: [bill] })).toMatchObject([
      { number: 'INV-101', issuedOn: '2026-01-05', total: { minor: 1250, currency: 'USD' }, status: 'open' },
    ])
    const cents = { id: '1', amountBilledCents: 8627, created: '2026-10-31', statusName: 'PAID' }
    expect(read('https://acme.example/invoices', { results: [cents] })).toMatchObject([{ total: { minor: 8627 } }])
  })

  test('a mode in one word and rules of passwords are settings; what one member has set is none', () => {
    const security = {
      sign_in_with_two_factor_auth: 'all',
      password_requirement: { minimum_password_length: 8, have_number: true },
    }
    const found = read('https://acme.example/settings', { security })
    expect(found.map(({ area, state }) => [area, state])).toEqual([
      ['mfa', 'enforced'],
      ['password-policy', 'enabled'],
    ])
    const edges = [{ node: { role: 'ADMIN', user: { email: 'a@b.example' }, security: { twoFactorEnabled: true } } }]
    const members = read('https://acme.example/graphql', { data: { organization: { members: { edges } } } })
    expect(members.map(({ type }) => type)).toEqual(['assignment'])
  })

  test('abbreviations', () => {
    const row = { prod_nm: 'CAD Pro', lic_qty: 20, lic_used: 15, exp_dt: '2026-12-31', amt: 4000.5, ccy: 'EUR' }
    expect(read('https://acme.example/lics', { lics: [{ ...row, auto_rnw: 'Y' }] })).toMatchObject([
      { product: 'CAD Pro', seatsPurchased: 20, seatsAssigned: 15, endsOn: '2026-12-31', autoRenews: true },
    ])
  })
})

describe('people', () => {
  test('accounts in a list that nobody named; "disabled: false" says that they are in use', () => {
    const rows = [['ANN', 'ann', 'a@b.example', 'false', '2026-01-05 10:00:00']]
    const rowType = ['name', 'login_name', 'email', 'disabled', 'last_login'].map((name) => ({ name }))
    expect(read('https://acme.example/statements/1', { meta_data: { rowType }, data: rows })).toMatchObject([
      { type: 'assignment', email: 'a@b.example', status: 'active', lastActiveOn: '2026-01-05' },
    ])
  })

  test('whoever holds a license', () => {
    const body = { licenses: [{ id: 'l1', sku: 'full', assignee: { name: 'Ann Lee', email: 'a@b.example' } }] }
    expect(read('https://acme.example/licenses', body)).toMatchObject([{ type: 'assignment', email: 'a@b.example' }])
  })

  test('an address that is only for notices is not who they are; any use before a sign-in', () => {
    const user = {
      name: 'Ann Lee',
      login: 'ann@b.example',
      notification_email: { email: 'notices@b.example' },
      last_login_at: '2026-10-01',
      last_activity_on: '2026-11-02',
      status: 'active',
    }
    expect(read('https://acme.example/users', { entries: [user] })).toMatchObject([
      { email: 'ann@b.example', lastActiveOn: '2026-11-02', status: 'active' },
    ])
  })

  test('an open invitation before the state of the account; what a last sign-in came to is no state', () => {
    const rows = [
      { email: 'a@b.example', pending: true, user: { isActive: true }, role: 'member' },
      { email: 'c@d.example', pending: false, user: { isActive: true }, role: 'member' },
    ]
    const found = read('https://acme.example/members', rows)
    expect(found.map(({ status }) => status)).toEqual(['invited', 'active'])
    const [one] = read('https://acme.example/users', {
      users: [
        { email: 'a@b.example', username: 'a', last_login: { login_datetime: '2026-01-01', status: 'successful' } },
      ],
    })
    expect(one).toMatchObject({ lastActiveOn: '2026-01-01' })
    expect(one).not.toHaveProperty('status')
  })

  test('readers of a mailing list have no seats', () => {
    const member = { email_address: 'a@b.example', full_name: 'A B', status: 'subscribed', last_changed: '2026-01-01' }
    expect(read('https://acme.example/lists/57/members', { members: [member] })).toEqual([])
  })
})

describe('domains, certificates, invoices', () => {
  test('who sells domains is the registrar of those with a term', () => {
    const rows = [
      { domain: 'one.example', expires: '2027-01-01', renewAuto: 1 },
      { domain: 'two.example', expires: null, renewAuto: 0 },
    ]
    const [one, two] = read('https://api.gandi.net/domains', rows)
    expect(one).toMatchObject({ registrar: 'Gandi', autoRenews: true })
    expect(two).not.toHaveProperty('registrar')
    expect(read('https://dns.acme.example/domains', rows)[0]).not.toHaveProperty('registrar')
  })

  test('the end of a registration, not what follows it', () => {
    const dates = { deletes_at: '2027-03-30', hold_ends_at: '2027-03-30', registry_ends_at: '2027-02-13' }
    expect(read('https://acme.example/domains', [{ fqdn: 'one.example', dates }])).toMatchObject([
      { expiresOn: '2027-02-13' },
    ])
  })

  test('a certificate without a subject of its own has the first of its names; in an order it is one too', () => {
    const ssl = { state: 'issued', domains: ['www.one.example', 'one.example'], expires_at: '2027-04-05' }
    expect(read('https://acme.example/sites/1/ssl', ssl)).toMatchObject([
      { type: 'certificate', subject: 'www.one.example', endsOn: '2027-04-05' },
    ])
    const certificate = { common_name: 'one.example', dns_names: ['one.example'], valid_till: '2027-01-05' }
    expect(read('https://acme.example/order/certificate', { orders: [{ id: 1, certificate }] })).toMatchObject([
      { type: 'certificate', subject: 'one.example' },
    ])
  })

  test('the number before an identifier, an identifier where there is no number; the next bill is none', () => {
    const rows = [{ invoiceId: 'x12', invoiceNumber: 'INV001', amount: '480.00', dueDate: '2026-04-05' }]
    expect(read('https://acme.example/invoices', { billingInvoices: rows })).toMatchObject([{ number: 'INV001' }])
    const body = {
      invoices: [{ invoice_uuid: '22737513-0ea7-4206-8ceb-98a575af7681', amount: '12.34', invoice_period: '2026-10' }],
      invoice_preview: { invoice_uuid: '1', amount: '34.56', invoice_period: '2026-11', updated_at: '2026-11-20' },
    }
    expect(read('https://acme.example/invoices', body)).toMatchObject([
      { number: '22737513-0ea7-4206-8ceb-98a575af7681', total: { minor: 1234, currency: null } },
    ])
  })
})

describe('bounds', () => {
  test('what is not JSON, too large or an error gives nothing', () => {
    for (const text of ['', '<html>', '{"a":', '42', 'null', '"text"', '{"success":false,"plan":"x"}'])
      expect(tablesFromJson(text), text).toEqual([])
    expect(tablesFromJson(`[${' '.repeat(maxJsonChars)}]`)).toEqual([])
  })

  test('nesting far beyond the cap neither throws nor overflows', () => {
    const deep = (levels: number) => `${'{"a":'.repeat(levels)}{"plan":"x"}${'}'.repeat(levels)}`
    expect(tablesFromJson(deep(60)).at(-1)?.near).toHaveLength(60)
    expect(tablesFromJson(deep(2000))).toEqual([])
    expect(() => tablesFromJson(`${'['.repeat(3000)}${']'.repeat(3000)}`)).not.toThrow()
  })

  test('keys of prototypes are no columns and change no prototype', () => {
    const found = tablesFromJson(
      '{"users":[{"__proto__":{"email":"x@y.example"},"constructor":{"a":1},"email":"a@b.example"}]}',
    )
    expect(found.flatMap(({ columns }) => columns)).toEqual(['email'])
    expect(({} as Record<string, unknown>).email).toBeUndefined()
  })

  test('many columns and rows are cut, not copied without end', () => {
    const wide = Object.fromEntries(Array.from({ length: 2000 }, (_, index) => [`k${index}`, index]))
    expect(tables([wide, wide])[0]?.columns).toHaveLength(250)
  })
})

test('no JSON makes reading throw', () => {
  const keys = fc.constantFrom(
    'users',
    'email',
    'plan',
    'seats',
    'status',
    'price',
    'currency',
    '__proto__',
    'expires',
    '',
    'items',
    'domain',
  )
  const { body } = fc.letrec((tie) => ({
    body: fc.oneof(
      { depthSize: 'small' },
      fc.string(),
      fc.double(),
      fc.boolean(),
      fc.constant(null),
      fc.constantFrom('a@b.example', '2027-01-01', '9,99 €'),
      tie('list'),
      tie('object'),
    ),
    list: fc.array(tie('body'), { maxLength: 4 }),
    object: fc.dictionary(keys, tie('body'), { maxKeys: 5 }),
  }))
  fc.assert(
    fc.property(body, (value) => {
      recordsFromTables(tablesFromJson(JSON.stringify(value)), context)
    }),
    { numRuns: 400 },
  )
})
