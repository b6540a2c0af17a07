/** A new random id (version 4). */
export const newId = (): string => globalThis.crypto.randomUUID()

let last = { ms: 0, count: 0n }

/**
 * A new id that is greater than the one before (version 7, RFC 9562 §6.2 method 2): for what is made in great numbers,
 * as neighbours lie beside each other in every index, and shrink when they travel.
 */
export function newOrderedId(now: number = Date.now()): string {
  const isLater = now > last.ms
  // Random anew in each millisecond, below the two highest of its 74 bits: they stay free for counting on.
  const count = isLater ? BigInt(`0x${newId().replaceAll('-', '').slice(-18)}`) : last.count + 1n
  last = { ms: Math.max(now, last.ms), count }
  const [time, low] = [hex(BigInt(last.ms), 12), hex(count, 18)]
  const third = `7${hex(count >> 62n, 3)}`
  const fourth = hex(0x8000n | ((count >> 48n) & 0x3fffn), 4)
  return `${time.slice(0, 8)}-${time.slice(8)}-${third}-${fourth}-${low.slice(-12)}`
}

const hex = (value: bigint, digits: number): string => value.toString(16).padStart(digits, '0')

/**
 * The id that everybody computes alike for the same thing: SHA-256 over the parts, as a version 8 UUID (RFC 9562 §5.8).
 * Two devices that see the same subscription therefore fold into the same record. Parts are length-prefixed, so
 * ('a', 'bc') and ('ab', 'c') differ.
 */
export async function idFrom(...parts: string[]): Promise<string> {
  const text = parts.map((part) => `${part.length}:${part}`).join('')
  const digest = new Uint8Array(await globalThis.crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
  const bytes = digest.slice(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
