import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { z } from 'zod'
import { readConfig } from '../../../server/config.ts'
import type { Database } from '../../../server/db/database.ts'
import { addDevice } from '../../../server/devices/store.ts'
import { startServer } from '../../../server/listen.ts'
import { purgeTombstones } from '../../../server/sync/retention.ts'
import { imageOf } from '../../support/databases.ts'
import { fill, makeSpace } from '../../support/full-disk.ts'
import { joinWorkspace } from '../../support/server.ts'

/** The real server in a process of its own, and by its side what an operator or fate may do to it. */
const Asked = z.discriminatedUnion('do', [
  z.object({ id: z.int(), do: z.literal('join'), name: z.string() }),
  z.object({ id: z.int(), do: z.literal('pair'), workspace: z.string(), member: z.string() }),
  z.object({ id: z.int(), do: z.literal('revoke'), device: z.string() }),
  z.object({ id: z.int(), do: z.literal('member'), member: z.string(), state: z.enum(['active', 'removed']) }),
  z.object({ id: z.int(), do: z.literal('purge'), workspace: z.string(), scope: z.string() }),
  z.object({ id: z.int(), do: z.literal('checkpoints'), pages: z.int() }),
  z.object({ id: z.int(), do: z.literal(['fill', 'space', 'image']) }),
])
type Asked = z.infer<typeof Asked>
export type Wish = Asked extends infer A ? (A extends Asked ? Omit<A, 'id'> : never) : never

const { DATA_DIR = '', DATABASE_URL } = process.env
const config = readConfig({
  PORT: '0',
  DATA_DIR,
  DATABASE_URL,
  PUSHES_PER_MINUTE: '1000000',
  PULLS_PER_MINUTE: '1000000',
})
if ('faults' in config) throw new Error(config.faults.join('; '))
const running = await startServer(config, () => {})
const { database } = running

async function obey(asked: Asked): Promise<unknown> {
  const now = new Date()
  if (asked.do === 'join') {
    const refuse = async () => Promise.reject(new Error('not here'))
    const { id, member, device } = await joinWorkspace(
      { database, clock: () => new Date(), random: randomBytes },
      refuse,
      asked.name,
    )
    return { workspace: id, member, token: device.token, device: device.id }
  }
  if (asked.do === 'pair') {
    const { workspace, member } = asked
    const { id, token } = await addDevice(database.people, { workspace, member, name: 'Again' }, randomBytes, now)
    return { workspace, member, token, device: id }
  }
  if (asked.do === 'purge') return purgeTombstones(database, asked.workspace, asked.scope, now, now)
  if (asked.do === 'image') return (await imageOf(database)).toString('base64')
  if (asked.do === 'fill') return fill(database)
  if (asked.do === 'space') return makeSpace(database)
  if (asked.do === 'checkpoints')
    return sql.raw(`pragma wal_autocheckpoint = ${asked.pages}`).execute(database.people).then(Boolean)
  if (asked.do === 'revoke' || asked.do === 'member') return admit(database, asked)
  throw new Error(asked.do)
}

async function admit({ people }: Database, asked: Extract<Asked, { do: 'revoke' | 'member' }>): Promise<void> {
  if (asked.do === 'member')
    await people.updateTable('members').set({ state: asked.state }).where('id', '=', asked.member).execute()
  else
    await people
      .updateTable('devices')
      .set({ revoked_at: new Date().toISOString() })
      .where('id', '=', asked.device)
      .execute()
}

process.on('message', async (message) => {
  const asked = Asked.parse(message)
  try {
    process.send?.({ id: asked.id, value: (await obey(asked)) ?? null })
  } catch (error) {
    process.send?.({ id: asked.id, error: String(error) })
  }
})
process.on('SIGTERM', () => void running.stop().then(() => process.exit(0)))
process.on('disconnect', () => process.exit(0))
process.send?.({ listens: running.url })
