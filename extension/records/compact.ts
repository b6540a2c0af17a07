import type { Evidence, VendorAccount } from '../../shared/model/evidence.ts'
import type { Observation } from '../../shared/model/observation.ts'
import type { StoredRecord } from '../db/schema.ts'

/**
 * What comes from the disk has every text as often as it is said: of a hundred thousand seats, which are of few products
 * and were seen at once, that is two thirds of what they take. Here each is kept once, in the very records that came.
 */
export function compacter(): (record: StoredRecord) => StoredRecord {
  const texts = new Map<string, string>()
  const once = (text: string): string => {
    const known = texts.get(text)
    if (known === undefined) texts.set(text, text)
    return known ?? text
  }
  const accounts = new Map<string, VendorAccount>()
  const accountOnce = (account: VendorAccount): VendorAccount => {
    const key = `${account.vendor}\n${account.id}\n${account.name}`
    const known = accounts.get(key)
    if (!known) accounts.set(key, account)
    return known ?? account
  }
  return (record) => {
    record.scope = once(record.scope)
    record.vendor = once(record.vendor)
    record.seenAt = once(record.seenAt)
    if (record.vendorAccount) record.vendorAccount = accountOnce(record.vendorAccount)
    let last: StoredRecord['cells'][string] | undefined
    for (const field in record.cells) {
      const cell = record.cells[field]
      if (!cell) continue
      // Nearly all of a record was seen at once, and to compare two texts is faster than to look one up.
      if (cell.observation === last?.observation) cell.observation = last.observation
      cell.at = cell.at === last?.at ? last.at : once(cell.at)
      if (cell.source === last?.source) cell.source = last.source
      if (typeof cell.value === 'string') cell.value = once(cell.value)
      last = cell
    }
    return record
  }
}

const bare = new Map<string, Evidence>()

/** Of what was seen, its history tells values and their source; where on a page each stood is read by who asks. */
export function withoutExcerpts(observation: Observation): Observation {
  const { evidence } = observation.sighting
  for (const field in evidence) {
    const { source = 'import', confidence = 'high' } = evidence[field] ?? {}
    const key = `${source} ${confidence}`
    const known = bare.get(key) ?? { source, confidence, locator: '', excerpt: '' }
    bare.set(key, known)
    evidence[field] = known
  }
  return observation
}
