import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { startJobs } from './alerts/scheduler.ts'
import { createApp } from './app.ts'
import type { Config } from './config.ts'
import { type Database, openDatabase } from './db/database.ts'
import type { Log } from './http/log.ts'
import { smtpMailer } from './mail/mailer.ts'
import { firstRunToken } from './people/first-run.ts'
import { noticesOf } from './sync/notices.ts'
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
  const at = config.databaseUrl ? { url: config.databaseUrl } : { file: join(config.folder, 'stocktake.sqlite') }
  const database = await openDatabase(at, clock())
  try {
    const host = config.host.includes(':') ? `[${config.host}]` : config.host
    const listening = { port: config.port }
    const own = () => config.baseUrl ?? `http://${host}:${listening.port}`
    const mail = config.alerts?.mail && smtpMailer(config.alerts.mail)
    const secret = await secretOf(config, database)
    const deps = { database, clock, random: randomBytes, log, secret, mail, outbound }
    // Port 0 is known only when it listens, so the app is made then; nothing can have asked before.
    let app: ReturnType<typeof createApp> | undefined
    const server = await listen(config, (request, env) => {
      app ??= createApp({ ...deps, baseUrl: own() })
      return app.fetch(request, env)
    })
    const address = server.address()
    if (address !== null && typeof address === 'object') listening.port = address.port
    const token = await firstRunToken(database, randomBytes)
    const jobs = config.alerts && startJobs({ ...deps, baseUrl: own(), hour: config.alerts.hour })
    const stop = async () => {
      await jobs?.stop()
      noticesOf(database).end()
      await finish(server)
      await database.close()
    }
    return { url: own(), database, firstRunToken: token, stop }
  } catch (error) {
    await database.close()
    throw error
  }
}

type Fetch = Parameters<typeof serve>[0]['fetch']

function listen({ port, host }: Config, fetch: Fetch): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, port, hostname: host }) as Server // plain HTTP is what is served without a createServer
    // A request that dawdles is cut off (T30).
    server.requestTimeout = 60_000
    server.headersTimeout = 20_000
    server.once('listening', () => resolve(server))
    server.once('error', (error: NodeJS.ErrnoException) => reject(new Error(sentenceFor(error, host, port))))
  })
}

function sentenceFor({ code, message }: NodeJS.ErrnoException, host: string, port: number): string {
  if (code === 'EADDRINUSE')
    return `Port ${port} on ${host} is in use by another program. Stop that one, or set PORT to another number.`
  if (code === 'EACCES') return `This user may not listen on port ${port}. Set PORT to a number above 1023.`
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return `${host} is not an address of this machine. Set HOST.`
  return message
}

/** Idle connections are closed at once, busy ones when they have been answered; after ten seconds all of them. */
function finish(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(() => server.closeAllConnections(), 10_000)
    server.close(() => {
      clearTimeout(late)
      resolve()
    })
    server.closeIdleConnections()
  })
}

/** Signs the session cookies: one for all nodes on the same database, made by whoever comes first. */
async function secretOf({ databaseUrl, folder }: Config, { people }: Database): Promise<string> {
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
