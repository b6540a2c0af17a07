import type { Uuid } from '../../shared/model/id.ts'
import type { Sighting } from '../../shared/model/observation.ts'
import { redact } from '../connector-kit/redact.ts'
import { evidenceOf, newFinding, note } from '../connector-kit/sighting.ts'
import type { RowRecord } from './rows.ts'

/** One import: of which file, and when. */
export type ImportAct = { id: Uuid; name: string; at: string }

/** No page: whoever asks where a value is from is told the file. */
const addressOf = (name: string): string => `file:${redact(name).slice(0, 200)}`

/** What a row says, in the shape in which everything captured is kept. Values that could not be read stay as evidence alone. */
export function sightingOf(record: RowRecord, act: ImportAct, domainOf: (vendor: string) => string): Sighting {
  const finding = newFinding(record.type, redact(record.key), null)
  for (const [field, { locator, excerpt }] of Object.entries(record.where)) {
    const from = { source: 'import', locator, shown: excerpt } as const
    const value = Object.hasOwn(record.fields, field) ? record.fields[field] : undefined
    if (value !== undefined) note(finding, field, value, from)
    else finding.evidence[field] = evidenceOf(from)
  }
  const vendor = redact(domainOf(record.vendor ?? act.name))
  const capture = { id: act.id, at: act.at, url: addressOf(act.name), connector: { id: 'import', version: 1 } }
  return { ...finding, vendor, capture }
}
