import { randomUUID } from 'node:crypto'
import { alertsJob, type Scheduled, webhooksJob } from '../../server/alerts/scheduler.ts'
import type { Role } from '../../server/db/tables.ts'
import type { Job } from '../../server/jobs/job.ts'
import { smtpMailer } from '../../server/mail/mailer.ts'
import { Secret } from '../../server/secret.ts'
import { addDays } from '../../shared/model/calendar.ts'
import type { Day } from '../../shared/model/day.ts'
import type { Uuid } from '../../shared/model/id.ts'
import type { Fields } from '../../shared/model/observation.ts'
import type { CapturedType } from '../../shared/model/record-type.ts'
import { observed, sightingOf, type Writer } from './ops.ts'
import type { TestServer, TestWorkspace } from './server.ts'

export const todayOf = (server: TestServer): Day => server.now().toISOString().slice(0, 10)

/** A record of a client as its console showed it a while ago. */
export async function show(
  writer: Writer,
  server: TestServer,
  fields: Fields,
  key = 'sku-1',
  vendor = 'example.com',
  type: CapturedType = 'subscription',
) {
  const evidence = Object.fromEntries(
    Object.keys(fields).map((field) => [
      field,
      { source: 'json', locator: field, excerpt: 'x', confidence: 'high' } as const,
    ]),
  )
  const at = `${addDays(todayOf(server), -40)}T08:00:00Z`
  const sighting = { ...sightingOf(), type, key, vendor, fields, evidence, capture: { ...sightingOf().capture, at } }
  const observation = await observed(writer.scope, sighting)
  await writer.add(observation)
  return observation.rec
}

/** One more member of a workspace. */
export async function addMember(
  server: TestServer,
  workspace: TestWorkspace,
  email: string,
  role: Role,
): Promise<Uuid> {
  const [person, member, at] = [randomUUID(), randomUUID(), server.now().toISOString()]
  const { people } = server.database
  await people
    .insertInto('people')
    .values({ id: person, name: email, email, emailVerified: 1, image: null, createdAt: at, updatedAt: at })
    .execute()
  await people
    .insertInto('members')
    .values({ workspace: workspace.id, id: member, person, role, state: 'active', created_at: at })
    .execute()
  return member
}

export const emailOf = async (server: TestServer, { person }: TestWorkspace): Promise<string> =>
  (await server.database.people.selectFrom('people').select('email').where('id', '=', person).executeTakeFirstOrThrow())
    .email

/** The jobs of one node over a test's server, called by hand instead of by the minute. */
export function nodeOf(
  server: TestServer,
  change: Partial<Scheduled> & { smtp?: string } = {},
  holder: string = randomUUID(),
): { alerts: Job; webhooks: Job } {
  const { smtp, ...other } = change
  const scheduled: Scheduled = {
    database: server.database,
    clock: server.now,
    log: server.deps.log,
    baseUrl: server.deps.baseUrl,
    secret: server.deps.secret,
    outbound: { loopback: true, timeoutMs: 2000 },
    hour: { at: '07:00', zone: 'UTC' },
    ...(smtp === undefined ? {} : { mail: smtpMailer({ url: new Secret(smtp), from: 'alerts@advisers.example' }) }),
    ...other,
  }
  return { alerts: alertsJob(scheduled, holder), webhooks: webhooksJob(scheduled, holder) }
}
