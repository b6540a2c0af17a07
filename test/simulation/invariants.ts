import type { ConfirmedRow, OutboxOp, StoredRecord } from '../../extension/db/schema.ts'
import { localDigest } from '../../extension/sync/digest.ts'
import type { LogRow } from '../../server/db/tables.ts'
import { brokenLink } from '../../server/sync/log.ts'
import { Scope } from '../../server/workspaces/scope.ts'
import { InventoryRecord } from '../../shared/inventory/record.ts'
import { canonical } from '../../shared/model/observation.ts'
import { fail, ok } from '../../shared/problem.ts'
import { DigestResponse, type Op } from '../../shared/sync.ts'
import { checkLog } from './log-invariants.ts'
import type { SimDevice, World } from './world.ts'

export class Violated extends Error {}
export const must = (holds: boolean, what: string): void => {
  if (!holds) throw new Violated(what)
}

/** I10 */
export function isolated({ own }: SimDevice, text: string): void {
  must(
    !text.includes(own === 'ash' ? '"birch/' : '"ash/'),
    `I10 a device of ${own} meets values of the other workspace`,
  )
}

/** What of a world is asked when it rests. */
export type Settled = {
  world: {
    server: Pick<World['server'], 'database' | 'fetch'>
    tokens: Record<SimDevice['own'], { workspace: string }>
  }
  restored: boolean
}

type Resting = { records: StoredRecord[]; confirmed: ConfirmedRow[]; ops: OutboxOp[] }

/** Everything that must hold once all is sent and pulled; `late` has just downloaded it all. */
export async function checkAtRest(run: Settled, devices: SimDevice[], late: SimDevice): Promise<void> {
  const server = await onServer(run, late)
  const made = madeBy([...devices, late])
  checkLog(run, server.log, made)
  must(server.broken === undefined, `I15 the chain of the log breaks at ${server.broken}`)
  const accounted = new Set(server.log.map(({ op }) => op))
  const fresh = standing((await restingOn(late)).records)
  for (const device of [...devices, late]) {
    const { records, confirmed, ops } = await restingOn(device)
    isolated(device, JSON.stringify([records, confirmed]))
    must(
      living(records) === living(server.records),
      `I1 device ${device.key} believes\n${living(records)}\nthe server\n${living(server.records)}`,
    )
    must(standing(records) === fresh, `I1 device ${device.key} stands on\n${standing(records)}\nand not on\n${fresh}`)
    must(
      same(await localDigest(device.db, device.client), server.digest),
      `I16 the digest of device ${device.key} differs`,
    )
    checkConflicts(device, confirmed, server)
    checkQuarantine(device, ops, server.log, run.restored)
    for (const { op, state } of ops) if (state === 'rejected') accounted.add(op)
  }
  for (const [op, { body }] of made)
    if (!accounted.has(op)) throw new Violated(`I2 ${body.kind} ${op} is lost: ${await whereabouts(run, op, devices)}`)
}

/** What each device knows of an op that nobody has: enough to begin looking for it. */
async function whereabouts({ restored }: Settled, op: string, devices: SimDevice[]): Promise<string> {
  const told = devices.map(async ({ key, db, storage, client }) => {
    const queued = await db.outbox.get([client, op])
    const made = storage.made.get(op)
    const state = await db.scopes.get(client)
    return `${key} ${made ? 'made it' : ''} ${JSON.stringify(queued ?? null)} ${JSON.stringify(state)}`
  })
  return `${restored ? 'restored' : ''}\n${(await Promise.all(told)).join('\n')}`
}

/** Each op of their client as it was when it was made, by whoever made it. */
function madeBy(devices: SimDevice[]): Map<string, { body: Op }> {
  return new Map(
    devices.flatMap(({ storage, client }) => [...storage.made].filter(([, { scope }]) => scope === client)),
  )
}

const within = (scope: string) => [[scope], [scope, []]] as const

async function restingOn({ db, client }: SimDevice): Promise<Resting> {
  return {
    records: await db.records
      .where('[scope+id]')
      .between(...within(client))
      .toArray(),
    confirmed: await db.confirmed
      .where('[scope+id]')
      .between(...within(client))
      .toArray(),
    ops: await db.outbox
      .where('[scope+op]')
      .between(...within(client))
      .toArray(),
  }
}

type OnServer = {
  log: LogRow[]
  records: InventoryRecord[]
  conflicts: { id: string; body: string }[]
  digest: Awaited<ReturnType<typeof localDigest>>
  broken: number | undefined
}

async function onServer({ world }: Settled, { own, client, token }: SimDevice): Promise<OnServer> {
  const { server, tokens } = world
  const asked = await Scope.asServer(server.database, tokens[own].workspace, client, async (scope) => {
    const rows = await scope.tx.selectFrom('rows').selectAll().where('scope', '=', scope.key).execute()
    const records = await scope.tx.selectFrom('records').select('body').where('scope', '=', scope.key).execute()
    const log = await scope.tx.selectFrom('log').selectAll().where('scope', '=', scope.key).orderBy('nr').execute()
    const revs = rows.map(({ rev }) => rev)
    if (new Set(revs).size !== revs.length || Math.max(0, ...revs) > scope.row.seq) return fail('INTERNAL', 'I4')
    return ok({
      log,
      records: records.map(({ body }): InventoryRecord => InventoryRecord.parse(JSON.parse(body))),
      conflicts: rows.filter(({ kind }) => kind === 'conflict'),
      broken: await brokenLink(scope),
    })
  })
  must(asked.ok, 'I4 each number was given once, and none above the head')
  if (!asked.ok) throw new Error(asked.problem.code)
  const answer = await server.fetch(`http://stocktake.test/v1/scopes/${client}/digest`, {
    headers: { authorization: `Bearer ${token}` },
  })
  const { types } = DigestResponse.parse(await answer.json())
  return { ...asked.value, digest: types }
}

const same = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b)

/** What a person sees of what lives. */
const living = (records: InventoryRecord[]): string =>
  records
    .filter(({ deleted }) => deleted === 0)
    .map(({ id, type, cells, edits, seenAt }) => canonical([id, type, cells, edits, seenAt]))
    .sort()
    .join('\n')

/** On which state the next edit of each record stands; a device also counts the conflicts that it has seen. */
const standing = (records: InventoryRecord[]): string =>
  records
    .filter(({ deleted }) => deleted === 0)
    .map(({ id, rev }) => `${id} ${rev}`)
    .sort()
    .join('\n')

function checkConflicts(device: SimDevice, confirmed: ConfirmedRow[], { conflicts }: OnServer): void {
  const mine = confirmed.flatMap(({ row }) => (row.kind === 'conflict' ? [canonical(row)] : [])).sort()
  const theirs = conflicts.map(({ body }) => canonical(JSON.parse(body))).sort()
  must(same(mine, theirs), `I6 device ${device.key} shows other conflicts than the server has`)
}

/** I14. A server that was restored may have forgotten that it refused an op: that waits in quarantine all the same. */
function checkQuarantine(device: SimDevice, ops: OutboxOp[], log: LogRow[], restored: boolean): void {
  const refused = new Set(log.filter(({ st }) => st === 'rejected').map(({ op }) => op))
  for (const { op, state, code } of ops) {
    must(state !== 'queued', `I11 device ${device.key} still holds ${op}`)
    must(
      (state === 'rejected') === refused.has(op) || (state === 'rejected' && restored),
      `I14 ${op} is ${state} on device ${device.key}, refused: ${refused.has(op)}`,
    )
    must(state !== 'rejected' || code !== null, `I14 ${op} waits in quarantine without a reason`)
  }
}
