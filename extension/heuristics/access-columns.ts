import type { Cell, CellValue, LabelledTable } from './tables.ts'
import { dayOf } from './values/day.ts'
import { emailOf } from './values/shape.ts'
import { yesNoOf } from './values/word.ts'

type Access = { name: string; access: number; used: number | undefined }

const site = /\s[-–—]\s(?=\S)/
const lastUse = /^last (?:seen|active|used|activity|access(?:ed)?|login|sign[- ]?in) (?:in|on|at|to) /i
const roles = /^(?:x|(?:\w+ )?(?:user|member|admin|administrator|owner|guest|viewer|editor|agent|creator))$/i
const nothing = /^(?:none|never(?: (?:accessed|active|used|seen))?|no access|-|–|—|n\/a)$/i

/**
 * A file of people with a column for each product that they may use: "Chat - north", and perhaps "Last seen in Chat -
 * north". Each person and product becomes a row of its own. A column counts as one of a product where its last use stands
 * beside it, or where several of one site do; what it holds is nothing but yes or no, a role, or a day.
 */
export function byProduct(table: LabelledTable): LabelledTable {
  const { columns, rows } = table
  const isPeople = columns.some((_, at) => rows.length > 0 && rows.every(({ cells }) => emailOf(cells[at]?.value)))
  const products = isPeople ? productsOf(table) : []
  if (products.length === 0) return table
  const taken = new Set(products.flatMap(({ access, used }) => [access, used]))
  const own = columns.map((_, at) => at).filter((at) => !taken.has(at))
  const wide = rows.flatMap(({ cells }) =>
    products.flatMap(({ name, access, used }) => {
      const cell = cells[access]
      if (!cell || !grants(cell.value)) return []
      const product: Cell = { value: name, locator: cell.locator }
      const day = used === undefined ? (dayOf(cell.value, 'en') ? cell : undefined) : cells[used]
      return [{ cells: [...own.map((at) => cells[at]), product, day] }]
    }),
  )
  return { ...table, columns: [...own.map((at) => columns[at] ?? ''), 'Product', 'Last active'], rows: wide }
}

function productsOf(table: LabelledTable): Access[] {
  const { columns } = table
  const candidates = columns.flatMap((label, access): Access[] => {
    const used = columns.findIndex((other) => lastUse.test(other) && other.replace(lastUse, '').trim() === label)
    const [name = ''] = label.split(site)
    const plain =
      name !== '' && !lastUse.test(label) && holds(table, access, (value) => grants(value) || refuses(value))
    return plain ? [{ name: name.trim(), access, used: used < 0 ? undefined : used }] : []
  })
  const siteOf = ({ access }: Access) => columns[access]?.split(site)[1]
  return candidates.filter((one) => {
    const place = siteOf(one)
    const together = place !== undefined && candidates.filter((other) => siteOf(other) === place).length > 1
    return one.used === undefined ? together : holds(table, one.used, (value) => isDay(value) || refuses(value))
  })
}

/** Every value passes, and there is one. */
function holds({ rows }: LabelledTable, column: number, test: (value: CellValue) => boolean): boolean {
  const values = rows.flatMap(({ cells }) => cells[column]?.value ?? [])
  return values.length > 0 && values.every(test)
}

const isDay = (value: CellValue): boolean => dayOf(value, 'en') !== undefined
const grants = (value: CellValue): boolean =>
  yesNoOf(value, 'en') === true || isDay(value) || (typeof value === 'string' && roles.test(value.trim()))
const refuses = (value: CellValue): boolean =>
  yesNoOf(value, 'en') === false || (typeof value === 'string' && nothing.test(value.trim()))
