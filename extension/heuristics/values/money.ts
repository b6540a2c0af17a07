import type { Money } from '../../../shared/model/money.ts'
import { exponentOf, moneyFromDecimal } from '../../../shared/model/money.ts'
import { decimalOf } from './number.ts'

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
    'S$:SGD',
    'MX$:MXN',
    'R$:BRL',
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
    '￥:',
    '元:CNY',
    '$:',
    'kr.:',
    'kr:',
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
  if (typeof value !== 'string') return undefined
  const code = value.trim().toUpperCase()
  if (isCurrency(code)) return code
  return signs.find(([sign, named]) => named !== null && sign === value.trim())?.[1] ?? undefined
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
  if (typeof value !== 'string' || value.length > 60) return undefined
  const { rest, code: stated, sign } = withoutSign(value)
  const code = stated ?? currency ?? signedIn(sign, lang)
  const decimal = decimalOf(rest, lang, exponentOf(code))
  if (decimal === undefined) return undefined
  return unit === 'major' ? moneyFromDecimal(decimal, code) : fromNumber(Number(decimal), code, unit)
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
export const looksLikeMoney = (text: string): boolean => text.length <= 60 && /\d/.test(text) && withoutSign(text).found

function withoutSign(text: string): { rest: string; code: string | null; sign: string; found: boolean } {
  const trimmed = text.replace(/[\u00a0\u202f]/g, ' ').trim()
  // "12,00 € / Monat", "$8.25 per user": the price ends where its basis begins.
  const amount = trimmed.split(/ ?\/ ?| per | pro | par | por | al | im /i)[0]?.trim() ?? trimmed
  const code = /^([A-Z]{3})\s?(?=[\d-])|(?<=[\d.,-])\s?([A-Z]{3})$/.exec(amount)
  const iso = code?.[1] ?? code?.[2]
  const bare = iso && isCurrency(iso) ? amount.replace(iso, '').trim() : amount
  const sign = signs.find(([mark]) => bare.startsWith(mark) || bare.endsWith(mark) || bare.startsWith(`-${mark}`))
  const rest = (sign ? bare.replace(sign[0], '') : bare).replace(/,-+$|\.-+$/, '').trim()
  const found = Boolean(sign) || (iso !== undefined && isCurrency(iso))
  return { rest, code: (iso && isCurrency(iso) ? iso : null) ?? sign?.[1] ?? null, sign: sign?.[0] ?? '', found }
}

/** Regions with a dollar or peso of their own: there `$` alone does not say which. */
const ownDollar = /-(?:AU|CA|NZ|SG|HK|TW|MX|AR|CL|CO|UY)\b/i

/**
 * What a sign means that several currencies share, by the page's language. `$` is the US dollar wherever the region has no
 * dollar of its own; `¥` and `kr` mean something only in their own languages.
 */
function signedIn(sign: string, lang: string): string | null {
  const code = lang.slice(0, 2).toLowerCase()
  if (sign === '$') return ownDollar.test(lang) ? null : 'USD'
  if (sign === '¥' || sign === '￥') return code === 'ja' ? 'JPY' : code === 'zh' ? 'CNY' : null
  if (sign === 'kr' || sign === 'kr.') return { sv: 'SEK', da: 'DKK', nb: 'NOK', no: 'NOK' }[code] ?? null
  return null
}

/** Digits after the point that the currency does not have: such a number cannot be an amount of it. */
export const fits = (value: number, currency: string | null): boolean =>
  Math.abs(value * 10 ** exponentOf(currency) - Math.round(value * 10 ** exponentOf(currency))) < 1e-6
