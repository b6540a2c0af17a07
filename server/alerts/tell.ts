import type { Day } from '../../shared/model/day.ts'
import type { Uuid } from '../../shared/model/id.ts'
import { ok } from '../../shared/problem.ts'
import type { Database } from '../db/database.ts'
import { faultOf, type Log } from '../http/log.ts'
import type { Mailer } from '../mail/mailer.ts'
import { isRefused, refusalsIn } from '../mail/refusals.ts'
import { enqueueAlerts } from '../webhooks/enqueue.ts'
import { allClients, allWorkspaces } from '../workspaces/clients.ts'
import { type Reader, readersOf } from '../workspaces/readers.ts'
import { Scope } from '../workspaces/scope.ts'
import { addresseesOf } from './addressees.ts'
import type { Digest, DigestClient } from './digest.tsx'
import { type OwedByClient, type OwedDate, owedOf } from './owed.ts'
import { sentTo } from './sent.ts'
import { type Told, tellMember } from './tell-member.ts'

export type Telling = {
  database: Database
  clock: () => Date
  log: Log
  baseUrl: string
  /** Absent where no mail server is configured: what is owed stays owed. */
  mail?: Mailer | undefined
  /** Asked before every step that shows outside; false ends the run at once. */
  hold: () => Promise<boolean>
}

type Workspace = { id: Uuid; name: string }
type Addressed = { member: Reader; clients: DigestClient[] }

/**
 * Tells everybody what they are owed today and were not told yet: one mail a person and workspace, and a delivery for
 * each webhook. What was sent is recorded after it was sent. So a run that was missed for days is made up for by the next
 * one, a run that ends half-way is finished by the next one, and only what a crash left unrecorded is sent once more.
 */
export async function tellAlerts(telling: Telling, today: Day): Promise<Told> {
  let told: Told = 'done'
  for (const workspace of await allWorkspaces(telling.database)) {
    // A mail server that cannot be used is not asked again for the next firm; webhooks go on.
    const outcome = await tellWorkspace(told === 'nobody' ? { ...telling, mail: undefined } : telling, workspace, today)
    if (outcome === 'lost') return 'lost'
    if (outcome !== 'done' && told !== 'nobody') told = outcome
  }
  return told
}

async function tellWorkspace(telling: Telling, workspace: Workspace, today: Day): Promise<Told> {
  const { database, clock, hold } = telling
  let told: Told = 'done'
  const addressed = new Map<Uuid, Addressed>()
  const refusals = await refusalsIn(database.people, workspace.id)
  // One client at a time: what is held at once is what mails will say, not what the firm knows.
  for (const client of await allClients(database, workspace.id)) {
    if (!(await hold())) return 'lost'
    const owed = await owedByMember(telling, workspace, client, today)
    if (!owed) {
      told = 'later'
      continue
    }
    const { name, dates } = owed.owed
    if (dates.length > 0)
      await enqueueAlerts(database, workspace.id, owed.owed, { now: clock(), baseUrl: telling.baseUrl })
    for (const [member, unsent] of owed.unsent) {
      if (unsent.length === 0 || isRefused(refusals, member)) continue
      const known = addressed.get(member.id) ?? { member, clients: [] }
      known.clients.push({ client, name, dates: unsent })
      addressed.set(member.id, known)
    }
  }
  if (!telling.mail) return told
  for (const { member, clients } of addressed.values()) {
    const digest: Digest = { workspace, member: member.id, clients }
    const outcome = await tellMember({ ...telling, mail: telling.mail }, digest, member.email, today)
    if (outcome === 'lost' || outcome === 'nobody') return outcome
    if (outcome === 'later') told = 'later'
  }
  return told
}

type OwedByMember = { owed: OwedByClient; unsent: [Reader, OwedDate[]][] }

/** Undefined where this client's turn failed: that is tried again later, and holds up none of the others (R14). */
async function owedByMember(
  { database, clock, log }: Telling,
  workspace: Workspace,
  client: Uuid,
  today: Day,
): Promise<OwedByMember | undefined> {
  try {
    const found = await Scope.asServer(
      database,
      workspace.id,
      client,
      async (scope) => {
        const owed = await owedOf(scope, today)
        return ok({ owed, unsent: await unsentIn(scope, owed) })
      },
      'read',
    )
    return found.ok ? found.value : undefined
  } catch (error) {
    log({ at: clock().toISOString(), event: 'fault', code: 'INTERNAL', ...faultOf(error) })
    return undefined
  }
}

async function unsentIn(scope: Scope, { lead, dates }: OwedByClient): Promise<[Reader, OwedDate[]][]> {
  if (dates.length === 0) return []
  const refusals = await refusalsIn(scope.tx, scope.row.workspace)
  // An address that takes no mail is nobody's: whoever comes next is told instead.
  const readers = (await readersOf(scope)).filter((reader) => !isRefused(refusals, reader))
  const sent = await sentTo(
    scope,
    'mail',
    dates.flatMap(({ ids }) => ids),
  )
  const unsent = new Map<Reader, OwedDate[]>(readers.map((reader) => [reader, []]))
  for (const date of dates)
    for (const reader of addresseesOf({ ...date, ...(lead === undefined ? {} : { lead }) }, readers)) {
      const known = sent.get(reader.id)
      if (!date.ids.every((id) => known?.has(id))) unsent.get(reader)?.push(date)
    }
  return [...unsent]
}
