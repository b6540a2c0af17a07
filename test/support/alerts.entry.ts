import { alertsJob } from '../../server/alerts/scheduler.ts'
import { openDatabase } from '../../server/db/database.ts'
import { smtpMailer } from '../../server/mail/mailer.ts'
import { Secret } from '../../server/secret.ts'
import { outbound } from '../../server/webhooks/post.ts'

/** One turn of a node that tells alerts: on the database of argument 1, by the mail server of 2, at the instant of 3. */
const [place = '', smtp = '', now = ''] = process.argv.slice(2)
const database = await openDatabase(place.startsWith('postgres:') ? { url: place, connections: 2 } : { file: place })
const node = alertsJob({
  database,
  clock: () => new Date(now),
  log: () => undefined,
  baseUrl: 'http://stocktake.test',
  secret: 'of a node in a test',
  mail: smtpMailer({ url: new Secret(smtp), from: 'alerts@advisers.example' }),
  outbound,
  hour: { at: '07:00', zone: 'UTC' },
})
await node.tick()
await database.close()
