/** A new random id (version 4). */
export const newId = (): string => globalThis.crypto.randomUUID()

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
