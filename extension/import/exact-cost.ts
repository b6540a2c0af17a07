import type { Money } from '../../shared/model/money.ts'
import { exponentOf } from '../../shared/model/money.ts'
import type { CellValue } from '../heuristics/tables.ts'
import { decimalOf } from '../heuristics/values/number.ts'

/** A cost as it is written, exactly: `units` of 10^-scale. Costs of usage have more decimals than their currency. */
export type Cost = { units: bigint; scale: number }

const mostDecimals = 40

/** Undefined where it is no number, or one that nobody writes on a bill. */
export function costOf(value: CellValue, lang: string): Cost | undefined {
  const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : ''
  if (text.length > 60) return undefined
  const match = /^([+-]?)(\d{1,20})(?:\.(\d{0,40}))?(?:[eE]([+-]?\d{1,2}))?$/.exec(text)
  if (!match) return asWritten(text, lang)
  const [, sign, whole = '', fraction = '', exponent = '0'] = match
  return scaled(BigInt(`${sign === '-' ? '-' : ''}${whole}${fraction}`), fraction.length - Number(exponent))
}

function scaled(units: bigint, scale: number): Cost | undefined {
  if (scale > mostDecimals || scale < -mostDecimals) return undefined
  return scale < 0 ? { units: units * 10n ** BigInt(-scale), scale: 0 } : { units, scale }
}

/** "$10,000.00": not as FOCUS wants it, and as its own samples have it. A sign before or after the number is the currency’s. */
function asWritten(text: string, lang: string): Cost | undefined {
  const bare = text.replace(/^(-?)\s*[^\d\s(.,-]{1,4}\s*(?=[\d.,])/, '$1').replace(/\s*[^\d\s).,]{1,4}$/, '')
  const decimal = decimalOf(bare, lang, 2)
  const match = decimal === undefined ? null : /^(-?)(\d{1,20})(?:\.(\d{1,40}))?$/.exec(decimal)
  if (!match) return undefined
  const [, sign = '', whole = '', fraction = ''] = match
  return scaled(BigInt(`${sign}${whole}${fraction}`), fraction.length)
}

/** Whether an amount is the cost itself, and nothing of it was rounded. */
export const isExact = ({ units, scale }: Cost, { minor, currency }: Money): boolean =>
  units * 10n ** BigInt(exponentOf(currency)) === BigInt(minor) * 10n ** BigInt(scale)

/**
 * Costs become amounts one after the other, so that they add up: each is what is due with it less what was due before it.
 * The amounts of one bill are then the bill, to half of its smallest unit, however many they are; and a cost that has no
 * more decimals than its currency is itself.
 */
export class Rounding {
  readonly #due = new Map<string, bigint>()

  /** `of` names what adds up: one column of one bill in one currency. */
  next(of: string, { units, scale }: Cost, currency: string | null): Money | undefined {
    const key = `${of}\n${currency}`
    const before = this.#due.get(key) ?? 0n
    const due = before + units * 10n ** BigInt(mostDecimals - scale)
    const minor = Number(nearest(due, currency) - nearest(before, currency))
    if (!Number.isSafeInteger(minor)) return undefined
    this.#due.set(key, due)
    return { minor, currency }
  }
}

/** To whole minor units, halves up: the same step for all numbers, negative ones too, so that whole steps stay whole. */
function nearest(due: bigint, currency: string | null): bigint {
  const unit = 10n ** BigInt(mostDecimals - exponentOf(currency))
  const twice = 2n * due + unit
  const cut = twice / (2n * unit)
  return twice < 0n && cut * 2n * unit !== twice ? cut - 1n : cut
}
