import type { Column } from '../columns.ts'
import type { Draft, Facts, Row } from '../draft.ts'
import { cellOf } from '../draft.ts'
import { readLabel } from '../lexicon.ts'
import type { Cell } from '../tables.ts'
import { mentions, tenants } from '../topics.ts'
import { labelOf } from '../values/shape.ts'
import { statusOf } from '../values/word.ts'
import type { Concept } from '../vocabulary/language.ts'
import { type Area, areaOf, controlOf, type State } from './control-area.ts'
import { listsSignIns, signOnOf } from './control-connection.ts'
import { modeOf, saidInValue } from './control-mode.ts'
import { isPasswordRule } from './control-password.ts'
import { policiesOf } from './control-policy.ts'

const states = ['enforced', 'enabled', 'partial', 'disabled'] as const

/** Security settings: of one object the keys that say so, of a list the rows whose names do. */
export function readControls(facts: Facts): Draft[] {
  const { table, topic } = facts
  if (table.source !== 'json') return namedSettings(facts)
  if (table.single || (table.rows.length === 1 && mentions(topic, tenants))) return settingsOf(facts, table.rows)
  const listed = policiesOf(facts)
  if (!listed.length && listsSignIns(facts))
    return [...optionsOf(facts), ...[signOnOf(facts)].flatMap((found) => found ?? [])]
  if (listed.length || !topic.subjectConcepts.has('policy') || table.rows.length > 12) return listed
  return settingsOf(
    facts,
    table.rows.filter((row) => !isOff(facts, row)),
  )
}

/** `{ strategy: "database", options: { mfa: { active: true } } }`: what stands in the options of a way to sign in. */
const optionsOf = (facts: Facts): Draft[] => {
  const inside = facts.columns.filter(({ path }) => path.length > 0)
  return settingsOf({ ...facts, columns: inside }, facts.table.rows)
}

/** A rule that is switched off rules nothing. */
const isOff = ({ columns, lang }: Facts, row: Row): boolean =>
  columns.some(
    ({ role, path, index }) =>
      role === 'status' && !path.length && statusOf(row.cells[index]?.value, states, lang) === 'disabled',
  )

/** `two_factor_requirement_enabled: true`, `settings.saml.enabled: false`: one control for each area of the object. */
function settingsOf(facts: Facts, rows: Row[]): Draft[] {
  const byArea = new Map<Area, Draft>()
  const person = isPerson(facts)
  for (const row of rows)
    for (const column of facts.columns) {
      // What one member in the list of one has set says nothing of all.
      if (column.path.some((key) => /^(?:user|member|owner|viewer|profile|me)s?$/i.test(key))) continue
      const cell = cellOf(row, column)
      const said = cell && saidInValue(column, cell)
      const area = said?.area ?? (cell && (wholeArea(facts, column) ?? settingArea(facts, column)))
      const state = said?.state ?? (cell && area && stateOf(facts, column, cell))
      // A person's own second factor is a fact about the person, not a rule of the organization.
      if (!cell || !area || !state || (person && !column.leaf.has('enforced'))) continue
      const known = byArea.get(area)
      if (known && rank(known.fields.state) >= rank(state)) continue
      byArea.set(area, controlOf({ area, state, cell, detail: `${column.label} = ${cell.value}` }))
    }
  return [...byArea.values()]
}

const rank = (state: unknown): number =>
  state === 'enforced' ? 3 : state === 'enabled' ? 2 : state === 'partial' ? 1 : 0

const isPerson = ({ columns, topic }: Facts): boolean =>
  mentions(topic, new Set(['user', 'member', 'profile', 'me', 'agent'])) ||
  columns.some(({ role }) => role === 'login' || role === 'given')

/** The object is one policy ("backup compliance policy"): its own state is the control's. */
function wholeArea({ topic, table }: Facts, { role, path, leaf }: Column): Area | undefined {
  const own =
    table.single &&
    path.length === 0 &&
    ((role === 'status' && leaf.size === 1) || (role === 'active' && leaf.size === 1))
  return own ? areaOf(topic.subjectConcepts) : undefined
}

/** The words of the key, or of the object that holds an "enabled", name the area; keys about anything else do not. */
function settingArea(facts: Facts, column: Column): Area | undefined {
  const { leaf, both, unknown, path, label } = column
  if (
    barred.some((concept) => leaf.has(concept)) ||
    /can_be|fallback|exempt|except|bypass|grace|remember|skip|allowed_to|_url$|_id$|url$|available|supported|changing|licen[cs]e|quota|limits?\.|plan\.|^(?:use|has|can)[A-Z_]/i.test(
      label,
    )
  )
    return undefined
  const own = areaOf(leaf)
  // How long a password policy remembers old passwords is a rule of that policy, not of anything else.
  const around = [facts.topic.subjectConcepts, new Set([...both].filter((concept) => !leaf.has(concept)))]
  const policy = around.flatMap((words) => (words.has('policy') ? (areaOf(words) ?? []) : []))[0]
  if (own && policy && own !== policy && !leaf.has('enabled') && !leaf.has('enforced')) return undefined
  if (own) return unknown <= 2 && leaf.size <= 5 ? own : undefined
  if (isPasswordRule(facts, column)) return 'password-policy'
  const plain = leaf.has('enabled') || leaf.has('enforced') || leaf.has('active') || isMode(column)
  return plain && leaf.size <= 2 && unknown === 0 && path.length ? areaOf(both) : undefined
}

/** `mfa: { mode: "required" }`: the object is the setting, the key only says that here is what it is set to. */
const isMode = ({ label, shape }: Column): boolean =>
  shape.kind === 'text' && /(?:^|\.)(?:mode|policy|requirement|level|state|status|value|setting)$/i.test(label)

const barred: Concept[] = [
  'count',
  'id',
  'name',
  'created',
  'updated',
  'lastActive',
  'redirect',
  'email',
  'version',
  'reset',
]

/** Yes and no, or a number that the setting is set to. */
function stateOf(facts: Facts, column: Column, cell: Cell): State | undefined {
  const { leaf, both, shape, role } = column
  if (typeof cell.value === 'boolean') {
    const inverse = leaf.has('disabled')
    if (cell.value === inverse) return 'disabled'
    return leaf.has('enforced') ? 'enforced' : 'enabled'
  }
  if (typeof cell.value === 'number' && isPasswordRule(facts, column)) return cell.value > 0 ? 'enabled' : undefined
  const mode = modeOf(cell.value)
  if (mode && areaOf(isMode(column) ? both : leaf)) return mode
  if (role === 'status') return states.find((state) => state === statusOf(cell.value, states, 'en'))
  const sized = leaf.has('session') || leaf.has('retention')
  if (sized && shape.kind === 'number' && typeof cell.value === 'number') return cell.value > 0 ? 'enabled' : undefined
  return undefined
}

/** A page's list of settings: a name that is a security setting, and a state. */
function namedSettings(facts: Facts): Draft[] {
  const { columns, table, topic } = facts
  const named = columns.filter(
    ({ role, shape, leaf, unknown }) =>
      shape.kind === 'text' &&
      (role === 'name' || role === 'product' || role === 'plan' || (role === null && unknown === 0 && isPolicy(leaf))),
  )
  const stated = columns.filter(
    ({ role, leaf }) =>
      role === 'status' || role === 'active' || role === 'disabled' || leaf.has('enabled') || leaf.has('enforced'),
  )
  const around =
    topic.subjectConcepts.has('policy') ||
    topic.aroundConcepts.has('policy') ||
    areaOf(topic.subjectConcepts) !== undefined
  if (!named.length || !stated.length || table.rows.length > 60) return []
  return table.rows.flatMap((row) => namedSetting(facts, row, named, stated, around) ?? [])
}

/** "Policy", "Rule" over the names of rules. */
const isPolicy = (leaf: Column['leaf']): boolean => leaf.size === 1 && leaf.has('policy')

function namedSetting(facts: Facts, row: Row, named: Column[], stated: Column[], around: boolean): Draft | null {
  const name = named.map((column) => cellOf(row, column)).find((cell) => cell && labelOf(cell.value))
  const state = stated.map((column) => cellOf(row, column)).find(Boolean)
  const title = name && labelOf(name.value)
  if (!name || !state || title === undefined) return null
  const area =
    areaOf(new Set(readLabel(title, facts.lexicons).concepts)) ??
    (around ? (areaOf(facts.topic.subjectConcepts) ?? 'other') : undefined)
  const word = statusOf(
    typeof state.value === 'boolean' ? String(state.value) : state.value,
    ['enforced', 'enabled', 'partial', 'disabled'],
    facts.lang,
  )
  const found = states.find((one) => one === word)
  return area && found ? controlOf({ area, state: found, cell: state, title, named: name }) : null
}
