import type { Evidence, VendorAccount } from '../../shared/model/evidence.ts'
import type { Uuid } from '../../shared/model/id.ts'
import type { FieldValue, Questions, Sighting } from '../../shared/model/observation.ts'
import { type CapturedType, fieldSchema } from '../../shared/model/record-type.ts'
import { registrableDomain } from '../../shared/vendor-directory/domain.ts'
import type { Connector, ReadRow } from './define.ts'
import type { Material } from './material.ts'
import { excerptOf, holdsSecret, redact } from './redact.ts'
import { remembering } from './remembering.ts'

/** A record as read, before it is told when and by which connector. */
export type Finding = Pick<Sighting, 'type' | 'key' | 'vendorAccount' | 'fields' | 'evidence'> & {
  questions?: Questions
}

/** A sighting as it is read, with what of it only a person can decide. */
export type AskingSighting = Sighting & { questions?: Questions }

export const newFinding = (type: CapturedType, key: string, vendorAccount: VendorAccount | null): Finding => ({
  type,
  key,
  vendorAccount,
  fields: {},
  evidence: {},
})

const confidenceOf = { json: 'high', page: 'medium', generic: 'low', import: 'low' } as const

type From = { source: keyof typeof confidenceOf; locator: string; shown: string }

/** Notes a field with its evidence, where the value is one that the field can have and holds no secret. */
export function note(finding: Finding, field: string, value: FieldValue, from: From): void {
  const { possible, clean } = readerOf(finding.type)(field)
  const known = possible(value)
  if (known === undefined) return
  finding.fields[field] = known
  finding.evidence[field] = evidenceOf(from, clean)
}

/** The value that a field of a type has where it is given this one. A list says the same few things in row after row. */
const readerOf = remembering((type: CapturedType) =>
  remembering((field: string) => ({
    clean: locatorCleaner(),
    possible: remembering((value: FieldValue): FieldValue | undefined => {
      const parsed = fieldSchema(type, field)?.safeParse(value)
      if (!parsed?.success || (typeof value === 'string' && holdsSecret(value))) return undefined
      return parsed.data as FieldValue // every field's schema gives a FieldValue
    }),
  })),
)

/** A field that can be read in several ways, all of them values that it can have. */
function ask(finding: Finding, field: string, choices: FieldValue[], from: { locator: string; excerpt: string }): void {
  const schema = fieldSchema(finding.type, field)
  if (choices.length < 2 || !choices.every((choice) => schema?.safeParse(choice).success)) return
  const evidence = evidenceOf({ source: 'generic', locator: from.locator, shown: from.excerpt })
  finding.questions = { ...finding.questions, [field]: { choices, evidence } }
}

export const evidenceOf = ({ source, locator, shown }: From, clean = withoutSecrets): Evidence => ({
  source,
  locator: clean(locator).slice(0, 300),
  excerpt: excerptIn(shown),
  confidence: confidenceOf[source],
})

const excerptIn = remembering(excerptOf)

/** A path is looked at step by step, so that what follows a secret stays. What holds none as a whole holds none in its steps. */
const withoutSecrets = (locator: string): string =>
  redact(locator) === locator ? locator : locator.split('/').map(redact).join('/')

type Frame = { head: string; tail: string }

/**
 * A field stands in the same column, row after row: its locators differ by the number of the row alone, and hold no
 * secret where the first of them held none.
 */
function locatorCleaner(): (locator: string) => string {
  let known: Frame | undefined
  return (locator) => {
    if (known && isFramed(locator, known)) return locator
    const clean = withoutSecrets(locator)
    const [, head, tail] = clean === locator ? (numbered.exec(locator) ?? []) : []
    known = head === undefined || tail === undefined ? undefined : { head, tail }
    return clean
  }
}

/** `table 1, row 12, column 'Seats'`, `$.data[12].seats` */
const numbered = /^([^[]{1,200}?(?:, row |, entry |\[))\d{1,7}([\],][\s\S]{0,300})$/

function isFramed(locator: string, { head, tail }: Frame): boolean {
  const end = locator.length - tail.length
  if (end <= head.length || end > head.length + 7 || !locator.startsWith(head) || !locator.endsWith(tail)) return false
  for (let at = head.length; at < end; at++) if (!isDigit(locator.charCodeAt(at))) return false
  return true
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57

/** Of one vendor account, or of none that is known: a type is one word, and JSON never begins with a letter. */
const identity = ({ type, vendorAccount, key }: Finding): string =>
  vendorAccount ? JSON.stringify([type, vendorAccount.id, key]) : `${type}\n${key}`

/** One finding a record, field by field: an earlier one keeps what it has, a later one adds what it lacked. */
export function joinFindings(findings: Finding[]): Finding[] {
  const joined = new Map<string, Finding>()
  for (const finding of findings) {
    const id = identity(finding)
    const known = joined.get(id)
    if (known) {
      known.fields = { ...known.fields, ...finding.fields, ...known.fields }
      known.evidence = { ...known.evidence, ...finding.evidence, ...known.evidence }
      known.questions = { ...finding.questions, ...known.questions }
    } else joined.set(id, finding)
  }
  return [...joined.values()]
}

export function findingOf(row: ReadRow): Finding {
  const finding = newFinding(row.type, row.key, null)
  for (const field in row.fields) {
    const [value, where] = [row.fields[field], Object.hasOwn(row.where, field) ? row.where[field] : undefined]
    if (value !== undefined && where)
      note(finding, field, value, { source: 'generic', locator: where.locator, shown: where.excerpt })
  }
  if (row.open !== undefined)
    for (const [field, choices] of Object.entries(row.open)) {
      const where = Object.hasOwn(row.where, field) ? row.where[field] : undefined
      if (where) ask(finding, field, choices, where)
    }
  return finding
}

/** A record needs its key, and something to say beside the key. */
const isRecord = (finding: Finding): boolean =>
  finding.key.length > 0 && finding.key.length <= 600 && hasAny(finding.fields)

function hasAny(fields: object): boolean {
  for (const field in fields) if (Object.hasOwn(fields, field)) return true
  return false
}

export function sightingsOf(
  findings: Finding[],
  connector: Connector,
  material: Material,
  captureId: Uuid,
): AskingSighting[] {
  const capture = {
    id: captureId,
    at: material.at,
    url: pageAddress(material.url),
    connector: { id: connector.id, version: connector.version },
  }
  const vendor = connector.readAll ? siteOf(material.url) : connector.vendor
  return joinFindings(findings.filter(isRecord)).map(({ type, key, vendorAccount, fields, evidence, questions }) => {
    const sighting = { type, key, vendorAccount, fields, evidence, vendor, capture }
    if (questions === undefined) return sighting
    const open = Object.entries(questions).filter(([field]) => !Object.hasOwn(fields, field))
    return open.length > 0 ? { ...sighting, questions: Object.fromEntries(open) } : sighting
  })
}

/**
 * The page's address as evidence keeps it and a person finds the page again: without its query and its fragment, which
 * may hold anything. Only a fragment that is a path stays, as it is the page of a console that is one document:
 * `…/Adminportal/Home#/licenses`.
 */
export function pageAddress(url: string): string {
  const [address = '', fragment = ''] = url.split('#', 2)
  const path = /^!?\//.test(fragment) ? `#${fragment.split('?', 1)[0]}` : ''
  return redact(`${address.split('?', 1)[0]}${path}`).slice(0, 2000)
}

const siteOf = (url: string): string => registrableDomain(url) ?? (URL.canParse(url) ? new URL(url).hostname : '?')
