import { describe, expect, test } from 'vitest'
import { tablesFromCsv } from '../../extension/heuristics/csv.ts'
import { tablesFromJson } from '../../extension/heuristics/json.ts'
import { recordsFromTables } from '../../extension/heuristics/records.ts'

/** Made-up consoles: the engine knows none of them. */
const read = (body: unknown, url = 'https://console.orbita.example/api/v1/things') =>
  recordsFromTables(tablesFromJson(JSON.stringify(body)), {
    url,
    title: '',
    lang: '',
    headings: [],
    at: '2026-11-23T10:00:00Z',
  })
const fields = (body: unknown, url?: string): Record<string, unknown>[] =>
  read(body, url).map(({ type, fields: found }) => ({ type, ...found }))
const rowsOf = (text: string, lang = '') =>
  recordsFromTables(tablesFromCsv(text), { url: '', title: '', lang, headings: [], at: '2026-11-23T10:00:00Z' })
const csv = (text: string, lang = ''): Record<string, unknown>[] =>
  rowsOf(text, lang).map(({ type, fields: found }) => ({ type, ...found }))

describe('subscriptions', () => {
  test('a list with seats, price and term', () => {
    const body = {
      data: [
        {
          id: 7,
          planName: 'Team',
          seats_purchased: 25,
          seatsUsed: 19,
          unit_price: '8.50',
          currency: 'eur',
          renewalDate: '2027-03-01',
          autoRenew: true,
          billing_interval: 'year',
          status: 'ACTIVE',
        },
      ],
    }
    expect(fields(body, 'https://console.orbita.example/api/subscriptions')).toEqual([
      {
        type: 'subscription',
        product: 'Orbita',
        plan: 'Team',
        seatsPurchased: 25,
        seatsAssigned: 19,
        metric: 'seat',
        unitPrice: { minor: 850, currency: 'EUR' },
        renewsOn: '2027-03-01',
        autoRenews: true,
        billingPeriod: { count: 1, unit: 'year' },
        status: 'active',
      },
    ])
  })

  test('minor units by the key, and by an API that counts time in epoch seconds', () => {
    const [byKey] = fields({
      subscriptions: [{ plan: 'Pro', price_cents: 4900, currency: 'USD', status: 'active', renews_at: '2027-01-01' }],
    })
    const [byTime] = fields({
      subscriptions: [{ plan: 'Pro', amount: 4900, currency: 'usd', status: 'active', current_period_end: 1798761600 }],
    })
    const [major] = fields({
      subscriptions: [{ plan: 'Pro', amount: 4900, currency: 'usd', status: 'active', ends_on: '2027-01-01' }],
    })
    expect([byKey?.totalPrice, byTime?.totalPrice, major?.totalPrice]).toEqual([
      { minor: 4900, currency: 'USD' },
      { minor: 4900, currency: 'USD' },
      { minor: 490000, currency: 'USD' },
    ])
  })

  test('siblings of one kind under keys that name them, and a list of one inside its wrapper', () => {
    const body = {
      editors: { filled_editor_seats: 9, total_editor_seats: 12 },
      viewers: { filled_viewer_seats: 2, total_viewer_seats: 50 },
    }
    expect(
      fields(body, 'https://console.orbita.example/api/team/seats').map(({ seatsPurchased, seatsAssigned }) => [
        seatsPurchased,
        seatsAssigned,
      ]),
    ).toEqual([
      [12, 9],
      [50, 2],
    ])
    const wrapped = { value: [{ skuCode: 'PRO_A', totalLicenses: 25, consumedUnits: 14, state: 'Enabled' }] }
    expect(fields(wrapped, 'https://console.orbita.example/licenses')).toMatchObject([
      { sku: 'PRO_A', seatsPurchased: 25, seatsAssigned: 14, status: 'active' },
    ])
  })

  test("the account's own plan, with the console named by its host and nothing else guessed", () => {
    const [row] = read(
      { organization: { id: 5, name: 'Fabrikam', plan: 'business', created_at: '2020-01-01' } },
      'https://api.orbita.example/org',
    )
    expect(row?.fields).toEqual({ plan: 'business', product: 'Orbita' })
    expect(row?.where.product).toEqual({ locator: 'host of the page', excerpt: 'api.orbita.example' })
    expect(row?.where.plan).toEqual({ locator: '$.organization.plan', excerpt: 'business' })
  })

  test('a state that nobody knows is unknown, and its own word stays in the excerpt', () => {
    const [row] = read({ licenses: [{ product: 'Kiln', seats: 5, status: 'sparkling' }] })
    expect([row?.fields.status, row?.where.status?.excerpt]).toEqual(['unknown', 'sparkling'])
  })

  test('an ambiguous date is asked, with both readings, unless other dates of the file decide', () => {
    const [asked] = rowsOf('Product,Seats,Expires\nKiln,5,03/04/2027\n')
    expect(asked).toMatchObject({
      fields: { product: 'Kiln', seatsPurchased: 5 },
      open: { endsOn: ['2027-04-03', '2027-03-04'] },
      where: { endsOn: { excerpt: '03/04/2027' } },
    })
    expect(asked?.fields).not.toHaveProperty('endsOn')
    expect(csv('Product,Seats,Expires\nKiln,5,03/04/2027\nWell,6,23/04/2027\n')[0]).toMatchObject({
      endsOn: '2027-04-03',
    })
    expect(csv('Product,Seats,Starts,Expires\nKiln,5,04/23/2026,03/04/2027\n')[0]).toMatchObject({
      endsOn: '2027-03-04',
    })
    expect(csv('Produkt,Lizenzen,Läuft ab\nKiln,5,03/04/2027\n')[0]).toMatchObject({ endsOn: '2027-04-03' })
  })
})

describe('the other kinds', () => {
  test('people with their state and last use; machines are nobody', () => {
    const users = [
      {
        id: 'u1',
        email: 'ann@client.example',
        given_name: 'Ann',
        family_name: 'Lee',
        suspended: false,
        lastLoginTime: '2026-11-01T10:00:00Z',
        isBot: false,
      },
      {
        id: 'u2',
        email: 'sync@client.example',
        given_name: 'Sync',
        family_name: 'Bot',
        suspended: false,
        lastLoginTime: '2026-11-01T10:00:00Z',
        isBot: true,
      },
    ]
    expect(fields({ users })).toEqual([
      {
        type: 'assignment',
        person: 'Ann Lee',
        email: 'ann@client.example',
        accountId: 'u1',
        status: 'active',
        lastActiveOn: '2026-11-01',
        product: 'Orbita',
      },
    ])
  })

  test('several products in one cell are several seats; none is none', () => {
    const rows = csv(
      'Display name,User principal name,Licenses\nAnn Lee,ann@client.example,Kiln Pro+Well\nBo Ek,bo@client.example,Unlicensed\n',
    )
    expect(rows.map(({ email, product }) => [email, product])).toEqual([
      ['ann@client.example', 'Kiln Pro'],
      ['ann@client.example', 'Well'],
    ])
  })

  test('invoices by number, with the total before tax and parts', () => {
    const body = {
      items: [
        {
          number: 'INV-7',
          invoice_date: '2026-10-01',
          due_date: '2026-10-31',
          subtotal: 100,
          tax_amount: 20,
          total: 120.5,
          currency: 'GBP',
          status: 'Unpaid',
        },
      ],
    }
    expect(fields(body, 'https://console.orbita.example/billing/invoices')).toEqual([
      {
        type: 'invoice',
        number: 'INV-7',
        issuedOn: '2026-10-01',
        dueOn: '2026-10-31',
        total: { minor: 12050, currency: 'GBP' },
        status: 'open',
      },
    ])
  })

  test('domains, certificates and products of a sign-on list', () => {
    expect(
      fields({ domains: [{ domain: 'client.example', expires_at: '2027-02-03', auto_renew: false, locked: true }] }),
    ).toEqual([{ type: 'domain', name: 'client.example', expiresOn: '2027-02-03', autoRenews: false, locked: true }])
    expect(
      fields({
        certificates: [
          { subject: 'CN=www.client.example, O=Client', issuer: "CN=R11, O=Let's Encrypt", not_after: '2027-01-01' },
        ],
      }),
    ).toEqual([{ type: 'certificate', subject: 'www.client.example', issuer: 'R11', endsOn: '2027-01-01' }])
    expect(
      fields({
        applications: [
          {
            clientId: 'a1',
            displayName: 'Kiln',
            signOnMode: 'SAML_2_0',
            status: 'ACTIVE',
            redirectUris: ['https://kiln.example/cb'],
          },
        ],
      }),
    ).toMatchObject([{ type: 'product', name: 'Kiln', status: 'active' }])
  })

  test('security settings: of the organization, not of a person', () => {
    expect(fields({ settings: { two_factor_requirement_enabled: true, saml: { enabled: false } } })).toMatchObject([
      { type: 'control', area: 'mfa', state: 'enforced' },
      { type: 'control', area: 'sso', state: 'disabled' },
    ])
    expect(fields({ profile: { username: 'ann', two_factor_enabled: true } })).toEqual([])
  })

  test('what lies inside a row that was read is part of it', () => {
    const invoice = (number: string) => ({
      number,
      date: '2026-10-01',
      total: 10,
      currency: 'EUR',
      lines: [
        { product: 'Kiln', quantity: 2, price: 4 },
        { product: 'Well', quantity: 1, price: 2 },
      ],
    })
    expect(fields({ invoices: [invoice('A1'), invoice('A2')] }).map(({ type }) => type)).toEqual(['invoice', 'invoice'])
  })

  test('keys are natural and stable, also where rows cannot be told apart', () => {
    const keys = (rows: unknown[]) => read({ subscriptions: rows }).map(({ key }) => key)
    const row = { plan: 'Pro', seats: 5, status: 'active' }
    expect(
      keys([
        { subscriptionId: 's-1', ...row },
        { subscriptionId: 's-2', ...row },
      ]),
    ).toEqual(['s-1', 's-2'])
    expect(keys([row, row])).toEqual(['Orbita · Pro', 'Orbita · Pro #2'])
  })
})

const distractors: [string, unknown, string?][] = [
  [
    'a catalogue',
    {
      products: [
        { id: 1, name: 'Kiln', sku: 'K1', price: '9.99', inventory: 4 },
        { id: 2, name: 'Well', sku: 'W1', price: '19.99', inventory: 0 },
      ],
    },
  ],
  [
    'a price list',
    {
      plans: [
        { name: 'Pro', price: { hourly: 0.1, monthly: 7 }, included: 3 },
        { name: 'Max', price: { hourly: 0.2, monthly: 14 }, included: 9 },
      ],
    },
  ],
  ['offers', { offers: [{ id: 'o1', name: 'Kiln Pro', minimumQuantity: 1, maximumQuantity: 300, country: 'US' }] }],
  [
    'webhooks',
    { webhook_subscriptions: [{ id: 1, url: 'https://x.example/hook', status: 'active', created_at: '2026-01-01' }] },
  ],
  [
    'feature flags',
    {
      features: [
        { key: 'new-nav', enabled: true },
        { key: 'beta', enabled: false },
      ],
    },
  ],
  [
    'a log',
    {
      events: [
        { id: 1, actor: { email: 'ann@client.example', name: 'Ann' }, action: 'login', created_at: '2026-01-01' },
      ],
    },
  ],
  ['API keys', { api_keys: [{ id: 1, name: 'CI', last_used_at: '2026-01-01', expires_at: '2027-01-01' }] }],
  [
    'tasks',
    {
      tasks: [
        {
          id: 1,
          name: 'Write',
          assignee: { name: 'Ann', email: 'ann@client.example' },
          due_on: '2026-01-01',
          status: 'open',
        },
      ],
    },
  ],
  [
    'orders of a shop',
    {
      orders: [
        {
          id: 1,
          number: 77,
          email: 'x@y.example',
          total_price: '20.00',
          currency: 'EUR',
          created_at: '2026-01-01',
          status: 'open',
        },
      ],
    },
  ],
  [
    'customers',
    {
      customers: [
        { id: 1, email: 'x@y.example', first_name: 'X', last_name: 'Y', state: 'enabled', total_spent: '5.00' },
      ],
    },
  ],
  [
    'posts',
    {
      posts: [
        {
          id: 1,
          title: 'Renewals explained',
          author: { name: 'Ann' },
          published_at: '2026-01-01',
          status: 'published',
        },
      ],
    },
  ],
  [
    'lines of an invoice',
    { data: [{ label: 'Kiln', quantity: 2, unit_price: '4.00', amount: 8, from: '2026-01-01', to: '2026-02-01' }] },
    'https://console.orbita.example/invoices/12/items',
  ],
  [
    'DNS records',
    { records: [{ id: 1, name: 'www', type: 'CNAME', content: 'client.example', ttl: 300 }] },
    'https://console.orbita.example/zones/client.example/records',
  ],
  [
    'tickets of a bus',
    [
      {
        id: 'b1',
        from: 'A',
        to: 'B',
        date: '2026-08-19',
        price: 12,
        totalSeats: 30,
        bookedSeats: 23,
        remainingSeats: 7,
      },
    ],
    'https://x.example/bus/schedules',
  ],
  ['an answer that failed', { ok: false, plan: 'pro', seats: 5, users: [{ email: 'a@b.example', status: 'active' }] }],
  ['nothing', { data: [] }],
]

test.each(distractors)('%s yields nothing', (_name, body, url) => expect(fields(body, url)).toEqual([]))
