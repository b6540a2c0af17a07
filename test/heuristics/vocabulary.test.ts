import { describe, expect, test } from 'vitest'
import { languageOf, lexiconsFor, readLabel } from '../../extension/heuristics/lexicon.ts'
import { languages } from '../../extension/heuristics/vocabulary/index.ts'
import type { Concept } from '../../extension/heuristics/vocabulary/language.ts'
import { wordsOf } from '../../extension/heuristics/words.ts'

/** Meanings of one kind of value within one kind of record: a word for two of them would fill the wrong field. */
const rivals: Concept[][] = [
  ['purchased', 'assigned', 'available'],
  ['start', 'end', 'renew', 'due', 'issued', 'created', 'lastActive'],
  ['product', 'sku', 'issuer', 'registrar', 'currency', 'period'],
  ['given', 'family', 'email', 'login'],
  ['price', 'tax', 'discount', 'subtotal', 'balance'],
]

describe.each(Object.entries(languages))('%s', (_code, language) => {
  test('no word means two fields of one record', () => {
    const phrases = (concept: Concept) =>
      (language.headers[concept] ?? '')
        .split('|')
        .filter(Boolean)
        .map((phrase) => wordsOf(phrase).join(' '))
    const twice = rivals.flatMap((group) => {
      const all = group.flatMap((concept) => [...new Set(phrases(concept))])
      return all.filter((phrase, index) => all.indexOf(phrase) !== index)
    })
    expect(twice).toEqual([])
  })

  test('what an admin page must say can be said', () => {
    const needed: Concept[] = [
      'seat',
      'assigned',
      'available',
      'price',
      'total',
      'start',
      'end',
      'renew',
      'due',
      'status',
      'product',
      'plan',
      'name',
      'email',
      'invoice',
      'domain',
      'license',
      'lastActive',
      'mfa',
    ]
    expect(needed.filter((concept) => !language.headers[concept])).toEqual([])
  })

  test('yes is not no, and no status is both good and bad', () => {
    const set = (list: string | undefined) => new Set((list ?? '').split('|'))
    const both = (a: string | undefined, b: string | undefined) =>
      [...set(a)].filter((word) => word !== '' && set(b).has(word))
    expect(both(language.yes, language.no)).toEqual([])
    expect(both(language.statuses.active, language.statuses.expired)).toEqual([])
    expect(both(language.statuses.active, language.statuses.suspended)).toEqual([])
    expect(both(language.statuses.paid, language.statuses.open)).toEqual([])
    expect(both(language.statuses.enabled, language.statuses.disabled)).toEqual([])
  })
})

describe('labels', () => {
  const meaning = (label: string, code: string | null) => readLabel(label, lexiconsFor(code)).concepts
  test.each([
    ['prepaidUnits', null, ['purchased', 'seat']],
    ['total_seats', null, ['total', 'seat']],
    ['NextBillingDate', null, ['renew']],
    ['isEnrolledIn2Sv', null, ['mfa']],
    ['last-login-at', null, ['lastActive', 'date']],
    ['Rechnungsnummer', 'de', ['invoice']],
    ['Lizenzanzahl', 'de', ['license', 'count']],
    ['utgångsdag', 'sv', ['end']],
    ['Gültig bis', 'de', ['end']],
    ["Date d'expiration", 'fr', ['end']],
    ['Fecha de renovación', 'es', ['renew']],
    ['Data de vencimento', 'pt', ['end']],
    ['割り当て済みライセンス', 'ja', ['assigned', 'license']],
    ['到期日期', 'zh', ['end']],
  ])('%s (%s)', (label, code, concepts) => expect([...meaning(label, code)].sort()).toEqual([...concepts].sort()))

  test('words that mean nothing are counted, so that a strange total is not taken for seats', () => {
    expect(readLabel('total_private_repos', lexiconsFor(null))).toMatchObject({ concepts: ['total'], unknown: 2 })
  })

  test('the labels decide the language where the page lies about it', () => {
    expect(languageOf(['Läuft ab am', 'Lizenzen', 'Benutzer', 'Preis'], 'en')).toBe('de')
    expect(languageOf(['Status', 'Plan'], 'fr')).toBe('fr')
    expect(languageOf([], '')).toBe('en')
  })
})
