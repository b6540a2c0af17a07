import { remembering } from '../answers.ts'
import { readLabel } from '../lexicon.ts'
import { looksLikeMoney } from '../values/money.ts'
import { pairOf } from '../values/number.ts'
import { emailOf } from '../values/shape.ts'
import { pairWords, periodOf, statusOf, yesNoOf } from '../values/word.ts'
import { statusWords } from '../vocabulary/language.ts'
import { countsOf } from './counts.ts'
import { findDay, findMoney } from './find.ts'
import type { Fact, Reader } from './reader.ts'
import { termOf } from './term.ts'

const fact = (label: string, text: string, hints: string[] = []): Fact => ({ label, text, hints })

/** Does the page's language know a meaning for most of this name? */
export function isUnderstood(label: string, { order }: Reader): boolean {
  const { concepts, unknown } = readLabel(label, order)
  return concepts.length > 0 && unknown <= concepts.length
}

/** What a text is by its own form, in the words of the vocabulary; '' where its form tells nothing. */
export const formOf = (text: string, reader: Reader): string => formsOf(reader)(text)

// Asked of the same text where it is taken apart, where it is named, and where its row is.
const forms = new WeakMap<Reader, (text: string) => string>()
function formsOf(reader: Reader): (text: string) => string {
  const known = forms.get(reader)
  if (known) return known
  const added = remembering((text: string) => formIn(text, reader))
  forms.set(reader, added)
  return added
}

function formIn(text: string, reader: Reader): string {
  const { lang } = reader
  if (emailOf(text) !== undefined) return 'email'
  // "30 de junho de 2027" has the word between its numbers that "42 de 50" has.
  if (isDate(text, reader)) return 'date'
  if (pairOf(text, pairWords, lang) !== undefined) return 'seats'
  if (isPrice(text)) return 'amount'
  if (/^\d+$/.test(text)) return ''
  if (periodOf(text, lang) !== undefined) return 'billing period'
  if (statusOf(text, statusWords, lang) !== undefined || yesNoOf(text, lang) !== undefined) return 'status'
  return ''
}

/** A price, perhaps with its basis behind it; but not a line that ends in one. */
function isPrice(text: string): boolean {
  const price = text.length <= 60 ? findMoney(text) : undefined
  return price
    ? !/[\p{L}\d]/u.test(text.slice(0, price.at)) && !/\d/.test(text.slice(price.at + price.text.length))
    : looksLikeMoney(text) && /^\D{0,4}\d/.test(text)
}

/** A day, perhaps with its weekday or a time; but not "valid until" a day, which names it. */
function isDate(text: string, reader: Reader): boolean {
  if (text.length > 40) return false
  const day = findDay(text, reader.lang)
  if (!day) return false
  const rest = `${text.slice(0, day.at)} ${text.slice(day.at + day.text.length)}`
  const words = rest.split(/[^\p{L}]+/u).filter((word) => word.length > 2)
  if (/\d/.test(rest.replace(/\d{1,2}:\d{2}(:\d{2})?/g, ''))) return false
  return words.length === 0 || (words.length === 1 && !isUnderstood(words[0] ?? '', reader))
}

/** A value and what stands with it in its box, taken apart: "Premium ⏎ active ⏎ valid until 1 March 2027". */
export function factsOf(label: string, text: string, hints: string[], reader: Reader): Fact[] {
  const [first = '', ...others] = stateFirst(label, joinUnits(text.split('\n').flatMap(aroundEmail)), reader)
  return [
    ...valueFacts(label, first, hints, reader),
    ...others.flatMap((line) => loose(line, reader)),
    ...hinted(label, hints, reader),
  ]
}

/** A title that says more than the text it stands on: "Renews automatically" on "Monthly". */
export const hinted = (label: string, hints: string[], reader: Reader): Fact[] =>
  hints
    .filter((hint) => hint.length <= 60 && !readLabel(label, reader.order).concepts.includes('auto'))
    .filter((hint) => readLabel(hint, reader.order).concepts.includes('auto'))
    .slice(0, 1)
    .map((hint) => fact('auto renew', hint))

function valueFacts(label: string, shown: string, hints: string[], reader: Reader): Fact[] {
  const [, sign, text = shown] = /^([✓✗]) (.+)$/.exec(shown) ?? []
  if (label === '' && sign !== undefined && formOf(text, reader) === '' && isUnderstood(text, reader))
    return [fact(text, sign, hints)]
  const several = severalIn(label, text, reader)
  if (several) return several
  const parts = formOf(text, reader) === '' ? partsOf(text, reader) : []
  const [first, ...rest] = parts
  if (first?.label === '') return [fact(label, first.text, hints), ...rest]
  return label === '' && first ? [{ ...first, hints }, ...rest] : [fact(label, text, hints), ...parts]
}

/** Both days of a term, or several counts of seats, in one text. */
function severalIn(label: string, text: string, reader: Reader): Fact[] | undefined {
  const counts = countsOf(label, text, reader)
  return counts.length > 0 ? counts : termOf(label, text, reader)
}

/** What stands before the word for a state on its badge ("Info", a sign) is none of it. */
function stateFirst(label: string, lines: string[], reader: Reader): string[] {
  if (lines.length < 2 || !readLabel(label, reader.order).concepts.includes('status')) return lines
  const at = lines.findIndex((line) => formOf(line, reader) === 'status')
  return at > 0 ? lines.slice(at) : lines
}

/** "Ada Byrne ada@example.com Invited": a name, an address and a state in one line, where nothing breaks it. */
function aroundEmail(line: string): string[] {
  const [, before = '', email = '', after = ''] =
    /^([^@]{2,80}?)\s+[<(]?([^\s<>()@]{1,64}@[^\s<>()@]{3,255})[>)]?(?:\s+([^@]{1,80}))?$/.exec(line) ?? []
  if (emailOf(email) === undefined || /[:：,]$/.test(before) || !/^\p{Lu}|^\p{Lo}/u.test(before)) return [line]
  return [before, email, after.trim()].filter(Boolean)
}

/** "$60" over "per month", "42" over "seats": one value in two lines. */
function joinUnits(lines: string[]): string[] {
  const joined: string[] = []
  for (const line of lines) {
    const last = joined.at(-1)
    const continues =
      /^(\/|per\b|pro\b|par\b|por\b)/i.test(line) || (/^[\d.,]+$/.test(last ?? '') && /^\p{L}{2,}/u.test(line))
    if (last !== undefined && continues && /\d/.test(last)) joined.splice(-1, 1, `${last} ${line}`)
    else joined.push(line)
  }
  return joined
}

/** A text without a name: what its form says, or the facts within it. */
export function loose(shown: string, reader: Reader): Fact[] {
  const [, sign, text = shown] = /^([✓✗]) (.+)$/.exec(shown) ?? []
  // A cross before "Auto renew" is the value of that name.
  if (sign !== undefined && formOf(text, reader) === '' && isUnderstood(text, reader)) return [fact(text, sign)]
  const several = severalIn('', text, reader)
  if (several) return several
  const form = formOf(text, reader)
  if (form !== '' && text.length <= 60) return [fact('', text)]
  const found = partsOf(text, reader)
  if (found.length > 0) return found
  return [fact(isRenewal(text, reader) ? 'auto renew' : '', text)]
}

/** "Automatic renewal switched on": the words for it and for yes or no in one. */
function isRenewal(text: string, { order, lang }: Reader): boolean {
  const { concepts, unknown, words } = readLabel(text, order)
  return (
    text.length <= 60 &&
    unknown === 0 &&
    concepts.includes('auto') &&
    words.some((word) => yesNoOf(word, lang) !== undefined)
  )
}

/** "Valid until 1 March 2027", "Enterprise (yearly) ×42 @ $60", "1 Mar 2027, $2,532.00" taken apart. */
function partsOf(text: string, reader: Reader): Fact[] {
  if (text.length > 200 || !/\d|[（(]/.test(text)) return []
  const facts: Fact[] = []
  let rest = text
  for (let turn = 0; turn < 3; turn++) {
    const day = findDay(rest, reader.lang)
    if (!day) break
    facts.push(fact(wordsBefore(rest, day.at), day.text))
    rest = `${rest.slice(0, day.at)} ${rest.slice(day.at + day.text.length)}`
  }
  const price = findMoney(rest)
  if (price && rest !== price.text) {
    const unit = /@ ?$/.test(rest.slice(0, price.at))
    facts.push(fact(unit ? 'unit price' : '', price.text + period(rest.slice(price.at + price.text.length))))
    rest = rest.slice(0, price.at).replace(/[@,;–-]\s*$/, '')
    // "月額 1,200円", "Monthly: $12.00": how often stands before what.
    const often = rest.replace(/[:：]?\s*$/, '')
    if (often !== '' && periodOf(often, reader.lang) !== undefined) {
      facts.push(fact('billing period', often))
      rest = ''
    }
  }
  return [...named(rest, facts.length > 0, reader), ...facts]
}

/** What is left when days and prices are taken out: a name, a quantity, a period in brackets. */
function named(text: string, already: boolean, reader: Reader): Fact[] {
  const facts: Fact[] = []
  let rest = text
  const times = /\s[×x]\s?(\d[\d.,]*)\b/.exec(rest)
  if (times?.[1]) {
    facts.push(fact('quantity', times[1]))
    rest = rest.replace(times[0], ' ')
  }
  const bracket = /[（(]([^()（）]{3,20})[)）]/.exec(rest)?.[1]
  if (bracket && periodOf(bracket, reader.lang)) facts.push(fact('billing period', bracket))
  const pair = pairInBrackets(rest, reader)
  if (pair) return [fact('', rest.slice(0, pair.at).trim()), fact('seats', pair.text), ...facts]
  facts.push(...countIn(rest, reader))
  const code = coded(rest, reader)
  if (code) return [code, ...facts]
  const name = rest.replace(/\s+/g, ' ').trim()
  if (times || bracket) return [fact('', name), ...facts]
  return already || facts.length > 0 ? facts : []
}

/** "Business (18/25 licenses used)": both counts behind the name. */
function pairInBrackets(text: string, { order }: Reader): { at: number; text: string } | undefined {
  const found = /[（(](\d{1,7}\s?\/\s?\d{1,7})\s+(\p{L}[^()（）]{1,40})[)）]\s*$/u.exec(text)
  const { concepts } = readLabel(found?.[2] ?? '', order)
  const seats = concepts.some((concept) => concept === 'seat' || concept === 'license' || concept === 'user')
  const free = concepts.includes('available')
  return found?.[1] !== undefined && found.index > 0 && seats && !free ? { at: found.index, text: found[1] } : undefined
}

/** "Invoice #4F21-0012": a word for what it is, and its number. */
function coded(text: string, reader: Reader): Fact | undefined {
  const [, word, number] =
    /^(\p{L}[\p{L} ]{1,30}?)[\s#:№.]{1,4}([A-Z0-9][A-Z0-9/_-]*\d[A-Z0-9/_-]*)$/iu.exec(text.trim()) ?? []
  if (word === undefined || number === undefined || !isUnderstood(word, reader)) return undefined
  const { concepts: means, unknown } = readLabel(word, reader.order)
  if (means.some((concept) => concept === 'invoice' || concept === 'billing')) return fact('invoice number', number)
  // "License ID 7be2c1f4-ae11" numbers what it stands on and is not its name.
  const numbers = unknown === 0 && means.some((concept) => concept === 'id' || concept === 'number')
  return numbers ? fact(word, number) : undefined
}

/** "a total of 42 users", "17 unique users": a number and the noun it counts. */
function countIn(text: string, reader: Reader): Fact[] {
  const found = /((?:\p{L}+\s+){0,3})(?<![\d.,/])(\d[\d.,]{0,9})\s+((?:\p{L}+\s?){1,3})/u.exec(text)
  const [, before = '', number, noun = ''] = found ?? []
  // "Microsoft 365 licenses": the number belongs to the name before it.
  if (number === undefined || /^\p{Lu}/u.test(before.trim().split(/\s+/).at(-1) ?? '')) return []
  const { concepts } = readLabel(noun, reader.order)
  if (!concepts.some((concept) => concept === 'seat' || concept === 'license' || concept === 'user')) return []
  return [fact(`${before}${noun}`.trim(), number.replace(/[.,]$/, ''))]
}

const period = (after: string): string => /^\s?(?:\/|per|pro|par|por)\s?\p{L}+/iu.exec(after)?.[0] ?? ''

/** The few words right before a value name it. */
function wordsBefore(text: string, at: number): string {
  const before =
    text
      .slice(0, at)
      .split(/[.;,(|•·–]/)
      .at(-1) ?? ''
  return before
    .trim()
    .split(/\s+/)
    .slice(-5)
    .join(' ')
    .replace(/[:：]$/, '')
}
