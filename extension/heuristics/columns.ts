import { shapeOf } from './column-shape.ts'
import type { Lexicon, Meaning } from './lexicon.ts'
import { readLabel } from './lexicon.ts'
import type { Role, Shape } from './roles.ts'
import { roleOf } from './roles.ts'
import type { Cell, CellValue, LabelledTable } from './tables.ts'
import { type DayOrder, orderOfColumn } from './values/day.ts'
import { statusOf } from './values/word.ts'
import type { Concept } from './vocabulary/language.ts'
import { isWrapper, singular, wordsOf } from './words.ts'

export type Column = {
  index: number
  label: string
  /** The keys above the value, outermost first; none on a page. */
  path: string[]
  leaf: Set<Concept>
  both: Set<Concept>
  unknown: number
  shape: Shape
  role: Role | null
  /** The row holds it in a list of one object: the row's item, not the row itself. */
  inList: boolean
  /** How many rows have a value. */
  filled: number
  order: DayOrder
}

/** Entities that a row mentions without being one: their names and dates are not the row's. */
const foreign = new Set(
  'customer owner creator author inviter manager parent organization organisation org team company workspace shipping address created updated modified invited createdby updatedby invitedby metadata merchant store shop tenant brand group account default previous pending scheduled preview upcoming successor proposed tax discount coupon'.split(
    ' ',
  ),
)

/** How many filled values of a column tell its shape. */
export const sampleSize = 60

export function columnsOf(table: LabelledTable, order: Lexicon[], lang: string, around?: DayOrder): Column[] {
  const columns = table.columns.map((label, index) => columnOf(table, label, index, order, lang, around))
  return table.source === 'json' ? columns : withState(columns, table, lang)
}

/** States that nothing but a state is called; "active" and "on" may be said of anything in a row. */
const plainStates = ['expired', 'canceled', 'suspended', 'past-due', 'pending', 'trialing', 'paid', 'open'] as const

/** A column under a word that nobody knows, whose values are all words for states: the state of the row, if it is the only one. */
function withState(columns: Column[], { rows }: LabelledTable, lang: string): Column[] {
  if (rows.length < 2 || columns.some(({ role }) => role === 'status')) return columns
  const candidates = columns.filter(({ role, leaf, unknown, shape }) => {
    return role === null && leaf.size === 0 && unknown > 0 && shape.kind === 'text'
  })
  const told = candidates.filter(({ index }) => {
    const values = rows.slice(0, sampleSize).flatMap(({ cells }) => cells[index]?.value ?? [])
    const state = (value: CellValue) => statusOf(value, ['active', 'inactive', ...plainStates], lang)
    return values.length >= 2 && values.every(state) && values.some((value) => statusOf(value, plainStates, lang))
  })
  const [only, ...others] = told
  if (!only || others.length > 0) return columns
  return columns.map((column) => (column === only ? { ...column, role: 'status' } : column))
}

function columnOf(
  table: LabelledTable,
  label: string,
  index: number,
  order: Lexicon[],
  lang: string,
  around: DayOrder | undefined,
): Column {
  const cells = table.rows
    .map((row) => row.cells[index])
    .filter(isFilled)
    .filter((cell) => !isDash(cell))
  const keys = table.source === 'json' ? label.split('.').filter((key) => !/^\d+$/.test(key)) : [label]
  const own = readLabel(keys.at(-1) ?? label, order)
  const parents = keys.slice(-3, -1).flatMap((key) => (isWrapper(key) ? [] : meaningAbove(key, order).concepts))
  const leaf = new Set(own.concepts)
  const both = new Set([...own.concepts, ...parents])
  const dates = leaf.has('date') || [...leaf].some((concept) => dateConcepts.has(concept))
  const sample = cells.slice(0, sampleSize)
  const order_ = orderOfColumn(
    cells.slice(0, 500).map(({ value }) => value),
    lang,
    around,
  )
  const shape = shapeOf(sample, lang, order_, dates, table.source === 'json')
  const path = keys.slice(0, -1)
  const inList = table.source === 'json' && /\.\d+\./.test(label)
  const above = parentOf(keys, order)
  const isLine = keys.slice(0, -1).some((key) => itemLists.test(key))
  const elsewhere = above !== null && above.concepts.length === 0 && above.unknown > 0 && !isLine
  const found = roleOf({ leaf, both, unknown: own.unknown, key: keys.at(-1) ?? label, elsewhere }, shape)
  const role = inList && !ofItem(path, found) ? null : ownRole(found, path)
  return {
    index,
    label,
    path,
    leaf,
    both,
    unknown: own.unknown,
    shape,
    role,
    inList,
    filled: cells.length,
    order: order_,
  }
}

/** What the object is called that holds the value, wrappers passed over. */
function parentOf(keys: string[], order: Lexicon[]): Meaning | null {
  const parent = keys.slice(0, -1).findLast((key) => !isWrapper(key))
  return parent === undefined ? null : meaningAbove(parent, order)
}

/** `products: [{ name }]`: a list is named by what many of them are called. */
function meaningAbove(key: string, order: Lexicon[]): Meaning {
  const own = readLabel(key, order)
  return own.concepts.length > 0 ? own : readLabel(wordsOf(key).map(singular).join(' '), order)
}

const dateConcepts = new Set<Concept>([
  ...([
    'start',
    'end',
    'renew',
    'next',
    'due',
    'issued',
    'created',
    'updated',
    'lastActive',
    'last',
    'bought',
    'until',
  ] as const),
  ...(['canceled', 'invoice', 'active', 'billing'] as const),
])

/** A list of one item tells of the row where it holds what was bought, or the addresses of a person. */
const itemLists =
  /^(?:subscription_?|line_?|order_?)?items?(?:_tiers)?$|^(?:subscription|order)_?lines?$|^plans?$|^prices?$|^products?$/i
const ofItem = (path: string[], role: Role | null): boolean =>
  role === 'email' || path.some((key) => itemLists.test(key))

/** Of an entity beside the row only what can be nobody else's: the plan and seats of "organization" are the account's. */
const shared = new Set<Role>([
  'plan',
  'seats',
  'seatsAssigned',
  'seatsPurchased',
  'seatsTotal',
  'seatsAvailable',
  'auto',
  'renewsOn',
  'mfa',
])
const ownRole = (role: Role | null, path: string[]): Role | null =>
  role !== null && isForeign(path) && !shared.has(role) ? null : role

const isForeign = (path: string[]): boolean =>
  path.some((key) => {
    // "price with tax" is the whole price, not the tax.
    if (/with_?tax|incl/i.test(key)) return false
    const words = wordsOf(key)
    return foreign.has(words.join('')) || foreign.has(singular(words.at(-1) ?? ''))
  })

export const isFilled = (cell: Cell | undefined): cell is Cell =>
  cell !== undefined && cell.value !== null && (typeof cell.value !== 'string' || isSaid(cell.value))

/** Nearly every text begins with a sign that is seen, which is sooner looked up than trimmed. */
const isSaid = (text: string): boolean =>
  text.charCodeAt(0) > 32 && text.charCodeAt(0) < 127 ? true : text.trim() !== ''

/** "–", "n/a": nothing is there, in words. */
const isDash = ({ value }: Cell): boolean => typeof value === 'string' && /^(?:[-–—―]{1,3}|n\/?a)$/i.test(value.trim())

/** Every row asks for the same roles: answered once a table. */
const answered = new WeakMap<Column[], Map<Role, Column[]>>()

/** The columns of a role, the plainest first: fewest words not understood, least nested, most often filled. */
export const columnsIn = (columns: Column[], ...roles: Role[]): Column[] => {
  const known = answered.get(columns) ?? new Map<Role, Column[]>()
  if (known.size === 0) answered.set(columns, known)
  const found: Column[] = []
  for (const role of roles) {
    const ofRole = known.get(role) ?? ranked(columns, role)
    known.set(role, ofRole)
    found.push(...ofRole)
  }
  return found
}

const ranked = (columns: Column[], role: Role): Column[] =>
  columns
    .filter((column) => column.role === role)
    .sort((a, b) => a.unknown - b.unknown || a.path.length - b.path.length || b.filled - a.filled)
