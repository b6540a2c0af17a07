import type { Day } from '../../../shared/model/day.ts'
import { readLabel } from '../lexicon.ts'
import { daysOf } from '../values/day.ts'
import type { Concept } from '../vocabulary/language.ts'
import { findDay } from './find.ts'
import type { Fact, Reader } from './reader.ts'

/** What may stand between the first and the last day of a term. A hyphen without spaces is part of a day. */
const joiner =
  /\s?[～〜~–—→]\s?|\s-\s|\s?(?:至|から|到)\s?|\s(?:to|through|until|till|bis|bis zum|au|jusqu['’]au|al|hasta|hasta el|a|até|fino al|tot|tot en met|t\.?o\.?m\.?|til|do)\s/giu

/** "from" and its like before the first day, "inclusive" and its like behind the last. */
const opening =
  /^(?:from|vom|von|ab|du|de|del|desde|desde el|dal|da|van|från|fra|od|since|valid from|gültig vom|gültig von|valable du|自)?$/iu
const closing = /^(?:r\.?|inclusive|incl\.?|inkl\.?|einschließlich|inclus)?$/iu

/** Terms of another thing than what the row or the section is about. */
const others: Concept[] = ['previous', 'last', 'lastActive', 'trial', 'canceled', 'created', 'updated', 'estimate']

/** "1 Apr 2026 – 31 Mar 2027", "vom … bis …", "… ～ …": the first and the last day of a term in one text. */
export function termOf(label: string, text: string, reader: Reader): Fact[] | undefined {
  if (text.length > 80 || !/\d{2}\D+\d[\s\S]*\d{2}/.test(text)) return undefined
  if (readLabel(label, reader.order).concepts.some((concept) => others.includes(concept))) return undefined
  for (const { index, 0: between } of text.matchAll(joiner)) {
    const [before, after] = [text.slice(0, index), text.slice(index + between.length).replace(/(?:まで|止)\s*$/, '')]
    const [first, last] = [findDay(before, reader.lang), findDay(after, reader.lang)]
    if (!first || !last) continue
    const lead = before.slice(0, first.at).replace(/[:：]?\s*$/, '')
    const plain =
      before.slice(first.at + first.text.length).trim() === '' &&
      after.slice(0, last.at).trim() === '' &&
      closing.test(after.slice(last.at + last.text.length).trim()) &&
      (opening.test(lead) || isTerm(lead, reader))
    const fits = plain && inOrder(daysOf(first.text, reader.lang), daysOf(last.text, reader.lang))
    if (fits)
      return [
        { label: 'term start', text: first.text, hints: [] },
        { label: 'term end', text: last.text, hints: [] },
      ]
  }
  return undefined
}

const isTerm = (lead: string, { order }: Reader): boolean => {
  const { concepts, unknown } = readLabel(lead, order)
  return unknown === 0 && concepts.length > 0 && concepts.every((concept) => ofTerms.has(concept))
}
const ofTerms = new Set<Concept>(['start', 'end', 'until', 'period', 'date', 'subscription', 'license', 'active'])

/** In some reading of both at least: which of two small numbers is the month may be open. */
const inOrder = (first: Day[], last: Day[]): boolean => first.some((from) => last.some((to) => from < to))
