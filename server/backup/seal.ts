import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto'
import { promisify } from 'node:util'
import type { Secret } from '../secret.ts'
import { Damaged, firstLine } from './format.ts'

// AES-256-GCM under a key that scrypt makes of the passphrase (RFC 7914); salt and nonce are of this file alone.
const [saltBytes, nonceBytes, tagBytes] = [16, 12, 16]
const cost = { N: 2 ** 16, r: 8, p: 1, maxmem: 128 * 1024 * 1024 }
const derive = promisify<string, Buffer, number, typeof cost, Buffer>(scrypt)
const keyOf = (passphrase: Secret, salt: Buffer) => derive(passphrase.reveal().normalize('NFC'), salt, 32, cost)

type Chunks = AsyncIterable<Buffer>

/** The first line, and all that comes sealed where there is a passphrase. */
export async function* sealed(chunks: Chunks, passphrase: Secret | undefined): AsyncGenerator<Buffer> {
  if (!passphrase) {
    yield Buffer.from(firstLine.plain)
    yield* chunks
    return
  }
  const [salt, nonce] = [randomBytes(saltBytes), randomBytes(nonceBytes)]
  const cipher = createCipheriv('aes-256-gcm', await keyOf(passphrase, salt), nonce, { authTagLength: tagBytes })
  cipher.setAAD(Buffer.from(firstLine.sealed))
  yield Buffer.concat([Buffer.from(firstLine.sealed), salt, nonce])
  for await (const chunk of chunks) yield cipher.update(chunk)
  yield cipher.final()
  yield cipher.getAuthTag()
}

/** What was sealed. That it is whole is known at its end only, so nobody may act on it before. */
export async function* opened(chunks: Chunks, passphrase: Secret | undefined): AsyncGenerator<Buffer> {
  const source = new Reader(chunks)
  const line = await source.until('\n', firstLine.sealed.length)
  if (line === firstLine.plain) return yield* source.rest(0)
  if (line !== firstLine.sealed) throw new Damaged('it is no backup of Stocktake, or of a later version.')
  if (!passphrase) throw new Damaged('it is encrypted. Set BACKUP_PASSPHRASE to what it was made with.')
  const [salt, nonce] = [await source.take(saltBytes), await source.take(nonceBytes)]
  const decipher = createDecipheriv('aes-256-gcm', await keyOf(passphrase, salt), nonce, { authTagLength: tagBytes })
  decipher.setAAD(Buffer.from(firstLine.sealed))
  for await (const chunk of source.rest(tagBytes)) yield decipher.update(chunk)
  decipher.setAuthTag(await source.take(tagBytes))
  yield decipher.final()
}

/** Bytes as they are asked for, whatever the pieces that they come in. */
class Reader {
  #held = Buffer.alloc(0)
  readonly #source: AsyncIterator<Buffer>
  constructor(chunks: Chunks) {
    this.#source = chunks[Symbol.asyncIterator]()
  }

  async #more(): Promise<boolean> {
    const { done, value } = await this.#source.next()
    if (done) return false
    this.#held = Buffer.concat([this.#held, value])
    return true
  }

  async take(count: number): Promise<Buffer> {
    while (this.#held.length < count) if (!(await this.#more())) throw new Damaged('it ends too early.')
    const taken = this.#held.subarray(0, count)
    this.#held = this.#held.subarray(count)
    return taken
  }

  async until(mark: string, most: number): Promise<string> {
    while (!this.#held.includes(mark) && this.#held.length < most) if (!(await this.#more())) break
    const at = this.#held.indexOf(mark)
    return (await this.take(at >= 0 && at < most ? at + 1 : Math.min(most, this.#held.length))).toString('latin1')
  }

  /** Everything but the last bytes, which stay to be taken. */
  async *rest(but: number): AsyncGenerator<Buffer> {
    do {
      const count = this.#held.length - but
      if (count > 0) yield await this.take(count)
    } while (await this.#more())
    if (this.#held.length > but) yield await this.take(this.#held.length - but)
  }
}
