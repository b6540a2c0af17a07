import type { Uuid } from '../../shared/model/id.ts'
import { isTaught } from '../../shared/model/taught.ts'
import type { ProblemCode } from '../../shared/problem.ts'
import { layTaught } from './beside.ts'
import { type Connector, type ReadRow, wordsOf } from './define.ts'
import { lacksAccount } from './list-rule.ts'
import { accountCells, cellsOf } from './lookup.ts'
import { connectorsFor } from './match.ts'
import type { Material } from './material.ts'
import type { CodeNames } from './readers.ts'
import { type AskedResponse, askedResponses, isRefusal } from './responses.ts'
import { applyRule, groundOf } from './rules.ts'
import { type AskingSighting, type Finding, findingOf, sightingsOf } from './sighting.ts'
import { totalOf } from './total.ts'

/** What a visit's material says. Pure: no DOM, no clock, the same for the same material. */
export type Reading = {
  /** The connector of this page; sightings of the generic reader say so in their `capture`. */
  connector: Connector | null
  sightings: AskingSighting[]
  found: number
  problem: ProblemCode | null
  /** How many rows the console says there are, where it says so. */
  total: number | null
  /** The connector of this page found what it expects, be it an empty list. */
  understood: boolean
  /** The taught connectors that found what they expect. */
  taught: string[]
  /** What the connector expects and no longer finds, in its own words: `users:/members`. Never anything of the page. */
  missing: string[]
}

/**
 * Reads all material of a visit at once. The first connector of the page that finds something answers, with what was
 * taught beside it; the generic reader reads what it no longer understands, and adds kinds of record that it does not know: no page is read worse for
 * having a connector.
 */
export function readMaterial(material: Material, connectors: Connector[], captureId: Uuid, names?: CodeNames): Reading {
  const candidates = connectorsFor(material.url, connectors)
  const generic = candidates.find((connector) => connector.readAll !== undefined)
  const readings = candidates
    .filter((connector) => !connector.readAll)
    .map((connector) => readWith(connector, material, captureId, names))
  const best = besideEachOther(readings)
  if (best?.problem === 'SIGNED_OUT' && best.found === 0) return best
  const rowsOf = (rest: Material) => generic?.readAll?.(rest) ?? []
  const sighted = (rows: ReadRow[]) => (generic ? sightingsOf(rows.map(findingOf), generic, material, captureId) : [])
  const rows = best?.found ? [] : rowsOf(material)
  const sightings = best?.found ? withOtherKinds(best, material, (rest) => sighted(rowsOf(rest))) : sighted(rows)
  return {
    connector: best?.connector ?? generic ?? null,
    sightings,
    found: sightings.length,
    problem: best?.problem ?? null,
    total: best?.total ?? totalOf(rows),
    understood: best?.understood ?? false,
    taught: best?.taught ?? [],
    missing: best?.missing ?? [],
  }
}

type NamedReading = Reading & { connector: Connector; asked: AskedResponse[]; changed: AskedResponse[] }

/** The best of those that ship with the extension, and with it every one that was taught. */
function besideEachOther(readings: NamedReading[]): NamedReading | undefined {
  const builtIn = readings.filter(({ connector }) => !isTaught(connector.id))
  const best = builtIn.find((reading) => reading.found > 0) ?? builtIn.find((reading) => reading.problem) ?? builtIn[0]
  const taught = readings.filter(({ connector }) => isTaught(connector.id))
  const [first, ...others] = best ? [best, ...taught] : taught
  return first && others.reduce(besides, first)
}

/** One visit tells of one connector: whose page changed, else who read the page. */
function besides(known: NamedReading, taught: NamedReading): NamedReading {
  const sightings = layTaught(known.sightings, taught.sightings, taught.connector)
  const told = known.problem ? known : taught.problem ? taught : known.found > 0 ? known : taught
  return {
    ...known,
    sightings,
    found: sightings.length,
    connector: told.connector,
    problem: told.problem,
    missing: told.missing,
    total: known.total ?? taught.total,
    understood: known.understood || taught.understood,
    taught: [...known.taught, ...taught.taught],
  }
}

function readWith(
  connector: Connector,
  material: Material,
  captureId: Uuid,
  names: CodeNames | undefined,
): NamedReading {
  const asked = askedResponses(connector, material)
  const ground = groundOf(connector, material, asked.responses, names)
  const results = connector.records.map((rule) => applyRule(rule, ground))
  const findings: Finding[] = results.flatMap((result) => result.findings)
  const sightings = sightingsOf(findings, connector, material, captureId)
  const understood = new Set(results.flatMap((result) => result.understood))
  const missed = new Set(results.flatMap((result) => result.missed))
  const changed = asked.responses.filter(
    (response) => missed.has(response) && !understood.has(response) && !isRefusal(response.root),
  )
  const unnamed = sightings.length > 0 && lacksAccount(connector, material.page)
  const lost = unnamed ? accountCells(connector).flatMap(wordsOf) : []
  const gone = [...new Set([...results.flatMap((result) => result.gone ?? []), ...lost])]
  return {
    connector,
    sightings,
    found: sightings.length,
    problem: changed.length > 0 || gone.length > 0 ? 'PAGE_CHANGED' : asked.signedOut ? 'SIGNED_OUT' : null,
    total: results.reduce<number | null>(
      (most, { total }) => (total === null ? most : Math.max(most ?? 0, total)),
      null,
    ),
    understood: sightings.length > 0 || understood.size > 0,
    taught: isTaught(connector.id) && sightings.length > 0 ? [connector.id] : [],
    missing: [
      ...expectedOf(connector).filter((rows) => changed.some(({ name }) => rows.startsWith(`${name}:`))),
      ...gone,
    ],
    asked: asked.responses,
    changed,
  }
}

/** What a connector expects of its pages, as it says so itself. */
export const expectedOf = ({ records }: Connector): string[] => [
  ...new Set(records.flatMap((rule) => [rule.rows ?? [], rule.list ? cellsOf(rule).flatMap(wordsOf) : []].flat())),
]

/** A connector's word on what it knows is the last one: beside it, a guess at the same kind of record would be a second one. */
function withOtherKinds(
  best: NamedReading,
  material: Material,
  guess: (rest: Material) => AskingSighting[],
): AskingSighting[] {
  const [asked, changed] = [best.asked, best.changed].map((list) => new Set(list.map(({ url }) => url)))
  const only = (passes: (url: string) => boolean) => material.responses.filter(({ url }) => passes(url))
  const read = [...best.sightings, ...guess({ ...material, responses: only((url) => !!changed?.has(url)), page: null })]
  const kinds = new Set(read.map(({ type }) => type))
  const rest = { ...material, responses: only((url) => !asked?.has(url)) }
  return [...read, ...guess(rest).filter(({ type }) => !kinds.has(type))]
}
