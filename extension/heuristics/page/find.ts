import { remembering } from '../answers.ts'
import { daysOf } from '../values/day.ts'
import { currencySigns, looksLikeMoney } from '../values/money.ts'
import { narrow } from '../values/number.ts'

type Found = { at: number; text: string }

/** The first calendar day within a text: the shortest run of words that is one. */
export const findDay = (text: string, lang: string): Found | undefined => dayIn(lang)(text)

// A text is asked for its day and its price again by each question of what it may be.
const dayIn = remembering((lang: string) => remembering((text: string) => firstDay(text, lang)))

function firstDay(text: string, lang: string): Found | undefined {
  if (!/\d{4}|\d{1,2}[./-](?:\d{1,2}|\p{L}{3,9})[./-]\d{2}/u.test(text)) return undefined
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
  /\d/.test(text) && /\D/.test(text) && /^[\p{L}\d]/u.test(text) && daysOf(text, lang).length > 0

const number = String.raw`\d[\d.,'’]*(?: \d{3}[\d.,]*)*(?:(?<=[.,:])[-–])?`
const escaped = currencySigns.map((sign) => sign.replace(/[.$]/g, String.raw`\$&`)).join('|')
const money = new RegExp(
  String.raw`(?<![\p{L}\d.,])(?:-?(?:[A-Z]{3}\s?)?(?:${escaped}|[A-Z]{3})\s?-?${number}(?:\s?[A-Z]{3}\b)?|-?${number}\s?(?:${escaped}|[A-Z]{3})(?![\p{L}\d]))(?![.,]?\d|\s?[kKmM]\b|\s?%)`,
  'gu',
)

/** The first price within a text; "$1.2k" is rounded and none. */
export const findMoney = remembering((text: string): Found | undefined => {
  if (!/\d/.test(text) && plain.test(text)) return undefined
  const start = text.slice(0, 300)
  const narrowed = narrow(start)
  // Places in the text must stay the same.
  for (const found of (narrowed.length === start.length ? narrowed : start).matchAll(money)) {
    const price = found[0].replace(/(?<!kr|Kr|Rs|Fr)[.,'’\s]+$/, '')
    if (looksLikeMoney(price)) return { at: found.index, text: text.slice(found.index, found.index + price.length) }
  }
  return undefined
})

const plain = /^[ -~]*$/
