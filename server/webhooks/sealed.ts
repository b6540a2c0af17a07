import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto'
import type { Random } from '../devices/token.ts'

/** Of the server's own secret: where that lies beside the database and not in it, a copy of the database signs nothing. */
const keyOf = (secret: string, use: string) => Buffer.from(hkdfSync('sha256', secret, '', `stocktake ${use}`, 32))

/** What is sealed has a key of its own for each use: what was sealed for one opens nothing of another. */
type Use = 'webhook secrets' | 'single sign-on'
type Whose = { secret: string; whose: string; use?: Use }

/** AES-256-GCM: nonce, tag and text, bound to whose it is, so that one sealed text cannot stand in another's place. */
export function seal(
  text: string,
  { secret, whose, random, use = 'webhook secrets' }: Whose & { random: Random },
): string {
  const nonce = random(12)
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret, use), nonce).setAAD(Buffer.from(whose))
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')
}

/** Undefined where it was sealed under another secret: the server was restored without its own. */
export function unseal(sealed: string, { secret, whose, use = 'webhook secrets' }: Whose): string | undefined {
  const bytes = Buffer.from(sealed, 'base64url')
  try {
    const decipher = createDecipheriv('aes-256-gcm', keyOf(secret, use), bytes.subarray(0, 12))
    decipher.setAAD(Buffer.from(whose)).setAuthTag(bytes.subarray(12, 28))
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
  } catch {
    return undefined
  }
}
