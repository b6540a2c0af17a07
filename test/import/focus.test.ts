import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sumOf } from '../../extension/import/dry-run.ts'
import { costOf, isExact, Rounding } from '../../extension/import/exact-cost.ts'
import { createClient } from '../../extension/records/clients.ts'
import { moneyOf } from '../../extension/ui/value-text.ts'
import { beliefsOf } from '../../shared/inventory/belief.ts'
import { spendOf } from '../../shared/inventory/spend/lines.ts'
import { freshDatabase } from '../support/device.ts'
import { importFile, rowsOf, sheetOf, verdictsOf } from '../support/imported.ts'

const header =
  'BillingCurrency,BilledCost,EffectiveCost,ChargeCategory,ChargeFrequency,ChargeDescription,SkuId,InvoiceId,InvoiceIssuerName,ProviderName,PublisherName,PricingQuantity,PricingUnit,ConsumedQuantity,ConsumedUnit,BillingPeriodStart,BillingPeriodEnd,ChargePeriodStart,ChargePeriodEnd'
const month = '2026-03-01T00:00:00Z,2026-04-01T00:00:00Z'
const row = (cost: string, over: Partial<Record<'text' | 'invoice' | 'sku' | 'period' | 'currency', string>> = {}) =>
  [
    over.currency ?? 'USD',
    cost,
    cost,
    'Usage',
    'Usage-Based',
    over.text ?? 'Queries',
    over.sku ?? 'Q-1',
    over.invoice ?? 'INV-3',
    'Cloud Inc',
    'Cloud',
    'Cloud',
    'null',
    'null',
    '12.5',
    'GB',
    month,
    over.period ?? month,
  ].join(',')
const file = (...rows: string[]) => `${header}\n${rows.join('\n')}\n`

const fresh = async () => {
  const db = freshDatabase()
  return { db, client: await createClient(db, 'Contoso') }
}
const charges = async (db: ReturnType<typeof freshDatabase>) =>
  beliefsOf(await db.records.toArray()).charge.map(({ values }) => values)

describe('a file in FOCUS columns', () => {
  test('is charges, each column its field; what says null is not there', async () => {
    const reading = await sheetOf(file(row('12.50', { period: '2026-03-05T05:00:00Z,2026-03-05T06:00:00Z' })))
    expect(reading.type).toBe('charge')
    expect(reading.records[0]?.map(({ fields }) => fields)).toEqual([
      {
        invoiceId: 'INV-3',
        invoiceIssuer: 'Cloud Inc',
        provider: 'Cloud',
        publisher: 'Cloud',
        description: 'Queries',
        skuId: 'Q-1',
        category: 'usage',
        frequency: 'usage-based',
        billedCost: { minor: 1_250, currency: 'USD' },
        effectiveCost: { minor: 1_250, currency: 'USD' },
        quantity: 12.5,
        unit: 'GB',
        billingPeriodStart: '2026-03-01',
        billingPeriodEnd: '2026-04-01',
        chargePeriodStart: '2026-03-05',
        // It ends within the day, which it covers.
        chargePeriodEnd: '2026-03-06',
      },
    ])
  })

  test('is recognized by its names, in any order and also as they are displayed; another list of costs is not', async () => {
    const typeOf = async (text: string) => (await sheetOf(text)).type
    expect(await typeOf('Billed Cost,Billing Currency,Charge Period Start\n1,EUR,2026-01-01\n')).toBe('charge')
    expect(await typeOf('ChargeCategory,EffectiveCost,BillingCurrency\nTax,0.10,EUR\n')).toBe('charge')
    expect(await typeOf('Cost,Currency,Period start\n1,EUR,2026-01-01\n')).not.toBe('charge')
  })

  test('the same file twice changes nothing; a corrected cost changes its charge', async () => {
    const { db, client } = await fresh()
    const text = file(row('12.50'), row('0.10', { text: 'Storage', sku: 'S-1' }), row('0.004'), row('0.004'))
    expect(await importFile(db, client, text)).toBe(4)
    expect(sumOf(await verdictsOf(db, client, text))).toMatchObject({ new: 0, changed: 0, same: 4 })
    expect(await importFile(db, client, text)).toBe(0)
    expect(sumOf(await verdictsOf(db, client, text.replace('0.10,0.10', '0.20,0.20')))).toMatchObject({
      new: 0,
      changed: 1,
      same: 3,
    })
  })

  test('two charges that are alike are two, and a sum of tiny costs does not drift', async () => {
    const { db, client } = await fresh()
    const tiny = Array.from({ length: 1_000 }, () => row('0.004'))
    await importFile(db, client, file(...tiny, row('5.00', { text: 'Base' }), row('0.004', { invoice: 'INV-4' })))
    const all = await charges(db)
    expect(all).toHaveLength(1_002)
    const of = (bill: string) =>
      all.flatMap(({ invoiceId, billedCost }) => (invoiceId === bill ? (billedCost?.minor ?? 0) : []))
    // 1000 × 0.004 + 5; each rounded by itself would be 5.00, as 0.4 cents are none.
    expect(of('INV-3').reduce((sum, minor) => sum + minor, 0)).toBe(900)
    expect(of('INV-4')).toEqual([0])
    expect(all.find(({ description }) => description === 'Base')?.billedCost).toEqual({ minor: 500, currency: 'USD' })
  })

  test('what is rounded is said row by row, and stands in the evidence as it was', async () => {
    const rows = await rowsOf(file(row('1.0149'), row('2.50')))
    expect(rows.map(({ rounded }) => rounded)).toEqual([
      [
        { field: 'billedCost', raw: '1.0149', kept: { minor: 101, currency: 'USD' } },
        { field: 'effectiveCost', raw: '1.0149', kept: { minor: 101, currency: 'USD' } },
      ],
      [],
    ])
  })

  test('amounts have the minor unit of their currency; without one they are in no total', async () => {
    const { db, client } = await fresh()
    await importFile(
      db,
      client,
      file(row('1200', { currency: 'JPY' }), row('1.234', { currency: 'KWD' }), row('2', { currency: 'Tokens' })),
    )
    expect((await charges(db)).map(({ billedCost }) => billedCost)).toEqual(
      expect.arrayContaining([
        { minor: 1_200, currency: 'JPY' },
        { minor: 1_234, currency: 'KWD' },
        { minor: 200, currency: null },
      ]),
    )
  })

  test('a charge that was told before its bill is the one that the bill names', async () => {
    const { db, client } = await fresh()
    expect(await importFile(db, client, file(row('3.00', { invoice: '' })))).toBe(1)
    const billed = file(row('3.10', { invoice: 'INV-9' }))
    expect(sumOf(await verdictsOf(db, client, billed))).toMatchObject({ new: 0, changed: 1 })
    await importFile(db, client, billed)
    expect(await charges(db)).toMatchObject([{ invoiceId: 'INV-9', billedCost: { minor: 310 } }])
    expect(sumOf(await verdictsOf(db, client, billed))).toMatchObject({ same: 1 })
  })

  test('a broken row is told and harms no other', async () => {
    const rows = await rowsOf(file(row('abc'), row('1e9999'), row('9'.repeat(80)), row('7.00')))
    expect(rows.map(({ records }) => moneyOf(records[0]?.fields.billedCost)?.minor)).toEqual([
      undefined,
      undefined,
      undefined,
      700,
    ])
    expect(rows.map(({ faults }) => faults.map(({ field }) => field))).toEqual([
      ['billedCost', 'effectiveCost'],
      ['billedCost', 'effectiveCost'],
      ['billedCost', 'effectiveCost'],
      [],
    ])
  })

  test('written as its own samples are: with a currency sign and groups of thousands', async () => {
    const rows = await rowsOf(file(row('"$10,000.00 "')))
    expect(rows[0]?.records[0]?.fields.billedCost).toEqual({ minor: 1_000_000, currency: 'USD' })
  })
})

const decimals = fc
  .tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.integer({ min: 0, max: 12 }))
  .map(([units, scale]) => ({ units, scale }))

describe('exact costs', () => {
  test.each([
    ['12.5', 125n, 1],
    ['-0.004', -4n, 3],
    ['35.2E-7', 352n, 8],
    ['1e3', 1_000n, 0],
    ['007', 7n, 0],
  ])('%s', (text, units, scale) => {
    expect(costOf(text, 'en')).toEqual({ units, scale })
  })
  test.each(['', 'abc', '1.2.3', '--1', '1e99', 'NaN', 'Infinity', `0.${'1'.repeat(50)}`])('%s is none', (text) => {
    expect(costOf(text, 'en')).toBeUndefined()
  })

  test('the amounts of a bill are the bill, however many and in whatever order; what is exact stays itself', () => {
    fc.assert(
      fc.property(fc.array(decimals, { maxLength: 60 }), fc.constantFrom('EUR', 'JPY', 'KWD'), (costs, currency) => {
        const exponent = { EUR: 2, JPY: 0, KWD: 3 }[currency] ?? 2
        const rounding = new Rounding()
        const amounts = costs.map((cost) => rounding.next('bill', cost, currency)?.minor ?? 0)
        // The oracle: the whole sum in units of 10^-12 of the minor unit.
        const fine = 10n ** 12n
        const exact = costs.reduce((sum, { units, scale }) => sum + units * 10n ** BigInt(12 - scale + exponent), 0n)
        const kept = amounts.reduce((sum, minor) => sum + BigInt(minor), 0n) * fine
        const off = exact - kept
        expect(2n * (off < 0n ? -off : off) <= fine).toBe(true)
        for (const [at, cost] of costs.entries())
          if (cost.scale <= exponent) expect(isExact(cost, { minor: amounts[at] ?? 0, currency })).toBe(true)
      }),
    )
  })
})

describe('a plain list of bill lines', () => {
  const lists = {
    English: `Invoice number,Invoice date,Vendor,Description,Quantity,Unit price,Amount,Currency
INV-1,2026-03-05,Slack,Slack Pro,10,8.00,80.00,EUR
INV-1,2026-03-05,Slack,Guests,2,1.00,2.00,EUR
`,
    German: `Rechnungsnummer;Rechnungsdatum;Lieferant;Beschreibung;Menge;Einzelpreis;Betrag;Währung
INV-1;05.03.2026;Slack;Slack Pro;10;8,00;80,00;EUR
INV-1;05.03.2026;Slack;Guests;2;1,00;2,00;EUR
`,
    French: `Numéro de facture;Date de facture;Fournisseur;Description;Quantité;Montant;Devise
INV-1;05/03/2026;Slack;Slack Pro;10;80,00;EUR
INV-1;05/03/2026;Slack;Guests;2;2,00;EUR
`,
    Spanish: `Número de factura;Fecha;Proveedor;Descripción;Cantidad;Importe;Moneda
INV-1;05/03/2026;Slack;Slack Pro;10;80,00;EUR
INV-1;05/03/2026;Slack;Guests;2;2,00;EUR
`,
  }
  test.each(Object.entries(lists))('in %s is charges of one bill', async (_, text) => {
    const rows = await rowsOf(text, { orders: { 1: 'dmy' } })
    expect(rows.map(({ records }) => records.map(({ type, fields, vendor }) => ({ type, vendor, ...fields })))).toEqual(
      [
        [
          {
            type: 'charge',
            vendor: 'Slack',
            publisher: 'Slack',
            invoiceId: 'INV-1',
            description: 'Slack Pro',
            billedOn: '2026-03-05',
            quantity: 10,
            billedCost: { minor: 8_000, currency: 'EUR' },
          },
        ],
        [
          {
            type: 'charge',
            vendor: 'Slack',
            publisher: 'Slack',
            invoiceId: 'INV-1',
            description: 'Guests',
            billedOn: '2026-03-05',
            quantity: 2,
            billedCost: { minor: 200, currency: 'EUR' },
          },
        ],
      ],
    )
  })

  test('where every bill has one row it is a list of bills, as before', async () => {
    const bills = lists.English.replace('INV-1,2026-03-05,Slack,Guests', 'INV-2,2026-04-05,Slack,Guests')
    expect((await sheetOf(bills)).type).toBe('invoice')
  })

  test('is spent once beside the bill itself', async () => {
    const { db, client } = await fresh()
    await importFile(db, client, lists.English)
    await importFile(db, client, 'Invoice number,Invoice date,Total,Status\nINV-1,2026-03-05,82.00 EUR,Paid\n', {
      from: 'Slack',
    })
    const { charge, invoice } = beliefsOf(await db.records.toArray())
    const { lines, gaps } = spendOf(charge, invoice, (said) => said.toLowerCase().replace('.com', ''))
    expect(lines.map(({ billed }) => billed.minor).sort()).toEqual([200, 8_000])
    expect(gaps).toEqual([])
  })
})
