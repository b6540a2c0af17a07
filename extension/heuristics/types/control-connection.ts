import { columnsIn } from '../columns.ts'
import type { Draft, Facts } from '../draft.ts'
import { cellOf } from '../draft.ts'
import { readLabel } from '../lexicon.ts'
import { surrounds } from '../topics.ts'
import { labelOf } from '../values/shape.ts'
import { areaOf, controlOf } from './control-area.ts'
import { isOn } from './control-policy.ts'

const kinds = new Set(['connection', 'provider', 'idp', 'setting', 'method', 'federation', 'configuration', 'config'])
const signing = new Set(
  'auth authentication login signin sign sso saml oidc identity idp federation security password directory'.split(' '),
)

/** Ways to sign in, one a row: connections, identity providers, settings of each method. */
export const listsSignIns = ({ topic, table }: Facts): boolean =>
  !table.single && table.rows.length <= 12 && topic.subject.some((word) => kinds.has(word)) && surrounds(topic, signing)

/** `{ type: "SAML", enabled: true }`: on where any such way is, off where all are; none that says neither tells anything. */
export function signOnOf(facts: Facts): Draft | undefined {
  const { columns, table, lang } = facts
  const typed = columns.filter(({ label, shape, path }) => {
    return shape.kind === 'text' && path.length === 0 && /type|strategy|protocol|kind|method|provider/i.test(label)
  })
  const flags = [
    ...columnsIn(columns, 'active', 'status', 'disabled').filter(({ path }) => path.length === 0),
    ...columns.filter(({ label }) => /^(?:is_?)?auth(?:entication)?_?enabled$/i.test(label)),
  ]
  let ways = 0
  const told = table.rows.flatMap((row) => {
    const type = typed.map((column) => cellOf(row, column)).find((cell) => cell && isSignOn(cell.value, facts))
    if (type) ways += 1
    const flag = flags.find((column) => cellOf(row, column))
    const on = type && flag && isOn(row, flag, lang)
    return type && on !== undefined ? [{ cell: type, on }] : []
  })
  const decisive = told.find(({ on }) => on) ?? (told.length === ways ? told[0] : undefined)
  if (!decisive) return undefined
  const { cell, on } = decisive
  return controlOf({
    area: 'sso',
    state: on ? 'enabled' : 'disabled',
    cell,
    detail: `${cell.value} ${on ? 'on' : 'off'}`,
  })
}

const isSignOn = (value: unknown, { lexicons }: Facts): boolean =>
  areaOf(new Set(readLabel(labelOf(value) ?? '', lexicons).concepts)) === 'sso'
