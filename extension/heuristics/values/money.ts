import type { Money } from '../../../shared/model/money.ts'
import { exponentOf, moneyFromDecimal } from '../../../shared/model/money.ts'
import { decimalOf, narrow } from './number.ts'
import { periodOf } from './word.ts'

/** Signs that stand for one currency only. `$`, `kr` and `¥` stand for several: the amount is read, its currency is not. */
const signs: [string, string | null][] = [
  ...([
    'US$:USD',
    '$US:USD',
    '$CA:CAD',
    '$AU:AUD',
    'A$:AUD',
    'AU$:AUD',
    'C$:CAD',
    'CA$:CAD',
    'NZ$:NZD',
    'HK$:HKD',
    'NT$:TWD',
    'S$:SGD',
    'MX$:MXN',
    'R$:BRL',
    '£GB:GBP',
    '$NZ:NZD',
    '$HK:HKD',
    '$SG:SGD',
    '$MX:MXN',
    '¥CN:CNY',
  ] as const),
  ...([
    '€:EUR',
    '£:GBP',
    '₹:INR',
    '₩:KRW',
    '₺:TRY',
    '₽:RUB',
    '₴:UAH',
    '₫:VND',
    '₪:ILS',
    '₱:PHP',
    '฿:THB',
    '₦:NGN',
  ] as const),
  ...([
    'zł:PLN',
    'Kč:CZK',
    'Ft:HUF',
    'Fr.:CHF',
    'SFr.:CHF',
    'JP¥:JPY',
    'CN¥:CNY',
    '円:JPY',
    '日元:JPY',
    '美元:USD',
    '欧元:EUR',
    'ドル:USD',
    'ユーロ:EUR',
    '人民币:CNY',
    'RMB:CNY',
    '元:CNY',
    'euros:EUR',
    'euro:EUR',
    'Euro:EUR',
    'Rs.:INR',
    'Rs:INR',
    '$:',
    'kr.:',
    'Kr.:',
    'kr:',
    'Kr:',
    '¥:',
  ] as const),
].map((pair) => {
  const [sign = '', code = ''] = pair.split(':')
  return [sign, code || null]
})

let codes: Set<string> | null = null
/** Is this an ISO 4217 code? The engine's own list. */
export function isCurrency(code: string): boolean {
  codes ??= new Set(Intl.supportedValuesOf('currency'))
  return /^[A-Z]{3}$/.test(code) && codes.has(code)
}

/** "usd" or "EUR" as a column of its own. */
export function currencyOf(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > 40) return undefined
  const code = value.trim().toUpperCase()
  if (isCurrency(code)) return code
  // "EUR (€)", "US Dollar (USD)"
  const inside = /\b([A-Z]{3})\b/.exec(value)?.[1]
  if (inside && isCurrency(inside)) return inside
  const said = value.trim().toLowerCase()
  return signs.find(([sign, named]) => named !== null && sign.toLowerCase() === said)?.[1] ?? undefined
}

export type Minor = 'major' | 'cents' | 'micros'

/** An amount of money as text or number. What is not exact in the currency's own units is not known. */
export function moneyOf(
  value: unknown,
  lang: string,
  currency: string | null,
  unit: Minor = 'major',
): Money | undefined {
  if (typeof value === 'number') return fromNumber(value, currency, unit)
  if (typeof value !== 'string' || value.length > 60 || isOfMany(value)) return undefined
  const { rest, code: stated, sign } = withoutSign(value)
  const code = stated ?? currency ?? signedIn(sign, lang, rest)
  const decimal = decimalOf(rest, lang, exponentOf(code))
  if (decimal === undefined) return undefined
  return unit === 'major' ? moneyFromDecimal(decimal, code) : fromNumber(Number(decimal), code, unit)
}

/** "$5.00 per 1k seats", "12 € / 100 Nutzer": the price of a pack, neither of one seat nor of all; "per 3 months" is a period. */
function isOfMany(text: string): boolean {
  const [, many, scale = '', after = ''] =
    /(?:[/／]\s?|\s(?:per|pro|je|par|por|cada|each|every)\s)(\d[\d.,]{0,9})\s?([km]\b)?([^/,(]{0,20})/i.exec(text) ?? []
  if (many === undefined || (many === '1' && scale === '')) return false
  return scale !== '' || periodOf(`${many}${after}`, '') === undefined
}

function fromNumber(value: number, currency: string | null, unit: Minor): Money | undefined {
  if (!Number.isFinite(value) || Math.abs(value) > 1e12) return undefined
  if (unit === 'micros') return moneyFromDecimal(plain(value / 1e6), currency)
  if (unit === 'cents') return Number.isInteger(value) ? { minor: value, currency } : undefined
  return moneyFromDecimal(plain(value), currency)
}

/** Binary fractions of a JSON number (0.1 + 0.2) are rounded to a tenth of a minor unit before they are judged exact. */
const plain = (value: number): string => String(Number(value.toFixed(6)))

/** Does this text carry a sign or code of a currency? */
export const looksLikeMoney = (text: string): boolean =>
  text.length <= 60 && /\d/.test(text) && mark.test(narrow(text)) && withoutSign(text).found

const swedish = /\d:-$/
/** Anything that could be a sign or a code: most cells have none and need not be taken apart. */
const mark = new RegExp(`[A-Z]{3}|:-|${signs.map(([sign]) => sign.replace(/[.$]/g, String.raw`\$&`)).join('|')}`)

/** The places of signs in their list by one of their letters: most texts have no sign before or behind them. */
const placesBy = (letter: (sign: string) => string): Map<string, number[]> => {
  const places = new Map<string, number[]>()
  for (const [at, [sign]] of signs.entries()) places.set(letter(sign), [...(places.get(letter(sign)) ?? []), at])
  return places
}
const byFirst = placesBy((sign) => sign.charAt(0))
const byLast = placesBy((sign) => sign.charAt(sign.length - 1))

/** Of the signs that an amount begins with, perhaps behind a minus, or ends with, the first of the list. */
function signAround(amount: string): [string, string | null] | undefined {
  const from = amount.startsWith('-') ? 1 : 0
  const before = byFirst.get(amount.charAt(from))?.find((at) => amount.startsWith(signs[at]?.[0] ?? '', from))
  const behind = byLast.get(amount.charAt(amount.length - 1))?.find((at) => amount.endsWith(signs[at]?.[0] ?? ''))
  return signs[Math.min(before ?? signs.length, behind ?? signs.length)]
}

function withoutSign(value: string): { rest: string; code: string | null; sign: string; found: boolean } {
  const [, inBrackets] = /^\((.+)\)$/.exec(narrow(value).trim()) ?? []
  const amount = withoutTail(inBrackets ?? narrow(value).trim())
  const code = /^([A-Z]{3})\s?(?=[\d(−-]|[$€£¥₹]|R\$)|(?<=[\d.,)–-])\s?([A-Z]{3})$/.exec(amount)
  const stated = code?.[1] ?? code?.[2]
  const iso = stated && isCurrency(stated) ? stated : null
  const bare = iso === null ? amount : amount.replace(iso, '').trim()
  const [sign, named] = signAround(bare) ?? (swedish.test(bare) ? ['kr', null] : ['', null])
  // "CHF 1'200.–", "1.200,- kr.", "1 200:-": a dash in place of the decimals.
  const rest = bare
    .replace(sign, '')
    .trim()
    .replace(/[.,:]\s?[-–—]+$/, '')
  return {
    rest: inBrackets === undefined ? rest : `-${rest}`,
    code: iso ?? named,
    sign,
    found: sign !== '' || iso !== null,
  }
}

/** "12,00 € / Monat", "$8.25 per user", "$15 user/month", "99 zł miesięcznie", "€ 12 excl. btw", "1,200円（税込）": the price ends where its basis begins. */
function withoutTail(text: string): string {
  const amount = (text.split(basis)[0] ?? text).replace(/\s?\([^\d()]{1,40}\)$/, '').replace(/\*{1,3}$/, '')
  const words = amount.trim().split(' ')
  const ends = words.findIndex((_, at) => at > 0 && at > words.length - 5 && isTail(words.slice(at)))
  return (ends > 0 ? words.slice(0, ends) : words).join(' ')
}

const basis =
  /\s(?:user|seat|licen[cs]e|member|agent)\s?[/／]|\s?[/／]\s?|\s(?:per|pro|je|par|por|cada|al|alla|ogni|a|à|ao|im|om|i|för|pr\.?|za|na|each|every|every|excl|incl)\s/i
const tax =
  /^(?:incl|excl|inkl|exkl|ex|plus|zzgl|hors|net|netto|brutto|gross|tax|taxes|vat|gst|iva|ivato|mwst|ust|moms|tva|ht|ttc|btw|vat|fra|税込|税抜|税別|含税|不含税)\.?$/i
const isTail = (words: string[]): boolean =>
  words.every((word) => tax.test(word)) ||
  (words.every((word) => !/\d/.test(word)) && words.join('').length > 2 && periodOf(words.join(' '), '') !== undefined)

/** All signs and names of currencies, the longest first: for finding a price within a text. */
export const currencySigns: string[] = signs.map(([sign]) => sign).sort((a, b) => b.length - a.length)

/** Regions with a dollar or peso of their own: there `$` alone does not say which. */
const ownDollar = /-(?:AU|CA|NZ|SG|HK|TW|MX|AR|CL|CO|UY)\b/i

/**
 * What a sign means that several currencies share, by the page's language. `$` is the US dollar wherever the region has no
 * dollar of its own; `¥` and `kr` mean something only in their own languages.
 */
function signedIn(sign: string, lang: string, amount: string): string | null {
  const code = lang.slice(0, 2).toLowerCase()
  if (sign === '$') return ownDollar.test(lang) ? null : 'USD'
  if (sign === '¥' || sign === '￥') {
    // Every locale but the Chinese ones writes the yuan as CN¥ and keeps the bare sign for the yen, which has no decimals.
    return code === 'zh' ? 'CNY' : /[.,]\d{1,2}$/.test(amount) ? null : 'JPY'
  }
  if (sign === 'kr' || sign === 'kr.') return { sv: 'SEK', da: 'DKK', nb: 'NOK', no: 'NOK' }[code] ?? null
  return null
}

/** Digits after the point that the currency does not have: such a number cannot be an amount of it. */
export const fits = (value: number, currency: string | null): boolean =>
  Math.abs(value * 10 ** exponentOf(currency) - Math.round(value * 10 ** exponentOf(currency))) < 1e-6
