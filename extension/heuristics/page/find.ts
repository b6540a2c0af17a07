import { dayOf } from '../values/day.ts'
import { looksLikeMoney } from '../values/money.ts'

type Found = { at: number; text: string }

/** The first calendar day within a text: the shortest run of words that is one. */
export function findDay(text: string, lang: string): Found | undefined {
  if (!/\d{4}|\d{1,2}[./]\d{1,2}[./]\d{2}/.test(text)) return undefined
  const joined = /\d{4} ?[年년] ?\d{1,2} ?[月월] ?\d{1,2} ?[日일]/.exec(text)
  if (joined) return { at: joined.index, text: joined[0] }
  const words = [...text.matchAll(/[^\s]+/g)].slice(0, 40)
  for (let length = 1; length <= 5; length++)
    for (let start = 0; start + length <= words.length; start++) {
      const [first, last] = [words[start], words[start + length - 1]]
      if (!first || !last) continue
      const candidate = text.slice(first.index, last.index + last[0].length).replace(/^[([]|[.,;:)\]]+$/g, '')
      if (isDay(candidate, lang)) return { at: text.indexOf(candidate, first.index), text: candidate }
    }
  return undefined
}

const isDay = (text: string, lang: string): boolean =>
  /\d/.test(text) && /\D/.test(text) && /^[\p{L}\d]/u.test(text) && dayOf(text, lang) !== undefined

const number = String.raw`\d[\d.,'’\u00a0\u202f]*(?: \d{3}[\d.,]*)*`
const money = new RegExp(
  String.raw`(?:[A-Z]{0,3}[$€£¥₹₩]|R\$|[A-Z]{3}|kr\.?)\s?${number}(?:\s?[A-Z]{3}\b)?|${number}\s?(?:€|£|¥|(?:US|CA|R|A)?\$(?:US|CA)?|kr\.?|zł|Kč|円|元|[A-Z]{3}\b)`,
)

/** The first price within a text. */
export function findMoney(text: string): Found | undefined {
  const found = money.exec(text.slice(0, 300))
  if (!found) return undefined
  const price = found[0].replace(/[.,'’\s]+$/, '')
  return looksLikeMoney(price) ? { at: found.index, text: price } : undefined
}
