import { VendorAccount } from '../../shared/model/evidence.ts'
import type { AccountRule, Connector, RecordRule, Source } from './define.ts'
import { firstOf, holds, type Place } from './evaluate.ts'
import { accountPlace, foundList, placesOf } from './list-rule.ts'
import { partsOf } from './match.ts'
import type { Material } from './material.ts'
import { readPath, rowsAt } from './path.ts'
import { type CodeNames, read } from './readers.ts'
import type { AskedResponse } from './responses.ts'
import { type Finding, newFinding, note } from './sighting.ts'

/** All that one connector's rules are evaluated over. */
export type Ground = {
  connector: Connector
  material: Material
  responses: AskedResponse[]
  pageParts: Record<string, string>
  names: CodeNames | undefined
}

export const groundOf = (
  connector: Connector,
  material: Material,
  responses: AskedResponse[],
  names: CodeNames | undefined,
): Ground => ({
  connector,
  material,
  responses,
  names,
  pageParts: Object.assign(
    {},
    ...(connector.pages ?? []).toReversed().map((page) => partsOf(page, material.url) ?? {}),
  ),
})

const placeOf = ({ material, pageParts, names }: Ground, response: AskedResponse | null): Place => ({
  row: null,
  root: response?.root ?? null,
  response: response?.name ?? '',
  parts: { ...pageParts, ...response?.parts },
  page: material.page,
  lang: material.lang,
  names,
})

/**
 * What a rule found; the responses in which it found what it expects, be it an empty list, and those in which it missed
 * it. One in which every row fails a condition (a plan that only owners are shown) says neither.
 */
export type RuleResult = {
  findings: Finding[]
  understood: AskedResponse[]
  missed: AskedResponse[]
  total: number | null
  /** Headings and labels of such a list that are not there any more. */
  gone?: string[]
}

export function applyRule(rule: RecordRule, ground: Ground): RuleResult {
  if (rule.list !== undefined) return applyToList(rule, ground)
  if (rule.rows === undefined)
    return { findings: recordsOf(rule, [placeOf(ground, null)], ground), understood: [], missed: [], total: null }
  const colon = rule.rows.indexOf(':')
  const [name, path] = [rule.rows.slice(0, colon), rule.rows.slice(colon + 1)]
  const result: RuleResult = { findings: [], understood: [], missed: [], total: null }
  const kept: Place[] = []
  for (const response of ground.responses.filter((candidate) => candidate.name === name)) {
    const rows = rowsAt(response.root, path)
    if (!rows) {
      result.missed.push(response)
      continue
    }
    const places = rows.map((row) => ({ ...placeOf(ground, response), row }))
    const passing = places.filter((place) => holds(rule.where, place))
    if (places.length === 0 || passing.some((place) => keyOf(rule, place) !== undefined))
      result.understood.push(response)
    else if (passing.length > 0 || lacksCondition(rule, places)) result.missed.push(response)
    if (rule.total) result.total = totalOf(response, rule.total) ?? result.total
    kept.push(...passing)
  }
  result.findings = recordsOf(rule, grouped(rule, kept), ground)
  return result
}

/** A list is this rule's where it has rows with their key; one that has only some of the words it is known by has changed. */
function applyToList(rule: RecordRule, ground: Ground): RuleResult {
  const list = foundList(ground.connector, rule, ground.material.page)
  const none = { findings: [], understood: [], missed: [], total: null }
  if (!list || list.rows.length === 0) return none
  const places = placesOf(rule, list, placeOf(ground, null))
  const findings = recordsOf(rule, places, ground)
  return { ...none, findings, gone: findings.length > 0 ? list.gone : [] }
}

/** Rows were there and none passed, because what the rule looks at is in none of them: the shape changed. */
const lacksCondition = (rule: RecordRule, places: Place[]): boolean =>
  (rule.where ?? []).some(
    ({ path, in: wanted }) => wanted && places.every((place) => !readPath(place.row, place.root, path)),
  )

function totalOf(response: AskedResponse, path: string): number | undefined {
  const at = readPath(null, response.root, path)
  const total = at && read(at.value, { name: 'count' })
  return typeof total === 'number' ? total : undefined
}

function grouped({ group }: RecordRule, places: Place[]): Place[] {
  if (!group) return places
  const valueAt = (place: Place, path: string) => JSON.stringify(readPath(place.row, place.root, path)?.value ?? null)
  const members = new Map<string, Set<string>>()
  for (const place of places) {
    const by = valueAt(place, group.by)
    members.set(by, (members.get(by) ?? new Set()).add(valueAt(place, group.of)))
  }
  return places.filter((place) => (members.get(valueAt(place, group.by))?.size === 1) === (group.size === 'one'))
}

/** Of the same record seen twice by one rule (a list loaded again), the later row says what is true. */
function recordsOf(rule: RecordRule, places: Place[], ground: Ground): Finding[] {
  const findings = new Map<string, Finding>()
  for (const place of places) {
    const key = keyOf(rule, place)
    if (key === undefined) continue
    const account = rule.account
      ? accountOf(rule.account, place, ground)
      : accountOf(ground.connector.account, accountPlace(ground.connector, place.page, place), ground)
    const finding = newFinding(rule.type, key, account)
    for (const [field, sources] of Object.entries(rule.fields)) {
      const found = firstOf(sources, place)
      if (found) note(finding, field, found.value, { source: found.via, locator: found.locator, shown: found.shown })
    }
    const identity = JSON.stringify([account?.id, key])
    const before = findings.get(identity)
    if (before) Object.assign(before, mergedOver(before, finding))
    else findings.set(identity, finding)
  }
  return [...findings.values()]
}

const mergedOver = (before: Finding, later: Finding): Pick<Finding, 'fields' | 'evidence'> => ({
  fields: { ...before.fields, ...later.fields },
  evidence: { ...before.evidence, ...later.evidence },
})

/** All parts or none. `/` within a part is escaped, so that parts cannot be read in two ways. */
function keyOf(rule: RecordRule, place: Place): string | undefined {
  const parts: string[] = []
  for (const item of rule.key) {
    const found = firstOf(typeof item === 'string' ? (rule.fields[item] ?? []) : item, place)
    if (!found || typeof found.value === 'object') return undefined
    const text = String(found.value)
    parts.push((item === 'email' ? text.toLowerCase() : text).replace(/[%/]/g, encodeURIComponent))
  }
  return parts.join('/')
}

function accountOf(rule: AccountRule | undefined, place: Place, ground: Ground): VendorAccount | null {
  if (!rule) return null
  const id = fromAccountSources(rule.id, place, ground)
  if (id === undefined) return null
  const name = fromAccountSources(rule.name ?? [], place, ground)
  const account = VendorAccount.safeParse({ vendor: ground.connector.vendor, id, ...(name ? { name } : {}) })
  return account.success ? account.data : null
}

/**
 * The row's own response first, then the others of that name. Where two of them name two tenants, neither is known to be
 * the row's: then it is nobody's.
 */
function fromAccountSources(sources: (Source & { in?: string })[], place: Place, ground: Ground): string | undefined {
  for (const { in: response, ...source } of sources) {
    const own = response === undefined || response === place.response ? textAt(source, place) : []
    const others = ground.responses.filter(({ name }) => name === response).map((other) => placeOf(ground, other))
    const values = new Set(own.length > 0 ? own : others.flatMap((at) => textAt(source, at)))
    if (values.size > 0) return values.size === 1 ? [...values][0] : undefined
  }
  return undefined
}

const textAt = (source: Source, place: Place): string[] => {
  const value = firstOf(source, place)?.value
  return value === undefined || typeof value === 'object' ? [] : [String(value)]
}
