import { moneyFromDecimal } from '../../shared/model/money.ts'
import type { FieldValue } from '../../shared/model/observation.ts'
import type { FieldWords } from './field-words.ts'

/** What was typed, as one value of a field; undefined where it is none. Nothing is guessed: "1,234" may be two numbers. */

/** A plain decimal of an amount as people write it: "1 234,50", "1,234.50", "1234.5". */
export function decimalOf(text: string): string | undefined {
  const plain = text.replace(/[\s'’\u00a0\u202f]/g, '')
  const match = /^-?\d[\d.,]*$/.exec(plain)
  if (!match) return undefined
  const marks = plain.replace(/[^.,]/g, '')
  const last = marks.at(-1)
  if (last === undefined) return plain
  const grouped = marks.length > 1
  const mixed = marks.includes('.') && marks.includes(',')
  const [whole, fraction] = [plain.slice(0, plain.lastIndexOf(last)), plain.slice(plain.lastIndexOf(last) + 1)]
  if (grouped && !mixed) return wellGrouped(plain, last) ? plain.replaceAll(last, '') : undefined
  if (mixed && marks.indexOf(last) !== marks.length - 1) return undefined
  if (!mixed && fraction.length === 3) return undefined
  if (mixed && !wellGrouped(whole, last === '.' ? ',' : '.')) return undefined
  return `${whole.replace(/[.,]/g, '')}.${fraction}`.replace(/\.$/, '')
}

const wellGrouped = (text: string, mark: string): boolean => {
  const [first = '', ...groups] = text.replace('-', '').split(mark)
  return first.length >= 1 && first.length <= 3 && groups.every((group) => group.length === 3)
}

export function readMoney(amount: string, currency: string): FieldValue | undefined {
  const code = currency.trim().toUpperCase()
  const decimal = decimalOf(amount)
  if (decimal === undefined || !/^([A-Z]{3})?$/.test(code)) return undefined
  return moneyFromDecimal(decimal, code || null)
}

/** A whole number, also with groups of three: "1,200". "1.5" is none. */
export function readCount(text: string): FieldValue | undefined {
  const plain = text.replace(/[\s'’\u00a0\u202f]/g, '')
  const whole = /^-?(\d{1,10}|\d{1,3}(,\d{3})+|\d{1,3}(\.\d{3})+)$/.test(plain)
  return whole ? Number(plain.replace(/[.,]/g, '')) : undefined
}

/** The single-text fields; money and period have two inputs of their own. */
export function readText(kind: FieldWords['kind'], text: string): FieldValue | undefined {
  const trimmed = text.trim()
  if (trimmed === '') return undefined
  if (kind === 'count') return readCount(trimmed)
  if (kind === 'flag') return trimmed === 'yes' ? true : trimmed === 'no' ? false : undefined
  if (kind === 'day') return /^\d{4}-\d{2}-\d{2}$/.test(trimmed) ? trimmed : undefined
  if (kind === 'list')
    return trimmed
      .split(',')
      .map((entry) => entry.trim())
      .filter(Boolean)
  if (kind === 'counts') {
    const counts = trimmed
      .split(/[\s,;]+/)
      .filter(Boolean)
      .map(readCount)
    return counts.every((count) => typeof count === 'number') ? counts : undefined
  }
  return trimmed
}
