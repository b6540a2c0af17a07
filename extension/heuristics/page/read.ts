import { joinRows, type ReadRow } from '../../connector-kit/define.ts'
import type { PageSnapshot } from '../../connector-kit/material.ts'
import { atHost } from '../naming.ts'
import { dayOrderIn, recordsFromTables } from '../records.ts'
import type { Cell, LabelledTable, ReadContext } from '../tables.ts'
import { fold } from '../words.ts'
import { readerFor, tablesFromPage } from './tables.ts'

/** The records that a rendered page shows: rows of its lists, and what it says about one thing. */
export function recordsFromPage(page: PageSnapshot, stated: ReadContext): ReadRow[] {
  const reader = readerFor(page, stated.lang)
  const { lists, singles } = tablesFromPage(page, reader)
  const context = { ...stated, lang: reader.lang, spoken: reader.code, dayOrder: dayOrderIn([...lists, ...singles]) }
  const rows = recordsFromTables(lists, context)
  const single = oneThing(singles, context).filter(saysEnough)
  return single.reduce(withOne, rows)
}

const substance = ['seatsPurchased', 'seatsAssigned', 'seatsAvailable', 'unitPrice', 'startsOn', 'endsOn', 'renewsOn']

/** A word that could be a plan's name is on every page, and a price on every offer: somebody's own also has seats, a term or a state. */
const saysEnough = ({ type, fields, open }: ReadRow): boolean =>
  type !== 'subscription' ||
  substance.some((field) => Object.hasOwn(fields, field) || Object.hasOwn(open ?? {}, field)) ||
  (Object.hasOwn(fields, 'totalPrice') && Object.hasOwn(fields, 'status') && fields.status !== 'unknown')

/** A page often tells about its one subscription in several sections; where they name several, each stands alone. */
function oneThing(singles: LabelledTable[], context: ReadContext): ReadRow[] {
  const alone = recordsFromTables(singles, context)
  const [first] = singles
  if (singles.length < 2 || !first) return alone
  // Of several things, none is the one that the host could name.
  if (countDifferently(singles)) return alone.filter((row) => !isNamedByHost(row))
  const named = new Set(alone.filter(({ type }) => type === 'subscription').flatMap((row) => namesIn(row)[0] ?? []))
  if (named.size > 1) return alone
  const together = recordsFromTables([joined(singles, first)], context)
  const wider = together.filter(({ type }) => type === 'subscription')
  return wider.length === 0 ? alone : [...alone.filter(({ type }) => type !== 'subscription'), ...wider]
}

/** Sections that count the same twice, each time another number of it, are about several things. */
function countDifferently(singles: LabelledTable[]): boolean {
  const counted = new Map<string, string>()
  return singles.some(({ columns, rows }) => {
    const own = columns.flatMap((label, at): [string, string][] => {
      const text = String(rows[0]?.cells[at]?.value ?? '')
      return /^\d[\d.,]*$/.test(text) ? [[fold(label), text]] : []
    })
    const other = own.some(([label, text]) => (counted.get(label) ?? text) !== text)
    for (const [label, text] of own) counted.set(label, text)
    return other
  })
}

const isNamedByHost = ({ type, fields, where }: ReadRow): boolean =>
  type === 'subscription' && where.product?.locator === atHost && !Object.hasOwn(fields, 'plan')

/** One table of what all sections say; where two use the same name, the first stands. */
function joined(singles: LabelledTable[], first: LabelledTable): LabelledTable {
  const columns: string[] = []
  const cells: (Cell | undefined)[] = []
  for (const { columns: names, rows } of singles)
    for (const [at, label] of names.entries()) {
      const cell = rows[0]?.cells[at]
      if (!cell || label === 'name' || label === 'description' || columns.includes(label)) continue
      columns.push(label)
      cells.push(cell)
    }
  // The section that says most is the one whose heading names it.
  const main = singles.reduce((most, one) => (said(one) > said(most) ? one : most), first)
  return { ...main, columns, rows: [{ cells }], locator: 'page' }
}

const said = ({ columns }: LabelledTable) =>
  columns.filter((label) => label !== 'name' && label !== 'description').length

/** What a record is called, without what only the address told. */
const namesIn = ({ fields, where }: ReadRow): string[] =>
  ['plan', 'product', 'sku']
    .filter((field) => where[field]?.locator !== atHost)
    .map((field) => fold(String(fields[field] ?? '')))
    .filter((name) => name !== '')

/** The same subscription in a list and in a section is one record; the section's own words stand first. */
function withOne(rows: ReadRow[], one: ReadRow): ReadRow[] {
  const names = namesIn(one)
  const at = rows.findIndex((row) => row.type === one.type && namesIn(row).some((name) => names.includes(name)))
  const same = rows[at]
  if (one.type !== 'subscription' || !same) return [...rows, one]
  return rows.map((row, index) => (index === at ? joinRows(one, same) : row))
}
