import { vi } from 'vitest'
import { opsIn } from '../../extension/db/outbox.ts'
import { storageProblem } from '../../extension/db/storage-problem.ts'
import { deleteRecord, editField, undeleteRecord } from '../../extension/records/edit.ts'
import { acceptDraft } from '../../extension/review/accept.ts'
import { onePage } from '../../extension/sync/pages.ts'
import { pullStep } from '../../extension/sync/pull.ts'
import { pushStep } from '../../extension/sync/push.ts'
import { fieldOf } from '../../shared/inventory/fold.ts'
import { newId, type Uuid } from '../../shared/model/id.ts'
import { recordIdOf } from '../../shared/model/observation.ts'
import { sightingOf } from '../support/sightings.ts'
import type { Action } from './actions.ts'
import { checkAtRest, isolated } from './invariants.ts'
import { type Answered, Network, type Step } from './network.ts'
import { copyProfile, deviceAt, latecomerPlace, roomForOneMore, type SimDevice, settle, type World } from './world.ts'

const keys = ['sku-0', 'sku-1', 'sku-2']
const fields = ['product', 'plan']
/** Small pages and batches, so that short histories have several. */
const [page, batch] = [2, 3]
const year = 365 * 86_400_000

export type Run = {
  world: World
  devices: SimDevice[]
  network: Network
  records: Map<string, Uuid[]>
  values: number
  image: Buffer | undefined
  restored: boolean
}

/** What an edit needs of a history: the records there are, and values that were not used. */
export type Writing = Pick<Run, 'records' | 'values'>

/** One history from its beginning to rest, and everything that must hold on the way and then. */
export async function live(world: World, actions: Action[]): Promise<void> {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-03-01T09:00:00Z') })
  const devices = await settle(world)
  const records = new Map<string, Uuid[]>()
  for (const client of new Set(devices.map(({ client }) => client))) records.set(client, await recordsOf(client))
  const network = new Network(() => world.server.fetch)
  const run: Run = { world, devices, network, records, values: 0, image: undefined, restored: false }
  for (const next of actions) await act(run, next)
  await network.drain()
  await quiet(run, devices)
  const [ash, birch] = [devices.filter(({ own }) => own === 'ash'), devices.filter(({ own }) => own === 'birch')]
  const late = await deviceAt(world, latecomerPlace, 'ash', clientOf(run, 'ash'))
  await quiet(run, [late])
  await checkAtRest(run, ash, late)
  for (const device of birch) await checkAtRest(run, birch, device)
}

export const recordsOf = (client: Uuid): Promise<Uuid[]> =>
  Promise.all(keys.map((key) => recordIdOf(client, sightingOf({}, { key, account: null }))))

async function act(run: Run, next: Action): Promise<void> {
  const { world, devices, network } = run
  const device = 'who' in next ? devices[next.who % devices.length] : undefined
  if (device && 'skew' in next) vi.setSystemTime(Date.parse('2026-03-01T09:00:00Z') + next.skew * year)
  if (device && next.do === 'edit') await edit(run, device, next)
  if (device && next.do === 'accept') await acceptOne(run, device, next)
  if (device && (next.do === 'delete' || next.do === 'undelete')) {
    const rec = run.records.get(device.client)?.[next.record] ?? ''
    await (next.do === 'delete' ? deleteRecord : undeleteRecord)(device.db, device.client, rec)
  }
  if (device && next.do === 'forget') await forget(run, device, next)
  if (device && next.do === 'poison') await poison(run, device, next.record)
  if (device && (next.do === 'push' || next.do === 'pull')) await network.start(device.key, stepOf(device, next.do))
  if (device && next.do === 'sync') await quietOnce(run, device)
  if (device && next.do === 'syncOnFullDisk') await syncOnFullDisk(run, device, next.write)
  if (device && next.do === 'overtake') await overtake(run, device, next)
  if (device && next.do === 'restart') network.die(device.key)
  if (device && next.do === 'copyProfile' && roomForOneMore(devices))
    devices.push(await copyProfile(world, device, devices.length))
  if (next.do === 'request') seen(run, await network.arrive(next.at, next.how))
  if (next.do === 'answer') await answer(run, next)
  if (next.do === 'purge') await purge(run, next.own)
  if (next.do === 'backup') run.image = await world.server.backup()
  if (next.do === 'restore' && run.image) {
    await world.server.restore(run.image)
    run.restored = true
  }
}

const purge = (run: Run, own: SimDevice['own']) =>
  run.world.server.purge(run.world.tokens[own].workspace, clientOf(run, own))

async function forget(
  run: Run,
  device: SimDevice,
  { record, sleeper }: Extract<Action, { do: 'forget' }>,
): Promise<void> {
  await deleteRecord(device.db, device.client, run.records.get(device.client)?.[record] ?? '')
  await quietOnce(run, device)
  await purge(run, device.own)
  const woken = sleeper === undefined ? undefined : run.devices[sleeper % run.devices.length]
  if (woken) await stepAtOnce(run, woken, 'pull')
}

const clientOf = (run: Run, own: SimDevice['own']): Uuid =>
  run.devices.find((device) => device.own === own)?.client ?? ''

/** A value says whose it is, so that one in the wrong place is seen; some are equal, most differ. */
const valueFor = (run: Writing, { own }: SimDevice, value: number): string =>
  value === 0 ? `${own}/same` : `${own}/${++run.values}`

export async function edit(run: Writing, device: SimDevice, next: Extract<Action, { do: 'edit' }>): Promise<void> {
  const { db, client } = device
  const [rec, field] = [run.records.get(client)?.[next.record] ?? '', fields[next.field] ?? 'product']
  const value = next.value === 3 ? null : valueFor(run, device, next.value)
  const outcome = await editField(db, client, rec, field, value)
  if (!outcome.ok) return
  const believed = await db.records.get([client, rec])
  const shown = believed && fieldOf(believed, field)
  const stands = value === null ? shown?.by !== 'person' : shown?.value === value
  if (!stands) throw new Error(`I9 read your writes: ${field} is ${shown?.value}, not ${value}`)
}

export async function acceptOne(
  run: Writing,
  device: SimDevice,
  next: Extract<Action, { do: 'accept' }>,
): Promise<void> {
  const { db } = device
  const value = valueFor(run, device, next.value)
  const key = keys[next.record] ?? ''
  const sighting = sightingOf(
    { product: value, plan: `${device.own}/plan` },
    { key, account: null, at: new Date().toISOString() },
  )
  const id = newId()
  const visit = { session: id, tab: 1, host: 'admin.example.com', client: null }
  await db.drafts.put({ id, ...visit, sighting, firstSeenAt: sighting.capture.at, seenAt: sighting.capture.at })
  const outcome = await acceptDraft(db, id, {
    confirmed: true,
    ...(next.value === 2 ? { corrections: { plan: valueFor(run, device, 1) } } : {}),
  })
  // Of a client whose access was withdrawn nothing is taken, and it is not the active one any more (F23).
  const isLocked = !outcome.ok && ['NO_CLIENT', 'MEMBERSHIP_REVOKED'].includes(outcome.problem.code)
  if (!outcome.ok && !isLocked) throw new Error(`accept: ${outcome.problem.code}`)
}

/** As a damaged or much newer build might have queued it. */
export async function poison(run: Writing, { db, client }: SimDevice, record: number): Promise<void> {
  const outcome = await editField(db, client, run.records.get(client)?.[record] ?? '', 'plan', 'ash/poison')
  const last = outcome.ok ? await opsIn(db, client, 'queued').last() : undefined
  if (last?.body.kind === 'set') await db.outbox.put({ ...last, body: { ...last.body, value: { wrong: true } } })
}

const stepOf =
  ({ db, token, client }: SimDevice, kind: 'push' | 'pull') =>
  (fetch: typeof globalThis.fetch) => {
    const server = { url: 'http://stocktake.test', token, fetch }
    return kind === 'push'
      ? pushStep(db, server, client, batch)
      : pullStep(db, server, client, onePage(server, client, page))
  }

/** I10 at every step: nothing of one workspace is on its way to a device of the other. */
function seen(run: Run, answered: Answered | undefined): void {
  const device = run.devices.find(({ key }) => key === answered?.step.device)
  if (answered && device) isolated(device, `${answered.init?.body ?? ''} ${answered.text}`)
}

async function answer(run: Run, next: Extract<Action, { do: 'answer' }>): Promise<void> {
  const { network } = run
  const waiting = network.answers[next.at % Math.max(1, network.answers.length)]
  const device = run.devices.find(({ key }) => key === waiting?.step.device)
  if (next.how === 'diskFull' && device) device.storage.failAt = next.write
  const answered = await network.comeBack(next.at, next.how === 'dropped' ? 'dropped' : 'ok')
  if (device) device.storage.failAt = 0
  if (answered) mustBeOurFault(answered.step)
}

/** A step may fail only where the history broke the disk under it. */
function mustBeOurFault({ error }: Step): void {
  if (error !== undefined && storageProblem(error) !== 'DEVICE_FULL') throw error
}

async function quietOnce(run: Run, device: SimDevice): Promise<void> {
  for (const kind of ['push', 'pull'] as const) await stepAtOnce(run, device, kind)
}

/** A page with an edit is on its way while the next edit of the same field is pulled already. */
async function overtake(
  run: Run,
  device: SimDevice,
  { other, record }: Extract<Action, { do: 'overtake' }>,
): Promise<void> {
  const { network, devices } = run
  const editor = devices[other % devices.length]
  const editAndSync = async () => {
    if (editor) await edit(run, editor, { do: 'edit', who: other, record, field: 0, value: 1, skew: 0 })
    if (editor) await quietOnce(run, editor)
  }
  await editAndSync()
  await network.start(device.key, stepOf(device, 'pull'))
  seen(run, await network.arrive(network.requests.length - 1, 'ok'))
  await editAndSync()
  await quietOnce(run, device)
  await network.comeBack(network.answers.length - 1, 'ok')
}

async function syncOnFullDisk(run: Run, device: SimDevice, write: number): Promise<void> {
  device.storage.failAt = write
  try {
    await quietOnce(run, device)
  } catch (error) {
    if (storageProblem(error) !== 'DEVICE_FULL') throw error
  } finally {
    device.storage.failAt = 0
  }
}

const stepAtOnce = (run: Run, device: SimDevice, kind: 'push' | 'pull') =>
  stepOf(
    device,
    kind,
  )(async (input, init) => {
    const { signal: _, ...rest } = init ?? {}
    const response = await run.world.server.fetch(input, rest)
    isolated(device, await response.clone().text())
    return response
  })

/** Over a network that works, until nothing is left to say: I11. */
async function quiet(run: Run, devices: SimDevice[]): Promise<void> {
  for (let round = 0; round < 6; round++) {
    for (const kind of ['push', 'pull'] as const) for (const device of devices) await exhaust(run, device, kind)
    const queues = await Promise.all(devices.map(({ db, client }) => opsIn(db, client, 'queued').count()))
    if (queues.every((count) => count === 0)) return
  }
  throw new Error('I11 the outbox drains')
}

async function exhaust(run: Run, device: SimDevice, kind: 'push' | 'pull'): Promise<void> {
  for (let step = 0; step < 200; step++) {
    const answer = await stepAtOnce(run, device, kind)
    if (!answer.ok) throw new Error(`I11 ${kind} at rest: ${answer.problem.code}`)
    if (answer.value === 'done') return
  }
  throw new Error(`I11 ${kind} never ends`)
}
