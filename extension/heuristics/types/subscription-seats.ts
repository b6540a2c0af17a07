import { remembering } from '../answers.ts'
import { type Column, columnsIn } from '../columns.ts'
import type { Draft, Facts, Read, Row } from '../draft.ts'
import { cellOf, has, put, taker } from '../draft.ts'
import type { CellValue } from '../tables.ts'
import { countOf, pairOf } from '../values/number.ts'
import { emailOf } from '../values/shape.ts'
import { isUnlimited, pairWords } from '../values/word.ts'
import { isEndless } from './subscription-counts.ts'
import { keyOf } from './subscription-names.ts'

/** How many were bought, are given out, are left. A bare "seats" is what was bought where nothing says more. */
export function seatsTaker(facts: Facts): Read {
  const { columns, lang } = facts
  const seats = (field: string, from: Column[]) =>
    taker('subscription', field, from, (value) => (isEndless(value) ? undefined : countOf(value, lang)))
  const takePairs = pairsTaker(facts)
  const takeHolders = holdersTaker(facts)
  const assigned = seats('seatsAssigned', columnsIn(columns, 'seatsAssigned'))
  const available = seats('seatsAvailable', columnsIn(columns, 'seatsAvailable'))
  const purchased = columnsIn(columns, 'seatsPurchased', 'seatsTotal', 'seats')
  // `user_count: 31, max_users: 40`: who is there, beside how many there may be.
  const users = columnsIn(columns, 'seats').filter(isOfUsers)
  const caps = columnsIn(columns, 'seatsCap')
  const userCaps = columnsIn(columns, 'seatsCap', 'seatsTotal').filter(({ label }) => /user|member/i.test(label))
  const there = seats('seatsAssigned', users)
  const totals = columns.filter(
    (column) =>
      column.role === 'totalPrice' &&
      column.shape.kind === 'number' &&
      column.leaf.size === 1 &&
      column.leaf.has('total') &&
      !ofMoney.test(keyOf(column)),
  )
  const counts = columnsIn(columns, 'count')
  const licensed = facts.topic.subjectConcepts.has('license')
  // "max" beside "used" is what there is; alone it is what there could be.
  const boughtBy = (without: Column[], plain: boolean, capped: boolean) => {
    const own = purchased.filter((column) => !without.includes(column))
    const from = [...own, ...(plain ? totals : []), ...counts, ...(capped ? caps : [])]
    return {
      from,
      take: seats('seatsPurchased', from),
      mark: unlimitedTaker([...from, ...columnsIn(columns, 'unlimited')], lang),
    }
  }
  const boughtWithout = (columns: Column[]) => ({
    none: boughtBy(columns, false, licensed),
    free: boughtBy(columns, true, licensed),
    used: boughtBy(columns, true, true),
  })
  const [bought, beyondUsers] = [boughtWithout([]), boughtWithout(users)]
  return (draft, row) => {
    takePairs(draft, row)
    takeHolders(draft, row)
    assigned(draft, row)
    const isCapped = userCaps.some((column) => cellOf(row, column) !== undefined)
    if (isCapped) there(draft, row)
    available(draft, row)
    const told = has(draft, 'seatsAssigned') ? 'used' : has(draft, 'seatsAvailable') ? 'free' : 'none'
    const { from, take, mark } = (isCapped ? beyondUsers : bought)[told]
    take(draft, row)
    takeDifference(draft)
    mark(draft, row)
    takeMetric(draft, row, from)
  }
}

/** `totalPrice`, `grand_total`: a sum of money by its name, whatever stands beside it. */
const ofMoney = /price|amount|cost|charge|fee|value|due|gross|net|tax|vat|grand|invoice|order/i

const isOfUsers = ({ label }: Column): boolean => /(?:user|member)s?_?(?:count|total)?$/i.test(label)
/** "Ada Lovelace, Alan Turing" in a column of holders: as many as are named. One name alone tells only where others list. */
function holdersTaker({ columns, table }: Facts): Read {
  const named = columns.filter(
    ({ leaf, shape, path }) => leaf.has('user') && shape.kind === 'text' && path.length === 0,
  )
  const [only, ...others] = named
  const lists =
    table.source === 'json' || !only || others.length > 0
      ? []
      : table.rows.flatMap(({ cells }) => cells[only.index]?.value ?? []).map(holdersIn)
  if (lists.some((list) => !list) || !lists.some((list) => (list?.length ?? 0) > 1)) return () => {}
  return (draft, row) => {
    const cell = cellOf(row, only)
    const holders = cell && holdersIn(cell.value)
    if (cell && holders) put(draft, 'seatsAssigned', holders.length, cell.locator, String(cell.value))
  }
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
function pairsTaker({ columns, lang }: Facts): Read {
  const pairs = columnsIn(columns, 'pair')
  return (draft, row) => {
    for (const column of pairs) {
      const cell = cellOf(row, column)
      const pair = pairOf(cell?.value, pairWords, lang)
      if (!cell || !pair) continue
      const left = column.leaf.has('available')
      put(draft, left ? 'seatsAvailable' : 'seatsAssigned', pair.used, cell.locator, String(cell.value))
      put(draft, 'seatsPurchased', pair.whole, cell.locator, String(cell.value))
    }
  }
}

function unlimitedTaker(columns: Column[], lang: string): Read {
  const says = remembering((value: CellValue) => isUnlimited(value, lang) || isEndless(value))
  return (draft, row) => {
    for (const column of columns) {
      const cell = cellOf(row, column)
      const flagged = column.role === 'unlimited' && cell?.value === true
      if (cell && (flagged || says(cell.value))) put(draft, 'unlimited', true, cell.locator, String(cell.value))
    }
  }
}

const metrics: [string, RegExp][] = [
  ['seat', /seat|plätze|postes|puestos|assentos|シート|席/i],
  ['user', /user|nutzer|utilisateur|usuario|usuário|utent|gebruiker|ユーザー|用户/i],
  ['license', /licen|lizenz|ライセンス|许可/i],
  ['device', /device|gerät|appareil|dispositiv/i],
]

const metricIn = remembering((label: string) => metrics.find(([, words]) => words.test(label))?.[0])

/** What is counted, in the word of the column that counted it. */
function takeMetric(draft: Draft, row: Row, bought: Column[]): void {
  const column = bought.find((candidate) => cellOf(row, candidate))
  const cell = cellOf(row, column)
  const metric = column && metricIn(column.label)
  if (cell && column && metric) put(draft, 'metric', metric, cell.locator, column.label)
}
