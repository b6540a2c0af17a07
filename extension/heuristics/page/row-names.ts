import { readLabel } from '../lexicon.ts'
import type { Concept } from '../vocabulary/language.ts'
import { formOf, isUnderstood } from './facts.ts'
import type { Placed, Row } from './placed.ts'
import type { Reader } from './reader.ts'

/** Texts without a name of their own are named by their form; the first that is a plain text is the name of the row. */
export function withNames(rows: Row[], reader: Reader): Row[] {
  // "Users: 31" counts them and names nobody.
  const names = ({ label, text }: Placed) => label !== '' && /\p{L}/u.test(text) && isNameLike(label, reader)
  const named = rows.some((row) => row.some(names))
  const plain = (fact: Placed) => fact.label === '' && formOf(fact.text, reader) === ''
  const slot = named ? titleSlot(rows, reader) : slotOfName(rows, plain, reader)
  if (slot === undefined && rows.every((row) => row.every(({ label }) => label !== ''))) return rows
  return rows.map((row) => {
    const named = row.filter((fact) => fact.slot === slot)
    // Lines of a card that programmers call nothing all stand in the same place.
    const name = slot?.startsWith('.') ? (named.find(plain) ?? named.find((fact) => isOdd(fact, reader))) : named[0]
    return row.map((fact) => {
      if (fact.label !== '' && fact !== name) return fact
      return { ...fact, label: fact === name ? 'name' : formOf(fact.text, reader) || 'description' }
    })
  })
}

/** Cards with a heading each that no other has, over what is only the plan: the heading names what the plan is of. */
function titleSlot(rows: Row[], { order }: Reader): string | undefined {
  const titles = rows.flatMap((row) => row.find(({ slot }) => slot === 'title') ?? [])
  const distinct = rows.length > 1 && new Set(titles.map(({ text }) => text)).size === rows.length
  const own = titles.every(({ text }) => readLabel(text, order).unknown > 0)
  const onlyPlan = rows.every((row) => row.every(({ label }) => !isThingsName(label, order)))
  return distinct && own && onlyPlan ? 'title' : undefined
}

const isThingsName = (label: string, order: Reader['order']): boolean =>
  readLabel(label, order).concepts.some((concept) => concept !== 'plan' && nameConcepts.has(concept))

/** The first place of plain texts; else the first column whose header means nothing to us and whose values are plain texts. */
function slotOfName(rows: Row[], plain: (fact: Placed) => boolean, reader: Reader): string | undefined {
  const free = rows.flatMap((row) => row.find(plain) ?? [])[0]
  if (free) return free.slot
  return rows.flatMap((row) => row.find((fact) => isOdd(fact, reader)) ?? [])[0]?.slot
}

const isOdd = (fact: Placed, reader: Reader): boolean =>
  !isUnderstood(fact.label, reader) && formOf(fact.text, reader) === '' && /\p{L}{2}/u.test(fact.text)

const nameConcepts = new Set<Concept>(['name', 'product', 'plan', 'user', 'app', 'domain', 'subject', 'given'])
/** "Plan", "Product name"; but "Plan price" and "User count" are no names. */
export const isNameLike = (label: string, { order }: Reader): boolean => {
  const { concepts } = readLabel(label, order)
  return (
    concepts.some((concept) => nameConcepts.has(concept)) && !concepts.some((concept) => valueConcepts.has(concept))
  )
}
const valueConcepts = new Set<Concept>([
  ...(['price', 'amount', 'total', 'unit', 'count', 'seat', 'assigned', 'available', 'purchased', 'capacity'] as const),
  ...(['date', 'start', 'end', 'renew', 'due', 'issued', 'created', 'lastActive', 'status', 'period', 'auto'] as const),
])
