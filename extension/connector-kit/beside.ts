import type { Connector } from './define.ts'
import type { AskingSighting } from './sighting.ts'

/**
 * What a person taught, beside what another connector reads on the same page. The rule, in this one place: for the fields
 * that it names, the person's teaching wins; everything else of the page stays the other connector's. So a thing that both
 * know stays the thing that it was (its key and its account), with the taught fields over the others; kinds of record that
 * only the teaching knows are added. Nothing is counted twice: a taught row of a kind that both read is added only where it
 * is surely another thing, because every other row tells what it is told apart by, and tells otherwise.
 */
export function layTaught(known: AskingSighting[], taught: AskingSighting[], by: Connector): AskingSighting[] {
  const laid = [...known]
  const taken = new Set<number>()
  const added: AskingSighting[] = []
  for (const row of taught) {
    const telling = tellingOf(by, row)
    const like = known.flatMap((other, at) => (isOfKind(other, row) ? [at] : []))
    const same = like.filter((at) => isSame(known[at], row, telling))
    const [at] = same
    const other = at === undefined ? undefined : known[at]
    if (other && at !== undefined && same.length === 1 && !taken.has(at)) {
      taken.add(at)
      laid[at] = over(other, row)
    } else if (same.length === 0 && like.every((place) => tells(known[place], telling))) added.push(row)
  }
  return [...laid, ...added]
}

/** The fields by which the teaching tells its rows apart; none where it does so by something else. */
function tellingOf({ records }: Connector, { type }: AskingSighting): string[] {
  const key = records.find((rule) => rule.type === type)?.key ?? []
  return key.every((part) => typeof part === 'string') ? key : []
}

/** Of one type, and not of two accounts. */
const isOfKind = (other: AskingSighting, row: AskingSighting): boolean =>
  other.type === row.type &&
  (other.vendorAccount === null || row.vendorAccount === null || other.vendorAccount.id === row.vendorAccount.id)

const isSame = (other: AskingSighting | undefined, row: AskingSighting, telling: string[]): boolean =>
  other !== undefined &&
  (other.key === row.key ||
    (telling.length > 0 &&
      telling.every((field) => wordOf(other, field) !== '' && wordOf(other, field) === wordOf(row, field))))

const tells = (other: AskingSighting | undefined, telling: string[]): boolean =>
  other !== undefined && telling.length > 0 && telling.every((field) => wordOf(other, field) !== '')

const wordOf = ({ fields }: AskingSighting, field: string): string => {
  const value = Object.hasOwn(fields, field) ? fields[field] : undefined
  return value === undefined || typeof value === 'object' ? '' : String(value).trim().toLowerCase()
}

/** The draft says that it was taught: it is the teaching that a person looks at when one of its values is wrong. */
function over({ questions, ...other }: AskingSighting, row: AskingSighting): AskingSighting {
  const fields = { ...other.fields, ...row.fields }
  const open = Object.entries(questions ?? {}).filter(([field]) => !Object.hasOwn(fields, field))
  return {
    ...other,
    fields,
    evidence: { ...other.evidence, ...row.evidence },
    capture: row.capture,
    ...(open.length > 0 ? { questions: Object.fromEntries(open) } : {}),
  }
}
