import { type Column, columnsIn } from '../columns.ts'
import type { Draft, Facts, Row } from '../draft.ts'
import { cellOf, has, put, take } from '../draft.ts'
import { countOf, pairOf } from '../values/number.ts'
import { emailOf } from '../values/shape.ts'
import { isUnlimited, pairWords } from '../values/word.ts'

/** How many were bought, are given out, are left. A bare "seats" is what was bought where nothing says more. */
export function takeSeats(draft: Draft, facts: Facts, row: Row): void {
  const { columns, lang } = facts
  const count = (value: unknown) => countOf(value, lang)
  takePairs(draft, facts, row)
  takeHolders(draft, facts, row)
  take(draft, 'seatsAssigned', row, columnsIn(columns, 'seatsAssigned'), count)
  take(draft, 'seatsAvailable', row, columnsIn(columns, 'seatsAvailable'), count)
  const totals = columns.filter(
    ({ role, shape, leaf }) => role === 'totalPrice' && shape.kind === 'number' && leaf.size === 1 && leaf.has('total'),
  )
  const plain = has(draft, 'seatsAssigned', 'seatsAvailable') ? totals : []
  // "max" beside "used" is what there is; alone it is what there could be.
  const licensed = facts.topic.subjectConcepts.has('license')
  const cap = has(draft, 'seatsAssigned') || licensed ? columnsIn(columns, 'seatsCap') : []
  const bought = [
    ...columnsIn(columns, 'seatsPurchased', 'seatsTotal', 'seats'),
    ...plain,
    ...columnsIn(columns, 'count'),
    ...cap,
  ]
  take(draft, 'seatsPurchased', row, bought, count)
  takeDifference(draft)
  markUnlimited(draft, row, [...bought, ...columnsIn(columns, 'unlimited')], lang)
  takeMetric(draft, row, bought)
}

/** "Ada Lovelace, Alan Turing" in a column of holders: as many as are named. One name alone tells only where others list. */
function takeHolders(draft: Draft, { columns, table }: Facts, row: Row): void {
  const named = columns.filter(
    ({ leaf, shape, path }) => leaf.has('user') && shape.kind === 'text' && path.length === 0,
  )
  const [only, ...others] = named
  if (table.source === 'json' || !only || others.length > 0) return
  const lists = table.rows.flatMap(({ cells }) => cells[only.index]?.value ?? []).map(holdersIn)
  const cell = cellOf(row, only)
  const holders = cell && holdersIn(cell.value)
  if (!cell || !holders || lists.some((list) => !list) || !lists.some((list) => (list?.length ?? 0) > 1)) return
  put(draft, 'seatsAssigned', holders.length, cell.locator, String(cell.value))
}

/** Full names or addresses, each once; "Lovelace, Ada" is one person and no list. */
function holdersIn(value: unknown): string[] | undefined {
  if (typeof value !== 'string') return undefined
  const names = value.split(/\s*[,;\n]\s*/).filter((name) => name !== '')
  const full = names.every((name) => emailOf(name) ?? /^\p{Lu}[\p{L}.'’-]*(?: \p{L}[\p{L}.'’-]*){1,4}$/u.test(name))
  return full && new Set(names).size === names.length ? names : undefined
}

/** What is neither free nor more than was bought is given out: a console that shows two of the three shows the third. */
function takeDifference(draft: Draft): void {
  const { seatsPurchased: bought, seatsAvailable: free } = draft.fields
  const from = draft.where.seatsAvailable
  if (has(draft, 'seatsAssigned') || typeof bought !== 'number' || typeof free !== 'number' || !from) return
  if (free >= 0 && free <= bought) put(draft, 'seatsAssigned', bought - free, from.locator, `${bought} − ${free}`)
}

/** "42 of 50 seats" */
function takePairs(draft: Draft, { columns, lang }: Facts, row: Row): void {
  for (const column of columnsIn(columns, 'pair')) {
    const cell = cellOf(row, column)
    const pair = pairOf(cell?.value, pairWords, lang)
    if (!cell || !pair) continue
    const left = column.leaf.has('available')
    put(draft, left ? 'seatsAvailable' : 'seatsAssigned', pair.used, cell.locator, String(cell.value))
    put(draft, 'seatsPurchased', pair.whole, cell.locator, String(cell.value))
  }
}

function markUnlimited(draft: Draft, row: Row, columns: Column[], lang: string): void {
  for (const column of columns) {
    const cell = cellOf(row, column)
    const flagged = column.role === 'unlimited' && cell?.value === true
    if (cell && (flagged || isUnlimited(cell.value, lang)))
      put(draft, 'unlimited', true, cell.locator, String(cell.value))
  }
}

const metrics: [string, RegExp][] = [
  ['seat', /seat|plätze|postes|puestos|assentos|シート|席/i],
  ['user', /user|nutzer|utilisateur|usuario|usuário|utent|gebruiker|ユーザー|用户/i],
  ['license', /licen|lizenz|ライセンス|许可/i],
  ['device', /device|gerät|appareil|dispositiv/i],
]

/** What is counted, in the word of the column that counted it. */
function takeMetric(draft: Draft, row: Row, bought: Column[]): void {
  const column = bought.find((candidate) => cellOf(row, candidate))
  const cell = cellOf(row, column)
  const metric = column && metrics.find(([, words]) => words.test(column.label))?.[0]
  if (cell && column && metric) put(draft, 'metric', metric, cell.locator, column.label)
}
