import type { BillingPeriod } from '../../../shared/model/subscription.ts'
import { amountIn } from '../amounts.ts'
import { type Column, columnsIn } from '../columns.ts'
import type { Draft, Facts, Row } from '../draft.ts'
import { cellOf, has, put, take } from '../draft.ts'
import { findMoney } from '../page/find.ts'
import { periodOf } from '../values/word.ts'
import { wordsOf } from '../words.ts'

/** What one costs, what all cost, and how often it is invoiced. */
export function takePrices(draft: Draft, facts: Facts, row: Row): void {
  const { columns, lang } = facts
  const money = (value: unknown, column: Column) =>
    typeof value === 'string' || typeof value === 'number' ? amountIn(facts, row, column, value) : undefined
  const perSeat = (column: Column) => perUser.test(String(cellOf(row, column)?.value ?? ''))
  const prices = columnsIn(columns, 'price', 'amount')
  // In a line of an order the price stands for one; what all cost is called amount or total.
  const counted = facts.table.source === 'json' && columnsIn(columns, 'count').some((column) => cellOf(row, column))
  const ofOne = (column: Column) =>
    perSeat(column) || (counted && column.role === 'price' && !/total|amount/i.test(column.label))
  take(draft, 'unitPrice', row, [...columnsIn(columns, 'unitPrice'), ...prices.filter(ofOne)], money)
  take(
    draft,
    'totalPrice',
    row,
    [...columnsIn(columns, 'totalPrice'), ...prices.filter((column) => !ofOne(column))],
    money,
  )
  // The price of the plan stands there twice: the seats together cost more than one.
  const { unitPrice, totalPrice, seatsPurchased } = draft.fields
  if (typeof seatsPurchased === 'number' && seatsPurchased > 1 && isEqual(unitPrice, totalPrice)) {
    delete draft.fields.totalPrice
    delete draft.where.totalPrice
  }
  takePeriod(draft, facts, row, [...prices, ...columnsIn(columns, 'unitPrice', 'totalPrice')], lang)
}
const isEqual = (a: unknown, b: unknown) => a !== undefined && JSON.stringify(a) === JSON.stringify(b)
const perUser =
  /(?:[/／]|per|pro|par|por|je|à|a|al|pr\.?|za|na|cada|ogni|each|每|毎) ?(?:user|seat|license|licence|member|agent|person|nutzer|benutzer|platz|lizenz|utilisateur|poste|siège|licencia|puesto|usuario|usu[aá]rio|utilizador|assento|licença|utente|postazione|licenza|gebruiker|licentie|plaats|anv[aä]ndare|plats|licens|bruger|plads|użytkownika|licencję|stanowisko|ユーザー?|ライセンス|席|用户|席位|许可|人|账号)|1 ?(?:ユーザー?|ライセンス|席|名|人)あたり/i

function takePeriod(draft: Draft, { columns }: Facts, row: Row, priced: Column[], lang: string): void {
  const counts = columnsIn(columns, 'periodCount')
  const times =
    counts
      .map((column) => cellOf(row, column)?.value)
      .find((value) => typeof value === 'number' && value >= 1 && value <= 120) ?? 1
  const period = (value: unknown) => periodOf(value, lang, typeof times === 'number' ? times : 1)
  const besidePrice = columns.filter(
    ({ both, shape, role }) => both.has('price') && shape.kind === 'text' && role !== 'currency',
  )
  if (take(draft, 'billingPeriod', row, [...columnsIn(columns, 'period'), ...besidePrice], period)) return
  take(draft, 'billingPeriod', row, priced, (value) =>
    typeof value === 'string' ? periodBeside(value, lang) : undefined,
  )
  // "Annual cost", "Pris pr. måned": the price's own name says it.
  const [named] = priced.filter((column) => cellOf(row, column) && column.shape.kind !== 'text')
  const cell = cellOf(row, named)
  const said = named && wordsOf(named.label).length <= 5 ? periodWithin(named.label, lang) : undefined
  if (!has(draft, 'billingPeriod') && cell && named && said)
    put(draft, 'billingPeriod', said, cell.locator, named.label)
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
