import type { Column } from '../columns.ts'
import type { Draft, Facts, Read } from '../draft.ts'
import { cellOf, has, put } from '../draft.ts'
import type { Cell } from '../tables.ts'
import { countOf } from '../values/number.ts'
import { isWrapper, singular, wordsOf } from '../words.ts'
import { keyOf } from './subscription-names.ts'

/**
 * `system_limit: 6, systems_count: 1`, `quota_allowed.users: 40, quota_usage.users: 4`: two counts of one noun, of which one
 * says how many there may be and the other how many there are. What counts people counts before what counts machines.
 */
export function countsTaker({ columns, table, lang }: Facts): Read {
  const group = table.source === 'json' ? countedIn(columns) : undefined
  if (!group) return () => {}
  return (draft, row) => {
    if (has(draft, 'seatsPurchased', 'seatsAssigned', 'seatsAvailable', 'unlimited')) return
    const counted = group.told.flatMap(({ column, says }): Counted[] => {
      const cell = cellOf(row, column)
      const count = countOf(cell?.value ?? null, lang)
      return cell && count !== undefined ? [{ cell, count, says }] : []
    })
    if (!takeSum(draft, counted)) takePair(draft, counted)
  }
}

/** Of whom or what the row counts two ways; of two such things nobody knows which is the one. */
export function countedIn(columns: Column[]): { ofPeople: boolean; told: Told[] } | undefined {
  const nouns = new Map<string, Told[]>()
  for (const column of columns) {
    const told = toldBy(column)
    if (told) nouns.set(told.noun, [...(nouns.get(told.noun) ?? []), told])
  }
  const groups = [...nouns].filter(([, told]) => new Set(told.map(({ says }) => says)).size > 1)
  const people = groups.filter(([noun]) => persons.has(noun))
  const [only, ...others] = people.length > 0 ? people : groups
  return only && others.length === 0 ? { ofPeople: people.length > 0, told: only[1] } : undefined
}

type Says = 'whole' | 'used' | 'free' | 'count'
type Told = { noun: string; says: Says; column: Column }
type Counted = { cell: Cell; count: number; says: Says }

const persons = new Set(['user', 'member', 'seat', 'license', 'agent', 'collaborator', 'operator', 'editor'])
const machines = new Set(
  'system device node instance endpoint machine server computer workstation slot vm sensor'.split(' '),
)
const saying: [Says, RegExp][] = [
  ['whole', /^(?:limits?|max|maximum|allowed|allowance|quotas?|cap|capacity|licensed|entitled|included)$/],
  ['free', /^(?:free|available|remaining|unused|left|unassigned)$/],
  ['used', /^(?:used?|usage|current|consumed|assigned|allocated)$/],
  ['count', /^(?:count|number|num|quantity)$/],
]
const saysOf = (word: string): Says | undefined => saying.find(([, words]) => words.test(word))?.[0]

/** One noun and what is said of it, by the key, or by the object that holds the key; anything else is another matter. */
function toldBy(column: Column): Told | undefined {
  const { shape, path, role } = column
  if (shape.kind !== 'number' || !shape.whole || path.length > 3 || (role !== null && !/seats|count/.test(role)))
    return undefined
  const above = path.findLast((key) => !isWrapper(key)) ?? ''
  const own = wordsOf(keyOf(column)).map(singular)
  const around = wordsOf(above).map(singular)
  // `quota_usage: { users }`, `users: { limit }`: the object says what the key does not.
  const words = own.every((word) => saysOf(word))
    ? [...own, ...around.filter((word) => !saysOf(word))]
    : own.some((word) => saysOf(word))
      ? own
      : [...own, ...around.filter((word) => saysOf(word))]
  const said = words.flatMap((word) => saysOf(word) ?? [])
  const [noun, ...rest] = words.filter((word) => !saysOf(word) && word !== 'in')
  // The "usage of a quota" is no quota.
  const says = (['free', 'used', 'whole'] as const).find((one) => said.includes(one)) ?? 'count'
  if (!noun || rest.length > 0 || said.length === 0 || !(persons.has(noun) || machines.has(noun))) return undefined
  return { noun, says, column }
}

/** What is used and what is free make up what was bought, whatever that is called. */
function takeSum(draft: Draft, counted: Counted[]): boolean {
  for (const used of counted.filter(({ says }) => says === 'used'))
    for (const free of counted.filter(({ says }) => says === 'free')) {
      const whole = counted.find((one) => one !== used && one !== free && one.count === used.count + free.count)
      if (!whole) continue
      set(draft, 'seatsPurchased', whole)
      set(draft, 'seatsAssigned', used)
      set(draft, 'seatsAvailable', free)
      return true
    }
  return false
}

/** All nines, the greatest number of 32 bits, or one less than none: however many one likes. */
export const isEndless = (count: unknown): boolean =>
  typeof count === 'number' && (count === -1 || count >= 2 ** 31 - 1 || /^9{7,}$/.test(String(count)))

function takePair(draft: Draft, counted: Counted[]): void {
  const [whole, ...wholes] = counted.filter(({ says }) => says === 'whole')
  const there = counted.filter(({ says }) => says === 'used')
  const [used, ...more] = there.length > 0 ? there : counted.filter(({ says }) => says === 'count')
  if (!whole || !used || wholes.length > 0 || more.length > 0) return
  set(draft, 'seatsAssigned', used)
  if (isEndless(whole.count)) put(draft, 'unlimited', true, whole.cell.locator, String(whole.cell.value))
  else set(draft, 'seatsPurchased', whole)
}

const set = (draft: Draft, field: string, { cell, count }: Counted) =>
  put(draft, field, count, cell.locator, String(cell.value))
