/** What `Money` is, said without its schema. */
type Amount = { minor: number; currency: string | null }

/** ISO 4217 exponents that are not 2. Source: ISO 4217 list one, maintained by SIX. */
const exponents: Record<string, number> = {
  BIF: 0,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  ISK: 0,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  PYG: 0,
  RWF: 0,
  UGX: 0,
  UYI: 0,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
  BHD: 3,
  IQD: 3,
  JOD: 3,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  TND: 3,
  CLF: 4,
  UYW: 4,
}

/** How many decimals the minor unit of a currency has; 2 where the page did not state the currency. */
export const exponentOf = (currency: string | null): number => (currency === null ? 2 : (exponents[currency] ?? 2))

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
export function moneyToDecimal({ minor, currency }: Amount): string {
  const exponent = exponentOf(currency)
  const digits = String(Math.abs(minor)).padStart(exponent + 1, '0')
  const cut = digits.length - exponent
  return `${minor < 0 ? '-' : ''}${digits.slice(0, cut)}${exponent ? `.${digits.slice(cut)}` : ''}`
}
