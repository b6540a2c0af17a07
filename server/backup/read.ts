import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { StringDecoder } from 'node:string_decoder'
import { createGunzip } from 'node:zlib'
import type { z } from 'zod'
import type { Secret } from '../secret.ts'
import { Damaged, EndLine, Head, longestLine, RowLine, TableLine, type Value } from './format.ts'
import { opened } from './seal.ts'

export type Part = { head: Head } | { table: string; columns: string[] } | { row: Value[] }

/**
 * A backup part by part. That all of it is as it was written is known when this has ended without throwing, and not
 * before.
 */
export async function* partsOf(file: string, passphrase: Secret | undefined): AsyncGenerator<Part> {
  try {
    yield* partsIn(linesOf(file, passphrase))
  } catch (error) {
    if (error instanceof Damaged || (error instanceof Error && 'syscall' in error)) throw error
    // Of zlib, of the cipher or of JSON: each says in its own words that these are not the bytes that were written.
    throw new Damaged(passphrase ? 'the passphrase is another one, or the file is damaged.' : 'the file is damaged.')
  }
}

async function* partsIn(lines: AsyncIterable<string>): AsyncGenerator<Part> {
  const sum = createHash('sha256')
  const counts: Record<string, number> = {}
  let [begun, table, width] = [false, '', 0]
  for await (const line of lines) {
    const said: unknown = JSON.parse(line)
    if (!begun) {
      yield { head: must(Head, said) }
      begun = true
    } else if (Array.isArray(said)) {
      const row = must(RowLine, said)
      if (table === '' || row.length !== width) throw new Damaged('a row of it has not the shape of its table.')
      counts[table] = (counts[table] ?? 0) + 1
      yield { row }
    } else if (said instanceof Object && 'kind' in said && said.kind === 'end') {
      const end = must(EndLine, said)
      if (end.sha256 !== sum.digest('hex')) throw new Damaged('its checksum does not fit.')
      for (const [name, count] of Object.entries(end.tables))
        if (count !== counts[name]) throw new Damaged(`rows of ${name} are missing.`)
      return
    } else {
      const { name, columns } = must(TableLine, said)
      if (name in counts) throw new Damaged('it has a table twice.')
      table = name
      width = columns.length
      counts[name] = 0
      yield { table, columns }
    }
    sum.update(`${line}\n`)
  }
  throw new Damaged('it ends too early.')
}

function must<T>(schema: z.ZodType<T>, said: unknown): T {
  const parsed = schema.safeParse(said)
  if (!parsed.success) throw new Damaged('a line of it has not the expected shape.')
  return parsed.data
}

async function* linesOf(file: string, passphrase: Secret | undefined): AsyncGenerator<string> {
  const source = Readable.from(opened(createReadStream(file), passphrase))
  const unpacked = createGunzip()
  // What fails before it must end it, or nobody would hear of it.
  source.once('error', (error) => unpacked.destroy(error))
  const decoder = new StringDecoder('utf8')
  let [held, length]: [string[], number] = [[], 0]
  for await (const chunk of source.pipe(unpacked)) {
    const [first = '', ...others] = decoder.write(chunk).split('\n')
    held.push(first)
    length += first.length
    if (length > longestLine) throw new Damaged('a line of it is longer than any that is written.')
    const last = others.pop()
    if (last === undefined) continue
    yield held.join('')
    yield* others
    held = [last]
    length = last.length
  }
}
