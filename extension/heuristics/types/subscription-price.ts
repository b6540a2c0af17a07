import { Money } from '../../../shared/model/money.ts'
import type { BillingPeriod } from '../../../shared/model/subscription.ts'
import { amountsOf } from '../amounts.ts'
import { remembering } from '../answers.ts'
import { type Column, columnsIn } from '../columns.ts'
import type { Draft, Facts, Read, Row } from '../draft.ts'
import { cellOf, has, put, take, taker } from '../draft.ts'
import { findMoney } from '../page/find.ts'
import type { CellValue } from '../tables.ts'
import { periodOf } from '../values/word.ts'
import { wordsOf } from '../words.ts'

/** What one costs, what all cost, and how often it is invoiced. */
export function pricesTaker(facts: Facts): Read {
  const { columns } = facts
  const amount = amountsOf(facts)
  const prices = columnsIn(columns, 'price', 'amount')
  const [ones, totals] = [columnsIn(columns, 'unitPrice'), columnsIn(columns, 'totalPrice')]
  const saysOne = remembering((value: CellValue) => perUser.test(String(value ?? '')))
  // In a line of an order the price stands for one; what all cost is called amount or total.
  const counts = facts.table.source === 'json' ? columnsIn(columns, 'count') : []
  const ofCounted = (column: Column) => column.role === 'price' && !/total|amount/i.test(column.label)
  const lines = new Set(counts.length > 0 ? prices.filter(ofCounted) : [])
  const takePeriod = periodTaker(facts, [...prices, ...columnsIn(columns, 'unitPrice', 'totalPrice')])
  const weigh = weighing(facts, prices)
  // In most rows none of the prices says that it is of one.
  const plain = [...totals, ...prices]
  return (draft, row) => {
    const money = (value: CellValue, column: Column) =>
      typeof value === 'string' || typeof value === 'number' ? amount(row, column, value) : undefined
    const counted = counts.some((column) => cellOf(row, column))
    const ofOne = (column: Column) => saysOne(cellOf(row, column)?.value ?? '') || (counted && lines.has(column))
    const single = prices.filter(ofOne)
    take(draft, 'unitPrice', row, single.length > 0 ? [...ones, ...single] : ones, money)
    const ofAll = single.length > 0 ? plain.filter((column) => !single.includes(column)) : plain
    take(draft, 'totalPrice', row, ofAll, money)
    // The price of the plan stands there twice: the seats together cost more than one.
    const { unitPrice, totalPrice, seatsPurchased } = draft.fields
    if (typeof seatsPurchased === 'number' && seatsPurchased > 1 && isEqual(unitPrice, totalPrice)) {
      delete draft.fields.totalPrice
      delete draft.where.totalPrice
    }
    weigh(draft, row, money)
    takePeriod(draft, row)
  }
}

type AsMoney = (value: CellValue, column: Column) => Money | undefined

/**
 * A bare "price" beside a number of seats may be of one or of all. Where the row tells a total too, multiplying tells; where
 * it does not, nobody knows.
 */
function weighing({ table }: Facts, prices: Column[]): (draft: Draft, row: Row, money: AsMoney) => void {
  const bare = table.source === 'json' ? prices.filter(isBare) : []
  if (bare.length === 0) return () => {}
  return (draft, row, money) => {
    const { unitPrice, seatsPurchased: seats } = draft.fields
    const total = Money.safeParse(draft.fields.totalPrice).data
    if (unitPrice !== undefined || total === undefined || typeof seats !== 'number' || seats < 2) return
    for (const column of bare) {
      const cell = cellOf(row, column)
      const one = cell && money(cell.value, column)
      if (cell && one && one.minor * seats === total.minor)
        put(draft, 'unitPrice', one, cell.locator, String(cell.value))
      else if (cell?.locator === draft.where.totalPrice?.locator) {
        delete draft.fields.totalPrice
        delete draft.where.totalPrice
      }
    }
  }
}
const isBare = ({ label, role }: Column): boolean =>
  role === 'price' && /(?:^|\.)(?:list_?)?price(?:\.(?:amount|value))?$/i.test(label)

const isEqual = (a: unknown, b: unknown) =>
  a !== undefined && b !== undefined && JSON.stringify(a) === JSON.stringify(b)
const perUser =
  /(?:[/／]|per|pro|par|por|je|à|a|al|pr\.?|za|na|cada|ogni|each|每|毎) ?(?:user|seat|license|licence|member|agent|person|nutzer|benutzer|platz|lizenz|utilisateur|poste|siège|licencia|puesto|usuario|usu[aá]rio|utilizador|assento|licença|utente|postazione|licenza|gebruiker|licentie|plaats|anv[aä]ndare|plats|licens|bruger|plads|użytkownika|licencję|stanowisko|ユーザー?|ライセンス|席|用户|席位|许可|人|账号)|\d ?(?:user|seat|licen[cs]e|member|agent) ?\/|1 ?(?:ユーザー?|ライセンス|席|名|人)あたり/i

function periodTaker({ columns, lang }: Facts, priced: Column[]): Read {
  const counts = columnsIn(columns, 'periodCount')
  const besidePrice = columns.filter(
    ({ both, shape, role }) => both.has('price') && shape.kind === 'text' && role !== 'currency',
  )
  const periods = [...columnsIn(columns, 'period'), ...besidePrice]
  const ofTimes = remembering((times: number) =>
    taker('subscription', 'billingPeriod', periods, (value) => periodOf(value, lang, times)),
  )
  const beside = taker('subscription', 'billingPeriod', priced, (value) =>
    typeof value === 'string' ? periodBeside(value, lang) : undefined,
  )
  const named = priced.filter(({ shape }) => shape.kind !== 'text')
  const calls = remembering(({ label }: Column) => (wordsOf(label).length <= 5 ? periodWithin(label, lang) : undefined))
  return (draft, row) => {
    const said = counts
      .map((column) => cellOf(row, column)?.value)
      .find((value): value is number => typeof value === 'number' && value >= 1 && value <= 120)
    if (ofTimes(said ?? 1)(draft, row) || beside(draft, row)) return
    // "Annual cost", "Pris pr. måned": the price's own name says it.
    const column = named.find((candidate) => cellOf(row, candidate))
    const [cell, period] = [cellOf(row, column), column && calls(column)]
    if (!has(draft, 'billingPeriod') && cell && column && period)
      put(draft, 'billingPeriod', period, cell.locator, column.label)
  }
}

/** "12,00 € / Benutzer / Monat", "$690.00 billed annually", "1.200 kr om året": what stands after the amount. */
function periodBeside(value: string, lang: string): BillingPeriod | undefined {
  const price = findMoney(value)
  const rest = price ? value.slice(price.at + price.text.length, price.at + price.text.length + 60) : value.slice(0, 60)
  const parts = rest.split(/[/／,·(]|\s(?:per|pro|par|por|al|alla|im|et|and|und|y|e|i|og|och|en)\s/i)
  return parts.map((part) => periodOf(part.replace(/[)）]/g, ''), lang)).find(Boolean)
}

/** The one length of time among the words of a label; "monthly total of annual plans" names two. */
function periodWithin(label: string, lang: string): BillingPeriod | undefined {
  const words = wordsOf(label)
  const found = words.flatMap((word) => (/^\d+$/.test(word) || word.length < 3 ? [] : (periodOf(word, lang) ?? [])))
  const [only] = found
  return new Set(found.map((one) => JSON.stringify(one))).size === 1 ? only : undefined
}
