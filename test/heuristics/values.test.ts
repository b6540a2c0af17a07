import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayOf, daysOf, orderOfColumn } from '../../extension/heuristics/values/day.ts'
import { currencyOf, moneyOf } from '../../extension/heuristics/values/money.ts'
import { countOf, decimalOf, pairOf } from '../../extension/heuristics/values/number.ts'
import { emailOf, hostOf, isOpaque, labelOf } from '../../extension/heuristics/values/shape.ts'
import { pairWords, periodOf, statusOf, yesNoOf } from '../../extension/heuristics/values/word.ts'
import { statusWords } from '../../extension/heuristics/vocabulary/language.ts'

describe('numbers', () => {
  test.each([
    ['1,234.50', 'en', '1234.50'],
    ['1.234,50', 'de', '1234.50'],
    ['1 234,50', 'fr', '1234.50'],
    ['1\u202f234,50', 'fr', '1234.50'],
    ['1.234', 'de', '1234'],
    ['1.234', 'en', '1.234'],
    ['12,34,567', 'en-IN', '1234567'],
    ["1'234.50", 'de-CH', '1234.50'],
    ['(12.00)', 'en', '-12.00'],
    ['1,2,3', 'en', undefined],
    ['v2', 'en', undefined],
  ])('%s in %s is %s', (text, lang, decimal) => expect(decimalOf(text, lang)).toBe(decimal))

  test.each([
    ['25', 25],
    ['1,000', 1000],
    ['25 seats', 25],
    ['25席', 25],
    [25, 25],
    ['40 %', undefined],
    ['25 GB', undefined],
    ['12.5', undefined],
    [-1, undefined],
    [1.5, undefined],
  ])('the count in %s is %s', (value, count) => expect(countOf(value, 'en')).toBe(count))

  test('used and whole stand apart from identifiers, dates and shares', () => {
    expect(pairOf('42 of 50', pairWords, 'en')).toEqual({ used: 42, whole: 50 })
    expect(pairOf('42 von 50 Lizenzen', pairWords, 'de')).toEqual({ used: 42, whole: 50 })
    for (const text of [
      '42 licences sur 50',
      '42 (84 %) of 50',
      '42 van de 50',
      '42 ud af 50',
      '50 席中 42 席',
      '50 个席位中的 42 个',
    ])
      expect(pairOf(text, pairWords, 'en'), text).toEqual({ used: 42, whole: 50 })
    expect(pairOf('Seats: 42/50', pairWords, 'en')).toEqual({ used: 42, whole: 50 })
    for (const text of ['331af819-4e0b', '03/04/2027', '10 of 50%', 'step two of three'])
      expect(pairOf(text, pairWords, 'en'), text).toBeUndefined()
  })
})

describe('money', () => {
  test.each([
    ['€12.50', 'en', { minor: 1250, currency: 'EUR' }],
    ['1.234,56 €', 'de', { minor: 123456, currency: 'EUR' }],
    ['USD 8.25 per user', 'en', { minor: 825, currency: 'USD' }],
    ['12,00 € / Monat', 'de', { minor: 1200, currency: 'EUR' }],
    ['¥12,000', 'ja', { minor: 12000, currency: 'JPY' }],
    ['12,000 JPY', 'pt-BR', { minor: 12000, currency: 'JPY' }],
    ['R$ 349,90', 'pt-BR', { minor: 34990, currency: 'BRL' }],
    ['349 kr', 'sv', { minor: 34900, currency: 'SEK' }],
    ['349 kr', 'en', { minor: 34900, currency: null }],
    ['$9', 'en-US', { minor: 900, currency: 'USD' }],
    ['$9', 'en-CA', { minor: 900, currency: null }],
    ['1.234', 'en', { minor: 123400, currency: null }],
    ['free', 'en', undefined],
    ['1 234,56 zł', 'pl', { minor: 123456, currency: 'PLN' }],
    ['(12.00)', 'en', { minor: -1200, currency: null }],
    ['($12.00)', 'en', { minor: -1200, currency: 'USD' }],
    ["CHF 1'200.–", 'de-CH', { minor: 120000, currency: 'CHF' }],
    ['kr 1.200,-', 'da', { minor: 120000, currency: 'DKK' }],
    ['1.200,- kr.', 'da', { minor: 120000, currency: 'DKK' }],
    ['1 200:-', 'sv', { minor: 120000, currency: 'SEK' }],
    ['€ 12,00 per gebruiker per maand', 'nl', { minor: 1200, currency: 'EUR' }],
    ['12,50 zł miesięcznie', 'pl', { minor: 1250, currency: 'PLN' }],
    ['€ 120,00 excl. btw', 'nl', { minor: 12000, currency: 'EUR' }],
    ['1,200円（税込）', 'ja', { minor: 1200, currency: 'JPY' }],
    ['￥1,200.00/年', 'zh', { minor: 120000, currency: 'CNY' }],
    ['USD $8.25', 'en', { minor: 825, currency: 'USD' }],
    ['$1.2k', 'en', undefined],
    ['$10–$20', 'en', undefined],
  ])('%s in %s', (text, lang, money) => expect(moneyOf(text, lang, null)).toEqual(money))

  test('the unit that the key states is exact, and an inexact amount is unknown', () => {
    expect(moneyOf(4990, 'en', 'USD', 'cents')).toEqual({ minor: 4990, currency: 'USD' })
    expect(moneyOf(4_990_000, 'en', 'USD', 'micros')).toEqual({ minor: 499, currency: 'USD' })
    expect(moneyOf(0.1 + 0.2, 'en', 'EUR')).toEqual({ minor: 30, currency: 'EUR' })
    expect(moneyOf(0.0083, 'en', 'USD')).toBeUndefined()
    expect(moneyOf(12.5, 'en', 'JPY')).toBeUndefined()
  })

  test('the price of a pack is neither that of a seat nor of all; a number of months is a period', () => {
    for (const pack of ['$5.00 per 1k seats/yr', '12,00 € / 100 Nutzer', '$3 per 10 users'])
      expect(moneyOf(pack, 'en', null), pack).toBeUndefined()
    for (const price of ['$99.00 per 3 months', '$99.00 / 1 user', '$99.00 / year'])
      expect(moneyOf(price, 'en', null), price).toEqual({ minor: 9900, currency: 'USD' })
  })
})

describe('days', () => {
  test.each([
    ['2027-01-31', 'en', '2027-01-31'],
    ['2027-01-31T23:59:59-05:00', 'en', '2027-01-31'],
    ['2027-01-31 02:06:10', 'en', '2027-01-31'],
    [1798761600, 'en', '2027-01-01'],
    ['1798761600000', 'en', '2027-01-01'],
    ['Jan 31, 2027', 'en', '2027-01-31'],
    ['Thu, 18 Jun 2026 12:05:04 +0000', 'en', '2026-06-18'],
    ['31. Januar 2027', 'de', '2027-01-31'],
    ['31 janvier 2027', 'fr', '2027-01-31'],
    ['31 de enero de 2027', 'es', '2027-01-31'],
    ['31 stycznia 2027', 'pl', '2027-01-31'],
    ['2027年1月31日', 'ja', '2027-01-31'],
    ['31.01.2027', 'en', '2027-01-31'],
    ['03/04/2027', 'en-US', '2027-03-04'],
    ['03/04/2027', 'en-GB', '2027-04-03'],
    ['03/04/2027', 'en', undefined],
    ['03/04/2027', '', undefined],
    ['13/04/2027', 'en', '2027-04-13'],
    ['2027-02-30', 'en', undefined],
    [42, 'en', undefined],
    ['tomorrow', 'en', undefined],
    ['1er mars 2026', 'fr', '2026-03-01'],
    ['1º de março de 2026', 'pt-BR', '2026-03-01'],
    ['1 marca 2026 r.', 'pl', '2026-03-01'],
    ['den 1 mars 2026', 'sv', '2026-03-01'],
    ['1. Mrz. 2026', 'de', '2026-03-01'],
    ['1 mrt. 2026', 'nl', '2026-03-01'],
    ['01-Mar-26', 'en', '2026-03-01'],
    ['01.03.26', 'de', '2026-03-01'],
    ['27/03/01', 'en', undefined],
    ['03/04/27', 'en-GB', '2027-04-03'],
    ['令和8年3月1日', 'ja', '2026-03-01'],
    ['２０２６年３月１日', 'ja', '2026-03-01'],
    ['20260301', 'en', '2026-03-01'],
  ])('%s in "%s" is %s', (value, lang, day) => expect(dayOf(value, lang)).toBe(day))

  test('what can be read in two ways is two days, and never a guess', () => {
    expect(daysOf('03/04/2027', 'en')).toEqual(['2027-04-03', '2027-03-04'])
    expect(daysOf('03/04/2027', 'fr')).toEqual(['2027-04-03'])
    expect(daysOf('04/04/2027', 'en')).toEqual(['2027-04-04'])
    expect(daysOf('25/12/2026', 'en')).toEqual(['2026-12-25'])
    expect(daysOf('03.04.2027', 'en')).toEqual(['2027-04-03'])
  })

  test('a column decides the order of its ambiguous neighbors, unless it contradicts itself', () => {
    expect(orderOfColumn(['03/04/2027', '13/04/2027'], 'en')).toBe('dmy')
    expect(orderOfColumn(['03/04/2027', '04/13/2027'], 'en')).toBe('mdy')
    expect(orderOfColumn(['13/04/2027', '04/13/2027'], 'en-US')).toBeNull()
    expect(orderOfColumn(['03/04/2027'], 'en', 'dmy')).toBe('dmy')
  })
})

describe('words', () => {
  test.each([
    ['monthly', 'en', { count: 1, unit: 'month' }],
    ['every 3 months', 'en', { count: 3, unit: 'month' }],
    ['P1Y', 'en', { count: 1, unit: 'year' }],
    ['12 months', 'en', { count: 1, unit: 'year' }],
    ['vierteljährlich', 'de', { count: 3, unit: 'month' }],
    ['mensuel', 'fr', { count: 1, unit: 'month' }],
    ['whenever', 'en', undefined],
  ])('the period of %s', (text, lang, period) => expect(periodOf(text, lang)).toEqual(period))

  test('statuses keep to the sets that were asked for', () => {
    expect(statusOf('PastDue', ['active', 'past-due'], 'en')).toBe('past-due')
    expect(statusOf('Gekündigt', ['active', 'canceled'], 'de')).toBe('canceled')
    expect(statusOf('Storniert', ['paid', 'void'], 'de')).toBe('void')
    expect(statusOf('期限切れ', ['active', 'expired'], 'ja')).toBe('expired')
    expect(statusOf('sparkling', ['active'], 'en')).toBeUndefined()
  })

  test('yes and no in words, never from other words', () => {
    expect([yesNoOf('On', 'en'), yesNoOf('nein', 'de'), yesNoOf('✓', ''), yesNoOf('maybe', 'en')]).toEqual([
      true,
      false,
      true,
      undefined,
    ])
  })

  test('shapes', () => {
    expect(emailOf('Ann <ann@example.com>')).toBe('ann@example.com')
    expect(emailOf('ann@example')).toBeUndefined()
    expect(hostOf('https://Example.com/')).toBe('example.com')
    expect(hostOf('report.pdf')).toBeUndefined()
    expect(isOpaque('prod_7Kd2QvXw91Lm')).toBe(true)
    expect(isOpaque('kiln_backup')).toBe(false)
    expect(labelOf('n/a')).toBeUndefined()
  })
})

test('no value makes a reader throw, whatever the language is said to be', () => {
  const anything = fc.oneof(fc.string({ maxLength: 300 }), fc.double(), fc.integer(), fc.boolean(), fc.constant(null))
  fc.assert(
    fc.property(
      anything,
      fc.oneof(fc.string({ maxLength: 8 }), fc.constantFrom('en', 'de-DE', 'ja')),
      (value, lang) => {
        dayOf(value, lang)
        moneyOf(value, lang, null)
        countOf(value, lang)
        pairOf(value, pairWords, lang)
        periodOf(value, lang)
        yesNoOf(value, lang)
        statusOf(value, statusWords, lang)
        emailOf(value)
        hostOf(value)
        labelOf(value)
      },
    ),
    { numRuns: 500 },
  )
})

test('a day that is read is a day that exists', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 9999 }),
      fc.nat(99),
      fc.nat(99),
      fc.constantFrom('-', '/', '.'),
      (a, b, c, mark) => {
        for (const text of [`${a}${mark}${b}${mark}${c}`, `${b}${mark}${c}${mark}${a}`]) {
          const day = dayOf(text, 'en-GB')
          if (day !== undefined) expect(new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10)).toBe(day)
        }
      },
    ),
  )
})

test('long hostile texts cost nothing: every pattern is bounded', () => {
  const hostile = [
    '1'.repeat(100_000),
    `${'a.'.repeat(50_000)}@`,
    ' '.repeat(100_000),
    '1,'.repeat(50_000),
    `Jan ${'1 '.repeat(50_000)}`,
  ]
  const start = performance.now()
  for (const text of hostile) {
    dayOf(text, 'en')
    moneyOf(text, 'en', null)
    countOf(text, 'en')
    pairOf(text, pairWords, 'en')
    emailOf(text)
    hostOf(text)
  }
  expect(performance.now() - start).toBeLessThan(500)
})

test('a currency that is named is known in capitals as well', () => {
  expect(['EURO', 'Euro', 'euros', 'eur', 'kr', 'KR', 'Eurofighter'].map(currencyOf)).toEqual([
    ...['EUR', 'EUR', 'EUR', 'EUR'],
    ...[undefined, undefined, undefined],
  ])
})
