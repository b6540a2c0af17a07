import { getDomain } from 'tldts'
import type { ReadRow } from '../connector-kit/define.ts'
import { byProduct } from './access-columns.ts'
import { readAccesses } from './accesses.ts'
import { remembering } from './answers.ts'
import { byKind } from './by-kind.ts'
import { columnsOf } from './columns.ts'
import type { Draft, Facts, Judge, Verdict } from './draft.ts'
import { languageOf, lexiconsFor, readLabel } from './lexicon.ts'
import { type Claim, readLines } from './lines.ts'
import { vendorNameOf } from './naming.ts'
import { bySetting } from './setting-rows.ts'
import { finished, type RowSteps, rowsPerStep } from './steps.ts'
import type { LabelledTable, ReadContext } from './tables.ts'
import { topicOf } from './topics.ts'
import { judgeAssignments } from './types/assignment.ts'
import { judgeCertificates } from './types/certificate.ts'
import { readControls } from './types/control.ts'
import { judgeDomains } from './types/domain.ts'
import { judgeInvoices } from './types/invoice.ts'
import { judgeProducts } from './types/product.ts'
import { judgeSubscriptions } from './types/subscription.ts'
import { type DayOrder, statedBy } from './values/day.ts'
import { emailOf } from './values/shape.ts'

const judges: Judge[] = [
  judgeCertificates,
  judgeDomains,
  judgeInvoices,
  judgeProducts,
  judgeAssignments,
  judgeSubscriptions,
]
const maxRows = 20_000

/**
 * Rows that are records of a client's inventory; a table that is anything else gives none. Outer tables come first: what
 * lies inside a row that was read (the lines of an invoice) is part of it.
 */
export const recordsFromTables = (tables: LabelledTable[], context: ReadContext): ReadRow[] =>
  finished(recordSteps(tables, context))

/** The same, where something must go on meanwhile. */
export function* recordSteps(tables: LabelledTable[], context: ReadContext): RowSteps<ReadRow[]> {
  const claimed: Claim[] = []
  const controls: Draft[] = []
  for (const facts of factsOfAll(tables, context)) {
    const { table } = facts
    for (const control of readControls(facts)) if (!repeats(control, controls)) controls.push(control)
    const inside = claimed.filter((claim) => isInside(table.locator, claim.table.locator))
    const verdict = bestOf(facts)
    if (inside.some((claim) => readLines(facts, claim, verdict) || readAccesses(facts, claim))) continue
    if (inside.some((claim) => !claim.table.single)) continue
    if (!verdict || inside.some(({ type }) => type === verdict.type)) continue
    const isSum = table.source === 'json' ? () => false : sumsIn(facts)
    const read: Draft[] = []
    let rows = 0
    for (const [at, row] of table.rows.entries()) {
      if (at % rowsPerStep === 0) yield at
      if (rows === maxRows) break
      if (isSum(row)) continue
      const drafts = verdict.read(row, rows++) ?? []
      if (Array.isArray(drafts)) read.push(...drafts)
      else read.push(drafts)
    }
    if (read.length) claimed.push({ table, type: verdict.type, drafts: read })
  }
  return keyed([...claimed.flatMap(({ drafts }) => drafts), ...controls])
}

/** Is any of the tables of a kind that we read? What stands in its rows may still be none of ours. */
export function mayHoldRecords(tables: LabelledTable[], context: ReadContext): boolean {
  for (const facts of factsOfAll(tables, context))
    if (bestOf(facts) !== null || readControls(facts).length > 0) return true
  return false
}

function* factsOfAll(tables: LabelledTable[], context: ReadContext): Generator<Facts> {
  const labels = tables.filter(({ source }) => source !== 'json').flatMap(({ columns, near }) => [...columns, ...near])
  const spoken = context.spoken ?? languageOf([...labels, ...context.headings], context.lang)
  const vendorName = vendorNameOf(context.pageUrl ?? context.url, context.title, ownDomains(tables))
  const dayOrder = context.dayOrder === undefined ? dayOrderIn(tables) : context.dayOrder
  for (const given of tables) {
    const whole = given.source === 'csv' ? byProduct(given) : bySetting(given, context)
    for (const table of byKind(whole, lexiconsFor(spoken)))
      yield factsOf(table, { ...context, dayOrder }, spoken, vendorName)
  }
}

/** The domains of the addresses in a response or on a page, where most are of one: the client's own. */
function ownDomains(tables: LabelledTable[]): Set<string> {
  const times = new Map<string, number>()
  let all = 0
  for (const table of tables) {
    if (table.source === 'csv') continue
    for (const { cells } of table.rows.slice(0, 200))
      for (const cell of cells) {
        const text = typeof cell?.value === 'string' && cell.value.includes('@') ? emailOf(cell.value) : undefined
        const domain = text === undefined ? null : getDomain(text.split('@')[1] ?? '')
        if (!domain) continue
        all += 1
        times.set(domain, (times.get(domain) ?? 0) + 1)
      }
  }
  return new Set([...times].flatMap(([domain, count]) => (count > 1 && count > all / 2 ? [domain] : [])))
}

function factsOf(table: LabelledTable, context: ReadContext, spoken: string, vendorName: string | null): Facts {
  const json = table.source === 'json'
  const lexicons = lexiconsFor(json ? null : spoken)
  // Values of a translated page are written in its language, whatever its `lang` attribute says.
  const lang = json ? 'en' : context.lang.slice(0, 2).toLowerCase() === spoken ? context.lang : spoken
  return {
    table,
    columns: columnsOf(table, lexicons, lang, context.dayOrder),
    topic: topicOf(table, context, lexicons),
    context,
    lexicons,
    lang,
    vendorName,
  }
}

/** 25/12/2026 anywhere on a page tells how all its dates are written. */
export const dayOrderIn = (tables: LabelledTable[]): DayOrder | undefined =>
  statedBy(tables.flatMap(({ rows }) => rows.slice(0, 500).flatMap(({ cells }) => cells.map((cell) => cell?.value))))

/** "Total", "Gesamt", "Razem" where a name should stand: the sum of the rows above. */
function sumsIn({ lexicons }: Facts): (row: LabelledTable['rows'][number]) => boolean {
  const isTotal = remembering((text: string) => {
    const { concepts, unknown } = readLabel(text, lexicons)
    return unknown === 0 && concepts[0] === 'total'
  })
  return ({ cells }) => {
    const first = cells.find((cell) => cell !== undefined)
    if (typeof first?.value !== 'string' || first.value.length > 30 || !isTotal(first.value)) return false
    return cells.filter(Boolean).length >= 2
  }
}

/** The same setting is met again in the object that holds it; of one area a response tells once. */
const repeats = (control: Draft, known: Draft[]): boolean =>
  known.some(({ fields }) => fields.area === control.fields.area && fields.title === control.fields.title)

const isInside = (inner: string, outer: string): boolean =>
  inner !== outer && inner.startsWith(outer) && /^[.[]/.test(inner.slice(outer.length))

function bestOf(facts: Facts): Verdict | null {
  const verdicts = judges.flatMap((judge) => judge(facts) ?? [])
  return verdicts.sort((a, b) => b.score - a.score)[0] ?? null
}

/** Natural keys. Rows that cannot be told apart are numbered in their order: the second of two alike stays the second. */
function keyed(drafts: Draft[]): ReadRow[] {
  const seen = new Map<string, number>()
  return drafts.map(({ type, fields, where, open, keys }) => {
    const key = keys.join(' · ').slice(0, 580) || 'row'
    const id = `${type} ${key}`
    const times = (seen.get(id) ?? 0) + 1
    seen.set(id, times)
    const row = { type, key: times === 1 ? key : `${key} #${times}`, fields, where }
    return open ? { ...row, open } : row
  })
}
