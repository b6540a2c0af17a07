import type { Invoice } from '../../../shared/model/invoice.ts'
import { type Amounts, amountsOf } from '../amounts.ts'
import { type Column, columnsIn } from '../columns.ts'
import type { Draft, Facts, Judge, Row } from '../draft.ts'
import { has, newDraft, take, takeDay } from '../draft.ts'
import { identityOf } from '../identity.ts'
import { readLabel } from '../lexicon.ts'
import { mentions, otherThings, surrounds } from '../topics.ts'
import { isOpaque, isUrl, labelOf } from '../values/shape.ts'
import { statusOf } from '../values/word.ts'

const parts = new Set(['item', 'line', 'detail', 'template', 'setting', 'preview', 'upcoming', 'usage'])
const words = new Set(['invoice', 'bill', 'receipt', 'billing', 'charge', 'statement'])
const words2 = new Set(['invoice', 'bill', 'receipt'])

const histories = new Set(['order', 'payment', 'billing', 'purchase', 'transaction', 'charge'])

/** "Order history" is a list of bills where its rows are paid or open; a shop's orders are shipped and delivered. */
function isHistory({ topic, columns, table, lang }: Facts): boolean {
  if (table.source === 'json' || !topic.subject.includes('history') || !mentions(topic, histories)) return false
  const [status] = columnsIn(columns, 'status')
  const values = status ? table.rows.flatMap((row) => row.cells[status.index]?.value ?? []) : []
  return values.length > 0 && values.every((value) => statusOf(value, among, lang) !== undefined)
}

/** Bills: an amount and a day each, in a list of invoices or with an invoice number of their own. */
export const judgeInvoices: Judge = (facts) => {
  const { topic, columns } = facts
  const isBill = words2.has(topic.subject.at(-1) ?? '')
  if ((mentions(topic, otherThings) && !isBill && !isHistory(facts)) || mentions(topic, parts)) return null
  const amounts = columnsIn(columns, 'totalPrice', 'amount', 'price')
  const days = columnsIn(columns, 'issuedOn', 'date', 'createdOn', 'dueOn')
  const ids = columns.filter(isInvoiceId)
  if (!amounts.length || !(days.length || ids.length)) return null
  const numbered = columns.some(({ role }) => role === 'invoiceNumber')
  const dated = columns.some(({ role, leaf }) => role === 'issuedOn' && (leaf.has('issued') || leaf.has('invoice')))
  const named = topic.subjectConcepts.has('invoice') || mentions(topic, words2) || isHistory(facts)
  const about = topic.aroundConcepts.has('invoice') || topic.aroundConcepts.has('billing')
  const near = named || about || surrounds(topic, words)
  const person = columns.some(({ role }) => role === 'email')
  const seats = columnsIn(columns, 'seatsAssigned', 'seatsPurchased', 'seatsTotal').length
  const recurring = columnsIn(columns, 'period', 'auto', 'renewsOn', 'endsOn').length
  const score =
    (named ? 3 : near ? 1.5 : 0) +
    (numbered ? 2 : 0) +
    (dated ? 1.5 : 0) +
    (near && !named && isSettled(facts) ? 1 : 0) +
    1 -
    (person && !named ? 2 : 0) -
    seats * 2 -
    (named ? 0 : recurring)
  if (score < 3.5) return null
  const amount = amountsOf(facts)
  return { type: 'invoice', score: score + 1, read: (row) => readInvoice(facts, amount, row) }
}

/** Rows under a heading about billing that are each paid, open or taken back: nothing else has these states. */
const isSettled = ({ columns, table, lang }: Facts): boolean =>
  columnsIn(columns, 'status').some(({ index }) => {
    const states = table.rows.map(({ cells }) => statusOf(cells[index]?.value, settled, lang))
    return states.every(Boolean) && states.includes('paid')
  })
const settled = ['paid', 'open', 'refunded', 'past-due', 'void', 'draft'] as const

function readInvoice(facts: Facts, amount: Amounts, row: Row): Draft | null {
  const { columns, lang } = facts
  const draft = newDraft('invoice')
  take(draft, 'number', row, numbersOf(facts), (value) => numberOf(value, facts))
  // "invoice_uuid" is all that some vendors call their bills by.
  if (!has(draft, 'number') && !numbersOf(facts).some(({ leaf }) => leaf.has('number')))
    take(draft, 'number', row, columns.filter(isInvoiceId), (value) =>
      isUrl(String(value)) ? undefined : labelOf(value),
    )
  takeDay(draft, 'issuedOn', row, columnsIn(columns, 'issuedOn', 'date', 'createdOn'), facts)
  takeDay(draft, 'dueOn', row, dueColumns(columns), facts)
  // The plain "total" before totals of a part.
  const totals = columnsIn(columns, 'totalPrice').sort((a, b) => a.leaf.size - b.leaf.size)
  take(draft, 'total', row, [...totals, ...columnsIn(columns, 'amount', 'price')], (value, column) =>
    amount(row, column, value),
  )
  take(draft, 'status', row, columnsIn(columns, 'status', 'active'), (value) => invoiceStatus(value, lang))
  if (!has(draft, 'total') || !has(draft, 'number', 'issuedOn')) return null
  draft.keys = identityOf('invoice', draft.fields)
  return draft
}

/** "Vencimiento", "Scadenza": the word for the end of a term is that for the day a bill is due, where no term begins. */
function dueColumns(columns: Column[]): Column[] {
  const due = columnsIn(columns, 'dueOn')
  const term = columnsIn(columns, 'startsOn').length > 0
  return due.length > 0 || term ? due : columnsIn(columns, 'endsOn').filter(({ both }) => !both.has('period'))
}

/** A number has a digit, and is neither a name nor a machine's identifier. "Invoice #1234" is 1234. */
function numberOf(value: unknown, { lexicons }: Facts): string | undefined {
  const text = typeof value === 'string' && slashed.test(value.trim()) ? value.trim() : labelOf(value)
  if (text === undefined || !/\d/.test(text) || isOpaque(text) || text.length > 60) return undefined
  const [, words = '', number] =
    /^(\p{L}[\p{L} ]{2,20}?)\s?(?:n[°ºo]\.?|nr\.?|#|:)?\s?#?([\p{L}\d/_.-]{0,30}\d[\p{L}\d/_.-]{0,30})$/iu.exec(text) ??
    []
  return number !== undefined && readLabel(words, lexicons).concepts.includes('invoice') ? number : text
}

const isInvoiceId = ({ leaf, role, path, label }: Column): boolean =>
  role === 'invoiceNumber' && path.length === 0 && leaf.has('invoice') && /id$/i.test(label)

/** FV/2026/11/00412: what would else be the path of a file. */
const slashed = /^[\p{L}\d]{1,12}(?:[/-][\p{L}\d]{1,12}){1,5}$/u

/** A purchase order's or a serial number is not the bill's. */
const foreignNumbers = ['purchased', 'bought', 'serial', 'tax', 'user'] as const

/** Where a column holds numbers of invoices, a row without one has none: its internal id is not a number. */
function numbersOf({ columns }: Facts): Column[] {
  const own = ({ path, leaf }: Column) => path.length <= 1 && !foreignNumbers.some((concept) => leaf.has(concept))
  const stated = columnsIn(columns, 'invoiceNumber', 'number')
    .filter(own)
    .sort((a, b) => Number(b.leaf.has('number')) - Number(a.leaf.has('number')))
  return stated.length
    ? stated
    : columns
        .filter(({ path, leaf }) => path.length <= 1 && leaf.size === 1 && (leaf.has('id') || leaf.has('name')))
        .sort((a, b) => Number(b.leaf.has('id')) - Number(a.leaf.has('id')))
}

const among = ['paid', 'open', 'draft', 'void', 'refunded', 'partial', 'failed', 'past-due'] as const
function invoiceStatus(value: unknown, lang: string): Invoice['status'] {
  const word = statusOf(value, among, lang)
  return among.find((status) => status === word) ?? (labelOf(value) ? 'unknown' : undefined)
}
