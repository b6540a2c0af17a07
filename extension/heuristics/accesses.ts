import { type Column, columnsIn } from './columns.ts'
import type { Draft, Facts, Row } from './draft.ts'
import { newDraft, take } from './draft.ts'
import { identityOf } from './identity.ts'
import { type Claim, rowOf } from './lines.ts'
import { atHost } from './naming.ts'
import { isOpaque, labelOf } from './values/shape.ts'

const lists =
  /^(?:(?:assigned|active|user|account|member)_?)?(?:products?|apps?|applications?|licen[cs]es?|subscriptions?|entitlements?|seats|services|modules)(?:_?(?:access(?:es)?|assignments?|roles?|permissions?|entitlements?|licen[cs]es?))?$/i

/**
 * `users: [{ email, product_access: [{ product, role }] }]`: what each person may use, one object each. The person is read
 * once for each of them, and as before where nothing is named. True where the table was such a list.
 */
export function readAccesses(facts: Facts, claim: Claim): boolean {
  const { table } = facts
  if (claim.type !== 'assignment' || claim.table.single || table.single) return false
  if (!lists.test(table.near.at(-1) ?? '')) return false
  const names = namesIn(facts)
  if (names.length === 0) return false
  const held = new Map<string, Draft[]>()
  for (const row of table.rows) {
    const line = lineOf(facts, row, names)
    const holder = line && rowOf(line, claim.table)
    if (line && holder) held.set(holder, [...(held.get(holder) ?? []), line])
  }
  if (held.size === 0) return false
  const read = claim.drafts.flatMap((person) => {
    const lines = held.get(rowOf(person, claim.table) ?? '') ?? []
    return lines.length > 0 && isUnnamed(person) ? lines.map((line) => joined(person, line)) : [person]
  })
  claim.drafts.splice(0, claim.drafts.length, ...read)
  return true
}

/** A name; where there is none, a key in words. */
function namesIn({ columns }: Facts): Column[] {
  const own = columns.filter(({ path, shape }) => path.length <= 1 && shape.kind === 'text')
  const named = columnsIn(own, 'product', 'license', 'name').filter(({ leaf }) => !leaf.has('type'))
  const keyed = own.filter(({ label }) =>
    /^(?:(?:product|app|application|service|module)_?)?(?:key|id|code|slug)$/i.test(label),
  )
  return [...named, ...keyed]
}

const none = /^(?:none|no|no[_ -]?access|disabled|inactive|revoked|removed|false|0|unassigned|unlicensed)$/i

/** `access: "none"`, `enabled: false`: listed, and not given. */
const isRefused = ({ columns }: Facts, row: Row): boolean =>
  columns.some(
    ({ label, path, index }) =>
      path.length === 0 &&
      /(?<!in|un|dis)(?:access(?:_?level)?|role|status|state|enabled|active|assigned|granted)$/i.test(label) &&
      none.test(String(row.cells[index]?.value ?? '')),
  )

function lineOf(facts: Facts, row: Row, names: Column[]): Draft | null {
  const line = newDraft('assignment')
  const text = (value: unknown) => (typeof value === 'string' && !isOpaque(value) ? labelOf(value) : undefined)
  if (isRefused(facts, row) || !take(line, 'product', row, names, text)) return null
  const plans = columnsIn(facts.columns, 'plan').filter(({ shape }) => shape.kind === 'text')
  take(line, 'plan', row, plans, text)
  return line
}

/** Nothing was named in the person's own row; what was, says more than a list beside it. */
const isUnnamed = ({ fields, where }: Draft): boolean =>
  fields.plan === undefined &&
  fields.sku === undefined &&
  (fields.product === undefined || where.product?.locator === atHost)

function joined(person: Draft, line: Draft): Draft {
  const one = { ...person, fields: { ...person.fields, ...line.fields }, where: { ...person.where, ...line.where } }
  return { ...one, keys: identityOf('assignment', one.fields) }
}
