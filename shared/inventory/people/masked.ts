import type { PeopleMode } from '../../model/client.ts'
import type { Evidence } from '../../model/evidence.ts'
import type { Fields, FieldValue, Sighting } from '../../model/observation.ts'
import type { InventoryRecord } from '../record.ts'
import { madeUpName } from './called.ts'

/** The fields by which a record says who somebody is, by type. All others are told in every mode. */
const naming: Partial<Record<InventoryRecord['type'], ReadonlySet<string>>> = {
  assignment: new Set(['person', 'email', 'accountId']),
  person: new Set(['name', 'emails', 'manager']),
  subscription: new Set(['owner']),
}

export const namesSomebody = (type: InventoryRecord['type'], field: string): boolean =>
  naming[type]?.has(field) ?? false

/** Whether a value of this type may name somebody, where nobody says of which field it is. */
export const mayNameSomebody = (type: InventoryRecord['type'], field: string | undefined): boolean =>
  field === undefined ? naming[type] !== undefined : namesSomebody(type, field)

/** What is shown under another name, or not at all, cannot be corrected. */
export const isShownAsIs = (type: InventoryRecord['type'], field: string, mode: PeopleMode): boolean =>
  mode === 'full' || !namesSomebody(type, field)

/** Whether anything of this type says who somebody is. */
export const isAboutPeople = (type: InventoryRecord['type']): boolean => type === 'assignment' || type === 'person'

/** The field that bears the name, where a made-up one stands in its place. */
const nameField: Partial<Record<InventoryRecord['type'], string>> = { assignment: 'person', person: 'name' }

/** Fields as a client's mode shows them; `key` is whose they are, and gives the made-up name. */
export function maskedFields(type: InventoryRecord['type'], fields: Fields, mode: PeopleMode, key: string): Fields {
  return mode === 'full' ? fields : masked(type, fields, (name) => name, mode, key)
}

export const withoutNames = (type: InventoryRecord['type'], fields: Fields): Fields =>
  maskedFields(type, fields, 'counts-only', '')

/** A record as a client's mode shows it: the same with whom it names left out, or under a made-up name. */
export function maskedRecord<R extends InventoryRecord>(record: R, mode: PeopleMode, key: string): R {
  if (mode === 'full' || naming[record.type] === undefined) return record
  const { type } = record
  return {
    ...record,
    cells: masked(type, record.cells, (value, cell) => ({ ...cell, value }), mode, key),
    // What an edit was set against would name them too.
    edits: masked(type, record.edits, (value, { against: _, ...edit }) => ({ ...edit, value }), mode, key),
  }
}

function masked<T>(
  type: InventoryRecord['type'],
  all: Record<string, T>,
  withName: (name: FieldValue & string, of: T) => T,
  mode: PeopleMode,
  key: string,
): Record<string, T> {
  const shown = Object.entries(all).flatMap(([field, of]): [string, T][] => {
    if (!namesSomebody(type, field)) return [[field, of]]
    return mode === 'pseudonymous' && field === nameField[type] ? [[field, withName(madeUpName(key), of)]] : []
  })
  return Object.fromEntries(shown)
}

/**
 * A sighting as a client's mode shows it. Excerpts, places in the material and the path of a page may name somebody as
 * well, so of a person's none is shown.
 */
export function maskedSighting(sighting: Sighting, mode: PeopleMode, key: string): Sighting {
  if (mode === 'full') return sighting
  if (!isAboutPeople(sighting.type)) return withoutNamed(sighting)
  const fields = maskedFields(sighting.type, sighting.fields, mode, key)
  const { product, plan, sku } = fields
  const counted = [product, plan, sku].find((said) => typeof said === 'string')
  const title = mode === 'pseudonymous' ? madeUpName(key) : String(counted ?? sighting.vendor)
  return { ...withoutTraces(sighting, fields), fields, key: title }
}

/** Of a thing that is nobody's only the fields that name somebody are left out. */
function withoutNamed(sighting: Sighting): Sighting {
  const isTold = ([field]: [string, unknown]) => !namesSomebody(sighting.type, field)
  if (Object.entries(sighting.fields).every(isTold)) return sighting
  return {
    ...sighting,
    fields: Object.fromEntries(Object.entries(sighting.fields).filter(isTold)),
    evidence: Object.fromEntries(Object.entries(sighting.evidence).filter(isTold)),
  }
}

/** Says how a field was read, and nothing of what stood there. */
const without = ({ source, confidence }: Evidence): Evidence => ({ source, locator: '', excerpt: '', confidence })

export function withoutTraces(sighting: Sighting, fields: Fields): Sighting {
  const { evidence, capture } = sighting
  const told = Object.entries(evidence).flatMap(([field, of]) =>
    Object.hasOwn(fields, field) ? [[field, without(of)] as const] : [],
  )
  return { ...sighting, evidence: Object.fromEntries(told), capture: { ...capture, url: addressWithout(sighting) } }
}

/** The page, so that it can be looked at again; of one whose address names the person only where it is. */
function addressWithout({ fields: { email, accountId, person }, capture: { url }, key }: Sighting): string {
  const plain = decoded(url).toLowerCase()
  const names = [email, accountId, person, key].flatMap((said) =>
    typeof said === 'string' ? [said, said.split('@')[0] ?? said, ...said.split(/\s+/)] : [],
  )
  const path = plain.replace(/^[a-z]+:\/\/[^/]*/, '')
  return names.some((name) => name.length > 2 && path.includes(name.toLowerCase())) ? originOf(url) : url
}

const decoded = (url: string): string => {
  try {
    return decodeURIComponent(url)
  } catch {
    return url
  }
}

const originOf = (url: string): string => {
  try {
    const { origin } = new URL(url)
    return origin === 'null' ? '' : origin
  } catch {
    return ''
  }
}
