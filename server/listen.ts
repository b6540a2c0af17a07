import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startJobs } from './alerts/scheduler.ts'
import { createApp } from './app.ts'
import { type Config, placeOf } from './config.ts'
import { whenAwake } from './db/awake.ts'
import { type Database, openDatabase } from './db/database.ts'
import type { Log } from './http/log.ts'
import { finish, listen } from './http/serve.ts'
import { smtpMailer } from './mail/mailer.ts'
import { countProcess } from './metrics/metrics.ts'
import { createOperation } from './operation.ts'
import { firstRunToken } from './people/first-run.ts'
import { Issuer } from './sso/issuer.ts'
import { noticesOf } from './sync/notices.ts'
import { startRetention } from './sync/retention-job.ts'
import { outbound } from './webhooks/post.ts'

export type Running = {
  url: string
  database: Database
  /** While nobody has an account: what the first-run page asks for. */
  firstRunToken: string | undefined
  /** Takes no new request, finishes those it has accepted, then closes the database. */
  stop: () => Promise<void>
}

/** Opens the database, brings it forward, and listens. Throws what the operator must mend, in words. */
export async function startServer(config: Config, log: Log, clock: () => Date = () => new Date()): Promise<Running> {
  if (!config.databaseUrl) mkdirSync(config.folder, { recursive: true, mode: 0o700 })
  const database = await openDatabase(placeOf(config), clock())
  try {
    const host = config.host.includes(':') ? `[${config.host}]` : config.host
    const listening = { port: config.port }
    const own = () => config.baseUrl ?? `http://${host}:${listening.port}`
    const operation = createOperation(config)
    countProcess(operation.metrics)
    const alarm = (code: string) => log({ at: clock().toISOString(), event: 'alarm', code })
    const mail = config.alerts?.mail && smtpMailer(config.alerts.mail, alarm)
    const secret = await whenAwake(database.engine, () => secretOf(config, database))
    const sso = config.sso && new Issuer(config.sso)
    const deps = { database, clock, random: randomBytes, log, secret, operation, mail, outbound, sso }
    // Port 0 is known only when it listens, so the app is made then; nothing can have asked before.
    let app: ReturnType<typeof createApp> | undefined
    const server = await listen(config, (request, env) => {
      app ??= createApp({ ...deps, baseUrl: own() })
      return app.fetch(request, env)
    })
    const address = server.address()
    if (address !== null && typeof address === 'object') listening.port = address.port
    const token = await whenAwake(database.engine, () => firstRunToken(database, randomBytes))
    const jobs = config.alerts && startJobs({ ...deps, baseUrl: own(), hour: config.alerts.hour })
    const retention = startRetention(database, clock, log)
    log({ at: clock().toISOString(), event: 'started' })
    const stop = async () => {
      operation.stopping.abort()
      await Promise.all([retention.stop(), jobs?.stop()])
      noticesOf(database).end()
      await finish(server)
      await database.close()
      log({ at: clock().toISOString(), event: 'stopped' })
    }
    return { url: own(), database, firstRunToken: token, stop }
  } catch (error) {
    await database.close()
    throw error
  }
}

/** Signs the session cookies: one for all nodes on the same database, made by whoever comes first. */
async function secretOf({ sessionSecret, databaseUrl, folder }: Config, { people }: Database): Promise<string> {
  if (sessionSecret) return sessionSecret.reveal()
  if (!databaseUrl) return secretIn(folder)
  const key = 'session-secret'
  const value = randomBytes(32).toString('base64url')
  await people
    .insertInto('settings')
    .values({ key, value })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute()
  const kept = await people.selectFrom('settings').select('value').where('key', '=', key).executeTakeFirstOrThrow()
  return kept.value
}

/** Made once, and kept beside the database, readable by its owner alone. */
function secretIn(folder: string): string {
  const file = join(folder, 'session-secret')
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600 })
  chmodSync(file, 0o600)
  return readFileSync(file, 'utf8').trim()
}
