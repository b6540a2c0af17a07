import type { Day } from '../../shared/model/day.ts'
import type { Uuid } from '../../shared/model/id.ts'
import { ok } from '../../shared/problem.ts'
import type { Database } from '../db/database.ts'
import type { Mailer } from '../mail/mailer.ts'
import { noteRefusal } from '../mail/refusals.ts'
import { readersOf } from '../workspaces/readers.ts'
import { Scope } from '../workspaces/scope.ts'
import { type Digest, type DigestClient, digestsOf, mailOf } from './digest.tsx'
import { noteSent } from './sent.ts'

/** `later`: not everybody could be told. `nobody`: the mail server itself is out of reach. `lost`: another node goes on. */
export type Told = 'done' | 'later' | 'nobody' | 'lost'

type Mailing = {
  database: Database
  clock: () => Date
  baseUrl: string
  mail: Mailer
  hold: () => Promise<boolean>
}

/** Mails one person what is owed to them, and records it once the mail server has taken it. */
export async function tellMember(mailing: Mailing, digest: Digest, to: string, today: Day): Promise<Told> {
  const { database, clock, baseUrl, mail, hold } = mailing
  const { workspace, member } = digest
  for (const part of digestsOf(digest)) {
    if (!(await hold())) return 'lost'
    const clients = await stillReadable(database, workspace.id, part, to)
    if (clients.length === 0) continue
    const sent = await mail.send(mailOf({ ...part, clients }, { to, today, baseUrl }))
    if (sent.is === 'refused') {
      await noteRefusal(database.people, workspace.id, { id: member, email: to }, sent.reply, clock())
      return 'later'
    }
    if (sent.is === 'later') return sent.nobody ? 'nobody' : 'later'
    const at = clock().toISOString()
    for (const { client, dates } of clients)
      await Scope.asServer(database, workspace.id, client, async (scope) => {
        await noteSent(scope, { channel: 'mail', recipient: member, ids: dates.flatMap(({ ids }) => ids), at })
        return ok(undefined)
      })
  }
  return 'done'
}

/** A run takes its time, and somebody may have lost their access or changed their address meanwhile. */
async function stillReadable(
  database: Database,
  workspace: Uuid,
  { member, clients }: Digest,
  to: string,
): Promise<DigestClient[]> {
  const may = await Promise.all(
    clients.map(({ client }) =>
      Scope.asServer(
        database,
        workspace,
        client,
        async (scope) => ok((await readersOf(scope)).some(({ id, email }) => id === member && email === to)),
        'read',
      ),
    ),
  )
  return clients.filter((_, at) => may[at]?.ok && may[at].value)
}
