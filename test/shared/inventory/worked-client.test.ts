import { describe, expect, test } from 'vitest'
import type { FindingKind } from '../../../shared/inventory/findings/finding.ts'
import { Inventory } from '../../../shared/inventory/inventory.ts'
import { priceHistory } from '../../../shared/inventory/money/price-history.ts'
import { pricedOf } from '../../../shared/inventory/money/priced.ts'
import { Rates } from '../../../shared/inventory/money/rates.ts'
import { namesFrom } from '../../../shared/inventory/names.ts'
import { risesFrom } from '../../../shared/inventory/rises.ts'
import { billedAgainst, billedOf, paidButNotInInventory } from '../../../shared/inventory/spend/billed.ts'
import { forecastOf } from '../../../shared/inventory/spend/forecast.ts'
import { spendOf } from '../../../shared/inventory/spend/lines.ts'
import { headings, sharesOf } from '../../../shared/inventory/spend/look-back.ts'
import { matchLines } from '../../../shared/inventory/spend/matching.ts'
import { resolveVendor } from '../../../shared/vendor-directory/index.ts'
import { isIncludedIn } from '../../../shared/vendor-directory/microsoft-plans.ts'
import * as worked from '../../support/worked-client.ts'

const { today } = worked
const rates = new Rates(worked.rates)
const names = namesFrom([], resolveVendor)
const inventory = new Inventory(worked.records, {
  today,
  client: worked.client,
  names,
  rates,
  isIncluded: isIncludedIn,
  risesOf: (id) => risesFrom(priceHistory(worked.observations.get(id) ?? [], []), today),
})
const wish = { currency: 'EUR', rates }
const { beliefs } = inventory
const products = new Map(worked.lines.map(({ product }) => [worked.idOf(product), product]))
const nameOf = (id: string) => products.get(id) ?? id
/** 1,234.50 as it is written by hand, in hundredths. */
const cents = (amount: number) => BigInt(Math.round(amount * 100))

test('sixty subscriptions of twelve vendors in three currencies, with bills of 24 months', () => {
  expect(beliefs.subscription).toHaveLength(60)
  expect(new Set(beliefs.subscription.map(({ vendor }) => names.vendor(vendor).key)).size).toBe(12)
  const months = new Set(beliefs.charge.map(({ values }) => values.billingPeriodStart?.slice(0, 7)))
  expect([months.size, [...months].sort()[0], [...months].sort().at(-1)]).toEqual([24, '2024-12', '2026-11'])
})

describe('what runs costs a year', () => {
  /** Seats × price × 12, or × 1 where the price is a year's. In the currency of the vendor. */
  const byHand: Record<string, number> = {
    // Microsoft 46,320: 100 × 20 × 12, 40 × 36 × 12, 30 × 9 × 12, 10 × 15 × 12
    'Microsoft 365 Business Premium': 24_000,
    'Microsoft 365 E3': 17_280,
    'Power BI Pro': 3_240,
    'Visio Plan 2': 1_800,
    // Google 16,500: 50 × 200, 20 × 250, 10 × 10 × 12, 5 × 5 × 12
    'Google Workspace Business Plus': 10_000,
    'Google Workspace Enterprise Standard': 5_000,
    'Google Voice Starter': 1_200,
    'AppSheet Core': 300,
    // Slack 26,400: 150 × 8 × 12, 40 × 15 × 12, 40 × 10 × 12
    'Slack Pro': 14_400,
    'Slack Business+': 7_200,
    'Slack AI': 4_800,
    // Zoom 23,630: 80 × 150, 20 × 220, 30 × 10 × 12, as billed, 5 × 49 × 12
    'Zoom Workplace Pro': 12_000,
    'Zoom Workplace Business': 4_400,
    'Zoom Phone': 3_600,
    'Zoom Webinars': 690,
    'Zoom Rooms': 2_940,
    // GitHub 38,418: 60 × 21 × 12, 44 × 19 × 12, 20 × 49 × 12, 125.50 × 12
    'GitHub Enterprise': 15_120,
    'GitHub Copilot Business': 10_032,
    'GitHub Advanced Security': 11_760,
    'GitHub Actions': 1_506,
    // Atlassian 25,500: as billed, 100 × 6 × 12, 15 × 20 × 12, 25 × 3 × 12, 100 × 4 × 12
    Jira: 9_000,
    Confluence: 7_200,
    'Jira Service Management': 3_600,
    Bitbucket: 900,
    'Atlassian Guard': 4_800,
    // Adobe 24,576: 12 × 70 × 12, 50 × 18 × 12, 6 × 38 × 12, 80 × 12
    'Creative Cloud All Apps': 10_080,
    'Acrobat Pro': 10_800,
    Photoshop: 2_736,
    'Adobe Stock': 960,
    // Salesforce 100,200: 30 × 1,980, 10 × 1,980, 20 × 300, as billed
    'Sales Cloud Enterprise': 59_400,
    'Service Cloud Enterprise': 19_800,
    'Salesforce Platform': 6_000,
    'Account Engagement': 15_000,
    // Cloudflare 9,250.10: 250 × 12, 60 × 7 × 12, 40 × 12, 60 × 12, as billed
    'Cloudflare Business': 3_000,
    'Cloudflare Zero Trust': 5_040,
    'Cloudflare Images': 480,
    'Cloudflare Load Balancing': 720,
    'Cloudflare Registrar': 10.1,
    // 1Password 14,384.40: 120 × 7.99 × 12, 20 × 10 × 12, two packs of ten × 19.95 × 12
    '1Password Business': 11_505.6,
    '1Password Extended Access Management': 2_400,
    '1Password Teams Starter Pack': 478.8,
    // Figma 27,300: 25 × 55 × 12, 30 × 25 × 12, 20 × 5 × 12, 10 × 5 × 12
    'Figma Full': 16_500,
    'Figma Dev': 9_000,
    'Figma Collab': 1_200,
    FigJam: 600,
  }
  /** Yen have no hundredths. Cybozu 1,488,000: 30 × 1,800 × 12, 50 × 900 × 12, 20 × 600 × 12, 5 × 600 × 12, 10 × 1,000 × 12 */
  const yen = {
    'kintone Standard': 648_000,
    Garoon: 540_000,
    'Cybozu Office': 144_000,
    Mailwise: 36_000,
    'kintone Light': 120_000,
  }
  const annual = inventory.annual()

  test('each of them, in its own currency', () => {
    const parts = annual?.parts.map(({ id, money }) => [nameOf(id), money.minor]) ?? []
    expect(Object.fromEntries(parts)).toEqual({
      ...Object.fromEntries(Object.entries(byHand).map(([product, amount]) => [product, cents(amount)])),
      ...Object.fromEntries(Object.entries(yen).map(([product, amount]) => [product, BigInt(amount)])),
    })
  })

  test('together, before and after conversion', () => {
    expect(annual?.original).toEqual([
      // 46,320 + 16,500 + 24,576 + 27,300
      { currency: 'EUR', minor: cents(114_696) },
      { currency: 'JPY', minor: 1_488_000n },
      // 26,400 + 23,630 + 38,418 + 25,500 + 100,200 + 9,250.10 + 14,384.40
      { currency: 'USD', minor: cents(237_782.5) },
    ])
    // 114,696 + 1,488,000 ÷ 160 + 237,782.50 ÷ 1.25 = 114,696 + 9,300 + 190,226
    expect(annual?.minor).toBe(cents(314_222))
    expect(inventory.annualSum).toEqual({ minor: cents(314_222), leftOut: 0 })
  })

  test('and what is not in it, each for its reason; what is free lacks nothing', () => {
    expect(annual?.unpriced.map(({ id, reason }) => [nameOf(id), reason])).toEqual([
      ['Adobe Express', 'no-price'],
      ['Sandbox', 'no-price'],
    ])
    expect(annual?.trials.map(nameOf)).toEqual(['Slack Enterprise Grid'])
    expect(annual?.ended.map(nameOf)).toEqual(['Slack Connect', 'GitHub Team', '1Password Events'])
    expect([annual?.unconfirmed, annual?.leftOut]).toEqual([[], []])
  })
})

describe('what was billed', () => {
  const vendorKey = (said: string) => names.vendor(said).key
  const { lines, notSpend, gaps } = spendOf(beliefs.charge, beliefs.invoice, vendorKey)
  const cash = sharesOf(lines, 'cash', wish)
  const sum = (parts: { minor: bigint }[]) => parts.reduce((all, { minor }) => all + minor, 0n)
  /** A month of all that is billed monthly: 8,308 EUR, 9,290.20 USD and 124,000 JPY, Figma Full at its later price. */
  const monthly = { before: 8_308 + 9_290.2 + 992, after: 8_308 + 7_432.16 + 775 }
  /** Figma Full cost 25 × 10 less a month until April 2026. */
  const less = 250

  test('by month, in the month of the bill, at the rate of its day', () => {
    const byHand: Record<string, number> = {}
    for (let at = 0; at < 24; at++) {
      const month = new Date(Date.UTC(2024, 11 + at)).toISOString().slice(0, 7)
      byHand[month] = (at < 12 ? monthly.before : monthly.after) - (at < 17 ? less : 0)
    }
    const add = (month: string, amount: number) => {
      byHand[month] = (byHand[month] ?? 0) + amount
    }
    // Once a year: a dollar was a euro in the first year, and 80 cents in the second.
    add('2025-02', 100_200)
    add('2026-02', 80_160)
    add('2025-03', 15_000)
    add('2026-03', 15_000)
    add('2025-05', 10.1)
    add('2026-05', 8.08)
    add('2025-06', 17_090)
    add('2026-06', 13_672)
    add('2025-09', 9_000)
    add('2026-09', 7_200)
    // The bill of Dropbox, and 50 dollars that Slack gave back.
    add('2026-10', 120)
    add('2026-11', -40)
    const months = headings(cash.shares, ({ month }) => month)
    expect(months.map(({ key, minor }) => [key, minor])).toEqual(
      Object.entries(byHand).map(([month, amount]) => [month, cents(amount)]),
    )
    // 12 × 18,340.20 + 15,000 + 126,300.10, and 12 × 16,515.16 − 5 × 250 + 15,000 + 101,040.08 + 120 − 40
    expect(sum(months.slice(0, 12))).toBe(cents(361_382.5))
    expect(sum(months.slice(12))).toBe(cents(313_052))
  })

  test('by vendor, over two years', () => {
    expect(headings(cash.shares, ({ line }) => line.vendors[0] ?? '').map(({ key, minor }) => [key, minor])).toEqual(
      [
        ['1password.com', 25_891.92], // 12 × 1,198.70 + 12 × 958.96
        ['adobe.com', 49_152], // 24 × 2,048
        ['atlassian.com', 45_900], // 12 × 1,375 + 12 × 1,100 + 9,000 + 7,200
        ['cloudflare.com', 16_650.18], // 12 × 770 + 12 × 616 + 10.10 + 8.08
        ['cybozu.com', 21_204], // 12 × 992 + 12 × 775
        ['dropbox.com', 120],
        ['figma.com', 50_350], // 24 × 2,275 − 17 × 250
        ['github.com', 69_152.4], // 12 × 3,201.50 + 12 × 2,561.20
        ['google.com', 33_000], // 24 × 125 + 2 × 15,000
        ['microsoft.com', 92_640], // 24 × 3,860
        ['salesforce.com', 180_360], // 100,200 + 80,160
        ['slack.com', 47_480], // 12 × 2,200 + 12 × 1,760 − 40
        ['zoom.us', 42_534], // 12 × 545 + 12 × 436 + 17,090 + 13,672
      ].map(([vendor, amount]) => [vendor, cents(Number(amount))]),
    )
    expect(sum(cash.shares.map(({ minor = 0n }) => ({ minor })))).toBe(cents(674_434.5))
  })

  test('spread over the days it covers it is the same money in other months', () => {
    const spread = sharesOf(lines, 'spread', wish)
    expect(sum(spread.shares.map(({ minor = 0n }) => ({ minor })))).toBe(cents(674_434.5))
    // Salesforce, February 2026: 28 of 365 days of 80,160, and of the year before nothing any more.
    const [february] = headings(
      spread.shares.filter(({ line, month }) => line.vendors[0] === 'salesforce.com' && month === '2026-02'),
      ({ month }) => month,
    )
    const share = (80_160 * 28) / 365
    expect(Math.abs(Number(february?.minor ?? 0n) / 100 - share)).toBeLessThan(0.03)
    expect([cash.leftOut, cash.undated, notSpend, gaps]).toEqual([[], [], [], []])
  })

  const matches = matchLines(lines, beliefs.subscription, beliefs.lot, { vendorKey, today })
  test('every line finds the subscription that it pays for, by its name', () => {
    for (const match of matches)
      if (match.line.type === 'charge') {
        expect(match).toMatchObject({ is: 'matched' })
        if (match.is === 'matched') expect(nameOf(match.subscription)).toBe(match.line.description)
      }
  })

  test('billed for as many as were bought; the bill of nobody’s inventory is told', () => {
    const bought = new Map(beliefs.subscription.map(({ id, values }) => [id, values.seatsPurchased]))
    expect(billedAgainst(billedOf(matches, today), (id) => bought.get(id))).toEqual([])
    expect(paidButNotInInventory(matches)).toMatchObject([
      { vendor: 'dropbox.com', sums: [{ currency: 'EUR', minor: cents(120) }], lastOn: '2026-10-15' },
    ])
  })

  test('the next twelve months cost what a year costs, each bill in its month', () => {
    const { lot, decision } = beliefs
    const subscriptions = pricedOf(inventory.entitlements.map(({ entitlement }) => entitlement))
    const { months, leftOut, notForecast } = forecastOf(
      { subscriptions, lots: lot, decisions: decision },
      { today, first: '2026-12', ...wish },
    )
    const all = months.map(({ month, cash }) => [month, cash.sure + cash['if-renewed']])
    const once: Record<string, number> = {
      '2027-02': 80_160,
      '2027-03': 15_000,
      '2027-05': 8.08,
      '2027-06': 13_672,
      '2027-09': 7_200,
    }
    // Figma’s contract ends in April 2027 for good: from May on its 2,275 a month are gone. What is canceled is paid until
    // it ends: Slack Connect 20 × 5 dollars until June, 1Password Events 5 × 4 until September.
    const canceled = (month: string) => (month <= '2027-06' ? 80 : 0) + (month <= '2027-09' ? 16 : 0)
    expect(all).toEqual(
      months.map(({ month }) => [
        month,
        cents(monthly.after + (once[month] ?? 0) + canceled(month) - (month >= '2027-05' ? 2_275 : 0)),
      ]),
    )
    expect(leftOut).toEqual([])
    expect(notForecast.map(({ id, reason }) => [nameOf(id), reason])).toEqual([
      ['Adobe Express', 'no-price'],
      ['Sandbox', 'no-price'],
      ['Slack Enterprise Grid', 'trial'],
    ])
  })
})

describe('where it stands', () => {
  const positionOf = (product: string) =>
    inventory.entitlements.find(({ entitlement }) => entitlement.product.name === product)?.position

  test('bought, given, billed and free, each with its own day', () => {
    expect(positionOf('Microsoft 365 Business Premium')).toEqual({
      purchased: { count: 100, from: 'shown', asOf: '2026-11-30' },
      assigned: { count: 92, from: 'shown', asOf: '2026-11-30' },
      billed: { count: 100, from: 'charges', asOf: '2026-11-30' },
      unlimited: false,
      unassigned: 8,
    })
    expect(positionOf('Visio Plan 2')).toMatchObject({ overAssigned: 2 })
    expect(positionOf('Adobe Express')).toEqual({
      assigned: { count: 31, from: 'shown', asOf: '2026-11-30' },
      unlimited: true,
    })
  })
})

describe('what is worth acting on', () => {
  const findings = inventory.findings()
  const of = (kind: FindingKind) =>
    findings.filter((finding) => finding.kind === kind).sort((a, b) => (`${a.product}` < `${b.product}` ? -1 : 1))
  const yearly = (amount: number, currency = 'EUR') => ({ minor: Math.round(amount * 100), currency })

  test('seats that nobody has: how many, what they cost a year, and when they can be given back', () => {
    expect(
      of('unassigned').map(({ product, count, saving }) => [product, count, saving?.yearly, saving?.realizableFrom]),
    ).toEqual([
      ['1Password Business', 10, yearly(958.8, 'USD'), '2027-10-01'],
      ['Acrobat Pro', 6, yearly(1_296), '2027-02-01'],
      ['AppSheet Core', 4, yearly(240), '2027-03-01'],
      ['Confluence', 10, yearly(720, 'USD'), '2027-09-01'],
      ['Creative Cloud All Apps', 2, yearly(1_680), '2027-02-01'],
      ['FigJam', 5, yearly(300), '2027-05-01'],
      ['Figma Full', 4, yearly(2_640), '2027-05-01'],
      ['GitHub Advanced Security', 2, yearly(1_176, 'USD'), '2027-01-01'],
      ['GitHub Enterprise', 5, yearly(1_260, 'USD'), '2027-01-01'],
      ['Google Workspace Enterprise Standard', 5, yearly(1_250), '2027-03-01'],
      ['Jira', 12, yearly(1_080, 'USD'), '2027-09-01'],
      ['Microsoft 365 Business Premium', 8, yearly(1_920), '2027-04-01'],
      ['Power BI Pro', 10, yearly(1_080), '2027-04-01'],
      // Two months before 31 January was yesterday: they are paid for one year more.
      ['Sales Cloud Enterprise', 6, yearly(11_880, 'USD'), '2028-02-01'],
      ['Slack AI', 15, yearly(1_800, 'USD'), '2027-07-01'],
      ['Slack Pro', 10, yearly(960, 'USD'), '2027-07-01'],
      ['Zoom Rooms', 1, yearly(588, 'USD'), '2027-06-01'],
      ['Zoom Workplace Pro', 20, yearly(3_000, 'USD'), '2027-06-01'],
      ['kintone Standard', 2, { minor: 43_200, currency: 'JPY' }, '2027-04-01'],
    ])
    // One price for all of Jira, divided by its seats, is no more than an upper bound.
    expect(
      of('unassigned')
        .filter(({ saving }) => saving?.upTo)
        .map(({ product }) => product),
    ).toEqual(['Jira'])
  })

  test('more in use than bought; free ones apart, with the reason', () => {
    expect(of('over-assigned').map(({ product, count }) => [product, count])).toEqual([['Visio Plan 2', 2]])
    expect(of('free').map(({ product, reason }) => [product, reason])).toEqual([
      ['1Password Families', 'zero-price'],
      ['Cloud Identity Free', 'free-plan'],
      ['Figma View', 'free-plan'],
      ['Power Automate', 'free-sku'],
    ])
  })

  test('renewals that nobody decided about, by the last day to cancel', () => {
    const days = new Map<string, string[]>()
    for (const { on = '', product = '' } of of('renewal-undecided')) days.set(on, [...(days.get(on) ?? []), product])
    expect(Object.fromEntries(days)).toEqual({
      // A month before 31 January is 31 December, a holiday of the client.
      '2026-12-30': ['Acrobat Pro', 'Adobe Express', 'Adobe Stock', 'Creative Cloud All Apps', 'Photoshop'],
      // 30 days before 28 February. Business Plus is decided.
      '2027-01-29': ['AppSheet Core', 'Google Voice Starter', 'Google Workspace Enterprise Standard'],
      // 45 days before 31 March
      '2027-02-14': ['Cybozu Office', 'Garoon', 'Mailwise', 'kintone Light', 'kintone Standard'],
      // A month before 31 March, and three months before 31 May
      '2027-02-28': [
        'Microsoft 365 Business Premium',
        'Microsoft 365 E3',
        'Power BI Pro',
        'Visio Plan 2',
        'Zoom Phone',
        'Zoom Rooms',
        'Zoom Webinars',
        'Zoom Workplace Business',
        'Zoom Workplace Pro',
      ],
    })
    expect(of('renewal-within-notice').map(({ product, on }) => [product, on])).toEqual(
      [
        'Account Engagement',
        'Sales Cloud Enterprise',
        'Salesforce Platform',
        'Sandbox',
        'Service Cloud Enterprise',
      ].map((product) => [product, '2027-02-01']),
    )
  })

  test('people: seats of who left, and what nobody opened', () => {
    expect(of('leaver-licensed').map(({ product, person, saving }) => [product, person, saving?.yearly])).toEqual([
      ['Microsoft 365 E3', 'Ben', yearly(432)], // 36 × 12
      ['Slack Business+', 'Ben', yearly(180, 'USD')], // 15 × 12
    ])
    expect(of('inactive').map(({ product, count, saving }) => [product, count, saving?.yearly])).toEqual([
      ['Creative Cloud All Apps', 1, yearly(840)], // 70 × 12
    ])
  })

  test('a price that rose, a fact that is old, two tools for one job', () => {
    // From 45 to 55 is 22.22 %.
    expect(of('price-rise').map(({ product, count }) => [product, count])).toEqual([['Figma Full', 2_222]])
    // 1 August to 1 December
    expect(of('stale').map(({ product, count }) => [product, count])).toEqual([['kintone Light', 122]])
    expect(
      of('overlap')
        .map(({ reason, vendor }) => [reason, vendor])
        .sort(),
    ).toEqual([
      ['chat', 'Google, Microsoft, Slack'],
      ['code hosting', 'Atlassian, GitHub'],
      ['file sharing', 'Google, Microsoft'],
      ['video meetings', 'Google, Microsoft, Zoom'],
    ])
  })

  test('and nothing else', () => {
    expect(findings).toHaveLength(19 + 1 + 4 + 22 + 5 + 2 + 1 + 1 + 1 + 4)
  })
})
