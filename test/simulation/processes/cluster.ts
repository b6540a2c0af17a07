import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { z } from 'zod'
import { type Database, openDatabase } from '../../../server/db/database.ts'
import { asAnotherHistory } from '../../../server/db/restore.ts'
import { asked, freshDatabase } from '../../support/databases.ts'
import { addressOf } from '../../support/nodes.ts'
import { Node } from './node.ts'
import type { Wish } from './server.entry.ts'

export type Kind = 'sqlite' | 'postgres'
export const Paired = z.object({ workspace: z.string(), member: z.string(), token: z.string(), device: z.string() })
export type Paired = z.infer<typeof Paired>

/** What a node, or the database that it asks, says while it is on its way up or down. */
const passing =
  /killed|terminat|ECONN|connection error|trying to connect|shutting down|starting up|recovery|not yet accepting|disk is full/

/** The servers of one firm: one process on a file, or three on PostgreSQL. */
export class Cluster {
  readonly nodes: Node[]
  private readonly folder = mkdtempSync(join(tmpdir(), 'stocktake-simulation-'))
  private shared: { url: string; database: Database } | undefined

  private constructor(
    readonly kind: Kind,
    count: number,
  ) {
    const environment = () => ({ DATA_DIR: this.folder, ...(this.shared ? { DATABASE_URL: this.shared.url } : {}) })
    this.nodes = Array.from({ length: count }, () => new Node(environment))
  }

  static async start(kind: Kind): Promise<Cluster> {
    const cluster = new Cluster(kind, kind === 'postgres' ? 3 : 1)
    if (kind === 'postgres') await cluster.use(await freshDatabase())
    await Promise.all(cluster.nodes.map((node) => node.start()))
    return cluster
  }

  private async use(database: Database): Promise<void> {
    this.shared = { database, url: await addressOf(database) }
  }

  living(): Node[] {
    return this.nodes.filter(({ url }) => url !== undefined)
  }

  /** Whoever of them lives answers; a killed one is no answer. */
  async ask(wish: Wish): Promise<unknown> {
    for (let tries = 0; ; tries++) {
      const [node] = this.living()
      try {
        if (!node) throw new Error('killed')
        return await node.ask(wish)
      } catch (error) {
        const isPassing = error instanceof Error && passing.test(error.message)
        // A busy machine takes its time to start a server again.
        if (tries > 1200 || !isPassing) throw new Error(`${error}; ended: ${this.nodes.map(({ diedOf }) => diedOf)}`)
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
    }
  }

  pair = async (wish: Wish): Promise<Paired> => Paired.parse(await this.ask(wish))

  async killAndStart(place: number): Promise<void> {
    const node = this.nodes[place % this.nodes.length]
    if (node?.url) await node.restart()
  }

  /** After a crash it takes a moment until the database answers again. */
  private async awake(): Promise<void> {
    for (let tries = 0; this.shared; tries++) {
      try {
        return await asked(this.shared.url, 'select 1')
      } catch (error) {
        if (tries > 200) throw error
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
    }
  }

  /** Every connection of the nodes breaks at once, as when a database fails over. */
  async cutConnections(): Promise<void> {
    if (!this.shared) return
    await this.awake()
    await asked(
      this.shared.url,
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
    ).catch(() => {
      // Two of these at once end each other; then the others are cut as well.
    })
  }

  /**
   * PostgreSQL as after a power cut: one of its processes dies, so it ends all others and recovers from its log. One
   * that runs elsewhere cannot be killed from here; its connections are cut.
   */
  async crashDatabase(): Promise<void> {
    if (!this.shared) return
    await this.awake()
    const client = new pg.Client({ connectionString: this.shared.url })
    client.on('error', () => {})
    await client.connect()
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
    try {
      if (process.env.DATABASE_URL) throw new Error('elsewhere')
      process.kill(rows[0]?.pid ?? 0, 'SIGKILL')
    } catch {
      await this.cutConnections()
    }
    await client.end().catch(() => {})
  }

  image = async (): Promise<Buffer> => Buffer.from(z.string().parse(await this.ask({ do: 'image' })), 'base64')

  /** R10: everything stops, an older state takes the place of the present one, and is another history. */
  async restore(image: Buffer): Promise<void> {
    await Promise.all(this.nodes.map((node) => node.kill()))
    await this.awake()
    if (this.shared) {
      const former = this.shared.database
      await this.use(await asAnotherHistory(await freshDatabase(image)))
      await former.close()
    } else {
      for (const end of ['', '-wal', '-shm']) rmSync(`${this.file}${end}`, { force: true })
      writeFileSync(this.file, image)
      await (await asAnotherHistory(await openDatabase({ file: this.file }))).close()
    }
    await Promise.all(this.nodes.map((node) => node.start()))
  }

  private get file(): string {
    return join(this.folder, 'stocktake.sqlite')
  }

  /** All nodes up, and nothing under way. */
  async heal(): Promise<void> {
    await Promise.all(this.nodes.map(async (node) => node.url ?? (await node.start())))
  }

  /** The database itself, to be looked at while no server writes. */
  async look<T>(work: (database: Database) => Promise<T>): Promise<T> {
    await this.awake()
    if (this.shared) return work(this.shared.database)
    await this.nodes[0]?.kill('SIGTERM')
    const database = await openDatabase({ file: this.file })
    try {
      return await work(database)
    } finally {
      await database.close()
      await this.nodes[0]?.start()
    }
  }

  async end(): Promise<void> {
    await Promise.all(this.nodes.map((node) => node.kill()))
    await this.shared?.database.close()
    rmSync(this.folder, { recursive: true, force: true })
  }
}
