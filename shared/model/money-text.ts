import { listedExponent } from './currencies.ts'

/** What `Money` is, said without its schema. */
type Amount = { minor: number; currency: string | null }

/** How many decimals the minor unit of a currency has; 2 where the page did not state the currency, or an unlisted one. */
export const exponentOf = (currency: string | null): number => (currency === null ? 2 : (listedExponent(currency) ?? 2))

/**
 * Minor units from a plain decimal ("1234.5", "-12"), exactly. Undefined where the amount has more decimals than the
 * currency, or more digits than an exact integer holds: such a value is not rounded, it is not known.
 */
export function moneyFromDecimal(decimal: string, currency: string | null): Amount | undefined {
  const match = /^(-?)(\d{1,15})(?:\.(\d+))?$/.exec(decimal)
  if (!match) return undefined
  const exponent = exponentOf(currency)
  const fraction = (match[3] ?? '').replace(/0+$/, '')
  if (fraction.length > exponent) return undefined
  const minor = Number(`${match[2]}${fraction.padEnd(exponent, '0')}`)
  if (!Number.isSafeInteger(minor)) return undefined
  return { minor: match[1] && minor ? -minor : minor, currency }
}

/** The plain decimal of an amount in major units: {minor: 123450, currency: 'EUR'} → "1234.50". */
export function moneyToDecimal({ minor, currency }: { minor: number | bigint; currency: string | null }): string {
  const exponent = exponentOf(currency)
  const digits = String(minor)
    .replace('-', '')
    .padStart(exponent + 1, '0')
  const cut = digits.length - exponent
  return `${minor < 0 ? '-' : ''}${digits.slice(0, cut)}${exponent ? `.${digits.slice(cut)}` : ''}`
}
