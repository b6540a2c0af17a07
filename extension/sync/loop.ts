import type { Uuid } from '../../shared/model/id.ts'
import { fail, ok, type ProblemCode } from '../../shared/problem.ts'
import { ScopesResponse } from '../../shared/sync.ts'
import type { Database } from '../db/database.ts'
import { opsIn } from '../db/outbox.ts'
import type { ScopeState } from '../db/schema.ts'
import { openScope, thisDevice } from '../db/scopes.ts'
import { storageProblem } from '../db/storage-problem.ts'
import { getSetting, putSetting } from '../settings/store.ts'
import { stateAfter } from './backoff.ts'
import { compareDigests, isCompareDue } from './digest.ts'
import { type Answer, ask, type Server, type Step } from './http.ts'
import { lock, lockAll, lockUnlisted } from './lock.ts'
import { isLocked } from './locked.ts'
import { pagesAhead } from './pages.ts'
import { pullStep } from './pull.ts'
import { pushStep } from './push.ts'
import { trimRing } from './ring.ts'

export type SyncWish = { signal?: AbortSignal; fetch?: typeof fetch; now?: () => Date; random?: () => number }
export type SyncReport = {
  /** Not paired with a server, or another context is syncing at this moment: nothing was done. */
  idle: 'unpaired' | 'busy' | 'waiting' | null
  problem: ProblemCode | null
  /** What stopped single scopes; the others went on. */
  stopped: { scope: Uuid; code: ProblemCode }[]
  /** Scopes whose rows differed from the server's and are downloaded anew (C7). */
  mended: Uuid[]
}

/** Codes that are about this device and its server, so that trying the next scope is no use. */
const aboutAll: ProblemCode[] = [
  'OFFLINE',
  'NOT_A_SERVER',
  'UNAUTHENTICATED',
  'UPGRADE_REQUIRED',
  'RATE_LIMITED',
  'INTERNAL',
  'OTHER_WORKSPACE',
  'DEVICE_FULL',
  'STORAGE_FAILED',
  'NEWER_DATABASE',
]

/** C4: one round at a time on this device; who comes second leaves it to the first. */
export async function syncNow(db: Database, wish: SyncWish = {}): Promise<SyncReport> {
  // Absent outside of browsers, where there is one context only.
  const locks = globalThis.navigator?.locks
  if (!locks) return round(db, wish)
  return locks.request(`sync of ${db.name}`, { ifAvailable: true }, (lock) =>
    lock ? round(db, wish) : idleReport('busy'),
  )
}

/** What an alarm asks for: the same, but not before the back-off is over (C8). */
export async function syncWhenDue(db: Database, wish: SyncWish = {}): Promise<SyncReport> {
  const state = await getSetting(db, 'syncState')
  const now = (wish.now ?? (() => new Date()))()
  // A clock that was set back must not keep it waiting: no wait is longer than an hour.
  const wait = state?.retryAt ? Date.parse(state.retryAt) - now.getTime() : 0
  return wait > 0 && wait <= 3_600_000 ? idleReport('waiting') : syncNow(db, wish)
}

const idleReport = (idle: SyncReport['idle']): SyncReport => ({ idle, problem: null, stopped: [], mended: [] })

async function round(
  db: Database,
  { now = () => new Date(), random = Math.random, ...wish }: SyncWish,
): Promise<SyncReport> {
  const paired = await getSetting(db, 'server')
  if (!paired) return idleReport('unpaired')
  const report = idleReport(null)
  const failure = await attempt(() => syncScopes(db, { ...wish, url: paired.url, token: paired.token }, now, report))
  report.problem = failure?.code ?? report.stopped[0]?.code ?? null
  await db.transaction('rw', db.settings, async () => {
    // Disconnected meanwhile, or connected anew: how the former connection ended says nothing of this one.
    if ((await getSetting(db, 'server'))?.token !== paired.token) return
    const before = await getSetting(db, 'syncState')
    await putSetting(db, stateAfter(before, failure ?? report.stopped[0] ?? null, now(), random))
  })
  return report
}

type Failure = { code: ProblemCode; retryAfterMs?: number | undefined }

/** C9: a storage that fails in the middle stops the round; each step is one transaction, so nothing is half done. */
async function attempt(work: () => Promise<Failure | null>): Promise<Failure | null> {
  try {
    return await work()
  } catch (error) {
    const code = storageProblem(error)
    if (!code) throw error
    return { code }
  }
}

/** Push, then pull; and once more where the pull met a restored server, and found ops to send again (C5). */
async function syncScopes(db: Database, server: Server, now: () => Date, report: SyncReport): Promise<Failure | null> {
  for (let pass = 0; pass < 3; pass++) {
    const failure = (await pushAll(db, server, report)) ?? (await pullAll(db, server, now, report))
    if (failure) return failure
    if (!(await isWaiting(db, report))) return null
  }
  return null
}

/** The workspace goes first: its client records make the clients' scopes on the server. */
async function pushAll(db: Database, server: Server, report: SyncReport): Promise<Failure | null> {
  for (const { scope } of (await scopesInOrder(db)).filter((state) => !isLocked(state))) {
    const failure = await each(db, scope, report, () => repeat(() => pushStep(db, server, scope)))
    if (failure) return failure
  }
  return null
}

async function pullAll(db: Database, server: Server, now: () => Date, report: SyncReport): Promise<Failure | null> {
  const listed = await listScopes(db, server)
  if (!listed.ok) {
    if (listed.problem.code === 'MEMBERSHIP_REVOKED') await lockAll(db, now())
    return failureOf(listed)
  }
  // Before the workspace's rows take the names of withdrawn clients away.
  const ids = listed.value.map(({ id }) => id)
  const locked = await lockUnlisted(db, server, ids, now())
  if (!locked.ok) return failureOf(locked)
  for (const { id, epoch, head } of listed.value) {
    const failure = await each(db, id, report, async () => {
      const state = await db.scopes.get(id)
      const isBehind = state && (state.epoch !== epoch || state.cursor !== head)
      const pulled = isBehind ? await pull(db, server, id) : ok<Step>('done')
      return pulled.ok ? settleDay(db, server, id, now(), report) : pulled
    })
    if (failure) return failure
  }
  return null
}

async function isWaiting(db: Database, { stopped }: SyncReport): Promise<boolean> {
  const open = (await db.scopes.toArray()).filter((state) => !isLocked(state))
  const going = open.filter(({ scope }) => !stopped.some((stop) => stop.scope === scope))
  const counts = await Promise.all(going.map(({ scope }) => opsIn(db, scope, 'queued').count()))
  return counts.some((count) => count > 0)
}

const scopesInOrder = async (db: Database): Promise<ScopeState[]> =>
  (await db.scopes.toArray()).sort((a, b) => (a.kind === b.kind ? 0 : a.kind === 'workspace' ? -1 : 1))

/** T15: a server that sends a device back to the start again and again is left until the next round. */
const mostStarts = 3

async function repeat(step: () => Promise<Answer<Step>>): Promise<Answer<Step>> {
  for (let starts = 0; ; ) {
    const answer = await step()
    if (!answer.ok || answer.value === 'done') return answer
    if (answer.value === 'again' && ++starts > mostStarts) return fail('NOT_A_SERVER')
  }
}

function pull(db: Database, server: Server, scope: Uuid): Promise<Answer<Step>> {
  const pages = pagesAhead(server, scope)
  return repeat(() => pullStep(db, server, scope, pages))
}

/** One scope's failure is noted on it and stops no other, unless it is about all of them. */
async function each(
  db: Database,
  scope: Uuid,
  report: SyncReport,
  work: () => Promise<Answer<unknown>>,
): Promise<Failure | null> {
  if (report.stopped.some((stop) => stop.scope === scope)) return null
  const answer = await work()
  const code = answer.ok ? null : answer.problem.code
  const state = await db.scopes.get(scope)
  if (state && state.problem !== code) await db.scopes.update(scope, { problem: code })
  if (answer.ok) return null
  if (answer.problem.code === 'MEMBERSHIP_REVOKED') await lock(db, scope, new Date())
  if (aboutAll.includes(answer.problem.code)) return failureOf(answer)
  report.stopped.push({ scope, code: answer.problem.code })
  return null
}

const failureOf = (answer: Extract<Answer<never>, { ok: false }>): Failure => ({
  code: answer.problem.code,
  retryAfterMs: answer.retryAfterMs,
})

type Listed = ScopesResponse['scopes']

/** What this device may see, the workspace first; scopes that are new to it are opened. */
async function listScopes(db: Database, server: Server): Promise<Answer<Listed>> {
  const answer = await ask(server, { path: '/v1/scopes', schema: ScopesResponse })
  if (!answer.ok) return answer
  const { workspace } = await thisDevice(db)
  if (answer.value.workspace !== workspace) return fail('OTHER_WORKSPACE')
  const { scopes } = answer.value
  for (const { id, kind } of scopes) await openScope(db, id, kind)
  return ok([...scopes].sort((a, b) => (a.kind === b.kind ? 0 : a.kind === 'workspace' ? -1 : 1)))
}

/** What is done once a day in a scope that is at rest. */
async function settleDay(
  db: Database,
  server: Server,
  scope: Uuid,
  now: Date,
  report: SyncReport,
): Promise<Answer<Step>> {
  const state = await db.scopes.get(scope)
  if (!state || !isCompareDue(state, now)) return ok('done')
  await trimRing(db, state, now)
  const compared = await compareDigests(db, server, scope, now)
  if (!compared.ok) return compared
  if (compared.value) return ok('done')
  report.mended.push(scope)
  return pull(db, server, scope)
}
