import { keptOf } from '../../shared/inventory/people/kept.ts'
import { isShownAsIs } from '../../shared/inventory/people/masked.ts'
import type { Uuid } from '../../shared/model/id.ts'
import type { Sighting } from '../../shared/model/observation.ts'
import type { Database } from '../db/database.ts'
import { type PeopleShown, peopleShownIn, shownSighting } from '../records/people-mode.ts'
import { type Effect, effectOf } from './effect.ts'
import { type KnownThings, knownThings, matched, matchedById } from './match.ts'
import type { RowReading } from './rows.ts'
import { type ImportAct, sightingOf } from './sighting.ts'
import { vendorDomains } from './vendor-domains.ts'

/** One record that an import would write, and what that does. `shown` is what of it the screen may show. */
export type Planned = { sighting: Sighting; rec: Uuid; effect: Effect; shown: Sighting }

export type VerdictKind = 'new' | 'changed' | 'same' | 'question' | 'aside'

/** A row of the file with what would become of it. */
export type RowVerdict = Pick<RowReading, 'row' | 'aside' | 'faults' | 'asks' | 'rounded' | 'twin'> & {
  kind: VerdictKind
  planned: Planned[]
}

type Running = { signal: AbortSignal; onProgress: (done: number) => void }

/** Between two looks at the clock; then the screen may paint. */
const slice = 250

/** Compares every row with what the client has. Nothing is written. Undefined where it was given up for another. */
export async function dryRun(
  db: Database,
  client: Uuid,
  rows: RowReading[],
  act: ImportAct,
  { signal, onProgress }: Running,
): Promise<RowVerdict[] | undefined> {
  const domainOf = vendorDomains()
  const type = rows.find(({ records }) => records.length > 0)?.records[0]?.type
  const known: KnownThings = type
    ? await knownThings(db, client, type, domainOf)
    : { byId: new Map(), byIdentity: new Map() }
  const people = await peopleShownIn(db, client)
  const taken = new Set<Uuid>()
  const verdicts: RowVerdict[] = []
  for (const [at, row] of rows.entries()) {
    if (at % slice === 0) {
      onProgress(at)
      await new Promise((resolve) => setTimeout(resolve))
      if (signal.aborted) return undefined
    }
    const planned: Planned[] = []
    let isHere = false
    for (const record of row.records) {
      const said = sightingOf(record, act, domainOf)
      const byId = await matchedById(db, client, said, record.rec, { known, mode: people.mode })
      if (byId === 'nameless') {
        isHere = true
        continue
      }
      const own = byId ?? (await matched(db, client, said, known, taken))
      taken.add(own.rec)
      const kept = keptOf(people.mode, own.sighting, own.rec)
      const effect = shownEffect(effectOf(kept, own.rec, client, known.byId.get(own.rec)), kept, people)
      planned.push({ ...own, effect, shown: shownSighting({ ...own.sighting, fields: said.fields }, own.rec, people) })
    }
    const { records: _, ...rest } = row
    if (isHere && planned.length === 0 && row.aside === null)
      verdicts.push({ ...rest, aside: 'here', asks: [], planned, kind: 'aside' })
    else verdicts.push({ ...rest, planned, kind: kindOf(row, planned) })
  }
  return verdicts
}

const shownEffect = (effect: Effect, { type }: Sighting, { mode }: PeopleShown): Effect => ({
  ...effect,
  fields: effect.fields.filter(({ field }) => isShownAsIs(type, field, mode)),
})

function kindOf({ asks, aside }: RowReading, planned: Planned[]): VerdictKind {
  if (aside !== null) return 'aside'
  if (asks.length > 0) return 'question'
  if (planned.some(({ effect }) => effect.kind === 'new')) return 'new'
  return planned.some(({ effect }) => effect.kind === 'changed') ? 'changed' : 'same'
}

export type Sum = Record<VerdictKind | 'faulty', number>

export function sumOf(verdicts: RowVerdict[]): Sum {
  const sum: Sum = { new: 0, changed: 0, same: 0, question: 0, aside: 0, faulty: 0 }
  for (const { kind, faults } of verdicts) {
    sum[kind] += 1
    if (faults.length > 0) sum.faulty += 1
  }
  return sum
}

/** What an import writes: rows without an open question that change something. */
export const importable = (verdicts: RowVerdict[]): RowVerdict[] =>
  verdicts.filter(({ kind }) => kind === 'new' || kind === 'changed')
