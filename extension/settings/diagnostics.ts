import { fieldOf } from '../../shared/inventory/fold.ts'
import { RecordType } from '../../shared/model/record-type.ts'
import { problemCodes } from '../../shared/problem.ts'
import { parseDefinition } from '../connector-kit/taught.ts'
import { connectors } from '../connectors/index.ts'
import type { Database } from '../db/database.ts'
import { codeOf, counted, instantOf, numberOf, oneOf } from './bare.ts'
import { pausedConnectors } from './paused.ts'
import type { Room } from './storage.ts'
import { getSetting } from './store.ts'

/** What the screen knows and the database does not. */
export type Around = { now: Date; version: string; userAgent: string; language: string; chosen: boolean; room: Room }

/**
 * What helps to find a fault, and nothing that was captured, typed or named: numbers, moments, and words of ours alone.
 * Whatever is no such word is counted as "other".
 */
export async function diagnosticsOf(db: Database, around: Around) {
  return {
    madeAt: around.now.toISOString(),
    extension: { version: around.version, language: around.language, languageChosen: around.chosen },
    browser: browserOf(around.userAgent),
    storage: around.room,
    database: { version: numberOf(db.verno), rows: await rowsOf(db) },
    records: counted((await db.listing.toArray()).map(({ type }) => oneOf(RecordType.options, type))),
    server: await serverOf(db),
    scopes: await scopesOf(db),
    changes: counted((await db.outbox.toArray()).map(({ state, code }) => changeOf(state, code))),
    connectors: await connectorsOf(db),
    taught: await taughtOf(db),
  }
}
export type Diagnostics = Awaited<ReturnType<typeof diagnosticsOf>>

const rowsOf = async (db: Database): Promise<Record<string, number>> =>
  Object.fromEntries(await Promise.all(db.tables.map(async (table) => [table.name, await table.count()])))

/** "Chrome 148", "Edge 148", "Firefox 140"; nothing else of what a browser says of itself. */
function browserOf(userAgent: string): string {
  const [, name, version] = /(Edg|Firefox|Chrome)\/(\d{1,4})/.exec(userAgent.replace(/Chrome(?=.*Edg\/)/, '')) ?? []
  return name === undefined ? 'other' : `${name === 'Edg' ? 'Edge' : name} ${version}`
}

async function serverOf(db: Database) {
  const [server, state] = [await getSetting(db, 'server'), await getSetting(db, 'syncState')]
  return {
    connected: server !== undefined,
    pairedAt: instantOf(server?.pairedAt),
    secure: server?.url.startsWith('https://') ?? null,
    syncedAt: instantOf(state?.syncedAt),
    triedAt: instantOf(state?.at),
    retryAt: instantOf(state?.retryAt),
    failures: numberOf(state?.failures),
    problem: codeOf(state?.problem),
  }
}

async function scopesOf(db: Database) {
  const scopes = await db.scopes.toArray()
  return scopes.map((scope) => ({
    kind: oneOf(['workspace', 'client'], scope.kind),
    cursor: numberOf(scope.cursor),
    floor: numberOf(scope.floor),
    head: numberOf(scope.head),
    lastOp: numberOf(scope.n),
    purged: numberOf(scope.purged),
    problem: codeOf(scope.problem),
    comparedAt: instantOf(scope.comparedAt),
    locked: scope.locked ? (codeOf(scope.locked.why) ?? 'yes') : null,
  }))
}

const changeOf = (state: string, code: string | null): string => {
  const known = oneOf(['queued', 'acked', 'rejected'], state)
  return code === null || code === undefined ? known : `${known} ${codeOf(code)}`
}

/** Of each connector of ours that read here: its version, how often, and what kept it from reading. */
async function connectorsOf(db: Database) {
  const [visits, paused] = [await db.sessions.toArray(), await pausedConnectors(db)]
  return connectors.flatMap(({ id, version }) => {
    const its = visits.filter((visit) => visit.connector === id)
    if (its.length === 0 && !paused.has(id)) return []
    const problems = counted(its.flatMap(({ problem }) => (problem === null ? [] : oneOf(problemCodes, problem))))
    const understood = its.filter((visit) => visit.understood === true).length
    return { id, version, paused: paused.has(id), visits: its.length, understood, problems }
  })
}

/** What was taught is told of without its name: whether it is understood here, its version, whether it is paused. */
async function taughtOf(db: Database) {
  const listed = await db.listing.filter(({ type }) => type === 'connector').toArray()
  const records = await db.records.bulkGet(listed.map(({ scope, id }): [string, string] => [scope, id]))
  return records.flatMap((record) => {
    if (!record) return []
    const definition = fieldOf(record, 'definition')?.value
    const known = typeof definition === 'string' ? parseDefinition(definition) : undefined
    return {
      understood: known !== undefined,
      version: numberOf(known?.version),
      paused: fieldOf(record, 'paused')?.value === true,
    }
  })
}
