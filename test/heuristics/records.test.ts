import { describe, expect, test } from 'vitest'
import { tablesFromJson } from '../../extension/heuristics/json.ts'
import { recordsFromTables } from '../../extension/heuristics/records.ts'
import { tablesFromCsv } from '../support/csv.ts'

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
      subscriptions: [{ plan: 'Pro', amount: 4900, currency: 'USD', status: 'active', ends_on: '2027-01-01' }],
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

/** A license list and a bill as a native writer heads them; none is from any console. */
const spoken: [code: string, licenses: string, bills: string][] = [
  [
    'en',
    'Product,Purchased,Assigned,Available,Renewal date,Auto-renew,Status\nKiln,50,42,8,2027-03-01,On,Active',
    'Invoice number,Issue date,Due date,Total,Status\nA/12,2026-10-01,2026-10-31,€10.50,Overdue',
  ],
  [
    'de',
    'Produkt;Gekauft;Zugewiesen;Verfügbar;Nächste Verlängerung;Automatische Verlängerung;Status\nKiln;50;42;8;01.03.2027;Ein;Aktiv',
    'Rechnungsnummer;Rechnungsdatum;Fälligkeitsdatum;Gesamtbetrag;Status\nA/12;01.10.2026;31.10.2026;10,50 €;Überfällig',
  ],
  [
    'fr',
    'Produit;Achetées;Attribuées;Disponibles;Prochain renouvellement;Renouvellement automatique;Statut\nKiln;50;42;8;1er mars 2027;Activé;Actif',
    'N° de facture;Date d’émission;Échéance;Montant TTC;Statut\nA/12;1er octobre 2026;31 octobre 2026;10,50 €;En retard',
  ],
  [
    'es',
    'Producto;Contratadas;Asignadas;Disponibles;Próxima renovación;Renovación automática;Estado\nKiln;50;42;8;1 de marzo de 2027;Sí;Activa',
    'Número de factura;Fecha de emisión;Vencimiento;Importe total;Estado\nA/12;1 de octubre de 2026;31 de octubre de 2026;10,50 €;Vencida',
  ],
  [
    'pt',
    'Produto;Contratadas;Atribuídas;Disponíveis;Próxima renovação;Renovação automática;Situação\nKiln;50;42;8;1º de março de 2027;Sim;Ativo',
    'Número da fatura;Data de emissão;Vencimento;Valor total;Situação\nA/12;01/10/2026;31/10/2026;€ 10,50;Em atraso',
  ],
  [
    'it',
    'Prodotto;Acquistate;Assegnate;Disponibili;Prossimo rinnovo;Rinnovo automatico;Stato\nKiln;50;42;8;1 marzo 2027;Sì;Attivo',
    'Numero fattura;Data emissione;Scadenza;Importo totale;Stato\nA/12;01/10/2026;31/10/2026;10,50 €;In ritardo',
  ],
  [
    'nl',
    'Product;Aangeschaft;Toegewezen;Beschikbaar;Verlengdatum;Automatisch verlengen;Status\nKiln;50;42;8;1 maart 2027;Ja;Actief',
    'Factuurnummer;Factuurdatum;Vervaldatum;Totaalbedrag;Status\nA/12;01-10-2026;31-10-2026;€ 10,50;Achterstallig',
  ],
  [
    'sv',
    'Produkt;Köpta;Tilldelade;Lediga;Förnyas;Automatisk förnyelse;Status\nKiln;50;42;8;2027-03-01;På;Aktiv',
    'Fakturanummer;Fakturadatum;Förfallodatum;Att betala;Status\nA/12;2026-10-01;2026-10-31;10,50 €;Förfallen',
  ],
  [
    'da',
    'Produkt;Købte;Tildelte;Ledige;Fornyes den;Automatisk fornyelse;Status\nKiln;50;42;8;1. marts 2027;Til;Aktiv',
    'Fakturanummer;Fakturadato;Forfaldsdato;I alt;Status\nA/12;1. oktober 2026;31. oktober 2026;10,50 €;Forfalden',
  ],
  [
    'pl',
    'Produkt;Zakupione;Przypisane;Dostępne;Data odnowienia;Automatyczne odnawianie;Stan\nKiln;50;42;8;1 marca 2027;Włączone;Aktywny',
    'Numer faktury;Data wystawienia;Termin płatności;Kwota brutto;Status\nA/12;1 października 2026;31 października 2026;10,50 €;Zaległa',
  ],
  [
    'ja',
    '製品名,購入数,割り当て済み,残り,次回更新日,自動更新,状態\nKiln,50,42,8,2027年3月1日,オン,有効',
    '請求書番号,発行日,支払期限,合計,ステータス\nA/12,2026年10月1日,2026年10月31日,€10.50,延滞',
  ],
  [
    'zh',
    '产品名称,已购买,已分配,可用,续订日期,自动续订,状态\nKiln,50,42,8,2027年3月1日,已开启,正常',
    '发票号码,开票日期,付款截止日期,总金额,状态\nA/12,2026年10月1日,2026年10月31日,€10.50,逾期',
  ],
]

describe.each(spoken)('in twelve languages: %s', (_code, licenses, bills) => {
  test('a license list', () =>
    expect(csv(licenses)).toEqual([
      {
        type: 'subscription',
        product: 'Kiln',
        seatsPurchased: 50,
        seatsAssigned: 42,
        seatsAvailable: 8,
        renewsOn: '2027-03-01',
        autoRenews: true,
        status: 'active',
      },
    ]))

  test('a bill', () =>
    expect(csv(bills)).toEqual([
      {
        type: 'invoice',
        number: 'A/12',
        issuedOn: '2026-10-01',
        dueOn: '2026-10-31',
        total: { minor: 1050, currency: 'EUR' },
        status: 'past-due',
      },
    ]))
})

describe('what stands beside the values', () => {
  test('a sum below the rows is no record, and a dash is no value', () => {
    const rows = csv('Product,Purchased,Assigned,Expires\nKiln,5,3,2027-03-01\nWell,4,1,–\nTotal,9,4,\n')
    expect(rows.map(({ product, endsOn }) => [product, endsOn])).toEqual([
      ['Kiln', '2027-03-01'],
      ['Well', undefined],
    ])
  })

  test("the period in the price's name, and behind the amount", () => {
    const [annual] = csv('Produkt,Pris pr. måned,Fornyes\nKiln,"100,00 kr.",2027-03-01\n', 'da')
    expect([annual?.totalPrice, annual?.billingPeriod]).toEqual([
      { minor: 10000, currency: 'DKK' },
      { count: 1, unit: 'month' },
    ])
    const [billed] = csv('Product,Price,Renews\nKiln,"$690.00 billed annually",2027-03-01\n')
    expect([billed?.totalPrice, billed?.billingPeriod]).toEqual([
      { minor: 69000, currency: 'USD' },
      { count: 1, unit: 'year' },
    ])
    const [each] = csv('Produkt,Preis,Verlängerung\nKiln,"12,00 € / Benutzer / Monat",01.03.2027\n')
    expect([each?.unitPrice, each?.totalPrice, each?.billingPeriod]).toEqual([
      { minor: 1200, currency: 'EUR' },
      undefined,
      { count: 1, unit: 'month' },
    ])
  })

  test('a renewal that is off is off, whatever else the words say', () => {
    const auto = (word: string) => csv(`Product,Purchased,Assigned,Auto-renew\nKiln,5,3,${word}\n`)[0]?.autoRenews
    expect(['On', 'Auto-renew off', 'Renews automatically', 'Manual renewal', 'Will not renew'].map(auto)).toEqual([
      true,
      false,
      true,
      false,
      false,
    ])
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

  test('a list in words is several products, and a name with an ampersand is one', () => {
    const rows = csv(
      'Display name,User principal name,Licenses\nAnn Lee,ann@client.example,"Kiln, Well and Loom"\nBo Ek,bo@client.example,"Ovens, Wells & Looms"\n',
    )
    expect(rows.map(({ product }) => product)).toEqual(['Kiln', 'Well', 'Loom', 'Ovens, Wells & Looms'])
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
