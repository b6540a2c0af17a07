import { createHash } from 'node:crypto'
import { createWriteStream, existsSync } from 'node:fs'
import { open, rename, rm, stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { type Kysely, sql } from 'kysely'
import { type Table, tablesOf } from '../db/catalog.ts'
import type { Database } from '../db/database.ts'
import type { AnyTables } from '../db/tables.ts'
import type { Secret } from '../secret.ts'
import { type Head, momentary } from './format.ts'
import { sealed } from './seal.ts'

export type Written = { at: string; rows: number; bytes: number }

/** Everything of one moment into one file, however busy the server is meanwhile, a few rows at a time. */
export async function writeBackup(
  database: Database,
  file: string,
  { passphrase, now }: { passphrase?: Secret | undefined; now: Date },
): Promise<Written> {
  if (existsSync(file)) throw new Error(`${file} is there already. Nothing was changed. Give another name.`)
  const part = `${file}.part`
  const written: Written = { at: now.toISOString(), rows: 0, bytes: 0 }
  try {
    await pipeline(
      Readable.from(linesOf(database, written)),
      createGzip(),
      (chunks: AsyncIterable<Buffer>) => sealed(chunks, passphrase),
      createWriteStream(part, { mode: 0o600 }),
    )
    const handle = await open(part, 'r+')
    await handle.sync()
    await handle.close()
    written.bytes = (await stat(part)).size
    // Only what is whole gets the name.
    await rename(part, file)
    return written
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
}

/** A transaction cannot be a generator, so its lines are handed over one by one. */
async function* linesOf(database: Database, written: Written): AsyncGenerator<string> {
  const handed = new Handover<string>()
  const reading = database.engine
    .snapshot(database.people, async (tx) => {
      for await (const line of dump(tx, database.engine.name, written)) await handed.give(line)
    })
    .then(
      () => handed.end(),
      (error: unknown) => handed.end(error),
    )
  try {
    yield* handed
  } finally {
    handed.refuse()
    await reading
  }
}

/** One hands over, one takes; whoever is ahead waits. */
class Handover<T> implements AsyncIterable<T> {
  #taken: (() => void) | undefined
  #wake: (() => void) | undefined
  #held: T[] = []
  #ended: { error?: unknown } | undefined
  #refused = false

  give(value: T): Promise<void> {
    if (this.#refused) return Promise.reject(new Error('nobody takes it any more'))
    this.#held.push(value)
    this.#wake?.()
    return new Promise((resolve) => {
      this.#taken = resolve
    })
  }
  end(error?: unknown): void {
    this.#ended = error === undefined ? {} : { error }
    this.#wake?.()
  }
  refuse(): void {
    this.#refused = true
    this.#taken?.()
  }
  async *[Symbol.asyncIterator](): AsyncGenerator<T> {
    for (;;) {
      const value = this.#held.shift()
      if (value !== undefined) {
        yield value
        this.#taken?.()
      } else if (this.#ended) {
        if ('error' in this.#ended) throw this.#ended.error
        return
      } else
        await new Promise<void>((resolve) => {
          this.#wake = resolve
        })
    }
  }
}

async function* dump(tx: Kysely<AnyTables>, from: Head['from'], written: Written): AsyncGenerator<string> {
  const sum = createHash('sha256')
  const line = (value: unknown) => {
    const text = `${JSON.stringify(value)}\n`
    sum.update(text)
    return text
  }
  const steps = await tx.selectFrom('migrations').select('name').orderBy('number').execute()
  yield line({ kind: 'head', at: written.at, steps: steps.map(({ name }) => String(name)), from } satisfies Head)
  const tables: Record<string, number> = {}
  for (const table of await tablesOf(tx, from)) {
    if (momentary.has(table.name)) continue
    const columns = table.columns.map(({ name }) => name)
    yield line({ kind: 'table', name: table.name, columns })
    tables[table.name] = 0
    for await (const rows of pagesOf(tx, table)) {
      tables[table.name] = (tables[table.name] ?? 0) + rows.length
      written.rows += rows.length
      yield rows.map((row) => line(columns.map((column) => row[column] ?? null))).join('')
    }
  }
  yield `${JSON.stringify({ kind: 'end', tables, sha256: sum.digest('hex') })}\n`
}

const pageBytes = 1024 * 1024

/** In the order of the primary key, as many rows at a time as make about a megabyte. */
async function* pagesOf(tx: Kysely<AnyTables>, { name, columns }: Table): AsyncGenerator<Record<string, unknown>[]> {
  const key = columns
    .filter((column) => column.key > 0)
    .sort((a, b) => a.key - b.key)
    .map((column) => column.name)
  if (key.length === 0) throw new Error(`the table ${name} has no primary key to read it by`)
  const order = sql.join(key.map((column) => sql.ref(column)))
  let [limit, last] = [50, undefined as Record<string, unknown> | undefined]
  for (;;) {
    const after = last ? sql`where (${order}) > (${sql.join(key.map((column) => last?.[column]))})` : sql``
    const page = sql<
      Record<string, unknown>
    >`select * from ${sql.table(name)} ${after} order by ${order} limit ${sql.lit(limit)}`
    const { rows } = await page.execute(tx)
    if (rows.length) yield rows
    if (rows.length < limit) return
    last = rows.at(-1)
    const bytes = rows.reduce((sum, row) => sum + sizeOf(row), 0)
    limit = Math.min(2000, Math.max(10, Math.floor((pageBytes * rows.length) / bytes)))
  }
}

const sizeOf = (row: Record<string, unknown>): number =>
  Object.values(row).reduce<number>((sum, value) => sum + (typeof value === 'string' ? value.length : 8), 0)
